"""The tables grow from any older revision to the newest, and end as `tables.py` says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import IntegrityError

import skill.storage.migrations
from skill.app.ports import Loaded, Store
from skill.errors import StorageUnavailable
from skill.storage import migrate
from skill.storage.migrations import REVISIONS
from skill.storage.tables import metadata
from tests.storage.turns import ANN, BOB, LONG_AGO, NOW, fact, save

REVISION_1 = f"""
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES ('0001');
CREATE TABLE patients (
    patient_key TEXT NOT NULL, version INTEGER NOT NULL, document TEXT NOT NULL, updated_at DATETIME NOT NULL,
    PRIMARY KEY (patient_key)
);
CREATE TABLE facts (
    id INTEGER NOT NULL, patient_key TEXT NOT NULL, at DATETIME NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(patient_key) REFERENCES patients (patient_key) ON DELETE CASCADE
);
CREATE INDEX facts_by_patient ON facts (patient_key, at);
CREATE TABLE replies (
    patient_key TEXT NOT NULL, request_id TEXT NOT NULL, reply TEXT NOT NULL, saved_at DATETIME NOT NULL,
    PRIMARY KEY (patient_key, request_id),
    FOREIGN KEY(patient_key) REFERENCES patients (patient_key) ON DELETE CASCADE
);
CREATE INDEX replies_by_age ON replies (saved_at);
INSERT INTO patients VALUES ('{ANN}', 7, 'seventh', '2026-11-23 10:00:00.000000');
INSERT INTO facts VALUES (1, '{ANN}', '2026-11-23 10:00:00.000000', 'set-done', 'old');
INSERT INTO replies VALUES ('{ANN}', 'request-1', 'kept', '2026-11-23 10:00:00.000000');
"""
"""What the first release left behind."""


@pytest.fixture(name="connection")
def _connection(database_url: str) -> Iterator[Connection]:
    migrate(database_url)
    engine = create_engine(database_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_the_newest_revision_leaves_the_tables_that_the_code_expects(connection: Connection) -> None:
    def is_ours(item: object, name: str | None, kind: str, *_: object) -> bool:
        return (name if kind == "table" else getattr(getattr(item, "table", None), "name", "")) != "patient_keys"

    context = MigrationContext.configure(connection, opts={"include_object": is_ours})

    assert compare_metadata(context, metadata) == []
    assert context.get_current_revision() == REVISIONS[-1]


def test_every_file_in_versions_is_a_known_revision() -> None:
    scripts = ScriptDirectory(Path(skill.storage.migrations.__file__).parent)

    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == REVISIONS


def test_a_file_of_the_first_release_is_brought_up_to_date_with_all_it_holds(
    sqlite_path: Path, sqlite_url: str, opened: Callable[[str], Store]
) -> None:
    with closing(sqlite3.connect(sqlite_path)) as first_release:
        first_release.executescript(REVISION_1)
    store = opened(sqlite_url)

    assert store.load(ANN, "request-1", NOW) == Loaded(7, "seventh", "kept")
    assert store.facts(ANN, LONG_AGO) == (fact("old"),)
    save(store, version=7, request_id="request-2", facts=(fact("new"),))
    assert [kept.data for kept in store.facts(ANN, LONG_AGO)] == ["old", "new"]
    with (
        closing(sqlite3.connect(sqlite_path)) as now,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        now.execute("UPDATE facts SET data = 'changed'")


def test_migrating_twice_changes_nothing(database_url: str, opened: Callable[[str], Store]) -> None:
    migrate(database_url)
    save(opened(database_url), document="kept")
    migrate(database_url)

    assert opened(database_url).load(ANN, "request-2", NOW) == Loaded(1, "kept", None)


def test_databases_may_be_brought_up_to_date_by_threads_at_once(tmp_path: Path) -> None:
    together = Barrier(6)

    def migrate_one(number: int) -> None:
        together.wait()
        migrate(f"sqlite:///{tmp_path}/{number}.db")

    with ThreadPoolExecutor(max_workers=6) as threads:
        list(threads.map(migrate_one, range(6)))

    for number in range(6):
        with closing(sqlite3.connect(tmp_path / f"{number}.db")) as brought_up:
            assert brought_up.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISIONS[-1],)]


def test_a_migration_that_breaks_off_leaves_nothing_behind(
    sqlite_path: Path, sqlite_url: str, opened: Callable[[str], Store]
) -> None:
    with closing(sqlite3.connect(sqlite_path)) as other_program:
        other_program.execute("CREATE TABLE replies (anything)")
    store = opened(sqlite_url)

    with pytest.raises(StorageUnavailable):
        store.ping()

    with closing(sqlite3.connect(sqlite_path)) as other_program:
        assert other_program.execute("SELECT name FROM sqlite_schema").fetchall() == [("replies",)]
        other_program.execute("DROP TABLE replies")
    store.ping()


def test_tables_newer_than_the_code_are_left_alone(
    connection: Connection, database_url: str, opened: Callable[[str], Store]
) -> None:
    connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    connection.commit()

    with pytest.raises(StorageUnavailable, match=r"revision 9999.*newer"):
        opened(database_url).ping()


@pytest.mark.parametrize(
    "sql",
    ["UPDATE facts SET data = 'changed'", "DELETE FROM facts"],
    ids=["a change", "a deletion without its patient"],
)
def test_the_database_itself_keeps_facts_as_they_are(
    connection: Connection, database_url: str, opened: Callable[[str], Store], sql: str
) -> None:
    save(opened(database_url), facts=(fact(),))

    with pytest.raises(IntegrityError, match="append-only"):
        connection.execute(text(sql))


def test_a_fact_that_the_database_refuses_leaves_the_whole_turn_unsaved(
    connection: Connection, database_url: str, opened: Callable[[str], Store]
) -> None:
    store = opened(database_url)
    save(store, BOB, document="before", request_id="request-0")
    connection.execute(text("CREATE UNIQUE INDEX one_of_a_kind ON facts (kind)"))
    connection.commit()

    with pytest.raises(StorageUnavailable):
        save(store, BOB, version=1, document="after", facts=(fact(kind="a"), fact(kind="b"), fact(kind="a")))

    assert store.load(BOB, "request-1", NOW) == Loaded(1, "before", None)
    assert store.facts(BOB, LONG_AGO) == ()
