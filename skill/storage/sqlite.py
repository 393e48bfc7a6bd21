"""SQLite as the coach uses it: one file for its owner only, a write-ahead log, writers in a queue."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, QueuePool, create_engine

from skill.errors import ConfigError, StorageUnavailable
from skill.storage.database import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_PRAGMAS = (
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)
"""A power cut may lose the last moments, never the file; what is deleted is zeroed."""


@dataclass(frozen=True, slots=True)
class SqliteDatabase:
    """A SQLite file."""

    path: Path
    """Absolute: the server may change its folder."""
    begin: str = "BEGIN IMMEDIATE"
    """Take the write lock at once: a transaction that upgrades to it later fails instead of queueing."""

    @classmethod
    def at(cls, path: Path) -> SqliteDatabase:
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
        return cls(path)

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

    def scrub(self, connection: Connection) -> None:
        """Write the file anew and empty its log: about 10 ms a megabyte, in which saves wait.

        `secure_delete` zeroes what is deleted, but not the copies that SQLite left when it moved rows between pages.
        """
        connection.exec_driver_sql("VACUUM")
        for _ in _attempts():
            if not connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one():
                return
        raise StorageUnavailable(
            f"{self.where} was deleted from, but its log keeps traces while another program reads it."
            " End that program, and delete again."
        )

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
            _turn_on_log(connection)
            for pragma in _PRAGMAS:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return connection


def _turn_on_log(connection: sqlite3.Connection) -> None:
    """Use a write-ahead log, so that readers never wait for a writer."""
    for is_last in _attempts():
        try:
            connection.execute("PRAGMA journal_mode = WAL")
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
