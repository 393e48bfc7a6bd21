"""What the journal of holds costs a turn: with and without it, on SQLite, and in a turn that tells a sign."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from skill.app.coach import Coach, Step, Visit
from skill.app.delivery import Channel
from skill.app.ports import PatientKey
from skill.bootstrap import system_clock
from skill.dialogue.care import danger
from skill.dialogue.information import side_answers
from skill.domain.safety.red_flags import RedFlag
from skill.speech.messages import messages_for
from skill.storage import open_holds, open_store
from tests.benchmarks.tables import Measure
from tests.shipped import shipped_catalog

TURNS = 300
HELD = 20
"""How many other patients are held meanwhile."""


def measure() -> Iterator[Measure]:
    """Yield the CPU time of a turn without the journal, with it, and when it is written."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        without = Coach(shipped_catalog(), open_store(url), messages_for)
        with_it = replace(without, holds=open_holds(url))
        for number in range(HELD):
            _timed(with_it, f"held {number}", number, _tell)
        times: dict[str, list[float]] = {"without": [], "with": [], "sign": []}
        for number in range(TURNS):
            times["without"].append(_timed(without, "ann", number, side_answers.help_me))
            times["with"].append(_timed(with_it, "bob", number, side_answers.help_me))
            if number % 10 == 0:
                times["sign"].append(_timed(with_it, f"new {number}", number, _tell))
        found = {name: median(measured) for name, measured in times.items()}
    yield Measure(name="a turn without the journal of holds", value=found["without"], unit="CPU ms")
    yield Measure(name="a turn with it", value=found["with"], unit="CPU ms")
    yield Measure(name="with / without", value=found["with"] / found["without"], unit="ratio", aim="<= 1.1")
    yield Measure(name="a first turn that tells a sign", value=found["sign"], unit="CPU ms")


def _timed(coach: Coach, patient: str, number: int, step: Step) -> float:
    visit = Visit(
        patient=PatientKey(patient),
        request_id=f"{patient} {number}",
        locale="en-US",
        time_zone=ZoneInfo("America/New_York"),
        now=system_clock(),
        channel=Channel.APLA,
    )
    began = time.process_time()
    coach.take(visit, step)
    return (time.process_time() - began) * 1000


_tell: Step = lambda moment: danger.red_flag(moment, RedFlag.SADDLE_NUMBNESS)  # noqa: E731
