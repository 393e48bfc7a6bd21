"""Today's routine: what it holds, each exercise's turn, and its end."""

from __future__ import annotations

from enum import StrEnum

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import ExerciseId, Form, Phase


@cue
class AskUpAnHour(Question):
    """Have you been up for an hour? Before bending early in the morning."""

    exercise_id: ExerciseId


@cue
class StepByStep(Cue):
    """It was not understood three times running: now it comes in steps."""


@cue
class LaterToday(Cue):
    """An exercise waits until one has been up for an hour."""

    exercise_id: ExerciseId


@cue
class TodaysRoutine(Cue):
    """What is planned now, in one sentence."""

    phase: Phase
    exercises: int
    minutes: int
    first: ExerciseId


@cue
class PlanInShort(Cue):
    """How much is planned, when it begins without a question."""

    exercises: int
    minutes: int


@cue
class RoutineLists(Cue):
    """The names of what is planned, in order."""

    exercise_ids: tuple[ExerciseId, ...]


@cue
class RestDay(Cue):
    """Today is a day between strengthening days."""


@cue
class AnotherBlock(Cue):
    """A further short block of the same day; *blocks_done* are behind."""

    blocks_done: int


@cue
class BlockTooSoon(Cue):
    """The other region's block should wait *minutes* more."""

    minutes: int


@cue
class NothingFits(Cue):
    """No exercise of the plan fits *minutes*."""

    minutes: int


@cue
class AskStart(Question):
    """Shall we start?"""


@cue
class ExerciseIntro(Cue):
    """The exercise's name and place in the routine, then its dose."""

    exercise_id: ExerciseId
    form: Form
    exercise_number: int
    exercises: int


@cue
class DoseIs(Cue):
    """Sets, reps, hold and sides of what comes."""

    sets: int
    reps: int
    hold_seconds: int
    per_side: bool


@cue
class ActivityIs(Cue):
    """Minutes of an activity on one's own."""

    exercise_id: ExerciseId
    minutes: int


@cue
class MovementIntro(Cue):
    """The circuit's movement that comes now."""

    movement_id: str
    movement_number: int
    movements: int


class Steps(StrEnum):
    """What of the steps is still to be said."""

    ALL = "all"
    REST = "rest"
    NONE = "none"


@cue
class AskReady(Question):
    """Say ready when you are in position, or next for the *steps* that were not said yet."""

    steps: Steps = Steps.NONE


@cue
class AskReadyToGo(Question):
    """Say ready when you want to set off, or next for the *steps* that were not said yet."""

    steps: Steps = Steps.NONE


@cue
class ReadyAgain(Cue):
    """A short reminder in place of instructions heard before, of a circuit's movement when there is one."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@cue
class IfNew(Cue):
    """Where the steps are, in quick mode, while the exercise is new."""


@cue
class OffYouGo(Cue):
    """The activity starts; come back afterwards."""

    exercise_id: ExerciseId
    minutes: int


@cue
class AskActivityDone(Question):
    """Did you finish the activity?"""

    exercise_id: ExerciseId
    minutes: int


@cue
class AskLeftOpen(Question):
    """On a later day: was what was left open finished?"""

    exercise_id: ExerciseId
    minutes: int
    """Of an activity; 0 of anything else."""
    days_ago: int


@cue
class LoggedForThen(Cue):
    """It is in the history of the day on which it was done."""


@cue
class ThatsFine(Cue):
    """No blame: it goes on."""


@cue
class AskFinished(Question):
    """The whole count has gone out, but nobody has said so: did you finish it?"""

    exercise_id: ExerciseId


@cue
class AskGoOn(Question):
    """Shall we go on with the next one?"""

    exercise_id: ExerciseId


@cue
class RoutineDone(Cue):
    """The routine is complete: what was done, said in several ways."""

    exercises: int
    minutes: int
    wording: int = 0


@cue
class DaysDone(Cue):
    """One true thing at the end: on how many of the last seven days there was exercise, today among them."""

    days: int
    wording: int = 0


@cue
class RoutineOver(Cue):
    """The end of the routine was reached with some left out."""

    exercises: int
    skipped: int


@cue
class Skipped(Cue):
    """The exercise is left out today, or only one movement of a circuit."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@cue
class NotInRoutine(Cue):
    """The exercise that should be left out is not planned any more today."""

    exercise_id: ExerciseId


@cue
class AlreadyFirst(Cue):
    """There is no exercise before this one."""
