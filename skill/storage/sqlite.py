"""SQLite as the coach uses it: one file for its owner only, a write-ahead log, writers in a queue."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy import Engine, QueuePool, create_engine

from skill.errors import ConfigError
from skill.storage.database import PATIENCE_SECONDS, URGENT_PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import DBAPICursor

_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)
"""What was saved survives a power cut; what is deleted is zeroed, and its room given back bit by bit."""

_GIVES_ROOM_BACK = "PRAGMA auto_vacuum = INCREMENTAL"
"""Said before a file has its first table, or before it is written anew."""
QUICK_VACUUM_BYTES = 32 * 1024 * 1024
"""Up to this size the whole file is written anew after a deletion: about 10 ms a megabyte, in which saves wait."""
PAGES_AT_ONCE = 256
"""How many pages of a larger file are given back at once: a megabyte."""


@dataclass(frozen=True, slots=True)
class SqliteDatabase:
    """A SQLite file."""

    path: Path
    """Absolute: the server may change its folder."""
    begin: str = "BEGIN IMMEDIATE"
    """Take the write lock at once: a transaction that upgrades to it later fails instead of queueing."""
    journal_mode: str = "WAL"
    """A write-ahead log, so that readers never wait for a writer."""

    @classmethod
    def at(cls, path: Path, journal_mode: str = "WAL") -> SqliteDatabase:
        """Return the database at *path*, its file made when missing. Raise `ConfigError`."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            pass
        except OSError as error:
            raise _unusable(path, error.strerror or type(error).__name__) from error
        if path.is_dir():
            raise _unusable(path, "it is a folder")
        if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)):
            raise _unusable(path, "it, or its folder, is not writable")
        return cls(path, journal_mode=journal_mode)

    @property
    def where(self) -> str:
        """The file, for a message."""
        return f"The SQLite file {self.path}"

    def identity(self) -> tuple[int, int]:
        """Return the file's device and inode: a file put in its place is another database."""
        status = self.path.stat()
        return status.st_dev, status.st_ino

    def create_engine(self) -> Engine:
        """Return an engine that never lets a thread wait for a connection: SQLite's are cheap."""
        return create_engine(
            "sqlite+pysqlite://",
            creator=self._connect,
            poolclass=QueuePool,
            max_overflow=-1,
            pool_use_lifo=True,
            paramstyle="named",
            hide_parameters=True,
        )

    def lock_schema(self, connection: Connection) -> None:
        """Do nothing: `BEGIN IMMEDIATE` is that lock."""

    @contextmanager
    def transaction(self, cursor: DBAPICursor, *, urgent: bool) -> Iterator[None]:
        """Begin a transaction; what is *urgent* waits longer for the lock."""
        if urgent:
            cursor.execute(f"PRAGMA busy_timeout = {int(URGENT_PATIENCE_SECONDS * 1000)}")
        try:
            cursor.execute(self.begin)
            yield
        finally:
            if urgent:
                cursor.execute(f"PRAGMA busy_timeout = {int(PATIENCE_SECONDS * 1000)}")

    def reclaim(self, connection: Connection) -> bool:
        """Give back what is free, and empty the log; False while another program reads it.

        A small file is written anew, for `secure_delete` leaves the copies that SQLite made when it moved rows.
        """
        if self.path.stat().st_size <= QUICK_VACUUM_BYTES:
            connection.exec_driver_sql("VACUUM")
        else:
            free = connection.exec_driver_sql("PRAGMA freelist_count").scalar_one()
            driver = cast("sqlite3.Connection", connection.connection.driver_connection)
            for _ in range(-(-free // PAGES_AT_ONCE)):
                driver.executescript(f"PRAGMA incremental_vacuum({PAGES_AT_ONCE});")  # to its end: it has no rows
        return not connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()

    def rewrite(self, connection: Connection) -> None:
        """Write the file anew, and empty its log."""
        connection.exec_driver_sql(_GIVES_ROOM_BACK)
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()

    def keys(self) -> SqliteDatabase:
        """Return the file of keys beside this one, without a log that would keep what is gone."""
        return SqliteDatabase.at(self.path.with_name(f"{self.path.name}.keys"), journal_mode="TRUNCATE")

    def _connect(self) -> sqlite3.Connection:
        if not os.access(self.path, os.W_OK):  # SQLite would open it for reading, and make a log that it cannot write
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode=rw",  # never make a new, empty file in place of one that is gone
            uri=True,
            timeout=PATIENCE_SECONDS,
            isolation_level=None,
            check_same_thread=False,  # the pool hands a connection to one thread at a time
        )
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            if self.path.stat().st_size == 0:
                connection.execute(_GIVES_ROOM_BACK)
            _set_journal(connection, self.journal_mode)
        except BaseException:
            connection.close()
            raise
        return connection


def _set_journal(connection: sqlite3.Connection, mode: str) -> None:
    for is_last in _attempts():
        try:
            connection.execute(f"PRAGMA journal_mode = {mode}")
        except sqlite3.OperationalError as error:
            if is_last or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
        else:
            return


def _attempts() -> Iterator[bool]:
    """Yield whether it is the last time to ask, where SQLite refuses at once instead of waiting for a lock."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up:
        yield False
        time.sleep(0.01)
    yield True


def _unusable(path: Path, reason: str) -> ConfigError:
    return ConfigError(
        f"The database file {path} cannot be used: {reason}. Make its folder exist and both writable"
        " for this user, or name another file in SPINE_COACH_DATABASE_URL (sqlite:///path)."
    )
