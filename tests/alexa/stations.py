"""How to bring a conversation into each state of the dialogue, by talking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.app import codec
from skill.app.calendar import time_zone_of
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.simulator.device import Device, SlotValue
from skill.simulator.heard import Heard
from tests.by_heart import by_heart
from tests.domain.diary import calm_days

Way = Callable[[Device], None]

TWENTY_MINUTES = {"duration": SlotValue(heard="PT20M", kind="AMAZON.DURATION")}


def place(zone: str, number: int) -> dict[str, SlotValue]:
    """Return the slots of a place in the body and how strong it is there."""
    named = slot("region", zone) if zone in set(Region) else slot("place", zone)
    return {**named, "number": SlotValue(heard=str(number), kind="AMAZON.NUMBER")}


def slot(name: str, identifier: str) -> dict[str, SlotValue]:
    """Return a slot that was heard and resolved to *identifier*."""
    return {name: SlotValue(heard=identifier, id=identifier, kind="GIVEN")}


def _launch(device: Device) -> None:
    device.launch()


def _region(device: Device) -> None:
    _launch(device)
    device.intent("SetRegionIntent", slot("region", "low-back"))


ALL_CLEAR = (*("AMAZON.NoIntent",) * 5, "AMAZON.YesIntent")
"""The answers to the first-use safety lists for the low back with which everything may be coached."""


def answer_all_clear(device: Device) -> None:
    """Answer the first-use safety questions for the low back so that everything may be coached."""
    for answer in ALL_CLEAR:
        device.intent(answer)


def _floor(device: Device) -> None:
    _region(device)
    answer_all_clear(device)
    report_baseline(device)


def _consent(device: Device) -> None:
    _region(device)
    answer_all_clear(device)
    report_baseline(device)
    device.intent("AMAZON.YesIntent")
    device.intent("ReadyIntent")
    device.wait(120)
    device.intent("ReportChangeIntent", slot("change", "same"))
    device.intent("SkipIntent")
    device.intent("SkipIntent")


def _offer(device: Device) -> None:
    """Come to the offer: the safety questions are answered, and so are the floor and consent."""
    _region(device)
    device.intent("KeepAnswersIntent")
    device.intent("SetFloorIntent", slot("floor_ability", "can"))
    answer_all_clear(device)
    device.exit()
    device.launch()


def _offering_phase(device: Device) -> None:
    _offer(device)
    _live_calm_days(device)
    device.intent("TodaysRoutineIntent")


def _live_calm_days(device: Device) -> None:
    """Let Alexa carry what opens strengthening, as when the store was down while it happened."""
    session, now = device._session, device.clock()
    document = codec.from_attributes(dict(session.attributes)) if session else None
    assert session
    assert document
    today = now.astimezone(time_zone_of(device.locale)).date()
    facts = (codec.encode_fact(fact, now) for fact in calm_days(today=today).facts)
    document = replace(
        document,
        unsaved=True,
        unsaved_facts=tuple((fact.at, fact.kind, fact.data) for fact in facts),
    )
    session.attributes = codec.to_attributes(document)


def _reporting(device: Device) -> None:
    _offer(device)
    device.intent("AMAZON.YesIntent")


def report_baseline(device: Device) -> Heard:
    """Tell how it is before the first exercise: in the back, a three, nothing new. Return what comes then."""
    heard = device.intent("ReportPlaceIntent", place("low-back", 3))
    return device.intent("AMAZON.NoIntent") if "Any new" in heard.text else heard


def _instructions(device: Device) -> None:
    _reporting(device)
    report_baseline(device)


def _counting(device: Device) -> None:
    _instructions(device)
    device.intent("ReadyIntent")
    device.wait(30)


def _paused(device: Device) -> None:
    _counting(device)
    device.intent("AMAZON.PauseIntent")


def _checking_safety(device: Device) -> None:
    _counting(device)
    device.intent("HelpMeIntent")


def _resuming(device: Device) -> None:
    _paused(device)
    device.exit()
    device.launch()


def _confirming(device: Device) -> None:
    _counting(device)
    device.vanish()
    device.clock.advance(3600)
    device.launch()


def _checking(device: Device) -> None:
    _counting(device)
    device.intent("DoneIntent")


def _offering_guide(device: Device) -> None:
    _offer(device)
    device.intent("PlayGuideIntent", slot("exercise", "prone-press-up"))


def _on_activity(device: Device) -> None:
    _offer(device)
    device.intent("DoExerciseIntent", slot("exercise", "walking"))
    report_baseline(device)
    device.intent("ReadyIntent")


def _asking_left_open(device: Device) -> None:
    _on_activity(device)
    device.wait(24 * 60 * 60)
    device.launch()


def _telling(device: Device) -> None:
    _paused(device)
    device.intent("LogActivityIntent", slot("activity", "walking"))


def _telling_again(device: Device) -> None:
    _paused(device)
    for _ in range(2):
        device.intent("LogActivityIntent", slot("activity", "walking") | TWENTY_MINUTES)


def _rating_week(device: Device) -> None:
    _checking(device)
    device.exit()
    device.clock.advance(8 * 24 * 3600)
    device.intent("LogActivityIntent", slot("activity", "walking") | TWENTY_MINUTES)


def _naming_goal(device: Device) -> None:
    _paused(device)
    device.intent("SetGoalIntent")


def _rating_goal(device: Device) -> None:
    _paused(device)
    device.intent("SetGoalIntent", {"goal": SlotValue(heard="sit through a film", kind="AMAZON.SearchQuery")})


def _progress(device: Device) -> None:
    _paused(device)
    device.intent("LogActivityIntent", slot("activity", "walking") | TWENTY_MINUTES | slot("day", "two-days-ago"))
    device.intent("ProgressIntent")


def _finished(device: Device) -> None:
    _checking(device)
    device.intent("ReportPlaceIntent", place("foot", 5))
    device.intent("AMAZON.NoIntent")
    device.launch()


def _clarifying(device: Device) -> None:
    _counting(device)
    device.intent("RedFlagIntent", slot("red_flag", "numb-limb"))


def _offering_gentler(device: Device) -> None:
    _offer(device)
    device.intent("DoExerciseIntent", slot("exercise", "prone-press-up"))
    report_baseline(device)
    device.intent("ReadyIntent")
    device.wait(30)
    device.intent("DoneIntent")
    device.intent("ReportPlaceIntent", place("buttock", 3))
    device.intent("AMAZON.NoIntent")
    device.wait(600)
    device.launch()
    device.intent("ReportPlaceIntent", place("low-back", 3))


def _deleting(device: Device) -> None:
    _paused(device)
    device.intent("DeleteMyDataIntent")


def _offering_more(device: Device) -> None:
    _counting(device)
    device.intent("AskTopicIntent", slot("topic", "herniated-disc"))


def _setting_up_again(device: Device) -> None:
    _counting(device)
    device.intent("SetUpAgainIntent")


def _asking_up(device: Device) -> None:
    _offering_phase(device)
    device.intent("AMAZON.YesIntent")
    report_baseline(device)
    device.intent("DoExerciseIntent", slot("exercise", "cat-camel-stretch"))


def _confirming_person(device: Device) -> None:
    _counting(device)
    device.intent("SomeoneElseIntent")


def _at_door(device: Device) -> None:
    """A voice that Alexa recognizes for the first time, where somebody has exercised before."""
    _paused(device)
    device.exit()
    device.person_id = "amzn1.ask.person.SECOND"
    device.launch()


def _asking_name(device: Device) -> None:
    _at_door(device)
    device.intent("AMAZON.NoIntent")


def _deleting_everyone(device: Device) -> None:
    _paused(device)
    device.intent("DeleteEveryoneIntent")


def _held(device: Device) -> None:
    _counting(device)
    device.intent("RedFlagIntent", slot("red_flag", "saddle-numbness"))
    device.launch()


def _retracting(device: Device) -> None:
    _held(device)
    device.launch()
    device.intent("MisheardIntent")


_WAYS: Mapping[State, Way] = {
    State.SETTING_REGION: _launch,
    State.SETTING_FLOOR: _floor,
    State.SCREENING: _region,
    State.ASKING_CONSENT: _consent,
    State.OFFERING_ROUTINE: _offer,
    State.OFFERING_PHASE: _offering_phase,
    State.OFFERING_RESUME: _resuming,
    State.GETTING_READY: _instructions,
    State.COUNTING: _counting,
    State.CONFIRMING_COUNT: _confirming,
    State.PAUSED: _paused,
    State.CHECKING_SAFETY: _checking_safety,
    State.CHECKING: _checking,
    State.REPORTING: _reporting,
    State.CLARIFYING: _clarifying,
    State.OFFERING_GENTLER: _offering_gentler,
    State.OFFERING_GUIDE: _offering_guide,
    State.ON_ACTIVITY: _on_activity,
    State.ASKING_LEFT_OPEN: _asking_left_open,
    State.FINISHED: _finished,
    State.TELLING_ACTIVITY: _telling,
    State.CONFIRMING_ACTIVITY: _telling_again,
    State.OFFERING_MORE: _offering_more,
    State.CONFIRMING_SETUP: _setting_up_again,
    State.ASKING_UP: _asking_up,
    State.RATING_WEEK: _rating_week,
    State.NAMING_GOAL: _naming_goal,
    State.RATING_GOAL: _rating_goal,
    State.OFFERING_PROGRESS: _progress,
    State.CONFIRMING_DELETE: _deleting,
    State.CONFIRMING_PERSON: _confirming_person,
    State.ASKING_WHO: _at_door,
    State.ASKING_NAME: _asking_name,
    State.CONFIRMING_DELETE_EVERYONE: _deleting_everyone,
    State.HELD: _held,
    State.RETRACTING: _retracting,
}


def _walked(way: Way) -> Way:
    def walk(device: Device) -> None:
        with by_heart(device._endpoint):
            way(device)

    return walk


WAYS: Mapping[State, Way] = {state: _walked(way) for state, way in _WAYS.items()}
