"""Which routine is the patient's, and whether today is one of its days."""

from __future__ import annotations

from datetime import date, timedelta

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.domain.catalog.routine import Block, DayKind, Item, Routine, When
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Region, Section
from skill.domain.movement.weekdays import is_on
from skill.domain.patient.patient import STRENGTH_WORK, Patient
from skill.domain.plan.planned_exercise import place_in_plan
from skill.domain.progress.week_growth import WEEK, TrainingWeek

PRESCRIBED = "prescribed"
"""The id of the routine that a clinician prescribed."""
MOST_NOT_IN_A_ROW = 3
"""What is done on so many days a week at most is never done two days in a row, also not in another phase's form."""


def routine_of(
    catalog: Catalog, patient: Patient, prescription: Prescription | None, today: date
) -> tuple[Routine, bool]:
    """Return the routine of *today*, and whether it is the light one between two training days."""
    return _prescribed(patient, prescription, today) or _routine(catalog, patient, today)


def training_week(
    catalog: Catalog, patient: Patient, prescription: Prescription | None, begins_on: date, today: date
) -> TrainingWeek:
    """Return what the plan knows of the training days in the week that began on *begins_on*."""
    training, rest_day = _training(catalog, patient), routine_of(catalog, patient, prescription, today)[1]
    done = sum(begins_on <= on < today for on in patient.days_done.get(training.id, ()))
    days_after = (begins_on + WEEK - today).days - 1
    fit = (days_after + 1) // 2 if training.days is DayKind.ALTERNATE else days_after
    still = min(training.days_per_week - done, fit)
    return TrainingWeek(is_training_day=not rest_day, still_to_come=max(0, still))


def strengthening_of(catalog: Catalog, patient: Patient, prescription: Prescription | None) -> tuple[ExerciseId, ...]:
    """Return the strengthening exercises in the main blocks of the patient's own training routine.

    What a clinician has left out, and what is optional, is not among them (docs/clinical.md §4.1).
    """
    if patient.region is None:
        return ()
    left_out = prescription.leave_out if prescription else ()
    items = (item for block in _training(catalog, patient).blocks if block.when is When.MAIN for item in block.items)
    chosen = (exercise_id for item in items for exercise_id in item.choice[: item.pick])
    exercises = (catalog.exercises[one] for one in chosen if catalog.exercises[one].section is Section.STRENGTHENING)
    planned = (place_in_plan(catalog, patient, one, level=Level.BEGINNER).exercise_id for one in exercises)
    return tuple(dict.fromkeys(one for one in planned if one not in left_out))


def _prescribed(patient: Patient, prescription: Prescription | None, today: date) -> tuple[Routine, bool] | None:
    """Return the clinician's exercises as a routine; one without a block on a day that is not one of theirs."""
    if prescription is None or not prescription.exercises:
        return None
    items = tuple(Item(choice=(one.exercise,), level=one.level, form=one.form) for one in prescription.exercises)
    sittings = (When.MAIN, *((When.REPEAT,) if prescription.blocks_per_day > 1 else ()))
    due = is_due(patient, PRESCRIBED, prescription.days_per_week, today)
    routine = Routine(
        id=PRESCRIBED,
        phases=(patient.phase,),
        regions=(patient.region or Region.BOTH,),
        days=DayKind.DAILY,
        days_per_week=prescription.days_per_week,
        blocks=tuple(Block(id=f"{PRESCRIBED}-{when}", when=when, items=items) for when in sittings) if due else (),
        blocks_per_day=prescription.blocks_per_day,
        sources=(),
    )
    return routine, False


def _routine(catalog: Catalog, patient: Patient, today: date) -> tuple[Routine, bool]:
    training = _training(catalog, patient)
    between = _by_days(catalog, patient).get(DayKind.BETWEEN)
    if between and not is_due(patient, training.id, training.days_per_week, today):
        return between, True
    return training, False


def _training(catalog: Catalog, patient: Patient) -> Routine:
    by_days = _by_days(catalog, patient)
    return by_days.get(DayKind.DAILY) or by_days[DayKind.ALTERNATE]


def _by_days(catalog: Catalog, patient: Patient) -> dict[DayKind, Routine]:
    return {routine.days: routine for routine in catalog.routines if _fits(routine, patient)}


def _fits(routine: Routine, patient: Patient) -> bool:
    return (
        patient.phase in routine.phases
        and patient.region in routine.regions
        and routine.floor in (None, patient.uses_floor)
    )


def is_due(patient: Patient, key: str, days_per_week: int, today: date) -> bool:
    """Return whether something may be done today: at most so often in seven days, and not two days in a row."""
    if days_per_week >= 7:
        return True
    if not is_on(patient.training_days, today):
        return False
    week = [on for on in patient.days_done.get(key, ()) if today - timedelta(days=6) <= on < today]
    yesterday = today - timedelta(days=1)
    worked = (*week, *patient.days_done.get(STRENGTH_WORK, ()))
    in_a_row = yesterday in worked and days_per_week <= MOST_NOT_IN_A_ROW
    return len(week) < days_per_week and not in_a_row
