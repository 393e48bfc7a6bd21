"""Interruptions: paused, offered again, taken up, left."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import ExerciseId, Side


@words
class Paused(Cue):
    """Paused outside a count."""


@words
class PausedAt(Cue):
    """Paused inside a count; the place is kept."""

    set_number: int
    rep_number: int
    side: Side | None


@words
class AskResume(Question):
    """Say resume to go on."""


@words
class ShallIGoOn(Question):
    """Between two parts of a long exercise: silence means yes."""


@words
class OfferResume(Cue):
    """Where the last sitting stopped."""

    exercise_id: ExerciseId
    exercise_number: int
    exercises: int
    days_ago: int


@words
class AskResumeOrNew(Question):
    """Go on there, or start afresh?"""


@words
class StartingOver(Cue):
    """The exercise starts again from its first repetition."""

    exercise_id: ExerciseId


@words
class PlaceTaken(Cue):
    """The patient's own number is taken."""

    rep_number: int


@words
class NoSuchRep(Cue):
    """The number said is not in this set."""

    reps: int


@words
class FirstSideIs(Cue):
    """Each set begins with *side*, as the patient wishes."""

    side: Side


@words
class NoSuchSet(Cue):
    """The exercise has not so many sets."""

    sets: int


@words
class KeptYourPlace(Cue):
    """Stopping; the place is kept."""


@words
class Goodbye(Cue):
    """Stopping with nothing under way."""
