"""The doses the patient is at: one step up when it is earned, back when it was too much (docs/clinical.md §4.2)."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import DoseChanged, ExerciseEnded
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Form
from skill.domain.movement.ladder import Rung, rung_at, rung_below
from skill.domain.patient.session import PlannedExercise
from skill.domain.plan.planned_exercise import movements_of
from skill.domain.progress.harder_doses import dropped_after, first_to_rise, next_rung
from skill.domain.progress.week import walk_minutes


def raised_if_earned(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Return the moment with the exercise that is up one step harder, and what to say of it, if that is earned.

    Walking grows by the week instead, a circuit as a whole with its first movement, and the gentler form not at all.
    An exercise that is done otherwise than the patient usually does it stays as it is. Of those to come today that have
    earned it, the one rises that has gone longest without a change (docs/clinical.md §4.2).
    """
    planned = moment.planned
    above = _earned(moment, planned) if moment.record.whole and not moment.walks_together else None
    if above is None or above.raised is None:
        return moment, ()
    to_come = (one for one in moment.session.exercises[moment.session.index :] if _earned(moment, one))
    if first_to_rise(moment.progress_inputs, tuple(one.exercise_id for one in to_come)) != planned.exercise_id:
        return moment, ()
    moment = at_rung(moment, above.level, above.step, raised=True)
    return moment, (cues.RaisedToday(exercise_id=planned.exercise_id, raised=above.raised),)


def one_step_lower(moment: Moment) -> Moment:
    """Return the moment with everything that was done so far one step lower, after a long time away.

    See docs/clinical.md §4.5.
    """
    last = {ended.exercise_id: ended for ended in moment.record.of(ExerciseEnded)}
    for exercise_id, ended in last.items():
        exercise = moment.catalog.exercises[exercise_id]
        if exercise.is_walk:
            continue
        doses = exercise.doses
        level = moment.patient.levels.get(exercise_id, ended.level)
        below = rung_below(doses, rung_at(doses, level, moment.patient.steps.get(exercise_id, 0)))
        if below is not None:
            moment = _keeping(moment, exercise_id, below.level, below.step, raised=False)
    return moment


def at_rung(moment: Moment, level: Level, step: int, *, raised: bool) -> Moment:
    """Return the moment with the exercise that is up at another dose, from now on; a circuit from its first movement.

    A circuit in whose midst the patient is begins again.
    """
    session, planned = moment.session, moment.planned
    left = session.exercises[session.index :]
    if planned.movement_id:
        whole = replace(planned, level=level, step=step, movement_id=None)
        changed = movements_of(moment.catalog, whole, moment.patient.lacking)
        behind = tuple(one for one in left if one.exercise_id != planned.exercise_id)
    else:
        changed, behind = (replace(planned, level=level, step=step),), left[1:]
    exercises = (*session.exercises[: session.index], *changed, *behind)
    moment = _keeping(moment, planned.exercise_id, level, step, raised=raised)
    return moment.with_session(exercises=exercises)


def dropped_back(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Return the moment with what was raised in the last session one step back, because the day after was worse.

    A routine that is planned already keeps its doses: call this before planning.
    """
    sessions = [change.on for change in moment.record.of(DoseChanged) if change.raised and change.on < moment.today]
    if not sessions:
        return moment, ()
    steps = dropped_after(moment.progress_inputs, max(sessions))
    for exercise_id, rung in steps:
        moment = _keeping(moment, exercise_id, rung.level, rung.step, raised=False)
    return moment, tuple(cues.DroppedBack(exercise_id=exercise_id) for exercise_id, _ in steps)


def at_beginner(moment: Moment) -> Moment:
    """Return the moment with every exercise at its easiest dose (docs/clinical.md §2.7, §4.1)."""
    levels = dict.fromkeys(moment.catalog.exercises, Level.BEGINNER)
    return moment.with_patient(levels=levels, steps={}, forms={})


def with_todays_walk(moment: Moment) -> Moment:
    """Return the moment that knows how long one walk is today."""
    if moment.patient.region is None or not moment.record.whole:
        return moment
    return moment.with_patient(walk_minutes=walk_minutes(moment.progress_inputs, moment.training_week))


def _earned(moment: Moment, planned: PlannedExercise) -> Rung | None:
    """Return the rung that *planned* has earned; None when it has earned none, or grows in another way."""
    if moment.catalog.exercises[planned.exercise_id].is_walk or planned.form is Form.EASIER:
        return None
    if not (_is_usual(moment, planned) and _is_first(moment, planned)):
        return None
    above = next_rung(moment.progress_inputs, planned.exercise_id, planned.level, planned.step)
    return above if isinstance(above, Rung) else None


def _is_first(moment: Moment, planned: PlannedExercise) -> bool:
    """Return whether *planned* is the first movement of its circuit, or no movement at all."""
    if planned.movement_id is None:
        return True
    movements = movements_of(moment.catalog, replace(planned, movement_id=None), moment.patient.lacking)
    return planned.movement_id == movements[0].movement_id


def _is_usual(moment: Moment, planned: PlannedExercise) -> bool:
    """Return whether *planned* is at the dose that the patient is at."""
    patient = moment.patient
    own = patient.levels.get(planned.exercise_id, planned.level), patient.steps.get(planned.exercise_id, 0)
    return planned.dose is None and (planned.level, planned.step) == own


def _keeping(moment: Moment, exercise_id: ExerciseId, level: Level, step: int, *, raised: bool) -> Moment:
    patient = moment.patient
    step = rung_at(moment.catalog.exercises[exercise_id].doses, level, step).step
    fact = DoseChanged(exercise_id=exercise_id, level=level, step=step, raised=raised, on=moment.today)
    moment = moment.with_patient(
        levels={**patient.levels, exercise_id: level}, steps={**patient.steps, exercise_id: step}
    )
    return moment.noting(fact)
