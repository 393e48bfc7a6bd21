"""What this release cannot read of a patient is no end: danger is answered, and the patient is screened anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from skill.app.keys import PatientKeys
from skill.app.ports import PatientKey, StoredFact
from skill.storage.memory import MemoryStore
from tests.safety.servers import EMERGENCY_WORDS, SECRET, House, is_held

Spoil = Callable[[str], str]

SPOILED: dict[str, Spoil] = {
    "not even text that was saved": lambda _: "\x00garbage",
    "cut off": lambda text: text[: len(text) // 2],
    "of a newer schema": lambda text: json.dumps({**json.loads(text), "schema": 99}),
    "in a state of a newer release": lambda text: json.dumps({**json.loads(text), "session": {"state": "flying"}}),
    "another kind of value": lambda _: "[]",
    "sealed with a key that is gone": lambda _: "unreadable",
}


@pytest.fixture
def house() -> House:
    house = House("memory:", store=MemoryStore())
    house.begin()
    house.device.vanish()
    return house


def key_of(house: House) -> PatientKey:
    return PatientKeys(SECRET.encode()).of(house.device.user_id)


def spoil(house: House, how: Spoil) -> None:
    """Make the patient's document unreadable, as a newer release, a restored backup or an editor would."""
    store = house.application.store
    assert isinstance(store, MemoryStore)
    known = store._patients[key_of(house)]
    known.document = how(known.document or "")


@pytest.mark.parametrize("how", SPOILED.values(), ids=SPOILED)
def test_the_words_come_and_it_is_held(house: House, how: Spoil) -> None:
    spoil(house, how)
    told = house.tell_sign()
    opened = house.open()

    assert EMERGENCY_WORDS in told.text
    assert is_held(opened)


@pytest.mark.parametrize("how", SPOILED.values(), ids=SPOILED)
def test_the_patient_is_screened_anew_and_what_was_there_is_kept_aside(house: House, how: Spoil) -> None:
    spoil(house, how)
    store = house.application.store
    assert isinstance(store, MemoryStore)
    before = store._patients[key_of(house)].document
    opened = house.open()

    assert "Welcome back" in opened.text
    assert opened.text.endswith("your low back, or both?")
    assert store._patients[key_of(house)].set_aside == [before]


@pytest.mark.parametrize("how", SPOILED.values(), ids=SPOILED)
def test_a_patient_who_was_held_stays_held(house: House, how: Spoil) -> None:
    house.tell_sign()
    spoil(house, how)

    assert is_held(house.open())


@pytest.mark.parametrize("how", SPOILED.values(), ids=SPOILED)
def test_a_deletion_works(house: House, how: Spoil) -> None:
    spoil(house, how)
    house.device.ask("DeleteMyDataIntent")
    deleted = house.device.intent("AMAZON.YesIntent")

    assert deleted.text == "Everything is deleted. Take care."
    assert house.application.store.load(key_of(house), "any", house.clock()).version == 0


@pytest.mark.parametrize(
    ("kind", "data"), [("from-the-future", "{}"), ("set-done", "{}"), ("unreadable", ""), ("care-advised", "[")]
)
def test_a_fact_that_cannot_be_read_is_skipped(house: House, kind: str, data: str) -> None:
    store = house.application.store
    assert isinstance(store, MemoryStore)
    at: datetime = house.clock() - timedelta(days=1)
    store._patients[key_of(house)].facts.insert(0, StoredFact(at=at, kind=kind, data=data))

    assert "Something went wrong" not in house.open().text
    assert "Something went wrong" not in house.device.ask("ProgressIntent").text
    assert EMERGENCY_WORDS in house.tell_sign().text


def test_words_for_danger_come_whatever_breaks(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> object:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr(MemoryStore, "load", broken)

    assert EMERGENCY_WORDS in house.tell_sign().text
    assert "Something went wrong" in house.open().text


def test_a_disabling_older_than_the_last_turn_deletes_nothing(house: House, tmp_path: Path) -> None:
    captured = house.clock() - timedelta(seconds=30)
    house.open()
    for moment, left in ((captured, True), (house.clock(), False)):
        stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        house.device.event("AlexaSkillEvent.SkillDisabled", timestamp=stamp)

        assert (house.application.store.load(key_of(house), "any", house.clock()).version > 0) is left
