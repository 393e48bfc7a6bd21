"""Something told unasked that a clinician must know of: it answers its safety question, whenever that is asked."""

from __future__ import annotations

from skill.dialogue.care import danger, safety_answers
from skill.dialogue.count import counting
from skill.dialogue.count.place import keep_place
from skill.dialogue.questions import safety_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.history.privacy import SymptomsMode
from skill.domain.patient.state import State
from skill.domain.safety.screen_items import Asking, Condition, ScreenItem, ScreenKind
from skill.domain.safety.screen_rules import ScreenProgress


def tell_condition(moment: Moment, condition: Condition) -> Reply:
    """Take *condition* as a yes to its safety question: then it is asked whether a clinician has checked it."""
    if moment.patient.needs_setup or moment.suspended:
        return _kept(moment, condition)
    group = safety_question.open_group(moment)
    own = safety_question.items_of(moment, group) if group else ()
    listed = next((item for item in own if item.named is condition), None)
    if listed is not None:
        return safety_answers.tell_named(moment, listed)
    item = moment.rules.screening.named(condition)
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return _only_said(moment, item)
    checking = safety_question.open_item(moment, Asking.CHECKED)
    if checking is not None and condition is Condition.TOLD_CONDITION:
        return safety_answers.answer_not_checked(moment)
    if checking == item:
        return safety_answers.ask_again_first(moment)
    moment = keep_place(moment)
    progress = _progress(moment, item)
    moment = _to_ask(moment, item).with_session(state=State.SCREENING, screen=progress.with_yes(item))
    return safety_answers.go_on(moment, cues.ScreenNoted())


def tell_condition_while_held(moment: Moment, condition: Condition) -> Reply:
    """Nothing is coached anyway: "not to exercise" answers whether it was cleared; all else is asked about later."""
    if condition is not Condition.TOLD_CONDITION:
        return _kept(moment, condition)
    return danger.not_cleared(_to_ask(moment, moment.rules.screening.named(condition)))


def _kept(moment: Moment, condition: Condition) -> Reply:
    """Keep what was told until it can be asked about: that is the first thing then, and nothing is coached before."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return counting.say_and_resume(moment)
    return counting.say_and_resume(_to_ask(moment, moment.rules.screening.named(condition)), cues.ScreenNoted())


def _to_ask(moment: Moment, item: ScreenItem) -> Moment:
    """Return the moment that knows which safety question is asked about first, and that the screen is due for it."""
    patient = moment.patient
    to_ask = tuple(dict.fromkeys((*patient.to_ask, item.id)))
    return moment.with_patient(to_ask=to_ask, screened=patient.screened.after_care())


def _only_said(moment: Moment, item: ScreenItem) -> Reply:
    """Say who must be asked; nothing is taken down but that the lists of signs come again before any exercise."""
    cue = item.outcome.cue if item.outcome else None
    moment = keep_place(moment).with_patient(screened=moment.patient.screened.after_care())
    return moment.close(danger.words_of(moment, cue) if cue else cues.Clearance())


def _progress(moment: Moment, item: ScreenItem) -> ScreenProgress:
    """Return the first-use screen to go on with: the one under way, or one in which what was asked today is known."""
    progress = moment.session.screen
    if progress is not None and safety_question.is_under_way(moment) and progress.kind is ScreenKind.FIRST_USE:
        return progress
    screened_today = moment.screen_due is None
    limits = frozenset(moment.patient.limits)
    known = {
        other.id: other.safe_answer
        for other in moment.rules.screening.first_use
        if other is not item and screened_today and not (other.outcome and limits & set(other.outcome.limits))
    }
    return ScreenProgress(kind=ScreenKind.FIRST_USE, on=moment.today, answers=known)
