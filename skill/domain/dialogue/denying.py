"""A warning sign that is denied, or that has gone, where no safety question is open (`screened.partly_denied`)."""

from __future__ import annotations

from skill.domain.checkup import Clarification, Told
from skill.domain.dialogue import clarifying, counting, danger, reported, reporting
from skill.domain.moment import Moment, Reply
from skill.domain.safety import RedFlag
from skill.domain.session import State
from skill.domain.symptoms import NOTHING_NEW, Change

_ASKED_ABOUT = (RedFlag.WEAKNESS, RedFlag.NUMB_LIMB)
"""What the question about new symptoms names."""


def denied(moment: Moment, flag: RedFlag | None) -> Reply:
    """It is not there: no answer but where it was asked; a count is paused, for it may have been misheard."""
    if moment.state is State.COUNTING and not reporting.is_owed(moment):
        return counting.pause(moment)
    if flag in _ASKED_ABOUT and reporting.is_open(moment):
        return reported.take(moment, Told(new=NOTHING_NEW))
    return counting.back_to_it(moment)


def gone(moment: Moment, flag: RedFlag | None) -> Reply:
    """It was there, and is not any more: better where it is a limb's; anything else must still be looked at."""
    if flag is None or moment.patient.care is not None:
        return counting.back_to_it(moment)
    if flag in _ASKED_ABOUT:
        return reported.take(moment, Told(change=Change.BETTER))
    return danger.red_flag(moment, flag)


def denied_after_a_sign(moment: Moment, flag: RedFlag | None) -> Reply:
    """Not there, where it was asked what decides how urgent it is."""
    match moment.notes.clarify, flag:
        case Clarification.SETTLED, RedFlag.DIZZY:
            return clarifying.yes(moment)
        case Clarification.SIDES, RedFlag.BOTH_SIDES:
            return clarifying.sides(moment, both=False)
        case _:
            return clarifying.not_now(moment)
