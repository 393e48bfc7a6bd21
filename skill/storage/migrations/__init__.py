"""Brings the tables up to date, one file in `versions/` after the other, whoever comes first."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, String, Table, inspect, select

from skill.errors import StorageUnavailable
from skill.storage.resealing import seal_all

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from skill.storage.database import Database
    from skill.storage.keyring import Keyring

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""Every revision in `versions/`, in order."""
SEALED_AFTER = "0004"
"""The revision after which the texts that are there are sealed."""

_revisions = Table("alembic_version", MetaData(), Column("version_num", String(32)))
_alembic = Lock()
"""Alembic keeps the migration it runs in a module: one thread at a time."""


def bring_up_to_date(database: Database, engine: Engine, keyring: Keyring) -> None:
    """Run the migrations that *database* has not seen, in transactions that others wait for; *keyring* seals.

    Raise `StorageUnavailable` when its tables are newer than this code, and the driver's own errors.
    """
    with engine.connect() as connection:
        revision = _revision(connection)
        if revision == REVISIONS[-1]:
            return
        if revision != SEALED_AFTER:
            _upgrade(database, connection, SEALED_AFTER)
        seal_all(database, connection, keyring)
        _upgrade(database, connection, REVISIONS[-1])


def _upgrade(database: Database, connection: Connection, to: str) -> None:
    from alembic import command  # a tenth of a second that only a migration needs to spend
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "skill.storage:migrations")
    config.attributes["connection"] = connection
    connection.rollback()
    with _alembic, connection.begin():
        connection.exec_driver_sql(database.begin)
        database.lock_schema(connection)
        if (revision := _revision(connection)) not in (None, *REVISIONS):
            raise StorageUnavailable(
                f"{database.where} has tables of revision {revision}, and this Spine Coach knows up to"
                f" {REVISIONS[-1]}. Run a newer one, or name another place in SPINE_COACH_DATABASE_URL."
            )
        if revision is None or revision < to:  # else another process was quicker
            command.upgrade(config, to)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_revisions.name):
        return None
    return connection.execute(select(_revisions.c.version_num)).scalar_one_or_none()
