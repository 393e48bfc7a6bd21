"""A key for each patient, kept apart from what it seals: when the key is gone, nothing of the patient can be read.

The keys are few bytes, so losing one is quick whatever the size of the database, and leaves nothing readable in its
files, its logs or its backups. They are themselves sealed with the server's secret.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Column, MetaData, Table, Text, delete, insert, inspect, or_, select, update

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine
    from sqlalchemy.sql import ColumnElement

NONCE_BYTES = 12
KEY_BYTES = 32
ID_BYTES = 8
MARK = "k1:"
"""What a sealed text begins with; a text from before there were keys is JSON, and never does."""

metadata = MetaData()
keys = Table(
    "patient_keys",
    metadata,
    Column("key_id", Text, primary_key=True),
    Column("patient_key", Text, nullable=False, index=True),
    Column("account_key", Text, nullable=False, index=True),
    Column("wrapped", Text, nullable=False),
    Column("state", Text, nullable=False),
)


class KeyState(StrEnum):
    """What a key is for."""

    KEPT = "kept"
    LEAVING = "leaving"
    """Another one is about to take its place: it goes as soon as no row needs it."""
    DROPPED = "dropped"
    """Gone; what it sealed is still to be removed."""


@dataclass(frozen=True, slots=True)
class Key:
    """A patient's key, or the lack of it."""

    id: str
    cipher: AESGCM | None = field(repr=False)
    """None when there is none to seal or open with."""
    dropped: bool = False
    """Whether it is gone for good: what it sealed is as good as deleted."""

    def seal(self, text: str, patient: str, what: str) -> str:
        """Return *text* sealed as the patient's *what*; it opens as nothing else."""
        if self.cipher is None:
            raise ValueError("a key that is gone seals nothing")
        nonce = os.urandom(NONCE_BYTES)
        sealed = self.cipher.encrypt(nonce, text.encode(), f"{patient}\0{what}".encode())
        return MARK + b64encode(nonce + sealed).decode()

    def open(self, text: str, patient: str, what: str) -> str | None:
        """Return the text; None when it cannot be opened. One from before there were keys is as it is."""
        if not text.startswith(MARK):
            return text
        if self.cipher is None:
            return None
        try:
            raw = b64decode(text[len(MARK) :])
            opened = self.cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], f"{patient}\0{what}".encode())
        except (InvalidTag, ValueError):
            return None
        return opened.decode()


class Keyring:
    """The keys, in a table of their own. Safe in threads."""

    def __init__(self, secret: bytes, connected: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Keep keys, sealed with *secret*, where *connected* leads: each statement commits by itself.

        None is remembered: any process may drop one at any moment.
        """
        self._wrapping = AESGCM(hmac.new(secret, b"patient keys", hashlib.sha256).digest())
        self._connected = connected
        self._writing = Lock()
        """Threads write in turn: SQLite lets those who wait for a lock starve."""

    def key(self, key_id: str) -> Key:
        """Return the key called *key_id*, which may be gone."""
        wanted = select(keys.c.patient_key, keys.c.wrapped, keys.c.state).where(keys.c.key_id == key_id)
        with self._connected() as connection:
            row = connection.execute(wanted).one_or_none()
        if row is None:
            return Key(key_id, None)
        if row.state == KeyState.DROPPED:
            return Key(key_id, None, dropped=True)
        return Key(key_id, self._unwrapped(key_id, row.patient_key, row.wrapped))

    def make(self, patient: str) -> Key:
        """Return a new key for *patient*, kept."""
        raw, key_id = secrets.token_bytes(KEY_BYTES), secrets.token_hex(ID_BYTES)
        nonce = os.urandom(NONCE_BYTES)
        wrapped = nonce + self._wrapping.encrypt(nonce, raw, f"{patient}\0{key_id}".encode())
        row = {
            "key_id": key_id,
            "patient_key": patient,
            "account_key": patient.partition(".")[0],
            "wrapped": b64encode(wrapped).decode(),
            "state": KeyState.KEPT.value,
        }
        with self._writing, self._connected() as connection:
            connection.execute(insert(keys).values(row))
        return Key(key_id, AESGCM(raw))

    def drop(self, patient: str) -> tuple[tuple[str, str], ...]:
        """Lose every key of *patient*, and of every person of the account when it is one; return ids and patients."""
        lost = self.of(patient)
        self.drop_ids(key_id for key_id, _ in lost)
        return lost

    def drop_ids(self, ids: Iterable[str]) -> None:
        """Lose the keys with *ids*."""
        lost = keys.c.key_id.in_(list(ids))
        with self._writing, self._connected() as connection:
            connection.execute(update(keys).where(lost).values(wrapped="", state=KeyState.DROPPED.value))

    def of(self, patient: str) -> tuple[tuple[str, str], ...]:
        """Return the id and the patient of every key of *patient*, and of every person of the account."""
        theirs = or_(keys.c.patient_key == patient, keys.c.account_key == patient)
        return self._ids_and_patients(theirs)

    def leave(self, key_id: str) -> None:
        """Mark that another key takes the place of *key_id*."""
        with self._writing, self._connected() as connection:
            connection.execute(update(keys).where(keys.c.key_id == key_id).values(state=KeyState.LEAVING.value))

    def stay(self, key_id: str) -> None:
        """Take back that *key_id* is leaving."""
        with self._writing, self._connected() as connection:
            connection.execute(update(keys).where(keys.c.key_id == key_id).values(state=KeyState.KEPT.value))

    def in_state(self, state: KeyState) -> tuple[tuple[str, str], ...]:
        """Return the id and the patient of every key in *state*."""
        return self._ids_and_patients(keys.c.state == state.value)

    def forget(self, ids: Iterable[str]) -> None:
        """Forget that the keys with *ids* ever were."""
        with self._writing, self._connected() as connection:
            connection.execute(delete(keys).where(keys.c.key_id.in_(list(ids))))

    def _ids_and_patients(self, which: ColumnElement[bool]) -> tuple[tuple[str, str], ...]:
        with self._connected() as connection:
            rows = connection.execute(select(keys.c.key_id, keys.c.patient_key).where(which)).all()
        return tuple((row.key_id, row.patient_key) for row in rows)

    def _unwrapped(self, key_id: str, patient: str, wrapped: str) -> AESGCM | None:
        try:
            raw = b64decode(wrapped)
            return AESGCM(self._wrapping.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], f"{patient}\0{key_id}".encode()))
        except (InvalidTag, ValueError):
            return None


def make_table(engine: Engine, begin: str) -> None:
    """Make the table of keys in a database of its own, if it is missing; *begin* locks out other processes."""
    with engine.connect() as connection:
        if inspect(connection).has_table(keys.name):
            return
        connection.rollback()
        with connection.begin():
            connection.exec_driver_sql(begin)
            metadata.create_all(connection)
