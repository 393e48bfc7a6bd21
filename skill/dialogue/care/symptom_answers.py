"""What the patient tells about the symptoms: it fills all it can, and only what is missing is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import ceil

from skill.dialogue.care import baseline, danger, judging, policy_safe
from skill.dialogue.count import counting
from skill.dialogue.count.place import keep_place, record_all
from skill.dialogue.questions import current_question, known_symptoms, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.privacy import SymptomsMode
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import RedFlag
from skill.domain.symptoms.checkup import Checkup, Drift, Inquiry, SymptomUtterance
from skill.domain.symptoms.filling_in import with_answer
from skill.domain.symptoms.report import NOTHING_NEW, Change, Conflict, New, NewSymptom, Occasion, Report

_MIDWAY = (State.COUNTING, State.PAUSED, State.GETTING_READY, State.OFFERING_RESUME)
"""The states in which something may be told about an exercise that is not over."""


_BEFORE_EXERCISE = (State.OFFERING_ROUTINE, State.OFFERING_RESUME)
"""The states in which what is told is today's report: the questions about it have not been asked."""
_NEW_BY_FLAG = {RedFlag.WEAKNESS: NewSymptom.WEAKNESS, RedFlag.NUMB_LIMB: NewSymptom.NUMBNESS}


def hear(moment: Moment, told: SymptomUtterance, *before: Cue) -> Reply:
    """Take what was *told*, wherever the dialogue is: ask for what is missing, or say what comes of it."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return policy_safe.hear(moment, told)
    if moment.suspended:
        return _only_heard(moment, told)
    if _is_of_today(moment, told):
        return _take_as_todays(moment, told)
    moment = moment.answering()
    opened, counting_on = _opened(moment, told), moment.state is State.COUNTING
    if opened is None:
        return _only_heard(moment, told)
    moment, checkup = opened
    if counting_on and checkup.midway:
        before = (cues.PainStop(), *before)
    if checkup.asking is Inquiry.NEXT_DAY and (told.change or told.drift):
        return baseline.told_next_day(moment, checkup, told)
    known = _known(moment, checkup)
    if known is None and checkup.occasion is Occasion.AFTER_EXERCISE:
        return _without_baseline(moment, checkup, told, *before)
    if told.region not in (None, checkup.region, Region.BOTH):
        return _blank(moment, checkup, cues.OtherRegion(region=checkup.region))
    after = with_answer(checkup, told, moment.rules.zones[checkup.region], known)
    if after == checkup:
        return _blank(moment, checkup, *before)
    return _next(moment, after, *before)


def yes(moment: Moment) -> Reply:
    """Yes: something is new, where that was asked."""
    return _answered(moment, yes=True)


def no(moment: Moment) -> Reply:
    """No: nothing is new, where that was asked; in the midst of a count, a pause."""
    moment = moment.answering()
    if moment.state is State.COUNTING and not symptom_question.is_owed(moment):
        return counting.pause(moment)
    return _answered(moment, yes=False)


def unsure(moment: Moment, *before: Cue) -> Reply:
    """Not sure, or not understood: ask once more, then read it with care (docs/clinical.md §2.5, override 10)."""
    opened = _opened(moment, SymptomUtterance())
    if opened is not None and not moment.suspended:
        return _blank(*opened, *before)
    return counting.pause(moment) if moment.state is State.COUNTING else counting.say_and_resume(moment, *before)


def not_understood(moment: Moment) -> Reply:
    """Nonsense: the same as no answer."""
    return unsure(moment, cues.DidNotCatch())


def no_such_number(moment: Moment) -> Reply:
    """A number that is none from zero to ten: the question is asked again."""
    return unsure(moment, cues.ZeroToTen())


def warning(moment: Moment, flag: RedFlag, *, both: bool | None) -> Reply:
    """A warning sign, perhaps as the answer to what is new: it is kept as it was told, and danger wins."""
    checkup, kind = moment.notes.checkup, _NEW_BY_FLAG.get(flag)
    if checkup is not None and kind is not None and moment.state in symptom_question.OPEN_IN and not moment.suspended:
        report = replace(checkup.report, new=New(kinds=(kind,), both_sides=both))
        moment = moment.noting(*known_symptoms.symptom_fact(moment, checkup.occasion, checkup.region, report))
    return danger.red_flag(moment, flag, both=both)


def unanswered(moment: Moment) -> Reply:
    """Nobody answered how it was, twice: no more today (docs/clinical.md §2.5, override 10)."""
    checkup = moment.notes.checkup or Checkup(
        occasion=Occasion.AFTER_EXERCISE, region=known_symptoms.regions_of(moment)[0]
    )
    return _conclude(moment, checkup)


def check_again(moment: Moment) -> Reply:
    """The patient wants it checked again after a stop: when it is time, and not before."""
    again = moment.notes.recheck
    if moment.blocked or again is None or again.on != moment.today:
        return counting.say_and_resume(moment, cues.NothingToCheck())
    if not known_symptoms.recheck_is_due(moment):
        minutes = ceil((again.due_at - moment.now) / timedelta(minutes=1))
        return counting.say_and_resume(moment, cues.TooSoonToCheck(minutes=minutes))
    return symptom_question.ask(keep_place(moment))


def first_tell(moment: Moment) -> Reply:
    """Before anything else is done: how was that?"""
    return counting.say_and_wait(moment, cues.FirstTell())


def _is_of_today(moment: Moment, told: SymptomUtterance) -> bool:
    """Return whether *told*, before anything is under way, is today's report before the first exercise."""
    says_how = told.place or told.region or told.strength is not None or told.drift is Drift.OUT
    is_worse = told.change is Change.WORSE or bool(told.new and told.new.kinds)
    region = _region_of_today(moment, told)
    return region is not None and moment.state in _BEFORE_EXERCISE and bool(says_how or is_worse)


def _region_of_today(moment: Moment, told: SymptomUtterance) -> Region | None:
    known = moment.patient.region
    if known is Region.BOTH:
        return told.region if told.region in (Region.LOW_BACK, Region.NECK) else None
    return known


def _take_as_todays(moment: Moment, told: SymptomUtterance) -> Reply:
    """Begin today's questions with what was *told*; safety questions that are due come first, and it is kept."""
    region = _region_of_today(moment, told) or Region.LOW_BACK
    if told.region not in (None, region):
        return _only_heard(moment, told)
    asking = Inquiry.ALL if known_symptoms.last_report(moment, region) else Inquiry.ZONE
    checkup = Checkup(occasion=Occasion.BASELINE, region=region, asking=asking)
    known = known_symptoms.last_report(moment, region)
    checkup = replace(with_answer(checkup, replace(told, change=None), moment.rules.zones[region], known), drift=None)
    checkup = replace(checkup, asking=checkup.next_inquiry() or Inquiry.NEW)
    others = {other: kept for other, kept in moment.notes.baselines.items() if other is not region}
    moment = moment.with_notes(checkup=checkup, baselines=others)
    if moment.screen_due is not None or moment.state is State.OFFERING_RESUME:
        return moment.say(*_told_back(moment, checkup), ask=current_question.question_of(moment))
    return symptom_question.ask(moment, *_told_back(moment, checkup))


def _told_back(moment: Moment, checkup: Checkup) -> tuple[Cue, ...]:
    """Return what was understood, in three words; thanks when no place was."""
    zone, region = checkup.report.zone, checkup.region
    if zone is None:
        return (cues.ThanksForTelling(),)
    return (cues.Noted(region=region, zone=moment.rules.zones[region].id_of(zone), strength=checkup.report.strength),)


def _opened(moment: Moment, told: SymptomUtterance) -> tuple[Moment, Checkup] | None:
    """Return the moment with a question about the symptoms open, and what is known so far; None where none can be."""
    if moment.state in symptom_question.OPEN_IN and moment.notes.checkup is not None:
        return moment, moment.notes.checkup
    if moment.state is State.REPORTING or not moment.session.under_way:
        return None
    if symptom_question.is_owed(moment) or moment.state in (State.CONFIRMING_COUNT, State.ON_ACTIVITY):
        is_told = moment.state is State.CONFIRMING_COUNT
        moment = record_all(moment) if is_told else keep_place(moment)
        return _with_checkup(symptom_question.opened(moment, midway=False))
    calm = told.change in (Change.SAME, Change.BETTER) and not told.place
    if moment.state not in _MIDWAY or calm or told == SymptomUtterance():
        return None
    return _with_checkup(symptom_question.opened(keep_place(moment), midway=True))


def _with_checkup(moment: Moment) -> tuple[Moment, Checkup] | None:
    return (moment, moment.notes.checkup) if moment.notes.checkup else None


def _only_heard(moment: Moment, told: SymptomUtterance) -> Reply:
    """Nothing is asked about symptoms just now: stop for what is worse, and return to what was asked."""
    if moment.state is State.COUNTING and not moment.suspended:
        return counting.go_on(moment)
    moment = keep_place(moment)
    if told.change is Change.WORSE or told.drift is Drift.OUT:
        return moment.say(cues.PainStop(), ask=current_question.question_of(moment))
    thanks = () if told == SymptomUtterance() else (cues.ThanksForTelling(),)
    return moment.say(*thanks, ask=current_question.question_of(moment))


def _without_baseline(moment: Moment, checkup: Checkup, told: SymptomUtterance, *before: Cue) -> Reply:
    """Nothing is known to compare with: better, the same or worse decides, but what is very strong ends the day."""
    if told.strength is not None and told.strength >= moment.rules.symptoms.thresholds.very_strong_from:
        return judging.very_strong(moment, checkup, told.strength)
    change = _in_short(told)
    return judging.short_answer(moment, checkup, change) if change else _blank(moment, checkup, *before)


def _in_short(told: SymptomUtterance) -> Change | None:
    """Return better, the same or worse; further out and something new are worse. None when that was not told."""
    if told.drift is Drift.OUT or (told.new and told.new.kinds):
        return Change.WORSE
    return told.change or (Change.BETTER if told.drift is Drift.IN else None)


def _known(moment: Moment, checkup: Checkup) -> Report | None:
    """Return the report that "the same" means."""
    if checkup.occasion is Occasion.BASELINE:
        return known_symptoms.last_report(moment, checkup.region)
    baseline = moment.notes.baselines.get(checkup.region)
    return moment.notes.latest.get(checkup.region, baseline.report if baseline else None)


def _answered(moment: Moment, *, yes: bool) -> Reply:
    opened = _opened(moment, SymptomUtterance())
    if opened is None or moment.suspended:
        return counting.say_and_resume(moment)
    moment, checkup = opened
    if checkup.asking is Inquiry.NEW:
        report = checkup.report if yes else replace(checkup.report, new=NOTHING_NEW)
        return _next(moment, replace(checkup, something_new=yes, report=report))
    if yes and checkup.asking is Inquiry.ALL and _is_asked_if_same(moment, checkup):
        return hear(moment, SymptomUtterance(change=Change.SAME))
    can_compare = checkup.occasion is not Occasion.AFTER_EXERCISE or _known(moment, checkup) is not None
    if checkup.asking is Inquiry.ALL and can_compare:
        return _next(moment, replace(checkup, asking=Inquiry.ZONE))
    return _blank(moment, checkup)


def _is_asked_if_same(moment: Moment, checkup: Checkup) -> bool:
    """Return whether the open question is if it is still as it was last time: then yes is an answer."""
    return checkup.occasion is Occasion.BASELINE and known_symptoms.last_report(moment, checkup.region) is not None


def _blank(moment: Moment, checkup: Checkup, *before: Cue) -> Reply:
    """The open question got no answer: ask it once more, and then no more."""
    checkup = replace(checkup, blanks=checkup.blanks + 1)
    if checkup.blanks < moment.rules.symptoms.thresholds.blanks_that_end_the_session:
        moment = moment.with_notes(checkup=checkup)
        return moment.say(*before, ask=symptom_question.question_of(moment))
    if checkup.asking is Inquiry.NEXT_DAY:
        return baseline.told_next_day(moment, checkup, None)
    read = checkup.given_up()
    return _conclude(moment, checkup) if read is None else _next(moment, read)


def _next(moment: Moment, checkup: Checkup, *before: Cue) -> Reply:
    """Ask for what is missing; what contradicts itself is asked once more."""
    asking = checkup.next_inquiry()
    if asking is None:
        conflict = judging.conflict_of(moment, checkup)
        if conflict is None or checkup.conflict_asked:
            return _conclude(moment, checkup)
        checkup, asking = _to_ask_again(checkup, conflict)
        before = (*before, cues.DoesNotFit(conflict=conflict))
    blanks = checkup.blanks if asking is checkup.asking else 0
    moment = moment.with_notes(checkup=replace(checkup, asking=asking, blanks=blanks))
    return moment.say(*before, ask=symptom_question.question_of(moment))


def _to_ask_again(checkup: Checkup, conflict: Conflict) -> tuple[Checkup, Inquiry]:
    """Return *checkup* without the answer that does not fit, and the question for it."""
    place_is_wrong = conflict is Conflict.NOWHERE_BUT_FELT or checkup.drift is Drift.OUT
    report = checkup.report
    report = replace(report, zone=None) if place_is_wrong else replace(report, strength=None)
    asking = Inquiry.ZONE if place_is_wrong else Inquiry.STRENGTH
    return replace(checkup, report=report, conflict_asked=True), asking


def _conclude(moment: Moment, checkup: Checkup) -> Reply:
    again = moment.notes.recheck
    if checkup.occasion is Occasion.RECHECK and again is not None:
        return judging.after_stop(moment, checkup, again)
    if checkup.occasion is Occasion.BASELINE:
        return baseline.with_baseline(moment, checkup, *_noted(moment, checkup))
    return judging.after_exercise(moment, checkup)


def _noted(moment: Moment, checkup: Checkup) -> tuple[Cue, ...]:
    report, region = checkup.report, checkup.region
    if report.zone is None or checkup.asking is Inquiry.ALL:
        return ()
    zone_id = moment.rules.zones[region].id_of(report.zone)
    return (cues.Noted(region=region, zone=zone_id, strength=report.strength),)
