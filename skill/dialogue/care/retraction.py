"""The way back from a mishearing: the hold stands until every question about an emergency is answered with no."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.care import danger
from skill.dialogue.count import counting
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import SignMisheard
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import Care
from skill.domain.safety.screen_items import EMERGENCY_TIER

SAME_DAY_TIER = 2
"""Signs that must be looked at the same day (docs/clinical.md §3.1)."""


def begin(moment: Moment) -> Reply:
    """Take back what was heard, once for a hold and once a day: ask what would be an emergency, one by one."""
    hold = moment.patient.care
    if hold is None or not hold.may_be_misheard:
        return danger.not_cleared(moment)
    if moment.day.took_back:
        return danger.not_cleared(moment.with_day(stopped=True))
    moment = moment.with_day(took_back=True).with_patient(care=replace(hold, may_be_misheard=False))
    return ask_all(moment, hold.care, cues.AskingToBeSure())


def ask_all(moment: Moment, care: Care, *before: Cue) -> Reply:
    """Ask what would be an emergency, one by one; the hold stands meanwhile. *care* is what was advised."""
    moment = moment.with_session(state=State.RETRACTING, retraction=_questions(moment, care))
    return moment.say(*before, ask=current_question.question_of(moment))


def no(moment: Moment) -> Reply:
    """That is not so: the next question, or the hold is lifted and all is as it was."""
    left = moment.session.retraction[1:]
    moment = moment.with_session(retraction=left)
    if left:
        return moment.say(ask=current_question.question_of(moment))
    hold = moment.patient.care
    screened = replace(moment.patient.screened, again=hold is not None and hold.screen_was_due)
    moment = moment.with_patient(care=None, screened=screened)
    if hold is not None and hold.unrecognized:
        return opening.arrive(moment, cues.NoSignOfYours())
    return opening.arrive(moment.noting(SignMisheard(on=moment.today)), cues.MisheardAfterAll())


def yes(moment: Moment) -> Reply:
    """It is so, or nobody is sure: the words for it, and the hold stays."""
    item = moment.rules.screening.item(moment.session.retraction[0])
    moment = moment.with_session(retraction=())
    if item.outcome is None or item.outcome.care is None or item.outcome.cue is None:
        return danger.emergency(moment)
    return danger.suspend(moment, item.outcome.care, item.outcome.cue)


def not_understood(moment: Moment) -> Reply:
    """Nonsense is no answer: the question is asked again."""
    return counting.say_and_wait(moment, cues.DidNotCatch())


def _questions(moment: Moment, care: Care) -> tuple[str, ...]:
    region = moment.patient.region or Region.BOTH
    tier = EMERGENCY_TIER if care is Care.EMERGENCY else SAME_DAY_TIER
    items = moment.rules.screening.first_use
    return tuple(one.id for one in items if one.tier <= tier and (region is Region.BOTH or region in one.regions))
