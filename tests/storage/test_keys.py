"""A key for each patient: what is deleted cannot be read from that moment on, and what is at rest never could be."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from skill.app.ports import Loaded, PatientKey, Store
from skill.storage import open_store
from skill.storage.sql import SqlStore
from tests.storage.test_migrations import REVISION_1
from tests.storage.turns import ANN, BOB, LONG_AGO, NOW, fact, save

PERSON = PatientKey(f"{ANN}.somebody")


def raw(folder: Path) -> bytes:
    """Return every byte of every file in *folder*."""
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


def tell(store: Store, patient: PatientKey = ANN) -> None:
    """Save a document, a fact and a reply that one would recognize."""
    save(store, patient, document="whispered", facts=(fact("whispered", kind="secret-kind"),), reply="whispered")


def test_no_text_at_rest_can_be_read(sqlite_path: Path, sqlite_url: str, opened: Callable[[str], Store]) -> None:
    tell(opened(sqlite_url))

    assert b"whispered" not in raw(sqlite_path.parent)
    assert b"secret-kind" not in raw(sqlite_path.parent)


def test_what_is_deleted_is_gone_for_a_process_that_had_it_in_memory(
    database_url: str, opened: Callable[[str], Store]
) -> None:
    here, there = opened(database_url), opened(database_url)
    tell(here)
    tell(there, PERSON)
    assert there.load(ANN, "request-1", NOW) == Loaded(1, "whispered", "whispered")
    assert here.delete(ANN)

    assert there.load(ANN, "request-1", NOW) == Loaded(0, None, None)
    assert there.load(PERSON, "request-1", NOW) == Loaded(0, None, None)
    assert there.facts(ANN, LONG_AGO) == ()


def test_another_secret_reads_nothing(sqlite_url: str, opened: Callable[[str], Store]) -> None:
    tell(opened(sqlite_url))
    other = open_store(sqlite_url, b"another secret")
    assert isinstance(other, SqlStore)

    assert other.load(ANN, "request-2", NOW).document == "unreadable"
    assert [one.kind for one in other.facts(ANN, LONG_AGO)] == ["unreadable"]
    other.close()


def test_what_cannot_be_read_is_set_aside_and_goes_with_its_patient(
    sqlite_path: Path, sqlite_url: str, opened: Callable[[str], Store]
) -> None:
    store = opened(sqlite_url)
    tell(store)
    with closing(sqlite3.connect(sqlite_path, isolation_level=None)) as edited:
        edited.execute("PRAGMA foreign_keys = ON")
        edited.execute("UPDATE patients SET document = 'k1:edited'")
        assert store.load(ANN, "request-2", NOW).document == "unreadable"
        save(store, version=1, document="anew", request_id="request-2", setting_aside=True)
        assert store.load(ANN, "request-3", NOW) == Loaded(2, "anew", None)
        assert edited.execute("SELECT document FROM set_aside").fetchall() == [("k1:edited",)]
        store.delete(ANN)
        assert edited.execute("SELECT document FROM set_aside").fetchall() == []


def test_erasing_changes_the_key(database_url: str, opened: Callable[[str], Store]) -> None:
    store = opened(database_url)
    save(store, facts=(fact("stays", kind="walk"), fact("whispered", kind="report")))
    save(store, version=1, request_id="request-2", erasing=("report",))

    assert [one.data for one in store.facts(ANN, LONG_AGO)] == ["stays"]
    assert store.tidy()
    save(store, version=2, request_id="request-3", facts=(fact("after", kind="walk"),))
    assert [one.data for one in store.facts(ANN, LONG_AGO)] == ["stays", "after"]


def test_a_deletion_older_than_what_was_saved_last_deletes_nothing(store: Store) -> None:
    tell(store)

    assert not store.delete(ANN, unless_seen_since=NOW - timedelta(seconds=1))
    assert store.load(ANN, "request-1", NOW).version == 1
    assert store.delete(ANN, unless_seen_since=NOW)
    assert store.load(ANN, "request-1", NOW).version == 0


def test_holds_of_a_deleted_patient_are_known_by_number_only(store: Store) -> None:
    save(store, ANN, holds=("one",))
    save(store, BOB, holds=("two",))
    store.delete(ANN)

    assert store.released(["one", "two", "three"]) == {"one"}


def test_a_database_from_before_there_were_keys_is_sealed_and_leaves_nothing_open(
    sqlite_path: Path, sqlite_url: str, opened: Callable[[str], Store]
) -> None:
    with closing(sqlite3.connect(sqlite_path)) as first_release:
        first_release.executescript(REVISION_1.replace("'old'", "'whispered'").replace("'seventh'", "'whispered'"))
    store = opened(sqlite_url)

    assert store.load(ANN, "request-1", NOW) == Loaded(7, "whispered", "kept")
    assert store.facts(ANN, LONG_AGO) == (fact("whispered"),)
    assert b"whispered" not in raw(sqlite_path.parent)


@pytest.mark.parametrize("facts", [10, 3000], ids=["few facts", "many facts"])
def test_a_deletion_that_is_killed_after_its_key_is_gone_is_finished_by_the_next_process(
    sqlite_path: Path, sqlite_url: str, opened: Callable[[str], Store], facts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(sqlite_url)
    save(store, document="whispered", facts=tuple(fact("whispered") for _ in range(facts)))
    monkeypatch.setattr(SqlStore, "_has_few_facts", lambda *_: os._exit(9))
    if (child := os.fork()) == 0:
        store.delete(ANN)
    assert os.waitpid(child, 0)[1] == 9 << 8
    monkeypatch.undo()
    again = opened(sqlite_url)

    assert again.load(ANN, "request-2", NOW) == Loaded(0, None, None)
    save(again, document="anew", request_id="request-2")
    assert again.tidy()
    with closing(sqlite3.connect(sqlite_path)) as rows:
        assert rows.execute("SELECT count(*) FROM facts").fetchone() == (0,)
    assert again.load(ANN, "request-2", NOW) == Loaded(1, "anew", "{}")
