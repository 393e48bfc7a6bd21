"""Random conversations through the whole skill: whatever is said, in whatever order, danger wins and stays won."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.app.calendar import time_zone_of
from skill.app.codec import Document
from skill.catalog import load_catalog
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import Care, RedFlag
from skill.domain.symptoms.checkup import Drift
from skill.domain.symptoms.report import Change
from skill.domain.symptoms.zones import Zone
from skill.simulator.device import Device, SlotValue
from skill.simulator.rehearsal import Rehearsal
from tests.alexa.responses import complaints
from tests.alexa.stations import slot
from tests.dialogues.conftest import set_stage

COACHING = (State.GETTING_READY, State.COUNTING, State.ON_ACTIVITY)
"""The states in which an exercise is being coached."""
DANGER_WORDS = (
    "needs emergency care",
    "needs an emergency check",
    "get medical advice today",
    "contact your doctor or physical therapist in the next day or two",
)
PATIENTS = (
    "region low-back, floor yes",
    "region low-back, floor yes, baseline no",
    "region low-back, floor yes, baseline low-back thigh 5",
    "region low-back, floor no, phase strengthening, baseline low-back buttock 3",
    "region neck, baseline neck upper-arm 4",
    "region both, floor yes, baseline neck hand 6",
    "region low-back, floor yes, baseline no, judged 2026-11-22 prone-press-up stop-session moved-out",
    "region low-back, floor yes, screened no, consent unasked",
)
PLACES = ("nowhere", "buttock", "thigh", "below-knee", "foot", "leg", "shoulder", "below-elbow", "hand", "above-joint")
EXERCISES = ("prone-press-up", "walking", "bird-dog", "cervical-retraction", "rest-on-the-belly")
PLAIN = (
    *("ReadyIntent", "StartRoutineIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "DoneIntent", "CheckAgainIntent"),
    *("AMAZON.ResumeIntent", "AMAZON.NextIntent", "SkipIntent", "AMAZON.PreviousIntent", "AMAZON.StartOverIntent"),
    *("EasierIntent", "HarderIntent", "AMAZON.PauseIntent", "WaitIntent", "NotSureIntent", "PainIntent"),
    *("AMAZON.FallbackIntent", "AMAZON.HelpIntent", "AMAZON.RepeatIntent", "RestartSetIntent", "AMAZON.StopIntent"),
    *("TodaysRoutineIntent", "AMAZON.CancelIntent", "WhatsNextIntent", "SwitchSidesIntent"),
)
Step = tuple[str, Mapping[str, SlotValue]]


def plain(*intents: str) -> list[Step]:
    """Return intents that carry nothing."""
    return [(intent, {}) for intent in intents]


def number(value: int) -> dict[str, SlotValue]:
    """Return the slot of a number."""
    return {"number": SlotValue(heard=str(value), kind="AMAZON.NUMBER")}


def _place(region: Region, zone: Zone, zone_id: str) -> dict[str, SlotValue]:
    return slot("region", region) if zone is Zone.SPINE else slot("place", zone_id)


ZONE_PLACES = {
    region: {one.zone: _place(region, one.zone, one.id) for one in zones.zones}
    for region, zones in load_catalog().rules.zones.items()
}
"""How each place of each part of the spine is told."""
REPORTS: list[Step] = [
    *(("ReportPlaceIntent", {**slot("place", place), **number(value)}) for place in PLACES for value in (2, 5, 6, 9)),
    *(("ReportPlaceIntent", {**slot("region", "low-back"), **number(value)}) for value in (1, 3, 4, 6)),
    *(("NumberIntent", number(value)) for value in (0, 3, 5, 7, 8, 11)),
    *(("ReportChangeIntent", slot("change", change)) for change in (*Change, *Drift)),
    *(("NewSymptomIntent", slot("new_symptom", one)) for one in ("tingling", "unclear", "nothing", "nothing")),
    *(("ReportPlaceIntent", slot("side", one)) for one in ("left", "right", "one-side")),
    *plain("NotSureIntent", "AMAZON.FallbackIntent"),
]
SAME: list[Step] = [("ReportChangeIntent", slot("change", "same"))]
NOTHING_NEW = plain("AMAZON.NoIntent")
FITTING: Mapping[State, list[Step]] = {
    State.OFFERING_ROUTINE: [
        *plain("StartRoutineIntent", "AMAZON.YesIntent"),
        *(("DoExerciseIntent", slot("exercise", one)) for one in EXERCISES),
    ],
    State.REPORTING: [*REPORTS, *NOTHING_NEW * 30],
    State.CHECKING: [*REPORTS, *SAME * 10, *NOTHING_NEW * 20, *plain("FURTHER OUT") * 8],
    State.GETTING_READY: plain("ReadyIntent"),
    State.COUNTING: [
        *plain("WAIT 150") * 30,
        *plain("WAIT 40") * 8,
        *plain("FURTHER OUT", "LOST AND BACK") * 8,
        *REPORTS,
        *SAME * 20,
    ],
    State.CONFIRMING_COUNT: plain("AMAZON.YesIntent", "AMAZON.NoIntent", "NotSureIntent", "PainIntent"),
    State.OFFERING_GENTLER: plain("AMAZON.YesIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "EasierIntent"),
    State.ON_ACTIVITY: plain("LAUNCH", "WAIT 700", "DoneIntent"),
    State.SCREENING: plain("AMAZON.NoIntent"),
    State.CLARIFYING: [*plain("AMAZON.YesIntent", "AMAZON.NoIntent"), ("ReportPlaceIntent", slot("side", "one-side"))],
    State.HELD: plain("ClearedIntent", "AMAZON.NoIntent"),
    State.FINISHED: plain("StartRoutineIntent", "LAUNCH", "CheckAgainIntent", "NEXT DAY"),
    State.PAUSED: plain("AMAZON.YesIntent", "AMAZON.YesIntent", "CheckAgainIntent", "WAIT 700", "BACK WHERE IT WAS"),
}
"""What people usually say, or let pass, in a state; elsewhere they say yes."""
ANYTHING: list[Step] = [
    *plain(*PLAIN),
    *plain("FURTHER OUT", "BACK WHERE IT WAS", "LOST AND BACK"),
    *plain("LAUNCH", "WAIT 40", "WAIT 150", "WAIT 700", "VANISH", "NEXT DAY", "ClearedIntent"),
    *REPORTS,
    *(("DoExerciseIntent", slot("exercise", one)) for one in EXERCISES),
    *(("RedFlagIntent", slot("red_flag", flag)) for flag in RedFlag),
]
GO_ON = "GO ON"
"""Take the step from `FITTING`."""
choices = st.integers(0, 10_000)
steps = st.tuples(st.sampled_from([GO_ON] * 5 + ["ANYTHING"]), choices)


@dataclass
class Walk:
    """A conversation, and what must hold after each step of it."""

    rehearsal: Rehearsal
    document_now: Callable[[], Document]
    stopped_on: date | None = None
    suspended: bool = False
    said: list[str] = field(default_factory=list)
    been_in: set[State] = field(default_factory=set)

    @property
    def device(self) -> Device:
        return self.rehearsal.device

    @property
    def document(self) -> Document:
        return self.document_now()

    @property
    def today(self) -> date:
        return self.device.clock().astimezone(time_zone_of("en-US")).date()

    def take(self, chosen: tuple[str, int]) -> None:
        how, choice = chosen
        state = self.document.session.state
        options = FITTING.get(state, plain("AMAZON.YesIntent")) if how is GO_ON else ANYTHING
        self.step(*options[choice % len(options)])

    def step(self, name: str, slots: Mapping[str, SlotValue]) -> None:
        before = self.document.session.state
        self.said.append(f"{before}: {name} {[one.id or one.heard for one in slots.values()]}")
        if not self._time_passes(name):
            self._speak(name, slots)
            if name == "RedFlagIntent":
                self._danger_was_answered()
            if name == "ClearedIntent" or (name == "AMAZON.YesIntent" and before is State.HELD):
                self.suspended = False
        self._nothing_is_coached_after_danger()

    def _time_passes(self, name: str) -> bool:
        match name.split():
            case ["LAUNCH"]:
                self.device.launch()
            case ["WAIT", seconds]:
                self.device.wait(float(seconds))
            case ["NEXT", "DAY"]:
                self.device.wait(86_400)
            case ["VANISH"]:
                self.device.vanish()
            case ["LOST", *_]:
                self._lose_and_launch()
            case ["FURTHER", *_]:
                self._report_from_baseline(zones_out=1)
            case ["BACK", *_]:
                self.device.wait(700)
                self.device.launch()
                self._report_from_baseline(zones_out=0)
            case _:
                return False
        return True

    def _lose_and_launch(self) -> None:
        """Let a count go out unheard to its end, and come back an hour later."""
        self.device.vanish()
        self.device.wait(3600)
        self.device.launch()

    def _report_from_baseline(self, *, zones_out: int) -> None:
        """Tell the place of the first report, or one further out, as strong as it was, and nothing new."""
        baselines = self.document.session.symptoms.baselines
        for region, baseline in list(baselines.items())[:1]:
            zone = Zone(min(max(baseline.report.zone or 0, 1) + zones_out, max(Zone)))
            place = ZONE_PLACES[region][zone]
            self._speak("ReportPlaceIntent", {**place, **number(baseline.report.strength or 0)})
        if self.document.session.state in (State.CHECKING, State.REPORTING):
            self._speak("AMAZON.NoIntent", {})

    def _speak(self, name: str, slots: Mapping[str, SlotValue]) -> None:
        heard = self.device.intent(name, dict(slots))
        assert complaints(self.device.last_response) == [], self.said
        assert heard.listening or heard.text, self.said

    def _danger_was_answered(self) -> None:
        heard = self.device.last
        assert heard is not None
        assert any(words in heard.text for words in DANGER_WORDS), (self.said, heard.text)

    def _nothing_is_coached_after_danger(self) -> None:
        document = self.document
        patient, state = document.patient, document.session.state
        self.been_in.add(state)
        if self.stopped_on == self.today or self.suspended:
            assert state not in COACHING, self.said
        if patient.day and patient.day.stopped:
            self.stopped_on = patient.day.on
        self.suspended = self.suspended or (patient.care is not None and patient.care.care is Care.EMERGENCY)

    def find_a_way_on(self) -> None:
        """From wherever it ended: help listens, and a new launch says something and is no dead end."""
        helped = self.device.intent("AMAZON.HelpIntent")
        assert helped.listening, self.said
        self.device.vanish()
        launched = self.device.launch()
        assert launched.text, self.said
        assert launched.listening or "doctor" in launched.text, (self.said, launched.text)


def walk(patient: str, conversation: list[tuple[str, int]]) -> None:
    """Hold one conversation."""
    rehearsal, document_now = set_stage()
    rehearsal.given(patient)
    one = Walk(rehearsal=rehearsal, document_now=document_now)
    one.device.launch()
    for step in conversation:
        one.take(step)
    one.find_a_way_on()


conversations = st.lists(steps, min_size=12, max_size=40)


@pytest.mark.timeout(600)
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(patient=st.sampled_from(PATIENTS), conversation=conversations)
def test_danger_wins_in_every_conversation(patient: str, conversation: list[tuple[str, int]]) -> None:
    walk(patient, conversation)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@settings(max_examples=5000, suppress_health_check=[HealthCheck.too_slow])
@given(patient=st.sampled_from(PATIENTS), conversation=conversations)
def test_danger_wins_in_thousands_of_conversations(patient: str, conversation: list[tuple[str, int]]) -> None:
    walk(patient, conversation)


def test_the_walker_has_the_moves_to_come_where_it_seldom_does_by_chance() -> None:
    rehearsal, document_now = set_stage()
    rehearsal.given("region low-back, floor yes, baseline low-back buttock 3")
    one = Walk(rehearsal=rehearsal, document_now=document_now)
    one.device.launch()
    for name, slots in (
        ("DoExerciseIntent", slot("exercise", "prone-press-up")),
        *plain("ReadyIntent", "LOST AND BACK", "AMAZON.YesIntent", "FURTHER OUT", "BACK WHERE IT WAS"),
    ):
        one.step(name, slots)

    assert {State.CONFIRMING_COUNT, State.OFFERING_GENTLER} <= one.been_in, one.said
