"""Answers about the routine and its settings, and what can be said now."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase, Side


@cue
class RepsLeft(Cue):
    """What is left of the exercise under way."""

    reps_left: int
    sets_left: int
    exercises_left: int


@cue
class ExercisesLeft(Cue):
    """What is left of the routine."""

    exercises_left: int
    minutes_left: int


@cue
class YouAreAt(Cue):
    """The place in the count."""

    exercise_id: ExerciseId
    set_number: int
    sets: int
    rep_number: int
    reps: int
    side: Side | None


@cue
class YouAreOn(Cue):
    """The exercise that is up, outside a count."""

    exercise_id: ExerciseId
    exercise_number: int
    exercises: int


@cue
class NextIs(Cue):
    """The exercise after this one."""

    exercise_id: ExerciseId


@cue
class ThisIsLast(Cue):
    """Nothing comes after this exercise."""


@cue
class RoutineTakes(Cue):
    """How long the rest of the routine takes."""

    minutes: int


@cue
class HowTo(Cue):
    """Here is how an exercise is done."""

    exercise_id: ExerciseId


@cue
class ExercisesKnown(Cue):
    """The exercises of the phase, by name."""

    exercise_ids: tuple[ExerciseId, ...]


@cue
class AskWhichExercise(Question):
    """Which exercise?"""


@cue
class UnknownExercise(Cue):
    """No exercise by that name."""


@cue
class NotInThisPhase(Cue):
    """The exercise comes in a later phase."""

    exercise_id: ExerciseId
    phase: Phase


@cue
class LeftOutToday(Cue):
    """The exercise is left out today because a related one made things worse."""

    exercise_id: ExerciseId


@cue
class NeedsFloor(Cue):
    """The exercise needs the floor, and has no form without it; here is what to do instead."""

    exercise_id: ExerciseId
    instead: ExerciseId


@cue
class MadeEasier(Cue):
    """The level is one lower now."""

    exercise_id: ExerciseId
    level: Level


@cue
class GentlerForm(Cue):
    """The gentler form is taken now."""

    exercise_id: ExerciseId


@cue
class AlreadyGentlest(Cue):
    """There is nothing easier: rest or skip."""

    exercise_id: ExerciseId


@cue
class BackToUsual(Cue):
    """From the gentler form back to the usual one."""

    exercise_id: ExerciseId


@cue
class Slower(Cue):
    """The count is a step slower now."""


@cue
class Faster(Cue):
    """The count is a step faster now."""


@cue
class SlowestAlready(Cue):
    """The count is as slow as it goes."""


@cue
class FastestAlready(Cue):
    """The count is as fast as is safe."""


@cue
class RestIs(Cue):
    """Rests between sets last *seconds* now."""

    seconds: int


@cue
class RestAlready(Cue):
    """Rests cannot be changed further that way, or this exercise has none; *longest* says which way."""

    longest: bool


@cue
class QuickMode(Cue):
    """Instructions are skipped from now on."""


@cue
class FullMode(Cue):
    """Instructions are given in full from now on."""


@cue
class CountingQuietly(Cue):
    """Counts have only the necessary words from now on."""


@cue
class CountingAloud(Cue):
    """Counts have every word from now on."""


@cue
class NothingToChange(Cue):
    """No exercise is up that could be changed."""


@cue
class AskWhatNext(Question):
    """Nothing is under way: what would you like to do?"""


@cue
class TakeYourTime(Cue):
    """There is no hurry: say ready when it suits."""


@cue
class AllDoneToday(Cue):
    """Every block of today is done: well done, tomorrow again."""


@cue
class PhaseIs(Cue):
    """The phase of recovery the routine is for."""

    phase: Phase


@cue
class AskDelete(Question):
    """Really delete everything?"""


@cue
class Deleted(Cue):
    """Everything is deleted."""


@cue
class NotDeleted(Cue):
    """Nothing is deleted."""


@cue
class HelpAbout(Cue):
    """What Spine Coach does, in a sentence."""


@cue
class YouCanSay(Cue):
    """What can be said now; *state* is the dialogue state's name."""

    state: str


@cue
class DidNotCatch(Cue):
    """That was not understood; nothing has changed."""


@cue
class DidNotCatchPaused(Cue):
    """That was not understood, so the count is paused."""


@cue
class NotNow(Cue):
    """That does not fit here; nothing has changed."""


@cue
class NotSupportedHere(Cue):
    """A player's command that makes no sense for exercises (shuffle, loop)."""


@cue
class AskNumberAgain(Question):
    """Which number was it?"""
