"""An exercise as this patient does it: at which dose, in which form, and how long that takes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import ceil

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.domain.count.script import script_for
from skill.domain.movement.dose import ActivityDose, AnyDose, CircuitDose, Dose, Level
from skill.domain.movement.equipment import EquipmentKind, missing
from skill.domain.movement.exercise import Exercise, Floor, Form, Phase
from skill.domain.movement.ladder import rung_at
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import PlannedExercise


def dose_of(catalog: Catalog, planned: PlannedExercise) -> AnyDose:
    """Return the dose of a planned exercise: its movement's when it is part of a circuit."""
    if planned.dose is not None:
        return planned.dose
    dose = rung_at(catalog.exercises[planned.exercise_id].doses, planned.level, planned.step).dose
    if isinstance(dose, CircuitDose) and planned.movement_id:
        return next(movement.dose for movement in dose.movements if movement.id == planned.movement_id)
    if isinstance(dose, ActivityDose) and planned.minutes is not None:
        return replace(dose, minutes=planned.minutes)
    return dose


def seconds_of(catalog: Catalog, planned: PlannedExercise) -> int:
    """Return how long a planned exercise takes: setting up, its script or activity, and the check after it."""
    dose = dose_of(catalog, planned)
    if isinstance(dose, Dose):
        exercise = catalog.exercises[planned.exercise_id]
        work = script_for(exercise, dose, catalog.rules.count, movement_id=planned.movement_id).seconds
    else:
        work = dose.minutes * 60
    return catalog.rules.count.setup_seconds + work + catalog.rules.count.check_seconds


def minutes_of(catalog: Catalog, exercises: tuple[PlannedExercise, ...]) -> int:
    """Return how long *exercises* take together, in whole minutes, rounded up."""
    return ceil(sum(seconds_of(catalog, planned) for planned in exercises) / 60)


def movements_of(
    catalog: Catalog, planned: PlannedExercise, lacking: Collection[EquipmentKind] = ()
) -> tuple[PlannedExercise, ...]:
    """Return the counted exercises that *planned* consists of: a circuit's movements, or itself.

    Movements that need what is in *lacking* are left out.
    """
    dose = catalog.exercises[planned.exercise_id].doses.at(planned.level)
    if not isinstance(dose, CircuitDose):
        return (planned,)
    return tuple(
        PlannedExercise(
            exercise_id=planned.exercise_id, level=planned.level, form=planned.form, movement_id=movement.id
        )
        for movement in dose.movements
        if not (movement.on_floor and planned.form is Form.WITHOUT_FLOOR) and not missing(movement.needs, lacking)
    )


def place_in_plan(
    catalog: Catalog,
    patient: Patient,
    exercise: Exercise,
    level: Level,
    form: Form = Form.USUAL,
    prescription: Prescription | None = None,
) -> PlannedExercise:
    """Return *exercise* as this patient does it: at the patient's own or prescribed dose, in a form they can do."""
    if exercise.floor is not Floor.NOT_NEEDED and not patient.uses_floor:
        if not exercise.has_own_form_without_floor and exercise.without_floor:
            exercise = catalog.exercises[exercise.without_floor]
        else:
            form = Form.WITHOUT_FLOOR
    form = patient.forms.get(exercise.id, form)
    if missing(exercise.needs, patient.lacking) and exercise.without_needs:
        form = Form.EASIER if exercise.without_needs == exercise.id else Form.USUAL
        exercise = catalog.exercises[exercise.without_needs]
    own_level = patient.levels.get(exercise.id, level)
    level = open_level(exercise, patient, own_level)
    return PlannedExercise(
        exercise_id=exercise.id,
        level=level,
        step=patient.steps.get(exercise.id, 0) if level is own_level else 0,
        form=form,
        minutes=_one_walk(catalog, patient) if exercise.is_walk else None,
        dose=prescription.planned_dose(exercise) if prescription else None,
    )


def _one_walk(catalog: Catalog, patient: Patient) -> int | None:
    """Return how long the first walk of the day is: all of today's minutes, or half of what is too much for one."""
    minutes, most = patient.walk_minutes, catalog.rules.weekly.targets[patient.phase].walk_minutes.most
    return minutes if minutes is None or minutes <= most else ceil(minutes / 2)


def open_level(exercise: Exercise, patient: Patient, level: Level) -> Level:
    """Return *level*, or the one below while the patient's phase is not far enough for the progressed dose."""
    phases = tuple(Phase)
    needed = exercise.progressed_from
    too_early = needed is not None and phases.index(patient.phase) < phases.index(needed)
    return Level.STANDARD if too_early and level is Level.PROGRESSED else level
