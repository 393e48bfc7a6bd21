"""What may not be coached until a clinician has cleared it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from skill.domain.movement.exercise import Exercise, ExerciseId, ExerciseKind, Region, Section


class Limit(StrEnum):
    """One thing that is not coached, the widest first."""

    ADULTS_ONLY = "adults-only"
    """Nothing, and no clinician's word changes that: the patient is not an adult."""
    NO_COACHING = "no-coaching"
    """Nothing."""
    WALKING_AND_REST_ONLY = "walking-and-rest-only"
    """Nothing but walking and rest positions."""
    NO_NECK = "no-neck"
    """No neck exercises."""
    NO_LOAD = "no-load"
    """No strengthening, and nothing gets longer or harder (docs/clinical.md §2.7, SEEK_SOON)."""


NOTHING_COACHED = frozenset({Limit.ADULTS_ONLY, Limit.NO_COACHING})


def nothing_coached(limits: Iterable[Limit]) -> bool:
    """Return whether *limits* leave nothing to coach."""
    return not NOTHING_COACHED.isdisjoint(limits)


def may_progress(limits: Iterable[Limit]) -> bool:
    """Return whether, under *limits*, an exercise may get harder and a phase may be left upwards: under none."""
    return not frozenset(limits)


def allowed(exercise: Exercise, limits: Collection[Limit], walking_and_rest: Collection[ExerciseId]) -> bool:
    """Return whether *exercise* may be coached under *limits*.

    *walking_and_rest* are the exercises that `WALKING_AND_REST_ONLY` leaves (`Screening.walking_and_rest`).
    """
    if nothing_coached(limits):
        return False
    if Limit.WALKING_AND_REST_ONLY in limits and exercise.id not in walking_and_rest:
        return False
    if Limit.NO_NECK in limits and exercise.region is Region.NECK:
        return False
    is_load = exercise.section is Section.STRENGTHENING or exercise.kind is ExerciseKind.CIRCUIT
    return not (Limit.NO_LOAD in limits and is_load)
