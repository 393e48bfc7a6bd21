"""One process's connections to one database: never a parent's, tables up to date, every error told as one kind."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from weakref import WeakSet, finalize, ref

from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError

from skill.errors import StorageUnavailable
from skill.storage.database import mapped_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

    from sqlalchemy import Connection, Dialect, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
    from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

    from skill.storage.database import Database


class Connections:
    """Safe in many threads and many processes, also when made before the server forks."""

    def __init__(self, database: Database, prepare: Callable[[Engine], None]) -> None:
        """Connect to *database* at first use, after *prepare* has brought its tables up to date."""
        self._database = database
        self._prepare = prepare
        self._ready: tuple[int, Hashable] | None = None
        self._generation = 0
        engine = self._new_engine()
        self._engines = {os.getpid(): engine}
        self.driver = engine.dialect.loaded_dbapi
        _all.add(self)
        finalize(self, _close, self._engines)

    @property
    def dialect(self) -> Dialect:
        """Return what statements are compiled for."""
        return next(iter(self._engines.values())).dialect

    @contextmanager
    def reading(self) -> Iterator[DBAPICursor]:
        """Yield a cursor to read with."""
        with (
            self._unavailable_on_error(),
            closing(self._engine().raw_connection()) as connection,
            closing(connection.cursor()) as cursor,
        ):
            yield cursor

    @contextmanager
    def writing(self, *, urgent: bool = False) -> Iterator[DBAPICursor]:
        """Commit at the end; after an error the pool rolls back when it takes the connection back.

        What is *urgent* waits longer for a lock.
        """
        with self._unavailable_on_error(), closing(self._engine().raw_connection()) as connection:
            with closing(connection.cursor()) as cursor, self._database.transaction(cursor, urgent=urgent):
                yield cursor
            connection.commit()

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Yield a connection on which each statement commits by itself."""
        with self._unavailable_on_error(), self._engine().connect() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection whose statements are committed together at the end."""
        with self.connected() as connection, connection.begin():
            connection.exec_driver_sql(self._database.begin)
            yield connection

    def close(self) -> None:
        """Close this process's connections that are not in use. The next call opens one again."""
        _close(self._engines)
        self._ready = None  # while nothing is open, another file may be put in its place under the same number

    @contextmanager
    def _unavailable_on_error(self) -> Iterator[None]:
        try:
            with mapped_errors(self._database.where, self.driver.Error):
                yield
        except StorageUnavailable:
            self._ready = None
            raise

    def _engine(self) -> Engine:
        process = os.getpid()
        ready = process, self._database.identity()
        engine = self._engines.get(process)
        if engine is None:
            engine = self._engines.setdefault(process, self._new_engine())
        if ready != self._ready:
            self._generation += 1
            self._prepare(engine)
            self._ready = ready
        return engine

    def _new_engine(self) -> Engine:
        engine, connections = self._database.create_engine(), ref(self)

        def checked_out(connection: DBAPIConnection, record: ConnectionPoolEntry, proxy: PoolProxiedConnection) -> None:
            if kept := connections():  # not these themselves: an engine that held them would keep both, and files, open
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


def _close(engines: Mapping[int, Engine]) -> None:
    """Close this process's connections that are not in use."""
    if engine := engines.get(os.getpid()):
        engine.dispose()


_all: WeakSet[Connections] = WeakSet()


def _close_all() -> None:
    for connections in tuple(_all):
        connections.close()


os.register_at_fork(before=_close_all)  # SQLite's locks are per process: an open file must not cross a fork
