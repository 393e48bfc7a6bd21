"""Whether one exercise may get one step harder, or must go one step back (docs/clinical.md §4.2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skill.domain.history.facts import (
    DoseChanged,
    ExerciseEnded,
    ExerciseJudged,
    NextDayReported,
    Outcome,
    SymptomReported,
)
from skill.domain.history.record import Record, is_worse
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import Exercise, ExerciseId, Phase, Section
from skill.domain.movement.ladder import Rung, rung_above, rung_at, rung_below
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.progress.lasting_change import waits_for_change
from skill.domain.safety.limits import may_progress

_PHASES = tuple(Phase)


class Hurdle(StrEnum):
    """What is between an exercise and its next step."""

    TOP = "top"
    """There is no harder step."""
    CLEARED = "cleared"
    """A clinician's word comes first."""
    PHASE = "phase"
    """The progressed dose is for a later phase."""
    ONE_A_DAY = "one-a-day"
    """Another exercise got harder today."""
    SESSIONS = "sessions"
    """Comfortable sessions running."""
    UNCHANGED = "unchanged"
    """Nothing has changed for long: a physical therapist can see more (docs/clinical.md §2.6a)."""
    DAYS = "days"
    """Comfortable days running, for recovery exercises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYet:
    """The exercise stays as it is."""

    hurdle: Hurdle
    have: int = 0
    need: int = 0


def next_rung(inputs: ProgressInputs, exercise_id: ExerciseId, level: Level, step: int = 0) -> Rung | NotYet:
    """Return the rung that the exercise at *level* and *step* may go up to, or why it may not yet."""
    exercise = inputs.exercises[exercise_id]
    above = rung_above(exercise.doses, rung_at(exercise.doses, level, step))
    if above is None:
        return NotYet(hurdle=Hurdle.TOP)
    if not may_progress(inputs.limits):
        return NotYet(hurdle=Hurdle.CLEARED, need=1)
    if waits_for_change(inputs, exercise.region):
        return NotYet(hurdle=Hurdle.UNCHANGED)
    opens = exercise.progressed_from
    if above.level is Level.PROGRESSED and opens and _PHASES.index(inputs.phase) < _PHASES.index(opens):
        return NotYet(hurdle=Hurdle.PHASE)
    have, need = _running(inputs, exercise), _needed(inputs, exercise)
    if have < need:
        is_recovery = exercise.section is Section.RECOVERY
        return NotYet(hurdle=Hurdle.DAYS if is_recovery else Hurdle.SESSIONS, have=have, need=need)
    if len(raised_on(inputs.record, inputs.today)) >= inputs.rules.raises_per_day:
        return NotYet(hurdle=Hurdle.ONE_A_DAY)
    return above


def first_to_rise(inputs: ProgressInputs, earned: Collection[ExerciseId]) -> ExerciseId | None:
    """Return which of the exercises that have *earned* a step rises first: the one longest without a change.

    None when none has; among equals the first (docs/clinical.md §4.2).
    """
    changed = {change.exercise_id: change.on for change in inputs.record.of(DoseChanged)}
    begun: dict[ExerciseId, date] = {}
    for ended in inputs.record.of(ExerciseEnded):
        begun.setdefault(ended.exercise_id, ended.on)
    return min(earned, key=lambda one: changed.get(one, begun.get(one, inputs.today)), default=None)


def raised_on(record: Record, day: date) -> tuple[ExerciseId, ...]:
    """Return the exercises that got harder on *day*."""
    changes = record.of(DoseChanged)
    return tuple(dict.fromkeys(change.exercise_id for change in changes if change.raised and change.on == day))


def dropped_after(inputs: ProgressInputs, session_on: date) -> tuple[tuple[ExerciseId, Rung], ...]:
    """Return what goes one step back when the patient is worse after the session of *session_on*, and to where.

    It is what was last raised on that day and has not changed since.
    """
    last = {change.exercise_id: change for change in inputs.record.of(DoseChanged)}
    raised = [change for change in last.values() if change.raised and change.on == session_on]
    steps = [(change.exercise_id, _below(inputs, change)) for change in raised]
    return tuple((exercise_id, rung) for exercise_id, rung in steps if rung is not None)


def _below(inputs: ProgressInputs, change: DoseChanged) -> Rung | None:
    doses = inputs.exercises[change.exercise_id].doses
    return rung_below(doses, rung_at(doses, change.level, change.step))


def _needed(inputs: ProgressInputs, exercise: Exercise) -> int:
    if exercise.section is Section.RECOVERY:
        return inputs.rules.comfortable_days_before_harder_in_recovery
    return inputs.rules.comfortable_sessions_before_harder


def _running(inputs: ProgressInputs, exercise: Exercise) -> int:
    """Return the comfortable days running on which the exercise was done, since it last changed.

    For recovery exercises they must follow each other and reach up to today or yesterday; with both parts of the spine,
    which take turns, up to the day before.
    """
    record = inputs.record.after(DoseChanged, lambda change: change.exercise_id == exercise.id)
    days = sorted({ended.on for ended in record.of(ExerciseEnded) if ended.exercise_id == exercise.id}, reverse=True)
    expected = inputs.today
    running = 0
    for day in days:
        if exercise.section is Section.RECOVERY and (expected - day).days > inputs.days_apart:
            break
        if not _is_comfortable(inputs, record, exercise.id, day):
            break
        running, expected = running + 1, day
    return running


def _is_comfortable(inputs: ProgressInputs, record: Record, exercise_id: ExerciseId, day: date) -> bool:
    """Return whether all was done on *day*, with little pain, nothing moved out, and nothing worse the day after."""
    ended = [fact for fact in record.of(ExerciseEnded) if fact.exercise_id == exercise_id and fact.on == day]
    judged = [fact for fact in record.of(ExerciseJudged) if fact.exercise_id == exercise_id and fact.on == day]
    reports = [fact for fact in record.of(SymptomReported) if fact.exercise_id == exercise_id and fact.on == day]
    effort = inputs.rules.phases.effort_strength
    worse_after = [told for told in inputs.record.of(NextDayReported) if told.session_on == day and is_worse(told)]
    return (
        all(fact.complete and fact.outcome is Outcome.COMFORTABLE for fact in ended)
        and not any(fact.moved_out for fact in judged)
        and all(report.strength is not None and report.strength <= effort for report in reports)
        and not worse_after
    )
