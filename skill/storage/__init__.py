"""Where a patient's document, facts and recent replies are kept: in memory, in SQLite or in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skill.app.holds import NoHolds
from skill.storage.journal import HoldsJournal
from skill.storage.location import InMemory, default_url, journal_path, locate
from skill.storage.memory import MemoryStore
from skill.storage.sql import SqlStore

if TYPE_CHECKING:
    from skill.app.holds import Holds
    from skill.app.ports import Store

__all__ = ["default_url", "migrate", "open_holds", "open_store"]


def open_store(url: str, secret: bytes = b"") -> Store:
    """Return the store at *url*: `memory:`, `sqlite:///path` or `postgresql+psycopg://...`.

    All texts are sealed with keys that *secret* seals: with another one nothing can be read.

    A SQLite file that is missing is created, for its owner only. The database is first asked at first use, which
    also brings its tables up to date: call `ping` before the server forks, and no worker has to.
    Raise `ConfigError` when *url* is unknown or malformed, its file cannot be written or its driver is missing.
    """
    place = locate(url)
    return MemoryStore() if isinstance(place, InMemory) else SqlStore(place, secret)


def open_holds(url: str) -> Holds:
    """Return the journal of holds that belongs to the store at *url*; memory has none.

    Raise `ConfigError` when *url* is unknown or malformed, or the journal cannot be made.
    """
    place = locate(url)
    return NoHolds() if isinstance(place, InMemory) else HoldsJournal(journal_path(place))


def migrate(url: str, secret: bytes = b"") -> None:
    """Bring the tables at *url* up to date; several processes may do it at once.

    Raise `ConfigError` as `open_store` does, and `StorageUnavailable` when the database does not answer.
    """
    place = locate(url)
    if not isinstance(place, InMemory):
        store = SqlStore(place, secret)
        store.ping()
        store.close()
