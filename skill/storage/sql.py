"""The store in a SQL database: the same code for SQLite and PostgreSQL."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, select, update

from skill.app.ports import Loaded, PatientKey, StoredFact
from skill.errors import StaleVersion, StorageUnavailable
from skill.storage import statements
from skill.storage.connections import Connections
from skill.storage.keyring import Key, Keyring, KeyState, make_table
from skill.storage.migrations import bring_up_to_date
from skill.storage.moments import forgotten_since, utc
from skill.storage.sealed_texts import SealedTexts
from skill.storage.statements import Prepared
from skill.storage.tables import facts, holds, patients

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy.engine.interfaces import DBAPICursor
    from sqlalchemy.sql import ColumnElement

    from skill.storage.database import Database

log = logging.getLogger(__name__)

MOST_REMEMBERED = 4096
"""For how many patients a process remembers the key of the version that was loaded last."""
FEW_FACTS = 500
"""Up to so many facts are removed in the turn of a deletion; more are removed right after it."""


class SqlStore:
    """Safe in many threads and many processes, also when opened before the server forks."""

    def __init__(self, database: Database, secret: bytes = b"") -> None:
        self._database = database
        self._connections, self._keys_at, self._keyring = _opened(database, secret)
        self._loaded: dict[PatientKey, tuple[int, Key]] = {}
        self._to_reclaim = False
        dialect = self._connections.dialect
        self._load = Prepared(statements.LOAD, dialect)
        self._key_of = Prepared(statements.KEY_OF, dialect)
        self._add_patient = Prepared(statements.ADD_PATIENT, dialect)
        self._change_patient = Prepared(statements.CHANGE_PATIENT, dialect)
        self._sweep_replies = Prepared(statements.SWEEP_REPLIES, dialect)
        self._keep_reply = Prepared(statements.KEEP_REPLY, dialect)
        self._append_fact = Prepared(statements.APPEND_FACT, dialect)
        self._all_facts = Prepared(statements.ALL_FACTS, dialect)
        self._delete_version = Prepared(statements.DELETE_VERSION, dialect)
        self._set_aside = Prepared(statements.SET_ASIDE, dialect)
        self._note_hold = Prepared(statements.NOTE_HOLD, dialect)

    def __repr__(self) -> str:
        return f"<SqlStore: {self._database.where}>"

    def load(self, patient: PatientKey, request_id: str, now: datetime) -> Loaded:
        """Return what is saved for *patient*, and the reply kept for *request_id*."""
        values = {
            "patient": patient,
            "request_id": request_id,
            "forgotten_since": forgotten_since(utc(now, "now")),
        }
        with self._connections.reading() as cursor:
            row = self._load.run(cursor, values).fetchone()
        if row is None:
            return Loaded(version=0, document=None, reply=None)
        version, document, key_id, reply = row
        key = self._keyring.key(key_id) if key_id else Key("", None)
        if key.dropped:
            self._remove([(key_id, patient)])
            return Loaded(version=0, document=None, reply=None)
        self._remember(patient, version, key)
        texts = SealedTexts(patient, key)
        return Loaded(version=version, document=texts.document(document), reply=texts.reply(reply))

    def save(
        self,
        patient: PatientKey,
        *,
        version: int,
        next_version: int,
        document: str,
        facts: tuple[StoredFact, ...],
        request_id: str,
        reply: str,
        now: datetime,
        erasing: tuple[str, ...] = (),
        holds: tuple[str, ...] = (),
        setting_aside: bool = False,
    ) -> None:
        """Save all or nothing. Raise `StaleVersion`."""
        moment = utc(now, "now")
        old = self._key(patient, version) if version else None
        with self._key_to_seal_with(patient, old, erasing=bool(erasing)) as key:
            texts = SealedTexts(patient, key)
            fact_rows = [texts.fact_row(fact) for fact in facts]
            values = {
                "patient": patient,
                "loaded_version": version,
                "new_version": next_version,
                "document_text": texts.sealed_document(document),
                "key_id": key.id,
                "request_id": request_id,
                "reply_text": texts.sealed_reply(reply),
                "now": moment,
                "forgotten_since": forgotten_since(moment),
            }
            with self._connections.writing(urgent=bool(holds)) as cursor:
                if setting_aside:
                    self._set_aside.run(cursor, values)
                if erasing and old is not None:
                    self._save_without(cursor, values, SealedTexts(patient, old), texts, erasing)
                else:
                    self._save_document(cursor, values)
                self._sweep_replies.run(cursor, values)
                with self._conflict_is_stale():
                    self._keep_reply.run(cursor, values)
                self._append_fact.run_many(cursor, fact_rows)
                self._note_hold.run_many(cursor, [{**values, "hold_id": one} for one in holds])
        self._remember(patient, next_version, key)

    def facts(self, patient: PatientKey, since: datetime) -> tuple[StoredFact, ...]:
        """Return the facts from *since* on, oldest first; of one moment, in the order they were appended."""
        values = {"patient": patient, "since": utc(since, "since")}
        with self._connections.connected() as connection:
            rows = connection.execute(statements.FACTS, values).all()
        if not rows:
            return ()
        texts = SealedTexts(patient, self._key(patient))
        return tuple(texts.fact(row) for row in rows)

    def delete(self, patient: PatientKey, *, unless_seen_since: datetime | None = None) -> bool:
        """Erase everything about *patient*: the key in this turn, whatever the size, then what it sealed."""
        if unless_seen_since is not None and self._seen_since(patient, unless_seen_since):
            return False
        gone = self._keyring.drop(patient)
        self._to_reclaim = True
        try:
            if self._has_few_facts(gone):
                self._remove(gone)
        except StorageUnavailable as error:
            log.warning("what a deletion left, and nobody can read, is removed later: %s", error)
        return True

    def released(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of the holds with *ids* whose patient was deleted."""
        wanted = select(holds.c.hold_id).where(holds.c.hold_id.in_(list(ids)), holds.c.patient_key.is_(None))
        with self._connections.connected() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def tidy(self) -> bool:
        """Remove what deletions have left, and give its room back; return whether nothing is left to do."""
        for key_id, patient in self._keyring.in_state(KeyState.LEAVING):
            self._settle(key_id, patient)
        gone = self._keyring.in_state(KeyState.DROPPED)
        if gone:
            self._remove(gone)
            self._keyring.forget(key_id for key_id, _ in gone)
        if self._to_reclaim or gone:
            self._to_reclaim = True
            with self._connections.connected() as connection:
                self._to_reclaim = not self._database.reclaim(connection)
        return not self._to_reclaim

    def ping(self) -> None:
        """Return when the database answers, its tables up to date."""
        with self._connections.connected() as connection:
            connection.execute(statements.ASK).all()

    def close(self) -> None:
        """Close this process's connections that are not in use. The next call opens one again."""
        self._connections.close()
        self._keys_at.close()

    def _save_document(self, cursor: DBAPICursor, values: dict[str, object]) -> None:
        if values["loaded_version"] == 0:
            with self._conflict_is_stale():
                self._add_patient.run(cursor, values)
        elif self._change_patient.run(cursor, values).rowcount == 0:
            raise _stale()

    def _save_without(
        self,
        cursor: DBAPICursor,
        values: dict[str, object],
        old: SealedTexts,
        new: SealedTexts,
        kinds: tuple[str, ...],
    ) -> None:
        """Save the document with the patient's facts but those of *kinds*, all under the new key.

        Facts leave with their patient only: the patient goes with all of them, and comes back with those that stay.
        """
        names = ("moment", "fact_kind", "fact_data")
        rows = [dict(zip(names, row, strict=True)) for row in self._all_facts.run(cursor, values).fetchall()]
        if self._delete_version.run(cursor, values).rowcount == 0:
            raise _stale()
        with self._conflict_is_stale():
            self._add_patient.run(cursor, values)
        resealed = [old.resealed_fact(row, new) for row in rows]
        self._append_fact.run_as_read(cursor, [row for kind, row in resealed if kind not in kinds])

    @contextmanager
    def _key_to_seal_with(self, patient: PatientKey, old: Key | None, *, erasing: bool) -> Iterator[Key]:
        """Yield the *old* key, or a new one where there is none or something is to be erased.

        Once what the new one seals is saved the old one is lost; when it is not saved, the new one.
        """
        if old is not None and old.cipher is not None and not erasing:
            yield old
            return
        key = self._keyring.make(patient)
        try:
            if old is not None and old.cipher is not None:
                self._keyring.leave(old.id)
            yield key
        except BaseException:
            self._lose_quietly(key.id)
            if old is not None:
                self._stay_quietly(old.id)
            raise
        if old is not None and old.cipher is not None:
            self._to_reclaim = True
            self._lose_quietly(old.id)

    def _lose_quietly(self, key_id: str) -> None:
        try:
            self._keyring.drop_ids([key_id])
            self._keyring.forget([key_id])
        except StorageUnavailable:
            log.warning("a key that nothing needs is lost later")

    def _stay_quietly(self, key_id: str) -> None:
        try:
            self._keyring.stay(key_id)
        except StorageUnavailable:
            log.warning("a key that was to be replaced stays marked so")

    def _settle(self, key_id: str, patient: str) -> None:
        """Decide about a key that was to be replaced when its server broke off: it stays if a row still needs it."""
        with self._connections.connected() as connection:
            needed = connection.execute(select(patients.c.key_id).where(patients.c.patient_key == patient)).scalars()
            if key_id in needed:
                self._keyring.stay(key_id)
            else:
                self._to_reclaim = True
                self._keyring.drop_ids([key_id])

    def _key(self, patient: PatientKey, version: int | None = None) -> Key:
        """Return the key of *patient*, as of *version* when it is known to be loaded."""
        loaded, key = self._loaded.get(patient, (0, None))
        if key is not None and version == loaded:
            return key
        with self._connections.reading() as cursor:
            row = self._key_of.run(cursor, {"patient": patient}).fetchone()
        return self._keyring.key(row[1]) if row else Key("", None)

    def _remember(self, patient: PatientKey, version: int, key: Key) -> None:
        if len(self._loaded) >= MOST_REMEMBERED:
            self._loaded = {}
        self._loaded[patient] = version, key

    def _seen_since(self, patient: PatientKey, moment: datetime) -> bool:
        theirs = [one for _, one in self._keyring.of(patient)]
        last = select(func.max(patients.c.updated_at)).where(patients.c.patient_key.in_(theirs))
        with self._connections.connected() as connection:
            seen = connection.execute(last).scalar_one()
        return seen is not None and seen > utc(moment, "unless_seen_since")

    def _has_few_facts(self, gone: Iterable[tuple[str, str]]) -> bool:
        some = select(facts.c.id).where(facts.c.patient_key.in_([one for _, one in gone])).limit(FEW_FACTS + 1)
        with self._connections.connected() as connection:
            return len(connection.execute(some).all()) <= FEW_FACTS

    def _remove(self, gone: Iterable[tuple[str, str]]) -> None:
        """Remove the rows that the keys in *gone* sealed."""
        for key_id, patient in gone:
            with self._connections.transaction() as connection:
                removed = connection.execute(delete(patients).where(_sealed_with(key_id, patient))).rowcount
                if removed:
                    connection.execute(update(holds).where(holds.c.patient_key == patient).values(patient_key=None))

    @contextmanager
    def _conflict_is_stale(self) -> Iterator[None]:
        try:
            yield
        except self._connections.driver.IntegrityError:
            raise _stale() from None  # the driver's text may quote the row


def _opened(database: Database, secret: bytes) -> tuple[Connections, Connections, Keyring]:
    """Return the connections to *database*, those to where its keys are, and the keys; none of them holds the store."""
    apart = database.keys()
    if apart is None:
        there = Connections(
            database, lambda engine: bring_up_to_date(database, engine, Keyring(secret, engine.connect))
        )
        return there, there, Keyring(secret, there.connected)
    keys_at = Connections(apart, lambda engine: make_table(engine, apart.begin))
    keyring = Keyring(secret, keys_at.connected)
    return Connections(database, lambda engine: bring_up_to_date(database, engine, keyring)), keys_at, keyring


def _sealed_with(key_id: str, patient: str) -> ColumnElement[bool]:
    return and_(patients.c.patient_key == patient, patients.c.key_id == key_id)


def _stale() -> StaleVersion:
    return StaleVersion("Another turn of this patient was saved first. Load again.")
