"""Intents about the patient: the part of the spine, the floor, the time there is, the side, things, days, a name."""

from __future__ import annotations

from enum import StrEnum

from skill.alexa.handlers import reporting
from skill.alexa.turn import Turn
from skill.dialogue.care import danger
from skill.dialogue.count import counting
from skill.dialogue.information import door, persons, settings
from skill.dialogue.reply import Reply
from skill.dialogue.routine import fitting, opening
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.movement.equipment import EquipmentKind
from skill.domain.movement.exercise import Region, Side
from skill.domain.movement.weekdays import Weekday
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import RedFlag
from skill.errors import NotUnderstood

LONGEST_MINUTES = 180
DAY_SLOTS = ("first_day", "second_day", "third_day", "fourth_day", "fifth_day")
ANY_DAY = "any-day"
LONGEST_MOMENT_MINUTES = 1
AN_EXERCISE_IS_UP = frozenset({State.GETTING_READY, State.COUNTING, State.PAUSED})


class FloorAbility(StrEnum):
    """The slot's values."""

    CAN = "can"
    CANNOT = "cannot"


def set_region(turn: Turn, moment: Moment) -> Reply:
    """SetRegionIntent: "it's my neck". Slot: `region`."""
    return opening.set_region(moment, turn.choice("region", Region, cues.AskRegion()))


def set_floor(turn: Turn, moment: Moment) -> Reply:
    """SetFloorIntent: "I can't get down to the floor". Slot: `floor_ability`."""
    ability = turn.choice("floor_ability", FloorAbility, cues.AskFloor())
    return fitting.set_floor(moment, ability is FloorAbility.CAN)


def set_minutes(turn: Turn, moment: Moment) -> Reply:
    """TimeAvailableIntent: "I have ten minutes". Slots: `duration`, or `number` of minutes.

    In the midst of an exercise "one second" is no plan for the day: it means wait.
    """
    if turn.heard("duration"):
        heard = turn.duration_minutes("duration")
        if heard is not None and heard <= LONGEST_MOMENT_MINUTES and moment.state in AN_EXERCISE_IS_UP:
            return counting.pause(moment)
        minutes = turn.minutes("duration", cues.AskMinutes())
    else:
        minutes = turn.number("number", 1, LONGEST_MINUTES, cues.AskMinutes())
    return fitting.set_minutes(moment, min(minutes, LONGEST_MINUTES))


def set_side(turn: Turn, moment: Moment) -> Reply:
    """SetSideIntent: "my left side is the painful one". Slot: `side`. Both sides are a warning sign."""
    if turn.id_of("side") == reporting.BOTH_SIDES:
        return danger.red_flag(moment, RedFlag.BOTH_SIDES)
    return settings.set_side(moment, turn.choice("side", Side, cues.AskSide()))


def lack(turn: Turn, moment: Moment) -> Reply:
    """LackEquipmentIntent: "I don't have a band". Slot: `equipment`."""
    return settings.lack(moment, turn.choice("equipment", EquipmentKind, cues.AskEquipment()))


def have(turn: Turn, moment: Moment) -> Reply:
    """HaveEquipmentIntent: "I have a band now". Slot: `equipment`."""
    return settings.have(moment, turn.choice("equipment", EquipmentKind, cues.AskEquipment()))


def set_days(turn: Turn, moment: Moment) -> Reply:
    """SetDaysIntent: "I exercise on Mondays and Fridays". Slots: `first_day` and so on; "any day" takes them back."""
    said = [turn.id_of(name) for name in DAY_SLOTS if turn.heard(name)]
    if said == [ANY_DAY]:
        return settings.set_days(moment, ())
    if not said or not set(said) <= set(Weekday):
        raise NotUnderstood(cues.AskDays())
    return settings.set_days(moment, tuple(Weekday(day) for day in said if day))


def set_name(turn: Turn, moment: Moment) -> Reply:
    """SetNameIntent: "call me Ann". Slot: `name`, any first name."""
    name = turn.heard_name("name")
    if name is None:
        raise NotUnderstood(cues.AskName())
    return persons.call_me(moment, name)


def someone_else(turn: Turn, moment: Moment) -> Reply:
    """SomeoneElseIntent: "it's my wife now", "this is Ann". Slot: `name`, any first name."""
    return persons.someone_else(moment, turn.heard_name("name"))


def called_at_door(turn: Turn, moment: Moment) -> Reply:
    """SetNameIntent, SomeoneElseIntent where it was asked who it is: "I'm Ann", "somebody else". Slot: `name`."""
    name = turn.heard_name("name")
    if name is not None:
        return door.called(moment, name)
    return door.ask_again(moment) if turn.heard("name") else door.somebody_else(moment)


def floor_yes(_turn: Turn, moment: Moment) -> Reply:
    """Yes: the patient can get down to the floor and back up."""
    return fitting.answer_floor(moment, True)


def floor_no(_turn: Turn, moment: Moment) -> Reply:
    """No, or not sure: use what needs no floor (docs/clinical.md §4.4)."""
    return fitting.answer_floor(moment, False)
