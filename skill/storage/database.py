"""What one kind of database needs done its own way; the rest is `sql.py`, the same for all."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.exc import SQLAlchemyError

from skill.errors import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPICursor

PATIENCE_SECONDS = 2
"""How long to wait for a lock or a connection. Alexa gives up on the whole turn after about 8 s."""
URGENT_PATIENCE_SECONDS = 4
"""How long to wait for a lock when a hold is to be saved: loading before it takes up to 2 s, and 2 s are left."""


class Database(Protocol):
    """One kind of database at one place. Its driver commits by itself except between `begin` and a commit."""

    @property
    def begin(self) -> str:
        """The SQL that begins a transaction which will write."""

    def transaction(self, cursor: DBAPICursor, *, urgent: bool) -> AbstractContextManager[None]:
        """Begin a transaction that will write; what is *urgent* waits longer for a lock."""

    @property
    def where(self) -> str:
        """The database's kind and place for a message: never a password."""

    def identity(self) -> Hashable:
        """Return what stays the same while it is the same database. Raise `OSError` when it is gone."""

    def create_engine(self) -> Engine:
        """Return an engine of its own for this process. It connects at first use."""

    def lock_schema(self, connection: Connection) -> None:
        """Let nobody else change the tables until this transaction ends."""

    def reclaim(self, connection: Connection) -> bool:
        """Give back the room of what was deleted, without keeping saves waiting; return whether all of it was."""

    def rewrite(self, connection: Connection) -> None:
        """Write all files anew, so that nothing deleted or changed is left in them; saves wait meanwhile."""

    def keys(self) -> Database | None:
        """Return the database in which the keys are kept apart; None when they are in a table of this one."""


@contextmanager
def mapped_errors(where: str, driver_error: type[Exception]) -> Iterator[None]:
    """Turn every error of the driver, of SQLAlchemy or of the file system into `StorageUnavailable`.

    The message has the driver's code and never its text, which may quote a row.
    """
    try:
        yield
    except (driver_error, SQLAlchemyError, OSError) as error:
        raise StorageUnavailable(
            f"{where} refused or did not answer ({_code(error)}). Nothing was saved; the next turn asks again."
            " Check that it is there, writable, not full and not locked by another program."
        ) from error


def _code(error: BaseException) -> str:
    cause = getattr(error, "orig", None) or error
    codes = (getattr(cause, name, None) for name in ("sqlite_errorname", "sqlstate", "strerror"))
    return next((code for code in codes if code), type(cause).__name__)
