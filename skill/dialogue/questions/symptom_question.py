"""Asking how the symptoms are: what is due before an exercise, which question is open, and what is kept of it."""

from __future__ import annotations

from datetime import timedelta

from skill.dialogue.questions.known_symptoms import (
    baseline_of,
    last_report,
    last_session_on,
    next_day_is_due,
    recheck_is_due,
    regions_of,
)
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue, Question
from skill.domain.history.privacy import SymptomsMode
from skill.domain.movement.exercise import Form, Position, Region
from skill.domain.patient.state import State
from skill.domain.symptoms.checkup import Checkup, Clarification, Inquiry
from skill.domain.symptoms.report import NOTHING_NEW, Occasion, Report

OPEN_IN = (State.CHECKING, State.REPORTING)
"""The states in which such a question is open."""


def due(moment: Moment) -> Checkup | None:
    """Return what must be asked before the exercise that is up: after a stop, since last time, and how it is now."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return None
    again = moment.notes.recheck
    if again is not None and recheck_is_due(moment):
        return Checkup(occasion=Occasion.RECHECK, region=again.region)
    if moment.session.current is None:
        return None
    region = next((one for one in regions_of(moment) if baseline_of(moment, one) is None), None)
    if region is None:
        return None
    asking = Inquiry.NEXT_DAY if next_day_is_due(moment) else Inquiry.ALL
    report = Report(new=NOTHING_NEW) if _screened_just_now(moment) else Report()
    return Checkup(occasion=Occasion.BASELINE, region=region, asking=asking, report=report)


def _screened_just_now(moment: Moment) -> bool:
    """Return whether the safety questions have asked about everything new just now (docs/clinical.md §3.2a)."""
    at, minutes = moment.session.screened_at, moment.rules.screening.covers_new_for_minutes
    return at is not None and moment.now - at <= timedelta(minutes=minutes)


def ask(moment: Moment, *before: Cue) -> Reply:
    """Ask what is due, or go on with it."""
    wanted, open_one = due(moment), moment.notes.checkup
    if wanted is None:
        raise LookupError("nothing is due")
    goes_on = open_one is not None and (open_one.occasion, open_one.region) == (wanted.occasion, wanted.region)
    moment = moment.with_session(state=State.REPORTING).with_notes(checkup=open_one if goes_on else wanted)
    return moment.say(*before, ask=question_of(moment))


def is_owed(moment: Moment) -> bool:
    """Return whether an exercise was done and it was not told yet how it was."""
    all_heard = moment.session.count is not None and moment.place_heard() is None
    return moment.state is State.CHECKING or (moment.state is State.COUNTING and all_heard)


def is_stopped(moment: Moment) -> bool:
    """Return whether something was wrong in the midst of the exercise that is up: how it is now must be told first."""
    checkup = moment.notes.checkup
    return moment.state is State.CHECKING and checkup is not None and checkup.midway


def opened(moment: Moment, *, midway: bool, hurt: bool = False) -> Moment:
    """Return the moment with the question after the exercise that is up open, with nothing answered yet.

    *hurt* tells that it was opened because of pain.
    """
    checkup = Checkup(occasion=Occasion.AFTER_EXERCISE, region=regions_of(moment)[0], midway=midway, hurt=hurt)
    return moment.with_session(state=State.CHECKING).with_notes(checkup=checkup)


def is_open(moment: Moment) -> bool:
    """Return whether a question about the symptoms waits for its answer."""
    return moment.state in OPEN_IN or is_owed(moment)


def is_about_a_symptom(moment: Moment) -> bool:
    """Return whether a symptom was just named in answer to the question that is open."""
    checkup = moment.notes.checkup
    if moment.state not in OPEN_IN or checkup is None:
        return False
    return checkup.is_felt or checkup.in_limb or checkup.something_new


def asks(moment: Moment, inquiry: Inquiry) -> bool:
    """Return whether *inquiry* is the question that is open."""
    checkup = moment.notes.checkup
    return moment.state in OPEN_IN and checkup is not None and checkup.asking is inquiry


def question_of(moment: Moment) -> Question:
    """Return the question about the symptoms that is open; after an exercise, whether anything is different."""
    checkup = moment.notes.checkup
    if checkup is None:
        return after_exercise(moment)
    region = checkup.region
    match checkup.asking:
        case Inquiry.ALL:
            return _whole_question(moment, checkup)
        case Inquiry.ZONE if checkup.occasion is Occasion.BASELINE:
            return cues.AskBaseline(region=region)
        case Inquiry.ZONE:
            return cues.AskFurthest(region=region)
        case Inquiry.JOINT:
            return cues.AskJoint(region=region)
        case Inquiry.STRENGTH:
            return cues.AskStrength()
        case Inquiry.NEW:
            return cues.AskNew()
        case Inquiry.KIND:
            return cues.AskNewKind()
        case Inquiry.SIDES:
            return cues.AskSides()
        case Inquiry.NEXT_DAY:
            last = last_session_on(moment) or moment.today
            return cues.AskNextDay(days_ago=(moment.today - last).days)


def after_exercise(moment: Moment) -> Question:
    """Return the question that ends a count: face down, the patient rolls over first."""
    return how_it_was(moment, regions_of(moment)[0], lying=_is_face_down(moment))


def how_it_was(moment: Moment, region: Region, *, lying: bool = False) -> Question:
    """Return the question after the exercise that is up; *lying* face down, nobody can answer."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return cues.AskChoice(region=region, in_short=moment.session.choice_explained)
    if moment.notes.baselines.get(region) is None:
        return cues.AskChange(region=region)
    return cues.AskHowItWas(region=region, lying=lying)


def _is_face_down(moment: Moment) -> bool:
    current = moment.session.current
    form = current.form if current else Form.USUAL
    return current is not None and moment.exercise.position is Position.PRONE and form is not Form.WITHOUT_FLOOR


def clarifying_question(moment: Moment) -> Question:
    """Return what is asked about a warning sign."""
    match moment.notes.clarify:
        case Clarification.SETTLED:
            return cues.AskSettled()
        case Clarification.ALONE:
            return cues.AskAlone()
        case _:
            return cues.AskSides()


def _whole_question(moment: Moment, checkup: Checkup) -> Question:
    if checkup.occasion is Occasion.RECHECK:
        return cues.AskRecheck(region=checkup.region)
    if checkup.occasion is Occasion.AFTER_EXERCISE:
        return how_it_was(moment, checkup.region)
    last = last_report(moment, checkup.region)
    if last is None or last.zone is None:
        return cues.AskBaseline(region=checkup.region)
    zone_id = moment.rules.zones[checkup.region].id_of(last.zone)
    return cues.AskBaselineAgain(region=checkup.region, zone=zone_id, strength=last.strength or 0)
