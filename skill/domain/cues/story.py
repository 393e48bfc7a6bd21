"""The patient's own story, told from the record: where it began, what a day held, how it went the last time."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, cue
from skill.domain.movement.exercise import ExerciseId
from skill.domain.movement.weekdays import Weekday
from skill.domain.progress.milestones import Milestone


@cue
class CameFrom(Cue):
    """Where it was furthest on the first day, how strong, and where it is now. Places are ids of zones."""

    zone_before: str
    strength_before: int | None
    zone_now: str
    strength_now: int | None


@cue
class MilestoneReached(Cue):
    """Something was reached, for the first and only time."""

    milestone: Milestone


@cue
class LongestWalk(Cue):
    """The longest walk so far, in minutes."""

    minutes: int


@cue
class DayHeld(Cue):
    """The exercises that were done on a day."""

    days_ago: int
    weekday: Weekday
    exercise_ids: tuple[ExerciseId, ...]


@cue
class DayHeldActivity(Cue):
    """The minutes of an activity that were done on a day; *also* when something else of that day was told before."""

    days_ago: int
    weekday: Weekday
    exercise_id: ExerciseId
    minutes: int
    also: bool


@cue
class DayHeldNothing(Cue):
    """Nothing is in the notes for a day."""

    days_ago: int
    weekday: Weekday


@cue
class LastTimeWas(Cue):
    """How much of an exercise was done the last time; *is_hold* where it is one hold, and has no repetitions."""

    exercise_id: ExerciseId
    days_ago: int
    sets: int
    reps: int
    is_hold: bool


@cue
class LastTimeStopped(Cue):
    """Where the last set of an exercise stopped the last time."""

    reps: int
    planned_reps: int


@cue
class LastTimeTooMuch(Cue):
    """The exercise made things worse the last time."""


@cue
class NeverDone(Cue):
    """Nothing of the exercise was ever counted."""

    exercise_id: ExerciseId


@cue
class AnswersNotKept(Cue):
    """How it felt is not kept, so nothing can be told of it."""
