"""Intents about the patient: which part of the spine, the floor, the time there is."""

from __future__ import annotations

from enum import StrEnum

from skill.alexa.turn import Turn
from skill.domain import cues
from skill.domain.dialogue import counting, opening
from skill.domain.exercise import Region
from skill.domain.moment import Moment, Reply
from skill.domain.session import State

LONGEST_MINUTES = 180
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
    return opening.set_floor(moment, ability is FloorAbility.CAN)


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
    return opening.set_minutes(moment, min(minutes, LONGEST_MINUTES))


def floor_yes(_turn: Turn, moment: Moment) -> Reply:
    """Yes: the patient can get down to the floor and back up."""
    return opening.set_floor(moment, True)


def floor_no(_turn: Turn, moment: Moment) -> Reply:
    """No, or not sure: use what needs no floor (clinical.md §4.4)."""
    return opening.set_floor(moment, False)
