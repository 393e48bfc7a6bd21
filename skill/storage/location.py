"""The only place that reads a database URL. What it says about a wrong one never repeats its password."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from skill.errors import ConfigError
from skill.storage.postgresql import PostgresqlDatabase
from skill.storage.sqlite import SqliteDatabase

if TYPE_CHECKING:
    from skill.storage.database import Database

VARIABLE = "SPINE_COACH_DATABASE_URL"
_FORMS = "memory:, sqlite:///path/to/file.db or postgresql+psycopg://user:password@host/database"
_MEMORY = ("memory:", "memory://")


@dataclass(frozen=True, slots=True)
class InMemory:
    """This process's memory: gone when it ends, and not shared with another worker."""


def locate(url: str) -> Database | InMemory:
    """Return the database *url* names, its file made when it is SQLite's. Raise `ConfigError`."""
    if url in _MEMORY:
        return InMemory()
    parsed = _parse(url)
    match parsed.drivername:
        case "sqlite":
            return SqliteDatabase.at(_path(parsed))
        case "postgresql+psycopg":
            return _postgresql(parsed)
        case other:
            raise _refusal(f"the scheme {other!r} is unknown")


def default_url() -> str:
    """Return the URL of SQLite in the user's data folder, made for its owner only when missing.

    Raise `ConfigError` when the folder cannot be made.
    """
    return URL.create("sqlite", database=str(data_folder() / "spine-coach.db")).render_as_string()


def data_folder() -> Path:
    """Return the user's data folder, made for its owner only when missing. Raise `ConfigError`."""
    folder = user_data_path("spine-coach", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(
            f"The data folder {folder} cannot be made ({error.strerror}). Make it writable for this user,"
            f" or name another place in {VARIABLE}: {_FORMS}."
        ) from error
    return folder


def journal_path(place: Database) -> Path:
    """Return where the journal of holds is: beside a SQLite file, else in the user's data folder, one a database."""
    if isinstance(place, SqliteDatabase):
        return place.path.with_name(f"{place.path.name}.holds")
    digest = hashlib.sha256(place.where.encode()).hexdigest()[:12]
    return data_folder() / f"{digest}.holds"


def _parse(url: str) -> URL:
    if not re.match(r"[a-z][a-z0-9+]*://", url):
        raise _refusal("it does not begin with a scheme")
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise _refusal("it cannot be read as a URL") from None


def _path(url: URL) -> Path:
    if url.host or url.username or url.password or url.query:
        raise _refusal("a sqlite URL is three slashes and a path (four for an absolute one), nothing else")
    if not url.database or url.database == ":memory:":
        raise _refusal("a sqlite URL needs a file; to keep nothing, write memory:")
    return Path(url.database).absolute()


def _postgresql(url: URL) -> PostgresqlDatabase:
    if not url.database:
        raise _refusal("a postgresql URL ends with the database's name")
    return PostgresqlDatabase.at(url)


def _refusal(reason: str) -> ConfigError:
    return ConfigError(f"{VARIABLE} cannot be used: {reason}. Write {_FORMS}.")
