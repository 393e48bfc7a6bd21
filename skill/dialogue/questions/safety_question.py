"""Asking the safety questions, one at a time: the screen that is due begins, or goes on where it stopped."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.questions import sign_lists
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue, Question
from skill.domain.history.privacy import SymptomsMode
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.domain.safety.screen_items import Asking, ScreenItem, ScreenKind
from skill.domain.safety.screen_rules import (
    ScreenProgress,
    ScreenQuestion,
    ScreenResult,
    answers_cleared,
    next_question,
)


def ask(moment: Moment, *before: Cue) -> Reply:
    """Begin the screen that is due, or go on with it, and ask its next question."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return sign_lists.ask(moment, *before)
    kind = moment.screen_due or ScreenKind.DAILY
    goes_on = is_under_way(moment)
    progress = moment.session.screen if goes_on else _begun(moment, kind)
    intro = cues.ScreenGoesOn() if goes_on else cues.ScreenIntro(kind=kind)
    moment = moment.with_session(state=State.SCREENING, screen=progress)
    reply = moment.say(*before, intro, ask=question_of(moment))
    return reply if goes_on else replace(reply, to_read=_private_questions(moment, kind))


def _begun(moment: Moment, kind: ScreenKind) -> ScreenProgress:
    """Return a screen at its beginning; what a clinician has cleared in writing is answered already."""
    cleared = moment.prescription.cleared if moment.prescription else ()
    answers = answers_cleared(moment.rules.screening.of(kind), cleared)
    return ScreenProgress(kind=kind, on=moment.today, answers=answers)


def is_under_way(moment: Moment) -> bool:
    """Return whether the screen that is due began today and a question of it is open."""
    progress = moment.session.screen
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return False
    if progress is None or progress.kind is not moment.screen_due or progress.on != moment.today:
        return False
    return isinstance(found(moment, progress), ScreenQuestion)


def may_correct_region(moment: Moment) -> bool:
    """Return whether the part of the spine was only just told: the first screen has begun, and nothing is answered."""
    progress = moment.session.screen
    if progress is None or progress.kind is not ScreenKind.FIRST_USE:
        return False
    return progress.answers == _begun(moment, progress.kind).answers


def found(moment: Moment, progress: ScreenProgress) -> ScreenQuestion | ScreenResult:
    """Return the next question after what was answered so far, or what it came to."""
    region = moment.patient.region or Region.BOTH
    return next_question(progress.answers, region, moment.rules.screening.of(progress.kind))


def open_question(moment: Moment) -> ScreenQuestion:
    """Return the question that is open; there must be one."""
    question = found(moment, moment.session.screen) if moment.session.screen else None
    if not isinstance(question, ScreenQuestion):
        raise LookupError("no safety question is open")
    return question


def open_item(moment: Moment, asking: Asking) -> ScreenItem | None:
    """Return the item of which *asking* is the question that is open; None when another one is, or none."""
    if not is_under_way(moment):
        return None
    question = open_question(moment)
    return moment.rules.screening.item(question.item_id) if question.asking is asking else None


def question_of(moment: Moment) -> Question:
    """Return the cue of the question that is open."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return sign_lists.question_of(moment)
    question = open_question(moment)
    return cues.AskScreening(item_id=question.item_id, asking=question.asking)


def _private_questions(moment: Moment, kind: ScreenKind) -> tuple[Cue, ...]:
    items = moment.rules.screening.of(kind)
    return tuple(cues.AskScreening(item_id=item.id, asking=Asking.ITEM) for item in items if item.private)
