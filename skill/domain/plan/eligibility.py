"""What is open to the patient today: by phase, by what was closed, and by what a clinician must clear first."""

from __future__ import annotations

from dataclasses import replace

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import Exercise, ExerciseId, Form, Section
from skill.domain.patient.patient import Day, Patient
from skill.domain.patient.session import PlannedExercise
from skill.domain.plan.planned_exercise import place_in_plan
from skill.domain.safety.limits import allowed


def may_do(
    catalog: Catalog, patient: Patient, exercise_id: ExerciseId, day: Day, prescription: Prescription | None = None
) -> bool:
    """Return whether an exercise is open to the patient today."""
    exercise = catalog.exercises[exercise_id]
    if prescription and exercise_id in prescription.leave_out:
        return False
    return (
        in_phase(patient, exercise, prescription)
        and exercise_id not in day.closed_exercises
        and exercise.direction not in day.closed_directions
        and within_limits(catalog, patient, exercise_id)
    )


def in_phase(patient: Patient, exercise: Exercise, prescription: Prescription | None = None) -> bool:
    """Return whether the phase is far enough, or a clinician prescribed it and the phase has not changed since."""
    named = prescription is not None and any(one.exercise == exercise.id for one in prescription.exercises)
    changed = prescription and patient.phase_since and patient.phase_since > prescription.given_on
    return patient.phase in exercise.phases or (named and not changed)


def within_limits(catalog: Catalog, patient: Patient, exercise_id: ExerciseId) -> bool:
    """Return whether an exercise need not wait for a clinician's word."""
    return allowed(catalog.exercises[exercise_id], patient.limits, catalog.rules.screening.walking_and_rest)


def is_recovery(catalog: Catalog, exercise_id: ExerciseId) -> bool:
    """Return whether an exercise may be done on a day with strong symptoms (docs/clinical.md §2.4)."""
    section = catalog.exercises[exercise_id].section
    return section is Section.RECOVERY or exercise_id in catalog.rules.screening.walking_and_rest


def gentler_of(catalog: Catalog, patient: Patient, exercise_id: ExerciseId) -> PlannedExercise | None:
    """Return an exercise's listed gentler option at the beginner dose (docs/clinical.md §2.7); None when it has none.

    It is another exercise, or the exercise's own easier form.
    """
    exercise = catalog.exercises[exercise_id]
    for other in exercise.swap_to:
        planned = place_in_plan(catalog, patient, catalog.exercises[other], level=Level.BEGINNER)
        if planned.exercise_id != exercise_id and within_limits(catalog, patient, planned.exercise_id):
            return replace(planned, level=Level.BEGINNER)
    if not exercise.easier_after_outward or not within_limits(catalog, patient, exercise_id):
        return None
    return PlannedExercise(exercise_id=exercise_id, level=Level.BEGINNER, form=Form.EASIER)
