"""Intents about how the patient feels, danger above all."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.domain import cues
from skill.domain.dialogue import checking, danger
from skill.domain.moment import Moment, Reply
from skill.domain.safety import RedFlag
from skill.domain.symptoms import Change


def red_flag(turn: Turn, moment: Moment) -> Reply:
    """RedFlagIntent: "I can't feel between my legs". Slot: `red_flag`; one that is not resolved is taken as pain."""
    found = turn.id_of("red_flag")
    if found not in set(RedFlag):
        return danger.pain(moment)
    return danger.red_flag(moment, RedFlag(found))


def report_change(turn: Turn, moment: Moment) -> Reply:
    """ReportChangeIntent: "a bit worse". Slot: `change`."""
    return checking.report_change(moment, turn.choice("change", Change, cues.AskChangeAgain()))
