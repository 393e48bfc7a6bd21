"""Our pretend Echo against another one: npm's virtual-alexa, with its own envelopes, sessions and entity resolution.

Each transcript is held with ours, and then said again through the other to a new coach over HTTP. The replies must be
the same. Left out is what virtual-alexa cannot do: audio players of today, and reports of sound that cannot be played.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import pytest
from _pytest.mark import ParameterSet
from werkzeug.serving import make_server

from interaction_model.build import model_path
from skill.alexa.endpoint import Endpoint
from skill.app.keys import PatientKeys
from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from skill.simulator.rehearsal import Rehearsal
from skill.simulator.transcript import read_transcript
from skill.storage import open_store
from skill.web import create_app
from tests.conftest import MONDAY_MORNING
from tests.dialogues.conftest import SECRET, describe, known, mode_of, prepare, understand
from tests.npm import npm_package

VIRTUAL_ALEXA = npm_package("virtual-alexa", "0.7.2")
BRIDGE = Path(__file__).with_name("virtual_alexa.cjs")
DIALOGUES = Path(__file__).parents[1] / "dialogues"
USER_ID = "amzn1.ask.account.SIMULATOR"
DAILY = 20
"""How many transcripts are compared every time; `make slow` compares all."""
SAID = ("LaunchRequest", "IntentRequest", "SessionEndedRequest")

pytestmark = [
    pytest.mark.skipif(VIRTUAL_ALEXA is None, reason="virtual-alexa is not here, and npm cannot install it"),
    pytest.mark.xdist_group("virtual-alexa"),
]
Json = dict[str, Any]


@dataclass(slots=True)
class Coach:
    """A coach with a new patient, and everything that was asked of it."""

    application: Application
    endpoint: Endpoint
    clock: MovableClock
    heard: list[tuple[datetime, Json, Json]] = field(default_factory=list)
    """When, the request and the response."""
    given_at: list[tuple[int, datetime, str]] = field(default_factory=list)
    """After how many requests, when, and what was given."""

    @classmethod
    def new(cls, catalog: Catalog, folder: Path, transcript: Path) -> Self:
        """Return one on a store of its own, set as *transcript* wants it; clinicians' programs go to *folder*."""
        clock = MovableClock(MONDAY_MORNING)
        environment = {
            "SPINE_COACH_SECRET": SECRET,
            "SPINE_COACH_PRESCRIPTIONS": str(folder),
            "SPINE_COACH_SYMPTOMS": mode_of(transcript),
        }
        settings = Settings.read(environment, local=True)
        application = build(settings, catalog=catalog, store=open_store("memory:"), clock=clock)
        return cls(application, Endpoint(application.skill), clock)

    def hear(self, envelope: Json) -> Json:
        """Answer, and remember it."""
        answer = self.endpoint.answer(json.dumps(envelope).encode())
        self.heard.append((self.clock(), json.loads(json.dumps(envelope)), json.loads(answer)))
        return dict(json.loads(answer))

    def given(self, text: str) -> None:
        """Set the patient up as a `given` line says."""
        self.given_at.append((len(self.heard), self.clock(), text))
        prepare(self.application, PatientKeys(SECRET.encode()).of(USER_ID), text)

    def rehearse(self, transcript: Path) -> None:
        """Hold the conversation of *transcript* with our own pretend Echo."""
        key = PatientKeys(SECRET.encode()).of(USER_ID)
        Rehearsal(
            device=Device(self.hear, self.clock, user_id=USER_ID),
            understand=understand,
            state=lambda: describe(known(self.application, key)),
            given=self.given,
            restart=lambda: None,
        ).run(transcript)


class OtherEcho:
    """virtual-alexa in a process of its own, talking to a coach that can be exchanged."""

    def __init__(self, package: Path) -> None:
        self._server = make_server("127.0.0.1", 0, lambda *call: self._app(*call))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{self._server.server_port}/alexa"
        node = shutil.which("node") or "node"
        self._process = subprocess.Popen(
            [node, str(BRIDGE), str(package), str(model_path("en-US")), address],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip

    def begin(self, coach: Coach) -> None:
        """Talk to *coach*, which knows nobody yet."""
        self.coach = coach
        self._app = create_app(coach.application)

    def say(self, at: datetime, envelope: Json) -> Json:
        """Say at the time *at* what *envelope* says, and return the response."""
        self.coach.clock.move_to(at)
        request = envelope["request"]
        intent = request.get("intent", {})
        said = {
            "type": request["type"],
            "intent": intent.get("name"),
            "slots": {name: slot["value"] for name, slot in intent.get("slots", {}).items() if "value" in slot},
            "reason": request.get("reason"),
            "newSession": envelope.get("session", {}).get("new", False),
            "userId": USER_ID,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(said) + "\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End the process and the server."""
        self._process.communicate()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def other_echo() -> Iterator[OtherEcho]:
    assert VIRTUAL_ALEXA is not None
    echo = OtherEcho(VIRTUAL_ALEXA)
    yield echo
    echo.close()


def transcripts() -> list[Path]:
    """Return the transcripts that need nothing that virtual-alexa lacks."""
    paths = sorted(DIALOGUES.glob("*.dialogue"))
    return [path for path in paths if not any(_is_beyond(line) for line in read_transcript(path))]


def _is_beyond(line: Any) -> bool:
    match line.verb:
        case "player" | "title":
            return True
        case "device":
            return line.text not in {"vanishes", "ends"}
        case "patient":
            return line.text.startswith("[") and ":" in line.text  # a value that no words of the model stand for
        case _:
            return False


def chosen() -> Iterator[ParameterSet]:
    """Yield all transcripts, all but a few spread over them marked as slow."""
    paths = transcripts()
    daily = set(paths[:: max(1, len(paths) // DAILY)][:DAILY])
    for path in paths:
        yield pytest.param(path, id=path.stem, marks=() if path in daily else pytest.mark.slow)


def test_most_transcripts_are_compared() -> None:
    assert len(transcripts()) >= 60


@pytest.mark.parametrize("transcript", tuple(chosen()))
def test_another_echo_hears_the_same(transcript: Path, other_echo: OtherEcho, catalog: Catalog, tmp_path: Path) -> None:
    (ours_folder := tmp_path / "ours").mkdir()
    (their_folder := tmp_path / "theirs").mkdir()
    ours = Coach.new(catalog, ours_folder, transcript)
    ours.rehearse(transcript)
    other_echo.begin(Coach.new(catalog, their_folder, transcript))

    for number, (at, request, response) in enumerate(ours.heard):
        for _, given_at, text in (one for one in ours.given_at if one[0] == number):
            other_echo.coach.clock.move_to(given_at)
            other_echo.coach.given(text)
        if request["request"]["type"] in SAID:
            heard = other_echo.say(at, request)
            assert heard.get("response", heard) == response["response"], request["request"]
