"""Interruptions: paused, offered again, taken up, left."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import ExerciseId, Side


@cue
class Paused(Cue):
    """Paused outside a count."""


@cue
class PausedAt(Cue):
    """Paused inside a count; the place is kept."""

    set_number: int
    rep_number: int
    side: Side | None


@cue
class AskResume(Question):
    """Say resume to go on."""


@cue
class ShallIGoOn(Question):
    """Between two parts of a long exercise: silence means yes."""


@cue
class OfferResume(Cue):
    """Where the last sitting stopped."""

    exercise_id: ExerciseId
    exercise_number: int
    exercises: int
    days_ago: int


@cue
class AskResumeOrNew(Question):
    """Go on there, or start afresh?"""


@cue
class StartingOver(Cue):
    """The exercise starts again from its first repetition."""

    exercise_id: ExerciseId


@cue
class PlaceTaken(Cue):
    """The patient's own number is taken."""

    rep_number: int


@cue
class NoSuchRep(Cue):
    """The number said is not in this set."""

    reps: int


@cue
class FirstSideIs(Cue):
    """Each set begins with *side*, as the patient wishes."""

    side: Side


@cue
class NoSuchSet(Cue):
    """The exercise has not so many sets."""

    sets: int


@cue
class KeptYourPlace(Cue):
    """Stopping; the place is kept."""


@cue
class Goodbye(Cue):
    """Stopping with nothing under way."""
