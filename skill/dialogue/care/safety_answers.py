"""What the answers to the safety questions lead to: the next question, care, limits, or the routine."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.care import danger
from skill.dialogue.count import counting
from skill.dialogue.questions import safety_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import CareAdvised, CareCleared, ScreenTaken
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.domain.safety.limits import Limit, nothing_coached
from skill.domain.safety.red_flags import RedFlag
from skill.domain.safety.screen_items import Answer, Asking, ScreenItem, ScreenKind
from skill.domain.safety.screen_rules import ScreenQuestion, ScreenResult, taken

TIMES_ASKED = 3
"""How often a safety question is asked that gets no answer (docs/clinical.md §3.2a)."""
WHICH_IT_IS = {
    RedFlag.BOTH_SIDES: Answer.BOTH_SIDES,
    RedFlag.CLUMSY_OR_UNSTEADY: Answer.CLUMSY_OR_UNSTEADY,
    RedFlag.FEVER: Answer.FEVER,
    RedFlag.CHEST: Answer.CHEST,
    RedFlag.SUDDEN_HEADACHE: Answer.HEADACHE,
    RedFlag.SIGHT_OR_SPEECH: Answer.SIGHT_SPEECH_OR_SWALLOWING,
    RedFlag.DIZZY: Answer.DIZZINESS,
}
"""What a warning sign says where it was asked which one it is."""


def answer(moment: Moment, given: Answer, *before: Cue) -> Reply:
    """Take the answer to the question that is open: ask the next one, or say what the screen came to."""
    progress = moment.session.screen
    if progress is None or not safety_question.is_under_way(moment):
        return opening.arrive(moment)
    question = safety_question.open_question(moment)
    progress = progress.answered(question, given)
    moment = moment.with_session(screen=progress)
    if progress.answers[question.key] is Answer.UNSURE:
        before = (*before, cues.ScreenUnsure())
    return go_on(moment, *before)


def go_on(moment: Moment, *before: Cue) -> Reply:
    """Ask the next question of the screen under way, or say what it came to."""
    progress = moment.session.screen
    if progress is None:
        raise LookupError("no screen is under way")
    found = safety_question.found(moment, progress)
    if isinstance(found, ScreenQuestion):
        before = (*before, *safety_question.before_question(moment))
        return moment.say(*before, ask=safety_question.question_of(moment))
    return conclude(moment.with_session(screen=None), progress.kind, found)


def yes(moment: Moment) -> Reply:
    """Yes; where it was asked which, that is no answer."""
    return answer(moment, Answer.YES) if _fits(moment, Answer.YES) else not_understood(moment)


def no(moment: Moment) -> Reply:
    """No; where it was asked which, that is no answer."""
    return answer(moment, Answer.NO) if _fits(moment, Answer.NO) else not_understood(moment)


def answer_none(moment: Moment) -> Reply:
    """Nothing like that: a no to all of a question whose safe answer that is; else no answer."""
    return no(moment) if _may_be_denied(moment) else not_understood(moment)


def answer_partly(moment: Moment) -> Reply:
    """A part of the question is denied: ask for all of it once more; denied again, it is a no."""
    progress = moment.session.screen
    if progress is None or not _may_be_denied(moment):
        return ask_again_first(moment)
    if progress.denied_in_part:
        return no(moment)
    denied = moment.with_session(screen=replace(progress, denied_in_part=True))
    return counting.say_and_resume(denied, cues.ScreenAnyPart())


def age(moment: Moment, years: int | None) -> Reply:
    """A number: the patient's age where that decides; of sides, how many; else no answer."""
    item = _asks_for_age(moment)
    if years is not None and item is not None and item.adult_from_years is not None:
        return _tell_item(moment, item, Answer.YES if years >= item.adult_from_years else Answer.NO)
    sides = {1: Answer.ONE_SIDE, 2: Answer.BOTH_SIDES}
    return answer_choice(moment, sides[years]) if years in sides else ask_again_first(moment)


def unsure(moment: Moment) -> Reply:
    """Not sure: the more careful reading (docs/clinical.md §3.2)."""
    return answer(moment, Answer.UNSURE)


def not_understood(moment: Moment) -> Reply:
    """Nonsense is no answer: it is asked up to three times, then nothing is coached now (docs/clinical.md §3.2a)."""
    progress = moment.session.screen
    if progress is None or not safety_question.is_under_way(moment):
        return unsure(moment)
    misses = progress.misses + 1
    if misses >= TIMES_ASKED:
        moment = moment.with_session(screen=replace(progress, misses=0))
        return moment.close(cues.ScreenGivenUp(emergency_number=moment.emergency_number))
    missed = moment.with_session(screen=replace(progress, misses=misses))
    which = safety_question.open_question(moment).asking is Asking.WHICH
    return counting.say_and_resume(missed, cues.DidNotCatch() if which else cues.ScreenAgain(misses=misses))


def answer_checked(moment: Moment) -> Reply:
    """A clinician has checked it: an answer where that was asked; else it is kept, and the question asked again."""
    if _asks(moment, Asking.CHECKED):
        return answer(moment, Answer.YES)
    if moment.patient.care is None and not moment.patient.limits:
        moment = moment.noting(CareCleared(on=moment.today))
    return ask_again_first(moment)


def answer_not_checked(moment: Moment) -> Reply:
    """Not yet: an answer where it was asked whether it was checked; else there is no hurry."""
    return answer(moment, Answer.NO) if _asks(moment, Asking.CHECKED) else counting.pause(moment)


def answer_choice(moment: Moment, *choices: Answer) -> Reply:
    """Take the first of *choices* that the open question offers; when it offers none, it is asked again."""
    for choice in choices:
        if _fits(moment, choice):
            return answer(moment, choice)
    return ask_again_first(moment)


def red_flag(moment: Moment, flag: RedFlag) -> Reply:
    """Danger wins, also when a list named it; but where it was asked which one it is, it is the answer."""
    named = WHICH_IT_IS.get(flag)
    return answer(moment, named) if named and _fits(moment, named) else danger.red_flag(moment, flag)


def tell_named(moment: Moment, item: ScreenItem) -> Reply:
    """An item of the list that is open was named: the rest of the list is still to be answered."""
    return _tell_item(moment, item, Answer.YES, cues.ScreenNoted())


def ask_again_first(moment: Moment) -> Reply:
    """Nothing else is done before the safety questions are finished."""
    return counting.say_and_resume(moment, cues.ScreenGoesOn())


def help_me(moment: Moment) -> Reply:
    """Say why the questions are asked, and how to answer."""
    return counting.say_and_resume(moment, cues.ScreenWhy(), cues.YouCanSay(state=State.SCREENING.value))


def _tell_item(moment: Moment, item: ScreenItem, given: Answer, *said: Cue) -> Reply:
    """Take the answer to *item*: of the list that is open, or of its own question."""
    progress, group = moment.session.screen, safety_question.open_group(moment)
    if progress is None or group is None:
        return answer(moment, given)
    named = progress.named(safety_question.open_question(moment), item, given)
    return go_on(moment.with_session(screen=named), *said)


def _asks_for_age(moment: Moment) -> ScreenItem | None:
    """Return the item that a number of years answers, where it or its list is open."""
    group = safety_question.open_group(moment)
    items = safety_question.items_of(moment, group) if group else (safety_question.open_item(moment, Asking.ITEM),)
    return next((item for item in items if item is not None and item.adult_from_years is not None), None)


def _may_be_denied(moment: Moment) -> bool:
    """Return whether "none" answers what is open: an item, or a list, of which nothing is to be true."""
    group = safety_question.open_group(moment)
    if group is not None:
        asking = safety_question.open_question(moment).asking
        return group.safe_answer is Answer.NO and asking is not Asking.WHICH_ONES
    item = safety_question.open_item(moment, Asking.ITEM)
    return item is not None and item.safe_answer is Answer.NO


def _asks(moment: Moment, asking: Asking) -> bool:
    return safety_question.is_under_way(moment) and safety_question.open_question(moment).asking is asking


def _fits(moment: Moment, given: Answer) -> bool:
    return safety_question.is_under_way(moment) and given in safety_question.open_question(moment).answers


def conclude(moment: Moment, kind: ScreenKind, result: ScreenResult) -> Reply:
    """Keep what the screen came to, and do what follows."""
    moment = moment.with_patient(to_ask=())
    patient, region = moment.patient, moment.patient.region or Region.BOTH
    screened = taken(patient.screened, kind, result, region=region, today=moment.today)
    moment = moment.noting(ScreenTaken(kind=kind, region=region, passed=result.passed, on=moment.today))
    if result.care and result.cue and nothing_coached(result.limits):
        return danger.suspend(moment.with_patient(screened=screened), result.care, result.cue)
    moment = moment.with_patient(
        screened=replace(screened, again=False), limits=_limits_after(patient.limits, kind, result)
    ).with_session(screened_at=moment.now)
    if result.passed:
        thanks = (cues.ScreenPassed(),) if kind is ScreenKind.FIRST_USE else ()
        return opening.begin_day(moment, *thanks)
    return _limited(opening.set_aside(moment), result)


def _limits_after(before: tuple[Limit, ...], kind: ScreenKind, result: ScreenResult) -> tuple[Limit, ...]:
    """Return what is not coached now: limits stay until cleared, but the first-use screen asks for the disc again."""
    asked_again = {Limit.WALKING_AND_REST_ONLY} if kind is ScreenKind.FIRST_USE else set()
    kept = (limit for limit in before if limit not in asked_again)
    return tuple(dict.fromkeys((*kept, *result.limits)))


def _limited(moment: Moment, result: ScreenResult) -> Reply:
    """Say who must be asked first, and offer what may still be coached."""
    limits = moment.patient.limits
    if Limit.ADULTS_ONLY in limits:
        return moment.close(cues.AdultsOnly())
    said: tuple[Cue, ...] = (cues.Clearance(),)
    if result.care and result.cue:
        said = (danger.words_of(moment, result.cue),)
        moment = moment.noting(CareAdvised(care=result.care, on=moment.today))
    if nothing_coached(limits):
        return moment.with_session(state=State.HELD).close(*said)
    return opening.offer(moment, *said, *(cues.LimitedTo(limit=limit) for limit in result.limits))
