"""Which exercises today, at which dose: the same patient, catalog and day always give the same routine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil, inf

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.domain.catalog.routine import Block, Item, Routine, When
from skill.domain.movement.dose import Dose
from skill.domain.movement.equipment import counted_on
from skill.domain.movement.exercise import Direction, Exercise, ExerciseId, Floor, Phase, Region
from skill.domain.patient.patient import Day, Patient
from skill.domain.patient.session import PlannedExercise
from skill.domain.plan.eligibility import may_do, within_limits
from skill.domain.plan.planned_exercise import minutes_of, movements_of, place_in_plan
from skill.domain.plan.routine_choice import is_due, routine_of
from skill.domain.safety.limits import Limit


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

    *patient* must have a region. *now* (aware, in the patient's own time zone) decides the time between blocks and what
    it is too early for, *today* is the patient's own date.
    With *minutes* the routine is cut from its end until it fits. A *prescription* that holds takes the place of the
    routine, as far as limits and what was closed today allow.
    """
    day = patient.day if patient.day and patient.day.on == today else Day(on=today)
    if patient.region is Region.BOTH and Limit.NO_NECK in patient.limits:
        patient = replace(patient, region=Region.LOW_BACK)
    routine, rest_day = routine_of(catalog, patient, prescription, today)
    blocks = _blocks(catalog, patient, routine, day, today)
    if not blocks:
        return DoneForToday()
    wait = minutes_apart(catalog, patient, blocks[0].region or patient.region, now)
    if wait:
        return TooSoon(minutes=wait)
    exercises = tuple(_planned(catalog, patient, blocks, day, now, today, prescription))
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


def _blocks(catalog: Catalog, patient: Patient, routine: Routine, day: Day, today: date) -> tuple[Block, ...]:
    sittings = len({block.at for block in day.blocks})
    if sittings >= (routine.blocks_per_day or catalog.rules.blocks_per_day):
        return ()
    main = [block for block in routine.blocks if block.when is When.MAIN]
    if all(block.region for block in main):
        return (main[(sittings + _first_turn(patient, main, day)) % len(main)],)
    if sittings:
        return tuple(block for block in routine.blocks if block.when is When.REPEAT)
    return tuple(block for block in main if is_due(patient, block.id, block.days_per_week, today))


def _first_turn(patient: Patient, blocks: list[Block], day: Day) -> int:
    """Return the index of the block that begins the day, of blocks for one part of the spine each.

    Who came once yesterday gets the other part today (docs/clinical.md §4.4).
    """
    indexes = {block.id: index for index, block in enumerate(blocks)}
    if day.blocks:
        return indexes.get(day.blocks[0].block_id, 0)
    worked = set(patient.day.worked_at) - {Region.BOTH} if patient.day else set()
    others = [index for index, block in enumerate(blocks) if block.region not in worked]
    return others[0] if len(worked) == 1 and others else 0


def minutes_apart(catalog: Catalog, patient: Patient, region: Region | None, now: datetime) -> int:
    """Return the minutes until exercises for *region* may begin after those for the other part of the spine.

    In recovery they are kept apart, or the response cannot be attributed (docs/clinical.md §4.4); later nobody waits.
    """
    if patient.phase is not Phase.RECOVERY or patient.day is None or region in (None, Region.BOTH):
        return 0
    gap = timedelta(hours=catalog.rules.hours_between_regions)
    others = [min(at, now) for worked, at in patient.day.worked_at.items() if worked not in (Region.BOTH, region)]
    left = max((at + gap - now for at in others), default=timedelta())
    return max(0, ceil(left / timedelta(minutes=1)))


def _planned(
    catalog: Catalog,
    patient: Patient,
    blocks: tuple[Block, ...],
    day: Day,
    now: datetime,
    today: date,
    prescription: Prescription | None,
) -> Iterator[PlannedExercise]:
    later: tuple[PlannedExercise, ...] = ()
    for block in blocks:
        seen: set[ExerciseId] = set()
        for item in block.items:
            if item.from_week > _week_of_phase(patient, today):
                continue
            for exercise_id in _choice(catalog, patient, item, block.region, today):
                exercise = catalog.exercises[exercise_id]
                if too_early(exercise, day, now, prescription):
                    continue
                planned = place_in_plan(catalog, patient, exercise, item.level, item.form, prescription)
                if planned.exercise_id in seen:
                    continue
                if may_do(catalog, patient, planned.exercise_id, day, prescription):
                    seen.add(planned.exercise_id)
                    yield from movements_of(catalog, planned, patient.lacking)
                if planned.exercise_id in seen and exercise.is_walk and not planned.dose:
                    later = _walk_later(catalog, patient, planned)
    yield from later


def too_early(exercise: Exercise, day: Day, now: datetime, prescription: Prescription | None = None) -> bool:
    """Return whether *exercise* waits for a later hour: *now* is in the patient's own time zone (aware).

    Not in a later round, nor for who has been up for an hour, nor what a clinician prescribed (docs/clinical.md §1.16).
    """
    if exercise.not_before_hour is None or now.hour >= exercise.not_before_hour:
        return False
    prescribed = prescription is not None and any(one.exercise == exercise.id for one in prescription.exercises)
    return not (day.blocks or day.up_an_hour or prescribed)


def _walk_later(catalog: Catalog, patient: Patient, planned: PlannedExercise) -> tuple[PlannedExercise, ...]:
    """Return the second walk of the day, where today's minutes are too many for one (docs/clinical.md §4.3)."""
    left = (patient.walk_minutes or 0) - (planned.minutes or 0)
    return (replace(planned, minutes=left),) if left > 0 and catalog.exercises[planned.exercise_id].is_walk else ()


def _week_of_phase(patient: Patient, today: date) -> float:
    """Return the week of the phase, from 1; without end when nobody knows when it began."""
    return (today - patient.phase_since).days // 7 + 1 if patient.phase_since else inf


def _choice(
    catalog: Catalog, patient: Patient, item: Item, region: Region | None, today: date
) -> tuple[ExerciseId, ...]:
    if item.directional:
        directional = directional_exercise(catalog, patient, region or patient.region, today)
        return (directional,) if directional else ()
    exercises = (catalog.exercises[one] for one in item.choice)
    suited = [
        one.id
        for one in exercises
        if (patient.region is None or one.suits(patient.region)) and counted_on(one.needs, patient.at_hand)
    ]
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
    """Return as many of *exercises*, from the first on, as fit into *minutes*.

    What is too long by itself is left out only where nothing would fit with it.
    """
    if exercises and minutes_of(catalog, exercises[:1]) > minutes:
        exercises = tuple(one for one in exercises if minutes_of(catalog, (one,)) <= minutes)
    while exercises and minutes_of(catalog, exercises) > minutes:
        exercises = exercises[:-1]
    return exercises
