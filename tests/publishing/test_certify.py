"""The machine checks find what is wrong, and nothing where all is well."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from werkzeug.serving import make_server

from skill.bootstrap import build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.domain.history.privacy import SymptomsMode
from skill.publishing.checks import Outcome
from skill.publishing.response_rules import Exchange, objections
from skill.publishing.running_server import SERVER_CHECKS, checks_of_server
from skill.simulator.clock import MovableClock
from skill.storage import open_store
from skill.web import create_app

Json = dict[str, Any]
GOOD: Json = {
    "version": "1.0",
    "sessionAttributes": {},
    "response": {
        "outputSpeech": {"type": "SSML", "ssml": "<speak>Shall we start?</speak>"},
        "reprompt": {"outputSpeech": {"type": "SSML", "ssml": "<speak>Say yes or no. Shall we start?</speak>"}},
        "shouldEndSession": False,
    },
}
REQUEST: Json = {
    "context": {"System": {"device": {"supportedInterfaces": {"AudioPlayer": {}}}}},
    "request": {"type": "IntentRequest", "intent": {"name": "StartRoutineIntent"}},
}
PLAY: Json = {
    "type": "AudioPlayer.Play",
    "playBehavior": "REPLACE_ALL",
    "audioItem": {
        "stream": {"url": "http://coach.example.org/x.mp3", "token": "x" * 1025, "expectedPreviousToken": "y"}
    },
}


def say(ssml: str) -> Callable[[Json], None]:
    return lambda told: told["outputSpeech"].update(ssml=ssml)


def with_directive(directive: Json) -> Callable[[Json], None]:
    return lambda told: told.update(directives=[directive])


BROKEN: dict[str, tuple[Callable[[Json], None], set[str]]] = {
    "too long": (say(f"<speak>{'long ' * 1700}?</speak>"), {"2"}),
    "no XML": (say("<speak>you & me?</speak>"), {"7"}),
    "a tag of Polly's": (say('<speak><amazon-effect name="drc">Ready?</amazon-effect></speak>'), {"8"}),
    "a long break": (say('<speak>Wait <break time="11000ms"/> ready?</speak>'), {"9"}),
    "markdown": (say("<speak>Are you **ready**?</speak>"), {"14"}),
    "listening without a question": (say("<speak>I'm listening.</speak>"), {"18"}),
    "no reprompt": (lambda told: told.pop("reprompt"), {"18"}),
    "a question behind a closed door": (lambda told: told.update(shouldEndSession=True), {"19"}),
    "a claim": (say("<speak>This will cure you. Ready?</speak>"), {"77"}),
    "an error": (say("<speak>Something went wrong on my side. Ready?</speak>"), {"84"}),
    "a bad stream": (with_directive(PLAY), {"26", "27", "28"}),
    "a picture without a screen": (with_directive({"type": "Alexa.Presentation.APL.RenderDocument"}), {"38"}),
}


def numbers(request: Json, response: Json) -> set[str]:
    return {number for number, _ in objections(Exchange(request=request, response=response))}


def test_a_good_response_has_nothing_wrong() -> None:
    assert numbers(REQUEST, GOOD) == set()


@pytest.mark.parametrize(("breaks", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_broken_response_is_found(breaks: Callable[[Json], None], expected: set[str]) -> None:
    response = deepcopy(GOOD)
    breaks(response["response"])

    assert numbers(REQUEST, response) == expected


@pytest.mark.parametrize("kind", ["AudioPlayer.PlaybackStopped", "SessionEndedRequest"])
def test_words_where_there_must_be_none_are_found(kind: str) -> None:
    request = {**REQUEST, "request": {"type": kind}}

    assert numbers(request, GOOD) == {"23, 30"}
    assert numbers(request, {"version": "1.0", "response": {}}) == set()


class Served:
    """A server that checks requests, in a thread of this process."""

    def __init__(self, settings: Settings, catalog: Catalog, clock: MovableClock) -> None:
        application = build(settings, catalog=catalog, store=open_store("memory:"), clock=clock)
        self._server = make_server("127.0.0.1", 0, create_app(application), threaded=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def serve(catalog: Catalog, clock: MovableClock) -> Iterator[Callable[[Settings], str]]:
    running: list[Served] = []

    def start(settings: Settings) -> str:
        running.append(Served(settings, catalog, clock))
        return running[-1].url

    yield start
    for one in running:
        one.stop()


@pytest.fixture
def strict() -> Settings:
    """The settings of a server that others reach."""
    return Settings.read(
        {
            "SPINE_COACH_SKILL_ID": "amzn1.ask.skill.test",
            "SPINE_COACH_SECRET": "not a secret at all, for tests only",
            "SPINE_COACH_SYMPTOMS": "session",
            "SPINE_COACH_PUBLISHER": "A Clinic",
            "SPINE_COACH_CONTACT": "privacy@example.org",
        }
    )


def failed(url: str, mode: SymptomsMode) -> dict[str, tuple[str, ...]]:
    return {one.what: one.problems for one in checks_of_server(url, mode) if one.outcome is Outcome.FAILED}


def test_a_server_that_is_right_lacks_only_tls(serve: Callable[[Settings], str], strict: Settings) -> None:
    assert set(failed(serve(strict), SymptomsMode.SESSION)) == {SERVER_CHECKS[0][1]}


def test_a_server_that_says_something_else_of_symptoms_is_found(
    serve: Callable[[Settings], str], strict: Settings
) -> None:
    found = failed(serve(replace(strict, publisher=None)), SymptomsMode.POLICY_SAFE)

    assert "SPINE_COACH_SYMPTOMS=policy-safe" in found[SERVER_CHECKS[4][1]][0]
    assert "names nobody" in found[SERVER_CHECKS[4][1]][1]


def test_a_server_that_checks_nothing_is_found(serve: Callable[[Settings], str], settings: Settings) -> None:
    found = failed(serve(settings), SymptomsMode.DURABLE)

    assert "not 400" in found[SERVER_CHECKS[2][1]][0]
    assert "--local" in found[SERVER_CHECKS[5][1]][0]


def test_a_server_that_is_not_there_is_said_so() -> None:
    found = failed("http://127.0.0.1:9", SymptomsMode.SESSION)

    assert len(found) == len(SERVER_CHECKS)
    assert "cannot be reached" in found[SERVER_CHECKS[6][1]][0]
