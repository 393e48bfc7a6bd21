"""Intents about the week and the patient's own goals."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.domain.dialogue import aside, goals, rating
from skill.domain.moment import Moment, Reply
from skill.domain.symptoms import Change


def rate_week(turn: Turn, moment: Moment) -> Reply:
    """ReportChangeIntent where it was asked how the week was: "better". Slot: `change`."""
    found = turn.id_of("change")
    return rating.rate_week(moment, Change(found)) if found in set(Change) else aside.again(moment)


def rate_goal(turn: Turn, moment: Moment) -> Reply:
    """NumberIntent where a goal is rated: "six". Slot: `number`."""
    return rating.rate_goal(moment, _number(turn))


def set_goal(turn: Turn, moment: Moment) -> Reply:
    """SetGoalIntent: "my goal is to sit through a film". Slot: `goal`; without it the words are asked for."""
    slot = turn.slots.get("goal")
    return goals.set_goal(moment, slot.heard if slot else None)


def change_goal(turn: Turn, moment: Moment) -> Reply:
    """ChangeGoalIntent: "change goal two". Slot: `number`; without it the only one."""
    return goals.change(moment, _number(turn))


def drop_goal(turn: Turn, moment: Moment) -> Reply:
    """DropGoalIntent: "delete goal two". Slot: `number`; without it the only one."""
    return goals.drop(moment, _number(turn))


def _number(turn: Turn) -> int | None:
    """Return the number that was said; None when none was, -1 for one that makes no sense."""
    slot = turn.slots.get("number")
    if slot is None:
        return None
    return int(slot.heard) if slot.heard.isascii() and slot.heard.isdigit() and len(slot.heard) <= 4 else -1
