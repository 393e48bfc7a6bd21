"""Whatever value of a request is new, gone or of the wrong kind: who spoke is answered, and danger is danger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import gcd
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.endpoint import Endpoint
from skill.app import codec
from skill.bootstrap import Application
from skill.domain.patient.state import State
from skill.errors import VerificationError
from skill.simulator.device import Device, SlotValue
from skill.simulator.heard import hear
from skill.storage.memory import MemoryStore
from tests.alexa.envelopes import COLLECTED, STRANGE, Json, Path_, as_amazon_sends, befallen, paths_of
from tests.alexa.responses import SAFE_STOP, complaints
from tests.alexa.stations import WAYS, place

QUICK = 100
"""How many cases of each kind the quick suite takes; the slow one takes all."""


VITAL = (("request", "type"), ("request", "intent"), ("request", "intent", "name"), ("request", "intent", "slots"))


@dataclass(frozen=True, slots=True)
class Case:
    """One request with one value that is not as it was."""

    envelope: Json
    path: Path_
    befell: str

    @property
    def name(self) -> str:
        return f"{'.'.join(map(str, self.path))}: {self.befell}"

    @property
    def is_spoken(self) -> bool:
        return self.envelope["request"]["type"] in ("LaunchRequest", "IntentRequest")

    @property
    def is_touch(self) -> bool:
        """Return whether it tells of a touch: it is answered in words, too."""
        return self.envelope["request"]["type"] == "Alexa.Presentation.APL.UserEvent"

    @property
    def looks_spoken(self) -> bool:
        """Return whether it names an intent, and nothing tells that nobody said it."""
        return self.path == ("request", "type") and "intent" in self.envelope["request"]

    @property
    def hides_what_it_is(self) -> bool:
        """Return whether nothing tells any more that somebody spoke."""
        return self.path in (("request",), ("request", "type")) and not self.looks_spoken

    @property
    def hides_the_intent(self) -> bool:
        """Return whether nothing tells any more what was said."""
        no_sign_left = "red_flag" not in (self.envelope["request"].get("intent") or {}).get("slots", {})
        return self.path == ("request", "intent") or (self.path == ("request", "intent", "name") and no_sign_left)

    @property
    def hides_the_words(self) -> bool:
        """Return whether what was said is itself what befell."""
        in_intent = self.path[2:] if self.path[:2] == ("request", "intent") else None
        return in_intent is not None and (
            in_intent in ((), ("name",), ("slots",))
            or (in_intent[0] == "slots" and (len(in_intent) == 2 or in_intent[2] in ("value", "slotValue")))
        )


def cases(envelope: Json) -> Iterator[Case]:
    """Yield every case of *envelope*."""
    return (Case(envelope, path, befell) for path in paths_of(envelope) for befell in STRANGE)


class Skill:
    """The whole skill, and its store as it was before each case."""

    def __init__(self, application: Application) -> None:
        self.application, self.endpoint = application, Endpoint(application.skill)
        assert isinstance(application.store, MemoryStore)
        self.store: Any = application.store
        self._patients = self._copy(self.store._patients)

    def answer(self, case: Case) -> Json | None:
        """Return the response envelope; None when the request is refused with 400."""
        self.store._patients, self.store._replies = self._copy(self._patients), {}
        body = json.dumps(befallen(case.envelope, case.path, STRANGE[case.befell])).encode()
        try:
            self.application.verifier.verify({}, body, self.application.clock())
        except VerificationError:
            return None
        answer: Json = json.loads(self.endpoint.answer(body))
        return answer

    def words_of(self, envelope: Json) -> str:
        """Return what is said to *envelope* as it was sent."""
        answer = self.answer(Case(envelope, ("version",), "unknown"))
        assert answer is not None
        return hear(answer["response"]).text

    @property
    def held(self) -> int:
        """How many patients wait for a clinician."""
        kept = [codec.load(one.document) for one in self.store._patients.values() if one.document]
        return sum(1 for document in kept if document.patient.care is not None)

    @staticmethod
    def _copy(patients: Any) -> Any:
        return {key: replace(one, facts=list(one.facts)) for key, one in patients.items()}


def wrong_with(skill: Skill, case: Case) -> str:
    """Return what is wrong with how *case* is answered; "" when nothing is."""
    answer = skill.answer(case)
    if case.is_touch:
        return "an error" if SAFE_STOP in json.dumps(answer) else ""
    if not case.is_spoken:
        return "words" if answer and answer["response"].get("outputSpeech") and not case.looks_spoken else ""
    if answer is None or not answer["response"]:
        return "" if case.hides_what_it_is else "no words"
    if SAFE_STOP in json.dumps(answer):
        return "" if case.hides_the_words or case.path[:2] == ("session", "attributes") else "an error"
    return "; ".join(complaints(answer))


def wrong_with_sign(skill: Skill, case: Case, words: str) -> str:
    """Return what is wrong with how a sign is answered, which is answered with *words* when nothing befell it."""
    answer = skill.answer(case)
    if case.path == ("request",):
        return ""
    if answer is None:
        return "refused"
    text = hear(answer["response"]).text
    if case.hides_the_intent:
        return "" if text else "no words"
    if complaints(answer):
        return "; ".join(complaints(answer))
    if not answer["response"].get("card"):
        return f"no danger: {text}"
    if text != words and not case.hides_the_words:
        return f"other danger: {text}"
    return "" if skill.held else "nobody is held"


def check(some: Iterable[Case], wrong: Callable[[Case], str]) -> None:
    assert {case.name: found for case in some if (found := wrong(case))} == {}


def few_of(some: Iterable[Case]) -> list[Case]:
    """Return a few of *some*, evenly spread and of every kind of what may befall a value, and all of what is vital."""
    every = list(some)
    step = len(every) // QUICK or 1
    while gcd(step, len(STRANGE)) > 1:
        step += 1
    return [*every[::step], *(case for case in every if case.path in VITAL)][: QUICK * 2]


SPOKEN: dict[str, Callable[[Device], object]] = {
    "launch": lambda device: device.launch(),
    "a report": lambda device: device.intent("ReportPlaceIntent", place("thigh", 4)),
    "no": lambda device: device.intent("AMAZON.NoIntent"),
    "a goal": lambda device: device.intent(
        "SetGoalIntent", {"goal": SlotValue(heard="sit through a film", kind="AMAZON.SearchQuery")}
    ),
}


def said(name: str, heard: str, identifier: str) -> dict[str, SlotValue]:
    """Return a slot as our model hears it."""
    return {name: SlotValue(heard=heard, id=identifier, kind="GIVEN")}


SIGNS: dict[str, Callable[[Device], object]] = {
    "numb between the legs": lambda device: device.intent(
        "RedFlagIntent", said("red_flag", "numb between my legs", "saddle-numbness")
    ),
    "chest pain, in one sentence": lambda device: device.ask("RedFlagIntent", said("red_flag", "chest pain", "chest")),
    "both feet are dropping": lambda device: device.intent(
        "RedFlagIntent", said("red_flag", "foot drops", "weakness") | said("side", "each side", "both-sides")
    ),
    "help": lambda device: device.intent("RedFlagIntent"),
}


def envelope_of(device: Device, say: Callable[[Device], object]) -> Json:
    """Return the request of what is said in mid-count, with everything in it that a real Echo sends."""
    WAYS[State.COUNTING](device)
    asked: list[Json] = []
    endpoint = device._endpoint
    device._endpoint = lambda envelope: asked.append(envelope) or {"version": "1.0", "response": {}}  # type: ignore[func-returns-value]
    say(device)
    device._endpoint = endpoint
    return as_amazon_sends(asked[0])


@pytest.fixture
def skill(application: Application) -> Skill:
    return Skill(application)


@pytest.fixture
def spoken(device: Device, request: pytest.FixtureRequest) -> Json:
    return envelope_of(device, request.param)


@pytest.mark.parametrize("spoken", SPOKEN.values(), ids=SPOKEN, indirect=True)
def test_who_speaks_is_answered(spoken: Json, skill: Skill) -> None:
    check(few_of(cases(spoken)), lambda case: wrong_with(skill, case))


@pytest.mark.parametrize("spoken", SIGNS.values(), ids=SIGNS, indirect=True)
def test_a_sign_is_answered_with_its_own_words(spoken: Json, skill: Skill) -> None:
    words = skill.words_of(spoken)
    check(few_of(cases(spoken)), lambda case: wrong_with_sign(skill, case, words))


@pytest.mark.skipif(not COLLECTED, reason="the collected requests are not here")
def test_whoever_sends_it_is_answered(skill: Skill) -> None:
    every = [case for path in COLLECTED for case in cases(json.loads(path.read_text()))]
    check(few_of(every), lambda case: wrong_with(skill, case))


@pytest.mark.slow
@pytest.mark.parametrize("spoken", SPOKEN.values(), ids=SPOKEN, indirect=True)
def test_who_speaks_is_answered_whatever_befell(spoken: Json, skill: Skill) -> None:
    check(cases(spoken), lambda case: wrong_with(skill, case))


@pytest.mark.slow
@pytest.mark.parametrize("spoken", SIGNS.values(), ids=SIGNS, indirect=True)
def test_a_sign_is_answered_with_its_own_words_whatever_befell(spoken: Json, skill: Skill) -> None:
    words = skill.words_of(spoken)
    check(cases(spoken), lambda case: wrong_with_sign(skill, case, words))


@pytest.mark.slow
@pytest.mark.parametrize("path", COLLECTED, ids=lambda path: path.stem)
def test_whoever_sends_it_is_answered_whatever_befell(path: Path, skill: Skill) -> None:
    check(cases(json.loads(path.read_text())), lambda case: wrong_with(skill, case))
