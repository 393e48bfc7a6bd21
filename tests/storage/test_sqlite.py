"""What only a SQLite file can show: how it is opened, who may read it, and that what is deleted is gone from it."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Timer

import pytest

from skill.app.ports import PatientKey, Store, StoredFact
from skill.storage import open_store
from skill.storage.sql import SqlStore
from skill.storage.sqlite import SqliteDatabase
from tests.storage.surroundings import open_files
from tests.storage.turns import ANN, BOB, LONG_AGO, NOW, fact, save


@pytest.fixture(name="store")
def _store(sqlite_url: str, opened: Callable[[str], Store]) -> Store:
    return opened(sqlite_url)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("busy_timeout", 2000),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("auto_vacuum", 2),
    ],
)
def test_a_connection_is_set_up(sqlite_path: Path, pragma: str, value: object) -> None:
    engine = SqliteDatabase.at(sqlite_path).create_engine()
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    engine.dispose()


def test_a_file_that_another_program_is_writing_its_first_rows_to_is_waited_for(
    store: SqlStore, sqlite_path: Path
) -> None:
    """Asked for its log, SQLite refuses at once while the other program writes without one."""
    with closing(sqlite3.connect(sqlite_path, isolation_level=None, check_same_thread=False)) as other_program:
        other_program.execute("BEGIN IMMEDIATE")
        done = Timer(0.2, other_program.execute, ["COMMIT"])
        done.start()
        store.ping()
        done.join()


def test_a_store_that_is_let_go_leaves_no_file_open(sqlite_url: str, sqlite_path: Path) -> None:
    store = open_store(sqlite_url)
    save(store)
    del store

    assert open_files(sqlite_path) == []


def test_only_the_owner_may_read_the_file_and_its_log(store: Store, sqlite_path: Path) -> None:
    save(store)

    files = sorted(sqlite_path.parent.iterdir())
    assert [file.name for file in files] == [
        "coach.db",
        "coach.db-shm",
        "coach.db-wal",
        "coach.db.keys",
        "coach.db.keys-journal",
    ]
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
    """The sizes are such that SQLite moves rows between pages, and leaves copies of them behind."""
    patients = [PatientKey(f"{number:064x}") for number in range(0xABC000, 0xABC000 + 30)]
    versions = dict.fromkeys(patients, 0)
    for turn in range(240):
        patient = patients[turn * turn * 3 % 30]
        save(
            store,
            patient,
            version=versions[patient],
            document=patient,
            facts=tuple(_fact_of(patient, turn, number) for number in range(turn % 9)),
            request_id=f"request-{turn} {patient}",
            reply=patient,
            now=NOW + timedelta(minutes=turn),
        )
        versions[patient] += 1
        if turn % 8 == 7:
            leaving = patients[turn // 8 * 7 % 30]
            store.delete(leaving)
            assert store.tidy()
            versions[leaving] = 0

            traces = [file.name for file in sqlite_path.parent.iterdir() if leaving.encode() in file.read_bytes()]
            assert traces == []


def test_a_large_file_gives_its_room_back_bit_by_bit(
    store: SqlStore, sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.storage.sqlite.QUICK_VACUUM_BYTES", 0)
    save(store, facts=tuple(fact("x" * 1000) for _ in range(2000)))
    store.close()
    before = sqlite_path.stat().st_size
    store.delete(ANN)

    assert store.tidy()
    assert sqlite_path.stat().st_size < before / 10


def test_erased_facts_leave_no_byte_in_the_file_or_its_log(store: Store, sqlite_path: Path) -> None:
    for turn in range(60):
        told = (fact(f"stays {turn}"), fact("whispered " * (turn % 9 + 1), kind="secret"))
        save(store, version=turn, facts=told, request_id=f"request-{turn}", reply="whispered")
    save(store, version=60, request_id="request-60", erasing=("secret",))
    assert store.tidy()

    traces = [file.name for file in sqlite_path.parent.iterdir() if b"whispered" in file.read_bytes()]
    assert traces == []
    assert len(store.facts(ANN, LONG_AGO)) == 60


def _fact_of(patient: PatientKey, turn: int, number: int) -> StoredFact:
    length = 1 + (turn * 5 + number * 3) % 12
    return fact(patient * length, at=NOW - timedelta(seconds=turn * number * 37 % 999))


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
