"""How much of an exercise: one step up, one step back, and what is in the way."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, cue
from skill.domain.movement.exercise import ExerciseId
from skill.domain.movement.ladder import Raised


@cue
class RaisedToday(Cue):
    """The exercise gets one step harder, for it was comfortable long enough; its dose follows."""

    exercise_id: ExerciseId
    raised: Raised


@cue
class MadeHarder(Cue):
    """It is one step harder now, as the patient asked; its dose follows."""

    exercise_id: ExerciseId
    raised: Raised


@cue
class DroppedBack(Cue):
    """The exercise goes one step back, because the day after was worse."""

    exercise_id: ExerciseId


@cue
class HarderLater(Cue):
    """It may get harder after *sessions_left* more comfortable sessions."""

    exercise_id: ExerciseId
    sessions_left: int


@cue
class HarderAfterDays(Cue):
    """It may get harder after *days_left* more comfortable days in a row."""

    exercise_id: ExerciseId
    days_left: int


@cue
class HarderInLaterPhase(Cue):
    """What is harder is for a later phase."""

    exercise_id: ExerciseId


@cue
class HarderOnceChanged(Cue):
    """Nothing gets harder until something changes, or a physical therapist has looked (docs/clinical.md §2.6a)."""


@cue
class OneRaisedToday(Cue):
    """Only one exercise is raised on a day."""


@cue
class AlreadyHardest(Cue):
    """There is nothing harder in the plan."""

    exercise_id: ExerciseId


@cue
class WalkGrows(Cue):
    """A walk gets longer by the week, not when asked."""


@cue
class ShorterWalk(Cue):
    """Half the walk, for today."""
