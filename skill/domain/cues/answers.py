"""Answers about the routine and its settings, and what can be said now."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.dose import Level
from skill.domain.exercise import ExerciseId, Phase, Side


@words
class RepsLeft(Cue):
    """What is left of the exercise under way."""

    reps_left: int
    sets_left: int
    exercises_left: int


@words
class ExercisesLeft(Cue):
    """What is left of the routine."""

    exercises_left: int
    minutes_left: int


@words
class YouAreAt(Cue):
    """The place in the count."""

    exercise_id: ExerciseId
    set_number: int
    sets: int
    rep_number: int
    reps: int
    side: Side | None


@words
class YouAreOn(Cue):
    """The exercise that is up, outside a count."""

    exercise_id: ExerciseId
    exercise_number: int
    exercises: int


@words
class NextIs(Cue):
    """The exercise after this one."""

    exercise_id: ExerciseId


@words
class ThisIsLast(Cue):
    """Nothing comes after this exercise."""


@words
class RoutineTakes(Cue):
    """How long the rest of the routine takes."""

    minutes: int


@words
class HowTo(Cue):
    """Here is how an exercise is done."""

    exercise_id: ExerciseId


@words
class ExercisesKnown(Cue):
    """The exercises of the phase, by name."""

    exercise_ids: tuple[ExerciseId, ...]


@words
class AskWhichExercise(Question):
    """Which exercise?"""


@words
class UnknownExercise(Cue):
    """No exercise by that name."""


@words
class NotInThisPhase(Cue):
    """The exercise comes in a later phase."""

    exercise_id: ExerciseId
    phase: Phase


@words
class LeftOutToday(Cue):
    """The exercise is left out today because a related one made things worse."""

    exercise_id: ExerciseId


@words
class NeedsFloor(Cue):
    """The exercise needs the floor, and has no form without it; here is what to do instead."""

    exercise_id: ExerciseId
    instead: ExerciseId


@words
class MadeEasier(Cue):
    """The level is one lower now."""

    exercise_id: ExerciseId
    level: Level


@words
class GentlerForm(Cue):
    """The gentler form is taken now."""

    exercise_id: ExerciseId


@words
class AlreadyGentlest(Cue):
    """There is nothing easier: rest or skip."""

    exercise_id: ExerciseId


@words
class BackToUsual(Cue):
    """From the gentler form back to the usual one."""

    exercise_id: ExerciseId


@words
class Slower(Cue):
    """The count is a step slower now."""


@words
class Faster(Cue):
    """The count is a step faster now."""


@words
class SlowestAlready(Cue):
    """The count is as slow as it goes."""


@words
class FastestAlready(Cue):
    """The count is as fast as is safe."""


@words
class RestIs(Cue):
    """Rests between sets last *seconds* now."""

    seconds: int


@words
class RestAlready(Cue):
    """Rests cannot be changed further that way, or this exercise has none; *longest* says which way."""

    longest: bool


@words
class QuickMode(Cue):
    """Instructions are skipped from now on."""


@words
class FullMode(Cue):
    """Instructions are given in full from now on."""


@words
class CountingQuietly(Cue):
    """Counts have only the necessary words from now on."""


@words
class CountingAloud(Cue):
    """Counts have every word from now on."""


@words
class NothingToChange(Cue):
    """No exercise is up that could be changed."""


@words
class AskWhatNext(Question):
    """Nothing is under way: what would you like to do?"""


@words
class TakeYourTime(Cue):
    """There is no hurry: say ready when it suits."""


@words
class AllDoneToday(Cue):
    """Every block of today is done: well done, tomorrow again."""


@words
class PhaseIs(Cue):
    """The phase of recovery the routine is for."""

    phase: Phase


@words
class AskDelete(Question):
    """Really delete everything?"""


@words
class Deleted(Cue):
    """Everything is deleted."""


@words
class NotDeleted(Cue):
    """Nothing is deleted."""


@words
class HelpAbout(Cue):
    """What Spine Coach does, in a sentence."""


@words
class YouCanSay(Cue):
    """What can be said now; *state* is the dialogue state's name."""

    state: str


@words
class DidNotCatch(Cue):
    """That was not understood; nothing has changed."""


@words
class DidNotCatchPaused(Cue):
    """That was not understood, so the count is paused."""


@words
class NotNow(Cue):
    """That does not fit here; nothing has changed."""


@words
class NotSupportedHere(Cue):
    """A player's command that makes no sense for exercises (shuffle, loop)."""


@words
class AskNumberAgain(Question):
    """Which number was it?"""
