"""What a routine's recording goes through. It cannot ask, so where a routine leaves a choice, it takes the first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.recordings import routine_guide_id
from skill.domain.catalog.routine import Block, DayKind, Item, Routine, When
from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import PlannedExercise
from skill.domain.plan.planned_exercise import place_in_plan
from skill.domain.plan.todays_routine import directional_exercise

_ANY_DAY = date.min
"""What is planned for one region is the same on every day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What is done in one go."""

    region: Region | None
    """Set where the regions are kept apart."""
    days_per_week: int
    exercises: tuple[PlannedExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRoutine:
    """One of the routines, as one recording."""

    id: str
    coached: Routine
    region: Region
    sittings: tuple[Sitting, ...]
    later: tuple[ExerciseId, ...]
    """What may be repeated later in the day."""

    @property
    def leaves_a_day_between(self) -> bool:
        """Return whether it is never done two days in a row."""
        return self.coached.days is DayKind.ALTERNATE


def routines(catalog: Catalog) -> tuple[RecordedRoutine, ...]:
    """Return every routine; one for any region comes once for the low back, under its own id, and once for the neck."""
    return tuple(_routine(catalog, coached, region) for coached in catalog.routines for region in _regions(coached))


def _regions(coached: Routine) -> tuple[Region, ...]:
    return coached.regions if len(coached.regions) == 1 else (Region.LOW_BACK, Region.NECK)


def _routine(catalog: Catalog, coached: Routine, region: Region) -> RecordedRoutine:
    patient = Patient(region=region, floor=coached.floor is not False, phase=coached.phases[0])
    main = dict.fromkeys(_sitting(catalog, patient, block) for block in coached.blocks if block.when is When.MAIN)
    repeated = [_sitting(catalog, patient, block) for block in coached.blocks if block.when is When.REPEAT]
    return RecordedRoutine(
        id=routine_guide_id(coached, region),
        coached=coached,
        region=region,
        sittings=tuple(main),
        later=tuple(planned.exercise_id for sitting in repeated for planned in sitting.exercises),
    )


def _sitting(catalog: Catalog, patient: Patient, block: Block) -> Sitting:
    return Sitting(
        region=block.region,
        days_per_week=block.days_per_week,
        exercises=tuple(
            place_in_plan(catalog, patient, catalog.exercises[exercise_id], item.level, item.form)
            for item in block.items
            for exercise_id in _chosen(catalog, patient, item, block.region)
        ),
    )


def _chosen(catalog: Catalog, patient: Patient, item: Item, region: Region | None) -> tuple[ExerciseId, ...]:
    if item.directional:
        directional = directional_exercise(catalog, patient, region or patient.region, _ANY_DAY)
        return (directional,) if directional else ()
    suited = [one for one in item.choice if patient.region and catalog.exercises[one].suits(patient.region)]
    return tuple(suited[: item.pick])
