"""Real and hostile request envelopes of other people's skills: each gets a valid answer, never an error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.endpoint import Endpoint
from skill.bootstrap import Application
from tests.alexa.responses import complaints

SHARED = Path(__file__).parents[3] / "shared" / "requests"
ENVELOPES = sorted(SHARED.glob("*.json"))
WORDLESS = ("AudioPlayer.", "PlaybackController.", "AlexaSkillEvent.", "System.", "Reminders.", "Messaging.")

pytestmark = pytest.mark.skipif(not ENVELOPES, reason="the collected requests are not here")


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text())


@pytest.mark.parametrize("path", ENVELOPES, ids=lambda path: path.stem)
def test_every_collected_request_gets_a_valid_answer(application: Application, path: Path) -> None:
    envelope = read(path)
    answer = json.loads(Endpoint(application.skill).answer(json.dumps(envelope).encode()))
    response = answer["response"]

    assert answer["version"] == "1.0"
    if response.get("outputSpeech"):
        assert complaints(answer) == []
    if envelope["request"]["type"].startswith(WORDLESS) or envelope["request"]["type"] == "SessionEndedRequest":
        assert response == {}
        assert not answer.get("sessionAttributes")


@pytest.mark.parametrize(
    "path",
    [path for path in ENVELOPES if "launch" in path.stem.lower() and "Automotive" not in path.stem],
    ids=lambda path: path.stem,
)
def test_every_collected_launch_is_welcomed(application: Application, path: Path) -> None:
    body = json.dumps(read(path)).encode()
    answer = json.loads(Endpoint(application.skill).answer(body))

    assert not answer["response"] or "Welcome to Spine Coach" in answer["response"]["outputSpeech"]["ssml"]
