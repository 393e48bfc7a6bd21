"""Before the first exercise: how it was since the last session, and how it is now, decide what may be done today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from skill.dialogue.care import consequences
from skill.dialogue.count import gate
from skill.dialogue.questions import known_symptoms, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import dosing, reviewing, routine
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
from skill.domain.symptoms.readiness import Allowed, Readiness, next_day
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
    moment, cared = reviewing.with_care(moment)
    if cared:
        moment = consequences.without_related(moment)
    return _go_on(moment, *before, *_why(readiness), *dropped, *cared)


def _readiness(moment: Moment, region: Region, report: Report) -> tuple[Readiness, tuple[NextDayReported, ...]]:
    """Return what *report* and the day after the last session allow, and the fact of that day."""
    yesterday = moment.today - timedelta(days=1)
    readiness = readiness_gate(report, moment.rules.symptoms, last=known_symptoms.last_session(moment, yesterday))
    on = known_symptoms.last_session_on(moment)
    if on is None:
        return readiness, ()
    was_asked = moment.notes.next_day_on == moment.today
    last, since = known_symptoms.last_session(moment, on), _since(moment, report, region, on)
    if not was_asked and (on != yesterday or not since.is_worse):
        return readiness, ()
    change = moment.notes.next_day if was_asked else Change.WORSE
    moved_out = since.further or (was_asked and moment.notes.next_day_out)
    fact = NextDayReported(
        change=Change.WORSE if since.stronger else change or Change.WORSE,
        moved_out=moved_out,
        session_on=on,
        on=moment.today,
    )
    known = (told for told in moment.record.of(NextDayReported) if told.session_on == on)
    facts = () if any(known) else (fact,)
    return readiness.combined_with(next_day(fact.change, moved_out, last, moment.rules.symptoms)), facts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Since:
    """How it is today, against before the last session (docs/clinical.md §2.3)."""

    further: bool
    stronger: bool

    @property
    def is_worse(self) -> bool:
        return self.further or self.stronger


def _since(moment: Moment, report: Report, region: Region, on: date) -> _Since:
    before = [told for told in moment.record.baselines(region) if told.on == on]
    if not before or report.zone is None:
        return _Since(further=False, stronger=False)
    limits, then = moment.rules.symptoms.thresholds, before[0]
    nearest = limits.nearest_zone_compared
    strength = report.strength or 0
    return _Since(
        further=max(report.zone, nearest) > max(then.zone, nearest),
        stronger=then.strength is not None and strength - then.strength >= limits.clear_change_points,
    )


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
        plan = plan_routine(moment.catalog, light, moment.local_now, moment.today)
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
