"""What the recordings are called: a guide's id is its file's name, and its address under `/guides/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NewType

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.routine import Routine
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Region

GuideId = NewType("GuideId", str)

_ENDINGS = {Level.STANDARD: "", Level.BEGINNER: "-beginner", Level.PROGRESSED: "-progressed"}
_NECK = "-neck"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseRecording:
    """A guide of one exercise, in its usual form."""

    exercise_id: ExerciseId
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineRecording:
    """A guide of a whole routine."""

    routine_id: str
    region: Region


Recording = ExerciseRecording | RoutineRecording


def exercise_guide_id(exercise_id: ExerciseId, level: Level) -> GuideId:
    """Return the name of an exercise's guide: at the standard level it is the exercise's own."""
    return GuideId(exercise_id + _ENDINGS[level])


def routine_guide_id(routine: Routine, region: Region) -> GuideId:
    """Return the name of a routine's guide: one for several regions has a guide of its own for the neck."""
    several = len(routine.regions) > 1
    return GuideId(routine.id + (_NECK if several and region is Region.NECK else ""))


def recording_of(catalog: Catalog, guide_id: str) -> Recording | None:
    """Return what *guide_id* is a recording of; None when there is no such guide (any more)."""
    return next((recording for name, recording in _recordings(catalog) if name == guide_id), None)


def _recordings(catalog: Catalog) -> Iterator[tuple[GuideId, Recording]]:
    for exercise_id in catalog.exercises:
        for level in Level:
            yield exercise_guide_id(exercise_id, level), ExerciseRecording(exercise_id=exercise_id, level=level)
    for routine in catalog.routines:
        for region in routine.regions:
            if region is not Region.BOTH or len(routine.regions) == 1:
                recording = RoutineRecording(routine_id=routine.id, region=region)
                yield routine_guide_id(routine, region), recording
