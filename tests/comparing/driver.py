"""Runs inside one checkout and writes down all that it answers and saves: `driver.py JOB`, JOB a JSON file.

It must run in old checkouts and in new ones, so of the product it uses only what has one place in all of them: the
settings, the composition root, the endpoint, the pretend Echo, and the transcripts' own `given` lines.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import random  # noqa: TID251 - only to make it the same each time
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same conversations in every process
from tempfile import TemporaryDirectory
from typing import Any, TextIO

from steps import Patient, Step  # type: ignore[import-not-found]  # beside it, in whichever checkout runs it

from skill.alexa.endpoint import Endpoint
from skill.bootstrap import build
from skill.catalog import load_catalog
from skill.config import Settings
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device, SlotValue
from skill.simulator.rehearsal import Rehearsal, TranscriptError
from skill.simulator.transcript import Line, read_transcript
from tests.dialogues.conftest import mode_of, prepare, understand

Json = dict[str, Any]
MORNING = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECRET = "not a secret at all, for comparing only"
MODES, CHANNELS = ("durable", "session", "policy-safe"), ("apla", "ssml")
NOT_DONE = frozenset({"coach", "reprompt", "card", "state", "mic", "player", "title"})
"""Lines of a transcript that say what to expect. That is compared here, byte by byte."""
RANDOM_STEPS = 14
"""Steps of a random conversation, after it began as a transcript does."""
CATALOG = load_catalog()


class Chance:
    """Takes the place of the machine's randomness: other bytes at each draw, the same ones in each conversation."""

    def __init__(self) -> None:
        """Begin at the beginning."""
        self.drawn = 0

    def __call__(self, size: int) -> bytes:
        """Return *size* bytes."""
        self.drawn += 1
        return hashlib.shake_128(str(self.drawn).encode()).digest(size)


CHANCE = Chance()
AFTER_THE_COPY = 100_000
"""Where chance begins again for what happens after a database was copied, in either checkout."""


class Stage:
    """A coach, a pretend Echo, and a book in which every request, answer and save is written down."""

    def __init__(self, book: TextIO, mode: str, channel: str, folder: Path, database: str = "memory:") -> None:
        """Set up with a new patient at nine on a Monday morning."""
        CHANCE.drawn = 0
        self.clock, self._book = MovableClock(MORNING), book
        self.about: dict[str, Any] = {}
        self.settings = Settings.read(
            {
                "SPINE_COACH_SECRET": SECRET,
                "SPINE_COACH_PUBLIC_URL": "https://coach.example.org",
                "SPINE_COACH_PRESCRIPTIONS": str(folder),
                "SPINE_COACH_DATABASE_URL": database,
                "SPINE_COACH_SYMPTOMS": mode,
                "SPINE_COACH_CHANNEL": channel,
            },
            local=True,
        )
        self._application = build(self.settings, catalog=CATALOG, clock=self.clock)
        self._endpoint = Endpoint(self._application.skill)
        self.device = Device(self._answer, self.clock)
        self._key = self._application.keys.of(self.device.user_id)
        self.state = ""
        rehearsal = Rehearsal(
            device=self.device,
            understand=understand,
            state=lambda: self.state,
            given=lambda text: prepare(self._application, self._key, text),
            restart=self.restart,
        )
        self._do: Callable[[Line], None] = getattr(rehearsal, "do", None) or getattr(rehearsal, "_do")  # noqa: B009 - of 26.11

    def restart(self) -> None:
        """Answer from now on with another server on the same store."""
        again = build(self.settings, catalog=CATALOG, store=self._application.store, clock=self.clock)
        self._endpoint = Endpoint(again.skill)

    def close(self) -> None:
        """Let go of the database."""
        close: Callable[[], None] = getattr(self._application.store, "close", lambda: None)
        close()

    def answer(self, request: str) -> str:
        """Answer the bytes of a request, and write down what was asked, answered and saved."""
        response = self._endpoint.answer(request.encode()).decode()
        loaded = self._application.store.load(self._key, "looking", self.clock())
        facts = [[one.at.isoformat(), one.kind, one.data] for one in self._application.store.facts(self._key, EPOCH)]
        self.state = _state_in(loaded.document) or self.state
        self.write(request=request, response=response, document=loaded.document, facts=facts)
        return response

    def write(self, **values: Any) -> None:
        """Write one line into the book."""
        line = {**self.about, "at": self.clock().isoformat(), **values}
        self._book.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _answer(self, envelope: Json) -> Json:
        response: Json = json.loads(self.answer(json.dumps(envelope)))
        return response

    def do(self, line: Line) -> None:
        """Do a line of a transcript; a line that cannot be done is written down too."""
        try:
            self._do(line)
        except TranscriptError as error:
            self.write(error=str(error))

    def take(self, step: Step) -> None:
        """Do a random step."""
        slots = {name: SlotValue(heard=heard, id=id_, kind=kind) for name, (heard, id_, kind) in step.slots.items()}
        match step.name.split():
            case ["WAIT", seconds]:
                self.device.wait(float(seconds))
            case ["PRESS", button]:
                self.device.press(button)
            case [name]:
                happen: dict[str, Callable[[], Any]] = {
                    "LAUNCH": self.device.launch,
                    "VANISH": self.device.vanish,
                    "EXIT": self.device.exit,
                }
                happen["REPEATED"] = self.device.repeat_request
                say = self.device.ask if step.one_shot else self.device.intent
                happen.get(name, lambda: say(name, slots))()
            case ["CANNOT", _]:
                self.device.cannot_play()
            case _:
                self.restart()


def _state_in(document: str | None) -> str:
    session = json.loads(document).get("session", {}) if document and document.startswith("{") else {}
    return str(session.get("state", ""))


def _spoken(path: Path) -> list[Line]:
    return [line for line in read_transcript(path) if line.verb not in NOT_DONE]


def transcripts(job: Json, book: TextIO) -> None:
    """Hold every transcript, in its mode, on both channels in turn."""
    for channel, path in zip(cycle(CHANNELS), _paths(job), strict=False):
        with TemporaryDirectory() as folder:
            stage = Stage(book, mode_of(path), channel, Path(folder))
            for line in _spoken(path):
                stage.about = {"in": f"{path.name}, {channel}", "after": f"line {line.number}: {line.verb} {line.text}"}
                stage.do(line)


def by_chance(job: Json, book: TextIO) -> None:
    """Begin as the transcripts do, up to any line of theirs, and go on by chance."""
    model = json.loads(Path(job["model"]).read_text(encoding="utf-8"))
    paths = list(_paths(job))
    for number, path in enumerate(islice(cycle(paths), job["conversations"])):
        chance = Random(f"{job['seed']} {number}")
        mode = mode_of(path) or MODES[number % len(MODES)]
        channel = chance.choice(CHANNELS)
        lines = _spoken(path)
        with TemporaryDirectory() as folder:
            stage = Stage(book, mode, channel, Path(folder))
            begun = lines[: chance.randint(1, len(lines))]
            where = f"random {number}: {path.name} to line {begun[-1].number}, {mode}, {channel}"
            for line in begun:
                stage.about = {"in": where, "after": f"line {line.number}: {line.verb} {line.text}"}
                stage.do(line)
            patient = Patient(model, chance)
            for _ in range(RANDOM_STEPS):
                step = patient.next_step(stage.state)
                stage.about = {"in": where, "after": f"{stage.state}: {step}", "random": True, "state": stage.state}
                stage.take(step)


def leave(job: Json, book: TextIO) -> None:
    """Hold transcripts on SQLite, and put a copy of the database aside at the first moment of a count."""
    for path in _paths(job):
        folder = Path(job["left"]) / path.stem
        folder.mkdir(parents=True)
        stage = Stage(book, mode_of(path), CHANNELS[0], folder, f"sqlite:///{folder}/old.db")
        copied = False
        for line in _spoken(path):
            stage.about = {"in": path.name, "after": f"line {line.number}: {line.verb} {line.text}", "left": copied}
            stage.do(line)
            if not copied and stage.state == "counting":
                copied = True
                with (
                    closing(sqlite3.connect(folder / "old.db")) as old,
                    closing(sqlite3.connect(folder / "new.db")) as new,
                ):
                    old.backup(new)
                CHANCE.drawn = AFTER_THE_COPY
        stage.close()


def take_over(job: Json, book: TextIO) -> None:
    """Open the databases that were put aside, and answer the very requests that the other checkout got afterwards."""
    stages: dict[str, Stage] = {}
    with Path(job["before"]).open(encoding="utf-8") as lines:
        for told in map(json.loads, lines):
            if not told.get("left") or "request" not in told:
                continue
            name = Path(told["in"]).stem
            folder = Path(job["left"]) / name
            if name not in stages:
                stages[name] = Stage(book, mode_of(Path(told["in"])), CHANNELS[0], folder, f"sqlite:///{folder}/new.db")
                CHANCE.drawn = AFTER_THE_COPY
            stage = stages[name]
            stage.about = {key: told[key] for key in ("in", "after", "left")}
            stage.clock.move_to(datetime.fromisoformat(told["at"]))
            stage.answer(told["request"])
    for stage in stages.values():
        stage.close()


def _paths(job: Json) -> Iterator[Path]:
    yield from sorted(Path(job["transcripts"]).glob("*.dialogue"))[:: job["every"]]


PARTS = {"transcripts": transcripts, "random": by_chance, "leave": leave, "take_over": take_over}


def main(job: Json) -> None:
    """Do the part that *job* names, and write its book."""
    logging.disable()
    os.urandom = CHANCE  # so that what is sealed, or has an id by chance, can be compared, too
    vars(random)["_urandom"] = CHANCE  # what `secrets` draws from
    with Path(job["book"]).open("w", encoding="utf-8") as book:
        PARTS[job["part"]](job, book)


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
