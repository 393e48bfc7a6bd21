"""A SQLite file in trouble: the store says so within three seconds, and works again when the trouble is over."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from skill.app.ports import Loaded
from skill.errors import StorageUnavailable
from skill.storage import open_store
from skill.storage.sql import SqlStore
from tests.storage.surroundings import ordinary_user
from tests.storage.turns import ANN, BOB, NOW, fact, save

WITHIN_SECONDS = 3.0


@pytest.fixture(name="path")
def _path() -> Iterator[Path]:
    """A file in a folder that an ordinary user can reach, which pytest's own folders are not."""
    folder = Path(tempfile.mkdtemp())
    yield folder / "coach.db"
    shutil.rmtree(folder)


@pytest.fixture(name="store")
def _store(path: Path) -> Iterator[SqlStore]:
    """A store that has saved one turn."""
    store = open_store(f"sqlite:///{path}")
    assert isinstance(store, SqlStore)
    save(store, document="before")
    yield store
    store.close()


@contextmanager
def _unavailable(match: str) -> Iterator[None]:
    began = time.monotonic()
    with pytest.raises(StorageUnavailable, match=match) as caught:
        yield
    assert time.monotonic() - began < WITHIN_SECONDS
    assert caught.value.__cause__ is not None


def _works(store: SqlStore, *, version: int = 1) -> None:
    assert store.load(ANN, "request-1", NOW).version == version
    save(store, version=version, request_id="request-after", document="after")
    assert store.load(ANN, "request-after", NOW) == Loaded(version + 1, "after", "{}")


def test_a_lock_that_is_not_released_in_time(store: SqlStore, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other_program:
        other_program.execute("BEGIN IMMEDIATE")
        with _unavailable("coach.db.*SQLITE_BUSY"):
            save(store, version=1, request_id="request-2")
        assert store.load(ANN, "request-2", NOW) == Loaded(1, "before", None)
        other_program.execute("ROLLBACK")

    _works(store)


def test_a_deletion_while_another_program_reads_and_its_traces(store: SqlStore, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other_program:
        other_program.execute("BEGIN")
        other_program.execute("SELECT * FROM patients").fetchall()
        assert store.delete(ANN)
        assert store.load(ANN, "request-1", NOW) == Loaded(0, None, None)
        assert not store.tidy()
        other_program.execute("ROLLBACK")

    assert store.tidy()
    assert [file for file in path.parent.iterdir() if ANN.encode() in file.read_bytes()] == []


def test_a_deletion_while_another_program_writes_is_done_all_the_same(store: SqlStore, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other_program:
        other_program.execute("BEGIN IMMEDIATE")
        assert store.delete(ANN)
        other_program.execute("ROLLBACK")

    assert store.load(ANN, "request-1", NOW) == Loaded(0, None, None)
    save(store, document="anew", request_id="request-2")
    assert store.tidy()
    assert store.load(ANN, "request-2", NOW) == Loaded(1, "anew", "{}")


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.load(ANN, "request-1", NOW),
        lambda store: store.facts(ANN, NOW),
        lambda store: store.ping(),
    ],
    ids=["load", "facts", "ping"],
)
def test_a_file_that_another_program_keeps_to_itself(
    store: SqlStore, path: Path, ask: Callable[[SqlStore], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.storage.sqlite.PATIENCE_SECONDS", 0.1)
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other_program:
        other_program.execute("PRAGMA locking_mode = EXCLUSIVE")
        other_program.execute("BEGIN EXCLUSIVE")
        with _unavailable("SQLITE_BUSY"):
            ask(store)

    _works(store)


def test_a_file_that_is_gone_is_not_made_anew_and_is_found_again(store: SqlStore, path: Path) -> None:
    away = path.parent / "away"
    away.mkdir()
    for file in path.parent.glob("coach.db*"):
        file.rename(away / file.name)
    for _ in range(2):
        with _unavailable("coach.db.*No such file"):
            store.load(ANN, "request-1", NOW)
        with _unavailable("coach.db.*No such file"):
            save(store, version=1, request_id="request-2")
    assert not path.exists()
    for file in away.iterdir():
        file.rename(path.parent / file.name)

    _works(store)


def test_another_file_in_its_place_is_used_from_the_next_turn_on(store: SqlStore, path: Path) -> None:
    store.close()
    backup = path.with_name("backup.db")
    shutil.copy(path, backup)
    save(store, version=1, request_id="request-2", document="after the backup")
    for log in path.parent.glob("coach.db-*"):
        log.unlink()
    backup.replace(path)

    _works(store)


def test_a_file_of_an_older_release_in_its_place_is_brought_up_to_date(store: SqlStore, path: Path) -> None:
    store.close()
    path.unlink()
    path.touch()

    assert store.load(ANN, "request-1", NOW).version == 0
    save(store, facts=(fact(),))


def test_a_corrupted_file(store: SqlStore, path: Path) -> None:
    store.close()
    sound = path.read_bytes()
    path.write_bytes(b"\x00garbage" * (len(sound) // 8))
    with _unavailable("SQLITE_NOTADB"):
        store.load(ANN, "request-1", NOW)
    with _unavailable("SQLITE_NOTADB"):
        store.ping()
    path.write_bytes(sound)

    _works(store)


def test_a_damaged_page(store: SqlStore, path: Path) -> None:
    store.close()
    sound = path.read_bytes()
    path.write_bytes(sound[:4096] + b"\xff" * (len(sound) - 4096))
    with _unavailable("SQLITE_CORRUPT"):
        store.load(ANN, "request-1", NOW)
    path.write_bytes(sound)

    _works(store)


def test_a_full_disk(store: SqlStore) -> None:
    store.close()
    with _no_page_more():
        with _unavailable("SQLITE_FULL"):
            save(store, version=1, document="x" * 100_000, request_id="request-2")
        assert store.load(ANN, "request-2", NOW) == Loaded(1, "before", None)
        with _unavailable("SQLITE_FULL"):
            save(store, BOB, document="x" * 100_000)

    _works(store)


@contextmanager
def _no_page_more() -> Iterator[None]:
    def limit(connection: sqlite3.Connection, _record: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def test_a_file_that_was_made_read_only(store: SqlStore, path: Path) -> None:
    with ordinary_user(path.parent):
        path.chmod(0o400)
        store.close()
        with _unavailable("coach.db.*Permission denied"):
            save(store, version=1, request_id="request-2")
        path.chmod(0o600)

        _works(store)


def test_the_message_names_the_file_and_the_remedy_but_no_patient(store: SqlStore, path: Path) -> None:
    path.rename(path.with_name("away.db"))
    with pytest.raises(StorageUnavailable) as caught:
        save(store, version=1, document="secret", facts=(fact("secret"),), request_id="secret", reply="secret")

    message = str(caught.value)
    assert str(path) in message
    assert "Check that it is there, writable" in message
    assert "secret" not in message
    assert ANN not in message
