"""What one kind of database needs done its own way; the rest is `sql.py`, the same for all."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.exc import SQLAlchemyError

from skill.errors import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

PATIENCE_SECONDS = 2
"""How long to wait for a lock or a connection. Alexa gives up on the whole turn after about 8 s."""


class Database(Protocol):
    """One kind of database at one place. Its driver commits by itself except between `begin` and a commit."""

    @property
    def begin(self) -> str:
        """The SQL that begins a transaction which will write."""

    @property
    def where(self) -> str:
        """The database's kind and place for a message: never a password."""

    def identity(self) -> Hashable:
        """Return what stays the same while it is the same database. Raise `OSError` when it is gone."""

    def create_engine(self) -> Engine:
        """Return an engine of its own for this process. It connects at first use."""

    def lock_schema(self, connection: Connection) -> None:
        """Let nobody else change the tables until this transaction ends."""

    def scrub(self, connection: Connection) -> None:
        """Wipe what a committed deletion leaves outside the tables. Raise `StorageUnavailable`."""


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
