"""What only a SQLite file can show: how it is opened, who may read it, and that what is deleted is gone from it."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Engine

from skill.app.ports import PatientKey, Store
from skill.storage.sql import SqlStore
from skill.storage.sqlite import SqliteDatabase
from tests.storage.surroundings import open_files
from tests.storage.turns import ANN, BOB, NOW, fact, save


@pytest.fixture(name="store")
def _store(sqlite_url: str, opened: Callable[[str], Store]) -> Store:
    return opened(sqlite_url)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 1),
        ("busy_timeout", 2000),
        ("foreign_keys", 1),
        ("secure_delete", 1),
    ],
)
def test_a_connection_is_set_up(sqlite_path: Path, pragma: str, value: object) -> None:
    engine = SqliteDatabase.at(sqlite_path).create_engine()
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    engine.dispose()


def test_a_new_file_may_be_opened_by_many_at_once(tmp_path: Path) -> None:
    """SQLite refuses about one in twenty such files when it is not asked twice."""
    with ThreadPoolExecutor(max_workers=8) as threads:
        for number in range(80):
            engine = SqliteDatabase.at(tmp_path / f"{number}.db").create_engine()
            together = Barrier(8)

            def connect(engine: Engine = engine, together: Barrier = together) -> None:
                together.wait()
                engine.connect().close()

            for connected in [threads.submit(connect) for _ in range(8)]:
                connected.result()
            engine.dispose()


def test_only_the_owner_may_read_the_file_and_its_log(store: Store, sqlite_path: Path) -> None:
    save(store)

    files = sorted(sqlite_path.parent.iterdir())
    assert [file.name for file in files] == ["coach.db", "coach.db-shm", "coach.db-wal"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_opening_a_file_that_others_may_read_leaves_its_owners_choice(
    sqlite_path: Path, sqlite_url: str, opened: Callable[[str], Store]
) -> None:
    sqlite_path.touch(mode=0o640)
    opened(sqlite_url).ping()

    assert stat.S_IMODE(sqlite_path.stat().st_mode) == 0o640


def test_the_place_stays_when_the_server_changes_its_folder(
    tmp_path: Path, opened: Callable[[str], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = opened("sqlite:///coach.db")
    monkeypatch.chdir("/")
    save(store)

    assert (tmp_path / "coach.db").stat().st_size > 0


def test_a_reader_is_not_held_up_by_a_writer(store: Store, sqlite_path: Path) -> None:
    save(store, document="before")
    with closing(sqlite3.connect(sqlite_path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")

        assert store.load(ANN, "request-2", NOW).document == "before"


def test_a_deleted_patient_leaves_no_byte_in_the_file_or_its_log(store: Store, sqlite_path: Path) -> None:
    patients = [PatientKey(f"{number:064x}") for number in range(0xABCDE0, 0xABCDE0 + 12)]
    for turn in range(25):
        for patient in patients:
            save(
                store,
                patient,
                version=turn,
                document=f"{patient} " * (20 + turn),
                facts=tuple(fact(patient, at=NOW - timedelta(seconds=turn * k)) for k in range(turn % 4)),
                request_id=f"request-{turn} {patient}",
                reply=f"{patient} " * 20,
                now=NOW + timedelta(minutes=turn),
            )
    for patient in patients[:-1]:
        store.delete(patient)

        left = [file.name for file in sqlite_path.parent.iterdir() if patient.encode() in file.read_bytes()]
        assert left == []
    assert patients[-1].encode() in sqlite_path.read_bytes()


def test_forgotten_replies_are_swept_whoever_they_were_for(store: Store, sqlite_path: Path) -> None:
    save(store, ANN)
    save(store, BOB, now=NOW + timedelta(minutes=10))

    with closing(sqlite3.connect(sqlite_path)) as connection:
        assert connection.execute("SELECT patient_key FROM replies").fetchall() == [(BOB,)]


def test_moments_are_kept_as_utc_text(store: Store, sqlite_path: Path) -> None:
    save(store, facts=(fact(),))

    with closing(sqlite3.connect(sqlite_path)) as connection:
        kept = connection.execute("SELECT at, updated_at FROM facts JOIN patients USING (patient_key)").fetchone()
    assert kept == ("2026-11-23 10:00:00.000000",) * 2


def test_nothing_is_open_after_closing(store: SqlStore, sqlite_path: Path) -> None:
    save(store)
    assert open_files(sqlite_path) != []
    store.close()

    assert open_files(sqlite_path) == []
