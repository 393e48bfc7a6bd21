"""The dialogue's map: every intent is routed, every route leads somewhere, and every intent answers in every state."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from interaction_model.build import intent_names
from skill.alexa.routes import ANSWERED_BEFORE_WELCOME, ROUTES
from skill.domain.patient.state import State
from skill.simulator.device import Device, SlotValue
from tests.alexa.responses import complaints
from tests.alexa.stations import WAYS, slot
from tests.by_heart import twin_of

SLOTS: dict[str, dict[str, SlotValue]] = {
    "RedFlagIntent": slot("red_flag", "bladder-or-bowel"),
    "ReportChangeIntent": slot("change", "same"),
    "SetRegionIntent": slot("region", "neck"),
    "SetFloorIntent": slot("floor_ability", "cannot"),
    "DoExerciseIntent": slot("exercise", "backward-bend"),
    "HowToIntent": slot("exercise", "bridge"),
    "PlayGuideIntent": slot("exercise", "prone-press-up"),
    "EquipmentIntent": slot("exercise", "bridge"),
    "SetSideIntent": slot("side", "left"),
    "LackEquipmentIntent": slot("equipment", "band"),
    "HaveEquipmentIntent": slot("equipment", "band"),
    "SetDaysIntent": slot("first_day", "monday"),
    "AskTopicIntent": slot("topic", "herniated-disc"),
    "PurposeIntent": slot("exercise", "dead-bug"),
    "AtRepIntent": {"number": SlotValue(heard="2", kind="AMAZON.NUMBER")},
    "NumberIntent": {"number": SlotValue(heard="2", kind="AMAZON.NUMBER")},
    "TimeAvailableIntent": {"duration": SlotValue(heard="PT10M", kind="AMAZON.DURATION")},
    "ReportPlaceIntent": slot("place", "below-knee"),
    "DeniedSignIntent": slot("red_flag", "numb-limb"),
    "SignGoneIntent": slot("red_flag", "numb-limb"),
    "TellConditionIntent": slot("condition", "night-pain"),
    "LogActivityIntent": slot("activity", "walking"),
    "TakeBackActivityIntent": slot("activity", "swimming"),
    "WeekSoFarIntent": slot("activity", "strength-training"),
    "SetGoalIntent": {"goal": SlotValue(heard="sit through a film", kind="AMAZON.SearchQuery")},
    "ChangeGoalIntent": {"number": SlotValue(heard="1", kind="AMAZON.NUMBER")},
    "DropGoalIntent": {"number": SlotValue(heard="1", kind="AMAZON.NUMBER")},
    "WalkWithMeIntent": {"duration": SlotValue(heard="PT10M", kind="AMAZON.DURATION")},
    "WeekTargetIntent": slot("activity", "walking"),
}
ROUTED = frozenset(intent for intent, _ in ROUTES)
WAITING = re.compile(r"checked|Did I coach you the last time|Was it you")
"""Nothing is coached: a clinician must look first, or it must be told who is talking or whose the sign was."""
EMERGENCY_WORDS = "needs emergency care"


def test_every_intent_of_the_model_is_routed_in_every_state_by_default() -> None:
    assert intent_names("en-US") - {intent for intent, state in ROUTES if state is None} == frozenset()


def test_every_route_is_in_the_model() -> None:
    assert ROUTED - intent_names("en-US") == frozenset()
    assert ANSWERED_BEFORE_WELCOME <= ROUTED


def test_every_state_can_be_reached_by_talking() -> None:
    assert set(State) == set(WAYS)


@pytest.mark.parametrize("state", list(State))
def test_a_slot_that_makes_no_sense_asks_back(device: Device, state: State) -> None:
    WAYS[state](device)
    wrong = {}
    for intent in sorted(SLOTS.keys() - {"RedFlagIntent"}):
        wrong[intent] = list(_nonsense(twin_of(device), intent))

    assert {intent: found for intent, found in wrong.items() if found} == {}


def _nonsense(device: Device, intent: str) -> Iterator[str]:
    """Say *intent* with a slot that makes no sense, again and again, and yield what is wrong with the answers."""
    (name,) = SLOTS[intent]
    for tries, heard in enumerate(("?", "gibberish", "-1", "99999999999", "<break/>", "½"), start=1):
        asked = device.intent(intent, {name: SlotValue(heard=heard, kind="GIVEN")})
        yield from complaints(device.last_response)
        if not asked.listening:
            if tries == 1:
                yield "the first nonsense ends the conversation"
            return  # the questions about symptoms end after two blanks (docs/clinical.md §2.5, override 10)


@pytest.mark.parametrize("state", list(State))
def test_danger_is_answered_first_in_every_state_and_coaching_stops(device: Device, state: State) -> None:
    WAYS[state](device)
    heard = device.intent("RedFlagIntent", slot("red_flag", "bladder-or-bowel"))

    assert heard.text.startswith("Stop now.")
    assert EMERGENCY_WORDS in heard.text
    assert not heard.listening
    for attempt in ("StartRoutineIntent", "ReadyIntent", "AMAZON.ResumeIntent", "AMAZON.NextIntent"):
        device.launch()
        assert WAITING.search(device.intent(attempt).text)


@pytest.mark.parametrize("state", list(State))
def test_danger_that_is_not_understood_stops_and_says_how_to_get_help(device: Device, state: State) -> None:
    WAYS[state](device)
    unclear = device.intent("RedFlagIntent", {"red_flag": SlotValue(heard="gone funny", kind="GIVEN")})

    assert unclear.text.startswith("Stop there.")
    assert "call 9 1 1" in unclear.text
    assert device.intent("RedFlagIntent", {"red_flag": SlotValue(heard="?", kind="GIVEN")}).text.startswith("Stop now.")


@pytest.mark.parametrize("state", list(State))
def test_help_says_what_can_be_said_now_and_listens(device: Device, state: State) -> None:
    WAYS[state](device)
    heard = device.intent("AMAZON.HelpIntent")

    assert "Say " in heard.text
    assert heard.listening


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent"])
def test_stop_always_stops(device: Device, state: State, intent: str) -> None:
    WAYS[state](device)

    assert not device.intent(intent).listening
