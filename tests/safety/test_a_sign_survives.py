"""A sign is told while the store is in trouble: the words come, nothing takes them back, the next opening is held."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from skill.simulator.device import SlotValue
from tests.alexa.stations import slot
from tests.safety.servers import EMERGENCY_WORDS, House, is_held, sqlite

Trouble = Callable[[Path], AbstractContextManager[None]]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds SQLite's write lock: the store can be read, but not written."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(path: Path) -> Iterator[None]:
    """The disk has room for nothing more: the kernel refuses every byte beyond the first kilobytes of a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def away(path: Path) -> Iterator[None]:
    """The store is not there."""
    elsewhere = path.parent / "elsewhere"
    elsewhere.mkdir()
    moved = [path, *(path.with_name(f"{path.name}-{log}") for log in ("wal", "shm"))]
    for file in moved:
        if file.exists():
            file.rename(elsewhere / file.name)
    yield
    for file in elsewhere.iterdir():
        file.rename(path.parent / file.name)
    elsewhere.rmdir()


@contextmanager
def damaged(path: Path) -> Iterator[None]:
    """The store's file is garbage."""
    sound = path.read_bytes()
    path.write_bytes(b"\x00garbage" * (len(sound) // 8))
    yield
    path.write_bytes(sound)


TROUBLES = [locked, full, away, damaged]
STATIONS = {
    "at once": lambda house: None,
    "after the welcome": lambda house: house.device.launch(),
    "in the set-up": lambda house: house.begin(),
}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("database", "sqlite"):
        monkeypatch.setattr(f"skill.storage.{module}.PATIENCE_SECONDS", 0.05)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = sqlite(tmp_path)
    house.begin()
    house.device.vanish()
    yield house
    house.close()


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("station", STATIONS)
@pytest.mark.parametrize("restarted", [False, True], ids=["the same server", "after a restart"])
def test_the_next_opening_is_held(
    house: House, tmp_path: Path, trouble: Trouble, station: str, restarted: bool
) -> None:
    STATIONS[station](house)
    house.close()
    with trouble(tmp_path / "coach.db"):
        told = house.tell_sign()
    if restarted:
        house.restart()
    opened = house.open()

    assert EMERGENCY_WORDS in told.text
    assert "go on" not in told.text
    assert "save" not in told.text
    assert told.listening
    assert is_held(opened), opened.text


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("answer", ["AMAZON.YesIntent", "AMAZON.RepeatIntent"])
@pytest.mark.parametrize(
    ("back", "shared"), [(False, False), (True, False), (True, True)], ids=["still away", "back again", "shared since"]
)
def test_the_words_are_said_again_and_a_yes_lifts_nothing(
    house: House, tmp_path: Path, trouble: Trouble, answer: str, back: bool, shared: bool
) -> None:
    house.close()
    with trouble(tmp_path / "coach.db"):
        told = house.tell_sign()
        again = None if back else house.device.intent(answer)
    if shared:
        house.settle()
    again = again or house.device.intent(answer)
    opened = house.open()

    assert told.text.startswith(again.text.removesuffix("Shall I say that again?").strip())
    assert EMERGENCY_WORDS in again.text
    assert is_held(opened)


@pytest.mark.parametrize("trouble", TROUBLES)
def test_another_server_learns_it_as_soon_as_the_store_answers(house: House, tmp_path: Path, trouble: Trouble) -> None:
    elsewhere = House(house.url, journal_url=f"sqlite:///{tmp_path / 'another-machine.db'}", clock=house.clock)
    house.close()
    with trouble(tmp_path / "coach.db"):
        house.tell_sign()
        assert not house.settle()
    assert house.settle()
    opened = elsewhere.open()
    elsewhere.close()

    assert is_held(opened)


def test_what_alexa_carries_holds_on_a_server_that_never_heard_it(house: House, tmp_path: Path) -> None:
    elsewhere = House(house.url, journal_url=f"sqlite:///{tmp_path / 'another-machine.db'}", clock=house.clock)
    house.close()
    with away(tmp_path / "coach.db"):
        house.tell_sign()
    house.application = elsewhere.application
    house.device.intent("AMAZON.YesIntent")
    elsewhere.device = house.device
    opened = elsewhere.open()
    elsewhere.close()

    assert is_held(opened)


def test_a_held_patient_stays_held_while_the_store_cannot_be_written(house: House, tmp_path: Path) -> None:
    house.tell_sign()
    house.close()
    with locked(tmp_path / "coach.db"):
        opened = house.open()

    assert is_held(opened)
    assert "go on" not in opened.text


@pytest.mark.parametrize("trouble", [away, damaged])
def test_nobody_is_coached_while_the_store_cannot_be_read(house: House, tmp_path: Path, trouble: Trouble) -> None:
    house.close()
    with trouble(tmp_path / "coach.db"):
        opened = house.open()
        asked = house.device.ask("StartRoutineIntent")

    assert opened.text.startswith("I can't reach my notes right now, so we can't exercise yet.")
    assert not opened.listening
    assert asked.text == opened.text


def test_the_journal_alone_stops_coaching(house: House, tmp_path: Path) -> None:
    house.tell_sign()
    house.close()
    for file in tmp_path.glob("coach.db*"):
        if not file.name.endswith(".holds"):
            file.unlink()
    house.restart()

    assert is_held(house.open())


def test_a_clinicians_word_ends_it_for_good(house: House) -> None:
    house.tell_sign()
    house.open()
    cleared = house.device.intent("AMAZON.YesIntent")
    house.restart()
    opened = house.open()

    assert "safety questions" in cleared.text or cleared.listening
    assert not house.open_journal().open()
    assert not is_held(opened)


def test_a_deletion_ends_it_and_the_next_setup_screens_anew(house: House) -> None:
    house.tell_sign()
    house.open()
    house.device.intent("DeleteMyDataIntent")
    deleted = house.device.intent("AMAZON.YesIntent")
    assert house.settle()
    house.restart()
    opened = house.open()

    assert deleted.text == "Everything is deleted. Take care."
    assert opened.text.startswith("Welcome to Spine Coach")
    assert not house.open_journal().open()


def test_an_activity_told_while_nothing_can_be_saved_is_not_said_to_be_logged(house: House, tmp_path: Path) -> None:
    house.close()
    walk = {**slot("activity", "walking"), "duration": SlotValue(heard="PT30M", kind="AMAZON.DURATION")}
    for trouble in (locked, away):
        with trouble(tmp_path / "coach.db"):
            told = house.device.ask("LogActivityIntent", walk)
        house.device.vanish()

        assert "Logged" not in told.text
        assert not told.listening
    assert "Logged" in house.device.ask("LogActivityIntent", walk).text
