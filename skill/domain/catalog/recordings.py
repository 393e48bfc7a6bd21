"""What the recordings are called: a guide's id is its file's name, and its address under `/guides/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.routine import Routine
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Region

GuideId = NewType("GuideId", str)


class Edition(StrEnum):
    """How much a guide says."""

    FULL = "full"
    """Everything, for the first times."""
    DAILY = "daily"
    """The title, one line on safety, getting into place, the count and one closing check: for every day after."""


_ENDINGS = {Level.STANDARD: "", Level.BEGINNER: "-beginner", Level.PROGRESSED: "-progressed"}
_NECK = "-neck"
_EDITIONS = {Edition.FULL: "", Edition.DAILY: "-daily"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseRecording:
    """A guide of one exercise, in its usual form."""

    exercise_id: ExerciseId
    level: Level
    edition: Edition = Edition.FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineRecording:
    """A guide of a whole routine."""

    routine_id: str
    region: Region
    edition: Edition = Edition.FULL


Recording = ExerciseRecording | RoutineRecording


def exercise_guide_id(exercise_id: ExerciseId, level: Level, edition: Edition = Edition.FULL) -> GuideId:
    """Return the name of an exercise's guide: at the standard level, in full, it is the exercise's own."""
    return GuideId(exercise_id + _ENDINGS[level] + _EDITIONS[edition])


def routine_guide_id(routine: Routine, region: Region, edition: Edition = Edition.FULL) -> GuideId:
    """Return the name of a routine's guide: one for several regions has a guide of its own for the neck."""
    several = len(routine.regions) > 1
    return GuideId(routine.id + (_NECK if several and region is Region.NECK else "") + _EDITIONS[edition])


def recording_of(catalog: Catalog, guide_id: str) -> Recording | None:
    """Return what *guide_id* is a recording of; None when there is no such guide (any more)."""
    return next((recording for name, recording in _recordings(catalog) if name == guide_id), None)


def _recordings(catalog: Catalog) -> Iterator[tuple[GuideId, Recording]]:
    for edition in Edition:
        for exercise_id in catalog.exercises:
            for level in Level:
                exercise = ExerciseRecording(exercise_id=exercise_id, level=level, edition=edition)
                yield exercise_guide_id(exercise_id, level, edition), exercise
        for routine in catalog.routines:
            for region in routine.regions:
                if region is not Region.BOTH or len(routine.regions) == 1:
                    recording = RoutineRecording(routine_id=routine.id, region=region, edition=edition)
                    yield routine_guide_id(routine, region, edition), recording
