"""A warning sign that is denied, or has gone; among the safety questions `safety_answers.answer_partly` takes it."""

from __future__ import annotations

from skill.dialogue.care import danger, sign_follow_up, symptom_answers
from skill.dialogue.count import counting
from skill.dialogue.questions import symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import RedFlag
from skill.domain.symptoms.checkup import Clarification, SymptomUtterance
from skill.domain.symptoms.report import NOTHING_NEW, Change

_ASKED_ABOUT = (RedFlag.WEAKNESS, RedFlag.NUMB_LIMB)
"""What the question about new symptoms names."""


def denied(moment: Moment, flag: RedFlag | None) -> Reply:
    """The patient says a warning sign is absent.

    Answers the open question about new symptoms if that names the sign; pauses a count, because a "no" is easily
    misheard; else changes nothing.
    """
    if moment.state is State.COUNTING and not symptom_question.is_owed(moment):
        return counting.pause(moment)
    if flag in _ASKED_ABOUT and symptom_question.is_open(moment):
        return symptom_answers.hear(moment, SymptomUtterance(new=NOTHING_NEW))
    return counting.say_and_resume(moment)


def gone(moment: Moment, flag: RedFlag | None) -> Reply:
    """The patient says a warning sign has gone.

    One of a limb counts as better; any other must still be looked at, and is answered like the sign itself.
    """
    if flag is None or moment.patient.care is not None:
        return counting.say_and_resume(moment)
    if flag in _ASKED_ABOUT:
        return symptom_answers.hear(moment, SymptomUtterance(change=Change.BETTER))
    return danger.red_flag(moment, flag)


def denied_after_a_sign(moment: Moment, flag: RedFlag | None) -> Reply:
    """Answer, in the negative, the follow-up question to a warning sign."""
    match moment.notes.clarify, flag:
        case Clarification.SETTLED, RedFlag.DIZZY:
            return sign_follow_up.yes(moment)
        case Clarification.SIDES, RedFlag.BOTH_SIDES:
            return sign_follow_up.sides(moment, both=False)
        case _:
            return sign_follow_up.not_now(moment)
