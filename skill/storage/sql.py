"""The store in a SQL database: the same code for SQLite and PostgreSQL."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from weakref import WeakSet, finalize, ref

from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError

from skill.app.ports import Loaded, PatientKey, StoredFact
from skill.errors import StaleVersion, StorageUnavailable
from skill.storage import statements
from skill.storage.database import mapped_errors
from skill.storage.migrations import bring_up_to_date
from skill.storage.moments import forgotten_since, utc
from skill.storage.statements import Prepared

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
    from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

    from skill.storage.database import Database


def _close(engines: Mapping[int, Engine]) -> None:
    """Close this process's connections that are not in use."""
    if engine := engines.get(os.getpid()):
        engine.dispose()


class SqlStore:
    """Safe in many threads and many processes, also when opened before the server forks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ready: tuple[int, Hashable] | None = None
        self._generation = 0
        engine = self._new_engine()
        self._engines = {os.getpid(): engine}
        self._driver = engine.dialect.loaded_dbapi
        self._load = Prepared(statements.LOAD, engine.dialect)
        self._add_patient = Prepared(statements.ADD_PATIENT, engine.dialect)
        self._change_patient = Prepared(statements.CHANGE_PATIENT, engine.dialect)
        self._sweep_replies = Prepared(statements.SWEEP_REPLIES, engine.dialect)
        self._keep_reply = Prepared(statements.KEEP_REPLY, engine.dialect)
        self._append_fact = Prepared(statements.APPEND_FACT, engine.dialect)
        self._all_facts = Prepared(statements.ALL_FACTS, engine.dialect)
        self._delete_version = Prepared(statements.DELETE_VERSION, engine.dialect)
        _stores.add(self)
        finalize(self, _close, self._engines)

    def __repr__(self) -> str:
        return f"<SqlStore: {self._database.where}>"

    def load(self, patient: PatientKey, request_id: str, now: datetime) -> Loaded:
        """Return what is saved for *patient*, and the reply kept for *request_id*."""
        values = {
            "patient": patient,
            "request_id": request_id,
            "forgotten_since": forgotten_since(utc(now, "now")),
        }
        with self._reading() as cursor:
            row = self._load.run(cursor, values).fetchone()
        return Loaded(*row) if row else Loaded(version=0, document=None, reply=None)

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
    ) -> None:
        """Save all or nothing. Raise `StaleVersion`."""
        moment = utc(now, "now")
        values = {
            "patient": patient,
            "loaded_version": version,
            "new_version": next_version,
            "document_text": document,
            "request_id": request_id,
            "reply_text": reply,
            "now": moment,
            "forgotten_since": forgotten_since(moment),
        }
        fact_rows = [_row(patient, fact) for fact in facts]
        with self._writing() as cursor:
            if erasing:
                self._save_without(cursor, values, erasing)
            else:
                self._save_document(cursor, values)
            self._sweep_replies.run(cursor, values)
            with self._conflict_is_stale():
                self._keep_reply.run(cursor, values)
            self._append_fact.run_many(cursor, fact_rows)
        if erasing:
            with self._connected() as connection:
                self._database.scrub(connection)

    def facts(self, patient: PatientKey, since: datetime) -> tuple[StoredFact, ...]:
        """Return the facts from *since* on, oldest first; of one moment, in the order they were appended."""
        values = {"patient": patient, "since": utc(since, "since")}
        with self._connected() as connection:
            return tuple(StoredFact(*row) for row in connection.execute(statements.FACTS, values).all())

    def delete(self, patient: PatientKey) -> None:
        """Erase everything about *patient*, and the traces of it that the database would leave."""
        with self._connected() as connection:
            connection.execute(statements.DELETE_PATIENT, {"patient": patient})
            self._database.scrub(connection)

    def ping(self) -> None:
        """Return when the database answers, its tables up to date."""
        with self._connected() as connection:
            connection.execute(statements.ASK).all()

    def close(self) -> None:
        """Close this process's connections that are not in use. The next call opens one again."""
        _close(self._engines)

    def _save_document(self, cursor: DBAPICursor, values: dict[str, object]) -> None:
        if values["loaded_version"] == 0:
            with self._conflict_is_stale():
                self._add_patient.run(cursor, values)
        elif self._change_patient.run(cursor, values).rowcount == 0:
            raise _stale()

    def _save_without(self, cursor: DBAPICursor, values: dict[str, object], kinds: tuple[str, ...]) -> None:
        """Save the document with the patient's facts but those of *kinds*.

        Facts leave with their patient only: the patient goes with all of them, and comes back with those that stay.
        """
        names = ("moment", "fact_kind", "fact_data")
        kept = [dict(zip(names, row, strict=True)) for row in self._all_facts.run(cursor, values).fetchall()]
        if values["loaded_version"] and self._delete_version.run(cursor, values).rowcount == 0:
            raise _stale()
        with self._conflict_is_stale():
            self._add_patient.run(cursor, values)
        rows = [{**row, "patient": values["patient"]} for row in kept if row["fact_kind"] not in kinds]
        self._append_fact.run_as_read(cursor, rows)

    @contextmanager
    def _conflict_is_stale(self) -> Iterator[None]:
        try:
            yield
        except self._driver.IntegrityError:
            raise _stale() from None  # the driver's text may quote the row

    @contextmanager
    def _reading(self) -> Iterator[DBAPICursor]:
        with (
            self._unavailable_on_error(),
            closing(self._engine().raw_connection()) as connection,
            closing(connection.cursor()) as cursor,
        ):
            yield cursor

    @contextmanager
    def _writing(self) -> Iterator[DBAPICursor]:
        """Commit at the end; after an error the pool rolls back when it takes the connection back."""
        with self._unavailable_on_error(), closing(self._engine().raw_connection()) as connection:
            with closing(connection.cursor()) as cursor:
                cursor.execute(self._database.begin)
                yield cursor
            connection.commit()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with self._unavailable_on_error(), self._engine().connect() as connection:
            yield connection

    @contextmanager
    def _unavailable_on_error(self) -> Iterator[None]:
        try:
            with mapped_errors(self._database.where, self._driver.Error):
                yield
        except StorageUnavailable:
            self._ready = None
            raise

    def _engine(self) -> Engine:
        """Return this process's engine, never a parent's, its tables up to date."""
        process = os.getpid()
        ready = process, self._database.identity()
        engine = self._engines.get(process)
        if engine is None:
            engine = self._engines.setdefault(process, self._new_engine())
        if ready != self._ready:
            self._generation += 1
            bring_up_to_date(self._database, engine)
            self._ready = ready
        return engine

    def _new_engine(self) -> Engine:
        engine, store = self._database.create_engine(), ref(self)

        def checked_out(connection: DBAPIConnection, record: ConnectionPoolEntry, proxy: PoolProxiedConnection) -> None:
            if kept := store():  # not the store itself: an engine that held it would keep both, and its files, open
                kept._refuse_an_older_connection(connection, record, proxy)

        event.listen(engine, "checkout", checked_out)
        return engine

    def _refuse_an_older_connection(
        self, _connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        """Make the pool open a new one in place of a connection from before an error, or of a file since replaced.

        A connection remembers what it read of a file; a new one sees that the file was mended.
        """
        if record.info.setdefault("generation", self._generation) != self._generation:
            raise DisconnectionError


def _row(patient: PatientKey, fact: StoredFact) -> dict[str, object]:
    return {
        "patient": patient,
        "moment": utc(fact.at, "a fact's moment"),
        "fact_kind": fact.kind,
        "fact_data": fact.data,
    }


def _stale() -> StaleVersion:
    return StaleVersion("Another turn of this patient was saved first. Load again.")


_stores: WeakSet[SqlStore] = WeakSet()


def _close_all() -> None:
    for store in tuple(_stores):
        store.close()


os.register_at_fork(before=_close_all)  # SQLite's locks are per process: an open file must not cross a fork
