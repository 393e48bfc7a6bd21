"""What only a store in memory has to be asked: that a thread which pauses half-way is not overtaken."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from skill.app.ports import PatientKey
from skill.storage.memory import MemoryStore
from tests.storage.turns import names_taken, take_turn


class SlowKey(str):
    """A key whose every look-up pauses long enough for the other threads to run."""

    __slots__ = ()

    def __hash__(self) -> int:
        time.sleep(0.0005)
        return super().__hash__()


def test_a_turn_that_pauses_while_it_saves_is_not_overtaken() -> None:
    store = MemoryStore()
    patient = PatientKey(SlowKey("ann"))

    with ThreadPoolExecutor(max_workers=4) as threads:
        list(threads.map(lambda number: take_turn(store, f"turn-{number}", patient), range(12)))

    assert len(names_taken(store, patient)) == 12
