"""Intents about how the patient feels, danger above all."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.domain import cues
from skill.domain.dialogue import checking, danger
from skill.domain.moment import Moment, Reply
from skill.domain.safety import RedFlag
from skill.domain.symptoms import Change

BOTH_SIDES = "both-sides"
NOWHERE = "nowhere"


def red_flag(turn: Turn, moment: Moment) -> Reply:
    """RedFlagIntent: "I can't feel between my legs". Slot: `red_flag`; without it an emergency ("an ambulance")."""
    if not turn.heard("red_flag"):
        return danger.emergency(moment)
    found = turn.id_of("red_flag")
    if found not in set(RedFlag):
        return danger.unclear_danger(moment)
    return danger.red_flag(moment, RedFlag(found))


def report_place(turn: Turn, moment: Moment) -> Reply:
    """ReportPlaceIntent: "it's in my calf". Slots: `place`, `region`, `side`, `number`.

    Both sides are a warning sign, nowhere is better; for every other place it is asked how it is there.
    """
    if turn.id_of("side") == BOTH_SIDES:
        return danger.red_flag(moment, RedFlag.BOTH_SIDES)
    if turn.id_of("place") == NOWHERE:
        return checking.report_change(moment, Change.BETTER)
    return checking.ask_how_it_is(moment)


def report_change(turn: Turn, moment: Moment) -> Reply:
    """ReportChangeIntent: "a bit worse". Slot: `change`."""
    return checking.report_change(moment, turn.choice("change", Change, cues.AskChangeAgain()))
