"""Asking the safety questions, in lists: the screen that is due begins, or goes on where it stopped."""

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
from skill.domain.safety.screen_items import Answer, Asking, Opening, ScreenGroup, ScreenItem, ScreenKind
from skill.domain.safety.screen_rules import (
    ScreenProgress,
    ScreenQuestion,
    ScreenResult,
    about_told,
    answers_cleared,
    next_question,
)

TOLD_LEFT = (2, 1)
"""So many lists before the end it is told how many are left."""


def ask(moment: Moment, *before: Cue) -> Reply:
    """Begin the screen that is due, or go on with it, and ask its next question."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return sign_lists.ask(moment, *before)
    kind = moment.screen_due or ScreenKind.DAILY
    goes_on = is_under_way(moment)
    progress = moment.session.screen if goes_on else _begun(moment, kind)
    moment = moment.with_session(state=State.SCREENING, screen=progress)
    if goes_on:
        return moment.say(*before, cues.ScreenGoesOn(), ask=question_of(moment))
    if kind is ScreenKind.DAILY:
        return moment.say(*before, ask=question_of(moment))
    reply = moment.say(*before, cues.ScreenIntro(kind=kind), *before_question(moment), ask=question_of(moment))
    return replace(reply, to_read=_private_questions(moment, kind))


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
    region, screening = moment.patient.region or Region.BOTH, moment.rules.screening
    groups = screening.groups_of(progress.kind, region)
    told = _told_before(moment, progress)
    first = about_told(progress.answers, screening.of(progress.kind), told)
    answers = {**dict.fromkeys(told, Answer.YES), **progress.answers}
    return first or next_question(answers, region, screening.of(progress.kind), groups)


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


def open_group(moment: Moment) -> ScreenGroup | None:
    """Return the list that is open as a whole; None when single questions are asked, or none."""
    if not is_under_way(moment) or not open_question(moment).is_list:
        return None
    return moment.rules.screening.group(open_question(moment).item_id)


def items_of(moment: Moment, group: ScreenGroup) -> tuple[ScreenItem, ...]:
    """Return the items of *group* that are for the patient's part of the spine."""
    region = moment.patient.region or Region.BOTH
    items = (moment.rules.screening.item(one) for one in group.items)
    return tuple(item for item in items if region is Region.BOTH or region in item.regions)


def question_of(moment: Moment) -> Question:
    """Return the cue of the question that is open."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return sign_lists.question_of(moment)
    question = open_question(moment)
    match question.asking:
        case Asking.LIST:
            region = moment.patient.region or Region.BOTH
            return cues.AskScreenList(group_id=question.item_id, region=region)
        case Asking.WHICH_ONES:
            return cues.AskWhichOnes()
        case Asking.OTHERS:
            return cues.AskOthers()
        case Asking.CHECKED if moment.rules.screening.item(question.item_id).approval_is_enough:
            return cues.AskScreening(item_id=question.item_id, asking=Asking.APPROVED)
        case _:
            return cues.AskScreening(item_id=question.item_id, asking=question.asking)


def before_question(moment: Moment) -> tuple[Cue, ...]:
    """Return what is said before the question that is open: how many lists are left, or what it is about."""
    question, progress = open_question(moment), moment.session.screen
    if progress and question.item_id in _told_before(moment, progress) and question.asking is Asking.CHECKED:
        return (cues.ScreenToldBefore(), cues.Sign(item_id=question.item_id))
    left = question.questions - question.question_number + 1
    if question.asking is Asking.LIST and progress and progress.kind is ScreenKind.FIRST_USE and left in TOLD_LEFT:
        return (cues.ScreenListsLeft(lists=left),)
    if question.asking is Asking.CHECKED and progress and _named_several(moment, progress, question):
        return (cues.Sign(item_id=question.item_id),)
    return ()


def _told_before(moment: Moment, progress: ScreenProgress) -> tuple[str, ...]:
    """Return the items told when they could not be asked about; what was told since the screen began has its place."""
    if progress.kind is not ScreenKind.FIRST_USE:
        return ()
    return tuple(one for one in moment.patient.to_ask if one not in progress.answers)


def _named_several(moment: Moment, progress: ScreenProgress, question: ScreenQuestion) -> bool:
    """Return whether more than one item of the list was named, so that it must be said which one is asked about."""
    group = moment.rules.screening.group(question.group_id) if question.group_id else None
    yes = [one for one in group.items if progress.answers.get(one) in (Answer.YES, Answer.UNSURE)] if group else []
    return group is not None and group.opening is Opening.WHICH_ONES and len(yes) > 1


def _private_questions(moment: Moment, kind: ScreenKind) -> tuple[Cue, ...]:
    items = moment.rules.screening.of(kind)
    return tuple(cues.AskScreening(item_id=item.id, asking=Asking.ITEM) for item in items if item.private)
