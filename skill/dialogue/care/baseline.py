"""Before the first exercise: how it was since the last session, and how it is now, decide what may be done today."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from skill.dialogue.care import consequences
from skill.dialogue.count import gate
from skill.dialogue.questions import known_symptoms, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import dosing, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import NextDayReported
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import Phase, Region, Side
from skill.domain.patient.state import State
from skill.domain.plan.eligibility import is_recovery
from skill.domain.plan.planned_exercise import movements_of
from skill.domain.plan.todays_routine import TodaysRoutine, plan_routine
from skill.domain.symptoms.checkup import Baseline, Checkup, Drift, Inquiry, SymptomUtterance
from skill.domain.symptoms.readiness import Allowed, LastSession, Readiness, next_day
from skill.domain.symptoms.readiness import may_begin as readiness_gate
from skill.domain.symptoms.report import BodySide, Change, Occasion, Report, read_with_care
from skill.domain.symptoms.verdicts import Reason

_GENTLER_WORDS: dict[Reason, Cue] = {
    Reason.STRONG_TODAY: cues.OnlyRecovery(),
    Reason.STOPPED_YESTERDAY: cues.AtTheEasiest(),
    Reason.STILL_WORSE: cues.LeaveAllOut(),
    Reason.TOO_STRONG_TODAY: cues.NoExerciseNow(),
    Reason.UNANSWERED: cues.TellMeLater(),
}
"""What is said after the reason."""


def told_next_day(moment: Moment, checkup: Checkup, told: SymptomUtterance | None) -> Reply:
    """Take how the last session was taken; None is no answer, read as worse. Then ask how it is now."""
    moment = moment.with_notes(
        next_day=told.change if told else None,
        next_day_out=told is not None and told.drift is Drift.OUT,
        next_day_on=moment.today,
    )
    moment = moment.with_notes(checkup=replace(checkup, asking=Inquiry.ALL, blanks=0))
    return moment.say(ask=symptom_question.question_of(moment))


def with_baseline(moment: Moment, checkup: Checkup, *before: Cue) -> Reply:
    """Take the report before the first exercise: begin, begin gently, or leave the exercises for now."""
    region, report = checkup.region, read_with_care(Report(), checkup.report)
    readiness, facts = _readiness(moment, region, report)
    moment = moment.noting(*known_symptoms.symptom_fact(moment, Occasion.BASELINE, region, report), *facts)
    moment = _knowing_the_side(moment, region, report).with_notes(checkup=None)
    if readiness.allowed is Allowed.NOTHING:
        return _leave_out(moment, readiness)
    baseline = Baseline(report=report, on=moment.today, at=moment.now)
    if all(known_symptoms.baseline_of(moment, other) is None for other in moment.notes.baselines):
        moment = moment.with_notes(stops=0)
    moment = moment.with_notes(
        baselines={**moment.notes.baselines, region: baseline}, latest={**moment.notes.latest, region: report}
    )
    moment, dropped = _gently(moment, readiness)
    return _go_on(moment, *before, *_why(readiness), *dropped)


def _readiness(moment: Moment, region: Region, report: Report) -> tuple[Readiness, tuple[NextDayReported, ...]]:
    """Return what *report* and the answer about the last session allow, and the fact of that answer."""
    yesterday = known_symptoms.last_session(moment, moment.today - timedelta(days=1))
    readiness = readiness_gate(report, moment.rules.symptoms, last=yesterday)
    on = known_symptoms.last_session_on(moment)
    if on is None or moment.notes.next_day_on != moment.today:
        return readiness, ()
    return _with_next_day(moment, readiness, report, region, known_symptoms.last_session(moment, on))


def _with_next_day(
    moment: Moment, readiness: Readiness, report: Report, region: Region, last: LastSession
) -> tuple[Readiness, tuple[NextDayReported, ...]]:
    change, on = moment.notes.next_day, known_symptoms.last_session_on(moment) or moment.today
    before = [told.zone for told in moment.record.baselines(region) if told.on == on]
    further = bool(before) and report.zone is not None and report.zone > before[0]
    moved_out = moment.notes.next_day_out or further
    fact = NextDayReported(change=change or Change.WORSE, moved_out=moved_out, session_on=on, on=moment.today)
    known = (told for told in moment.record.of(NextDayReported) if told.session_on == on)
    facts = () if any(known) else (fact,)
    return readiness.combined_with(next_day(change, moved_out, last, moment.rules.symptoms)), facts


def _why(readiness: Readiness) -> tuple[Cue, ...]:
    if readiness.reason is Reason.CALM:
        return ()
    more = _GENTLER_WORDS.get(readiness.reason)
    return (cues.Why(reason=readiness.reason), *((more,) if more else ()))


def _leave_out(moment: Moment, readiness: Readiness) -> Reply:
    """No exercise now: nothing has begun, and it is asked again the next time."""
    moment = moment.with_session(state=State.FINISHED, started=False)
    if readiness.care is not None and readiness.cue is not None:
        moment = moment.with_day(stopped=True)
        return consequences.advise(moment, readiness.care, readiness.cue, readiness.limits, *_why(readiness))
    return moment.close(*_why(readiness))


def _gently(moment: Moment, readiness: Readiness) -> tuple[Moment, tuple[Cue, ...]]:
    """Return the moment with what is planned made as light as it must be, and what to say of single exercises."""
    said: tuple[Cue, ...] = ()
    if readiness.drop_back:
        moment, said = dosing.dropped_back(moment)
        moment = _as_usual(moment)
    if readiness.allowed is Allowed.RECOVERY_AT_BEGINNER:
        return _at_beginner(_only_recovery(moment.with_notes(allowed=readiness.allowed))), said
    if len(moment.notes.baselines) == 1:
        moment = moment.with_notes(allowed=Allowed.ROUTINE)
    return (_at_beginner(dosing.at_beginner(moment)) if readiness.at_beginner else moment), said


def _go_on(moment: Moment, *said: Cue) -> Reply:
    """Go on with what waited: another question, or the exercise that is up, from its beginning or its midst."""
    if symptom_question.due(moment) is not None:
        return gate.refuse(moment, *said)
    if moment.session.current is not None and moment.session.counted and moment.counted_dose is not None:
        return routine.take_up(moment, *said)
    return routine.begin(moment, *said)


def _only_recovery(moment: Moment) -> Moment:
    """Return the moment with only recovery exercises and short walks still planned; a light routine if none is."""
    session = moment.session
    kept = tuple(one for one in session.exercises[session.index :] if is_recovery(moment.catalog, one.exercise_id))
    if not kept:
        light = replace(moment.patient, phase=Phase.RECOVERY)
        plan = plan_routine(moment.catalog, light, moment.now, moment.today)
        planned = plan.exercises if isinstance(plan, TodaysRoutine) else ()
        kept = tuple(one for one in planned if is_recovery(moment.catalog, one.exercise_id))
    return moment.with_session(exercises=(*session.exercises[: session.index], *kept))


def _at_beginner(moment: Moment) -> Moment:
    """Return the moment with everything that is still planned today at the beginner dose."""
    session = moment.session
    behind = session.exercises[session.index :]
    wholes = dict.fromkeys(replace(one, level=Level.BEGINNER, step=0, movement_id=None, minutes=None) for one in behind)
    exercises = tuple(one for whole in wholes for one in movements_of(moment.catalog, whole))
    return moment.with_session(exercises=(*session.exercises[: session.index], *exercises), counted=False)


def _as_usual(moment: Moment) -> Moment:
    """Return the moment with everything that is still planned at the doses the patient is at."""
    session, patient = moment.session, moment.patient
    behind = tuple(
        replace(one, level=patient.levels[one.exercise_id], step=patient.steps.get(one.exercise_id, 0))
        if one.exercise_id in patient.levels and one.movement_id is None
        else one
        for one in session.exercises[session.index :]
    )
    return moment.with_session(exercises=(*session.exercises[: session.index], *behind))


def _knowing_the_side(moment: Moment, region: Region, report: Report) -> Moment:
    """Return the moment with the painful side of the neck, when it was told: the neck tilts away from it (WU2022)."""
    if region is not Region.NECK or report.side not in (BodySide.LEFT, BodySide.RIGHT):
        return moment
    return moment.with_patient(painful_side=Side(report.side.value))
