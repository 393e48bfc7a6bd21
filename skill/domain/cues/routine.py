"""Today's routine: what it holds, each exercise's turn, and its end."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import ExerciseId, Form, Phase


@words
class TodaysRoutine(Cue):
    """What is planned now, in one sentence."""

    phase: Phase
    exercises: int
    minutes: int
    first: ExerciseId


@words
class RoutineLists(Cue):
    """The names of what is planned, in order."""

    exercise_ids: tuple[ExerciseId, ...]


@words
class RestDay(Cue):
    """Today is a day between strengthening days."""


@words
class AnotherBlock(Cue):
    """A further short block of the same day; *blocks_done* are behind."""

    blocks_done: int


@words
class BlockTooSoon(Cue):
    """The other region's block should wait *minutes* more."""

    minutes: int


@words
class NothingFits(Cue):
    """No exercise of the plan fits *minutes*."""

    minutes: int


@words
class AskStart(Question):
    """Shall we start?"""


@words
class ExerciseIntro(Cue):
    """The exercise's name and place in the routine, then its dose."""

    exercise_id: ExerciseId
    form: Form
    exercise_number: int
    exercises: int


@words
class DoseIs(Cue):
    """Sets, reps, hold and sides of what comes."""

    sets: int
    reps: int
    hold_seconds: int
    per_side: bool


@words
class ActivityIs(Cue):
    """Minutes of an activity on one's own."""

    exercise_id: ExerciseId
    minutes: int


@words
class MovementIntro(Cue):
    """The circuit's movement that comes now."""

    movement_id: str
    movement_number: int
    movements: int


@words
class AskReady(Question):
    """Say ready when you are in position."""


@words
class AskReadyToGo(Question):
    """Say ready when you want to set off."""


@words
class ReadyAgain(Cue):
    """A short reminder in place of instructions heard before, of a circuit's movement when there is one."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@words
class IfNew(Cue):
    """Where the steps are, in quick mode, while the exercise is new."""


@words
class OffYouGo(Cue):
    """The activity starts; come back afterwards."""

    exercise_id: ExerciseId
    minutes: int


@words
class AskActivityDone(Question):
    """Did you finish the activity?"""

    exercise_id: ExerciseId
    minutes: int


@words
class AskFinished(Question):
    """The whole count has gone out, but nobody has said so: did you finish it?"""

    exercise_id: ExerciseId


@words
class AskGoOn(Question):
    """Shall we go on with the next one?"""

    exercise_id: ExerciseId


@words
class RoutineDone(Cue):
    """The routine is complete."""

    exercises: int
    minutes: int


@words
class RoutineOver(Cue):
    """The end of the routine was reached with some left out."""

    exercises: int
    skipped: int


@words
class Skipped(Cue):
    """The exercise is left out today, or only one movement of a circuit."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@words
class NotInRoutine(Cue):
    """The exercise that should be left out is not planned any more today."""

    exercise_id: ExerciseId


@words
class AlreadyFirst(Cue):
    """There is no exercise before this one."""
