"""Intents that answer a safety question with more than yes or no."""

from __future__ import annotations

from skill.alexa.handlers import reporting
from skill.alexa.turn import Turn
from skill.domain.dialogue import screened
from skill.domain.exercise import Region, Side
from skill.domain.moment import Moment, Reply
from skill.domain.safety import RedFlag
from skill.domain.screen_items import Answer


def red_flag(turn: Turn, moment: Moment) -> Reply:
    """RedFlagIntent: "a fever". Slot: `red_flag`. It may be the answer to "which one?"; else it is danger."""
    found = turn.id_of("red_flag")
    if found in set(RedFlag):
        return screened.red_flag(moment, RedFlag(found))
    return reporting.red_flag(turn, moment)


def side(turn: Turn, moment: Moment) -> Reply:
    """ReportPlaceIntent: "my left leg". Slot: `side`. One side may be an answer; both sides are danger."""
    found = turn.id_of("side")
    if found == reporting.BOTH_SIDES:
        return screened.red_flag(moment, RedFlag.BOTH_SIDES)
    is_one = found in (*Side, reporting.ONE_SIDE)
    return screened.which(moment, Answer.ONE_SIDE) if is_one else screened.not_now(moment)


def both(turn: Turn, moment: Moment) -> Reply:
    """SetRegionIntent: "both". Slot: `region`. The part of the spine is not changed in the middle of the questions."""
    if turn.id_of("region") == Region.BOTH:
        return screened.which(moment, Answer.BOTH_SIDES, Answer.SEVERAL)
    return screened.not_now(moment)
