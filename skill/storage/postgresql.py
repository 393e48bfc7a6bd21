"""PostgreSQL as the coach uses it, through psycopg 3: short waits, and a lock for changing the tables."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Engine, create_engine, text

from skill.errors import ConfigError
from skill.storage.database import PATIENCE_SECONDS, URGENT_PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import DBAPICursor

_SCHEMA_LOCK = 0x5B19E
"""Any number that no other program on the same database uses as an advisory lock."""


@dataclass(frozen=True, slots=True)
class PostgresqlDatabase:
    """A database on a PostgreSQL server."""

    url: URL = field(repr=False)
    begin: str = "BEGIN"

    @classmethod
    def at(cls, url: URL) -> PostgresqlDatabase:
        """Return the database at *url*. Raise `ConfigError` when its driver is not installed."""
        database = cls(url)
        try:
            database.create_engine()
        except ModuleNotFoundError as error:
            raise ConfigError(
                "SPINE_COACH_DATABASE_URL names PostgreSQL, but its driver psycopg is not installed."
                " Install it with: pip install 'spine-coach[postgres]'"
            ) from error
        return database

    @property
    def where(self) -> str:
        """The database and its server, for a message."""
        return f"The PostgreSQL database {self.url.database} at {self.url.host or 'this machine'}"

    def identity(self) -> str:
        """Return the same always: a server that comes back is the same database."""
        return "postgresql"

    def create_engine(self) -> Engine:
        """Return an engine that gives up early and tests a connection before it is used."""
        return create_engine(
            self.url.difference_update_query(self._options()),
            isolation_level="AUTOCOMMIT",
            pool_timeout=PATIENCE_SECONDS,
            pool_pre_ping=True,
            pool_use_lifo=True,
            hide_parameters=True,
            connect_args=self._options() | self._limits(),
        )

    def lock_schema(self, connection: Connection) -> None:
        """Take an advisory lock, and let the change itself last as long as it needs."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _SCHEMA_LOCK})
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")

    @contextmanager
    def transaction(self, cursor: DBAPICursor, *, urgent: bool) -> Iterator[None]:
        """Begin a transaction; what is *urgent* waits longer for a lock, in this transaction alone."""
        cursor.execute(self.begin)
        if urgent:
            wait_ms = URGENT_PATIENCE_SECONDS * 1000
            cursor.execute(f"SET LOCAL lock_timeout = {wait_ms}")
            cursor.execute(f"SET LOCAL statement_timeout = {wait_ms}")
        yield

    def reclaim(self, connection: Connection) -> bool:
        """Have the server clear what was deleted out of its files now, while others go on."""
        connection.exec_driver_sql("SET statement_timeout = 0")
        try:
            connection.exec_driver_sql("VACUUM patients, facts, replies, set_aside, patient_keys")
        finally:
            connection.exec_driver_sql(f"SET statement_timeout = {PATIENCE_SECONDS * 1000}")
        return True

    def rewrite(self, connection: Connection) -> None:
        """Have the server write the tables anew."""
        connection.exec_driver_sql("SET statement_timeout = 0")
        connection.exec_driver_sql("VACUUM FULL patients, facts, replies")
        connection.exec_driver_sql(f"SET statement_timeout = {PATIENCE_SECONDS * 1000}")

    def keys(self) -> None:
        """Return None: servers that share this database must share its keys."""

    def _options(self) -> dict[str, Any]:
        """Return what follows the URL's question mark: an engine's repr would show a password there."""
        return {name: value for name, value in self.url.query.items() if isinstance(value, str)}

    def _limits(self) -> dict[str, Any]:
        wait_ms = PATIENCE_SECONDS * 1000
        settings = f"-c statement_timeout={wait_ms} -c lock_timeout={wait_ms} -c synchronous_commit=on"
        return {
            "connect_timeout": PATIENCE_SECONDS,
            "tcp_user_timeout": wait_ms // 2,
            "options": f"{self._options().get('options', '')} {settings}".strip(),
        }
