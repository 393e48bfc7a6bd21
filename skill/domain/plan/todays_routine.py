"""Which exercises today, at which dose: the same patient, catalog and day always give the same routine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil, inf

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.domain.catalog.routine import Block, DayKind, Item, Routine, When
from skill.domain.movement.dose import Dose
from skill.domain.movement.exercise import Direction, ExerciseId, Floor, Phase, Region
from skill.domain.movement.weekdays import is_on
from skill.domain.patient.patient import Day, Patient
from skill.domain.patient.session import PlannedExercise
from skill.domain.plan.eligibility import may_do, within_limits
from skill.domain.plan.planned_exercise import minutes_of, movements_of, place_in_plan
from skill.domain.safety.limits import Limit

PRESCRIBED = "prescribed"
"""The id of the program that a clinician prescribed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaysRoutine:
    """What to do in this sitting."""

    routine_id: str
    block_ids: tuple[str, ...]
    region: Region | None
    exercises: tuple[PlannedExercise, ...]
    rest_day: bool = False
    """Whether this is the light routine between two training days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneForToday:
    """Everything of the day is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TooSoon:
    """The next block is for the other region, which has to wait."""

    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRoutineFits:
    """Not even the first exercise fits the time there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoExerciseAllowed:
    """A clinician must clear everything that is planned."""


Plan = TodaysRoutine | DoneForToday | TooSoon | NoRoutineFits | NoExerciseAllowed


def plan_routine(
    catalog: Catalog,
    patient: Patient,
    now: datetime,
    today: date,
    minutes: int | None = None,
    prescription: Prescription | None = None,
) -> Plan:
    """Return the plan of this sitting.

    *patient* must have a region. *now* (aware) decides the time between blocks, *today* is the patient's own date.
    With *minutes* the routine is cut from its end until it fits. A *prescription* that holds takes the place of the
    routine, as far as limits and what was closed today allow.
    """
    day = patient.day if patient.day and patient.day.on == today else Day(on=today)
    if patient.region is Region.BOTH and Limit.NO_NECK in patient.limits:
        patient = replace(patient, region=Region.LOW_BACK)
    routine, rest_day = _prescribed(patient, prescription, today) or _routine(catalog, patient, today)
    blocks = _blocks(catalog, patient, routine, day, today)
    if not blocks:
        return DoneForToday()
    wait = minutes_apart(catalog, patient, blocks[0].region or patient.region, now)
    if wait:
        return TooSoon(minutes=wait)
    exercises = tuple(_planned(catalog, patient, blocks, day, today, prescription))
    if not exercises:
        return NoExerciseAllowed() if patient.limits else DoneForToday()
    if minutes is not None:
        exercises = fitted(catalog, exercises, minutes)
        if not exercises:
            return NoRoutineFits()
    return TodaysRoutine(
        routine_id=routine.id,
        block_ids=tuple(block.id for block in blocks),
        region=blocks[0].region,
        exercises=exercises,
        rest_day=rest_day,
    )


def _prescribed(patient: Patient, prescription: Prescription | None, today: date) -> tuple[Routine, bool] | None:
    """Return the clinician's exercises as a routine; one without a block on a day that is not one of theirs."""
    if prescription is None or not prescription.exercises:
        return None
    items = tuple(Item(choice=(one.exercise,), level=one.level, form=one.form) for one in prescription.exercises)
    sittings = (When.MAIN, *((When.REPEAT,) if prescription.blocks_per_day > 1 else ()))
    due = _is_due(patient, PRESCRIBED, prescription.days_per_week, today)
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
    fitting = [routine for routine in catalog.routines if _fits(routine, patient)]
    by_days = {routine.days: routine for routine in fitting}
    training = by_days.get(DayKind.DAILY) or by_days[DayKind.ALTERNATE]
    between = by_days.get(DayKind.BETWEEN)
    if between and not _is_due(patient, training.id, training.days_per_week, today):
        return between, True
    return training, False


def _fits(routine: Routine, patient: Patient) -> bool:
    return (
        patient.phase in routine.phases
        and patient.region in routine.regions
        and routine.floor in (None, patient.uses_floor)
    )


def _is_due(patient: Patient, key: str, days_per_week: int, today: date) -> bool:
    """Return whether something may be done today: at most so often in seven days, and not two days in a row."""
    if days_per_week >= 7:
        return True
    if not is_on(patient.training_days, today):
        return False
    week = [on for on in patient.days_done.get(key, ()) if today - timedelta(days=6) <= on < today]
    in_a_row = today - timedelta(days=1) in week and days_per_week <= 3
    return len(week) < days_per_week and not in_a_row


def _blocks(catalog: Catalog, patient: Patient, routine: Routine, day: Day, today: date) -> tuple[Block, ...]:
    sittings = len({block.at for block in day.blocks})
    if sittings >= (routine.blocks_per_day or catalog.rules.blocks_per_day):
        return ()
    main = [block for block in routine.blocks if block.when is When.MAIN]
    if all(block.region for block in main):
        return (main[sittings % len(main)],)
    if sittings:
        return tuple(block for block in routine.blocks if block.when is When.REPEAT)
    return tuple(block for block in main if _is_due(patient, block.id, block.days_per_week, today))


def minutes_apart(catalog: Catalog, patient: Patient, region: Region | None, now: datetime) -> int:
    """Return the minutes until exercises for *region* may begin after those for the other part of the spine.

    In recovery they are kept apart, or the response cannot be attributed (clinical.md §4.4); later there is no wait.
    """
    if patient.phase is not Phase.RECOVERY or patient.day is None or region in (None, Region.BOTH):
        return 0
    gap = timedelta(hours=catalog.rules.hours_between_regions)
    others = [at for worked, at in patient.day.worked_at.items() if worked not in (Region.BOTH, region)]
    left = max((at + gap - now for at in others), default=timedelta())
    return max(0, ceil(left / timedelta(minutes=1)))


def _planned(
    catalog: Catalog,
    patient: Patient,
    blocks: tuple[Block, ...],
    day: Day,
    today: date,
    prescription: Prescription | None,
) -> Iterator[PlannedExercise]:
    for block in blocks:
        seen: set[ExerciseId] = set()
        for item in block.items:
            if item.from_week > _week_of_phase(patient, today):
                continue
            for exercise_id in _choice(catalog, patient, item, block.region, today):
                exercise = catalog.exercises[exercise_id]
                planned = place_in_plan(catalog, patient, exercise, item.level, item.form, prescription)
                if planned.exercise_id in seen:
                    continue
                if may_do(catalog, patient, planned.exercise_id, day, prescription):
                    seen.add(planned.exercise_id)
                    planned = replace(planned, minutes=None) if item.warm_up else planned
                    yield from movements_of(catalog, planned, patient.lacking)


def _week_of_phase(patient: Patient, today: date) -> float:
    """Return the week of the phase, from 1; without end when nobody knows when it began."""
    return (today - patient.phase_since).days // 7 + 1 if patient.phase_since else inf


def _choice(
    catalog: Catalog, patient: Patient, item: Item, region: Region | None, today: date
) -> tuple[ExerciseId, ...]:
    if item.directional:
        directional = directional_exercise(catalog, patient, region or patient.region, today)
        return (directional,) if directional else ()
    suited = [one for one in item.choice if patient.region is None or catalog.exercises[one].suits(patient.region)]
    if not suited:
        return ()
    first = today.toordinal() % len(suited) if len(suited) > item.pick else 0
    turned = suited[first:] + suited[:first]
    picked = turned[: item.pick]
    return tuple(one for one in suited if one in picked)


def directional_exercise(catalog: Catalog, patient: Patient, region: Region | None, today: date) -> ExerciseId | None:
    """Return the directional exercise that opens a sitting for *region*; with both, they take turns by the day.

    None when all of them wait for a clinician's word.
    """
    if region is Region.BOTH:
        region = Region.NECK if today.toordinal() % 2 else Region.LOW_BACK
    wanted = Direction.NECK if region is Region.NECK else Direction.EXTENSION
    able = [
        exercise
        for exercise in catalog.exercises.values()
        if exercise.direction is wanted
        and exercise.doses.standard != exercise.doses.beginner
        and isinstance(exercise.doses.standard, Dose)
        and exercise.doses.standard.reps > 1
        and (patient.uses_floor or exercise.floor is Floor.NOT_NEEDED)
        and within_limits(catalog, patient, exercise.id)
    ]
    return min(able, key=lambda exercise: exercise.order).id if able else None


def fitted(catalog: Catalog, exercises: tuple[PlannedExercise, ...], minutes: int) -> tuple[PlannedExercise, ...]:
    """Return as many of *exercises*, from the first on, as fit into *minutes*; none when the first is too long."""
    while exercises and minutes_of(catalog, exercises) > minutes:
        exercises = exercises[:-1]
    return exercises
