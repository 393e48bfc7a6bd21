"""Intents about the week and the patient's own goals."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.dialogue.count import side_question
from skill.dialogue.reply import Reply
from skill.dialogue.review import goal_talk, rating
from skill.dialogue.step import Moment
from skill.domain.symptoms.report import Change


def rate_week(turn: Turn, moment: Moment) -> Reply:
    """ReportChangeIntent where it was asked how the week was: "better". Slot: `change`."""
    found = turn.id_of("change")
    return rating.rate_week(moment, Change(found)) if found in set(Change) else side_question.again(moment)


def rate_goal(turn: Turn, moment: Moment) -> Reply:
    """NumberIntent where a goal is rated: "six". Slot: `number`."""
    return rating.rate_goal(moment, _number(turn))


def set_goal(turn: Turn, moment: Moment) -> Reply:
    """SetGoalIntent: "my goal is to sit through a film". Slot: `goal`; without it the words are asked for."""
    slot = turn.slots.get("goal")
    return goal_talk.set_goal(moment, slot.heard if slot else None)


def change_goal(turn: Turn, moment: Moment) -> Reply:
    """ChangeGoalIntent: "change goal two". Slot: `number`; without it the only one."""
    return goal_talk.change(moment, _number(turn))


def drop_goal(turn: Turn, moment: Moment) -> Reply:
    """DropGoalIntent: "delete goal two". Slot: `number`; without it the only one."""
    return goal_talk.drop(moment, _number(turn))


def _number(turn: Turn) -> int | None:
    """Return the number that was said; None when none was, -1 for one that makes no sense."""
    slot = turn.slots.get("number")
    if slot is None:
        return None
    return int(slot.heard) if slot.heard.isascii() and slot.heard.isdigit() and len(slot.heard) <= 4 else -1
