"""Audio guides by voice."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import ExerciseId


@cue
class PlayingGuide(Cue):
    """The guide of an exercise starts in a moment."""

    exercise_id: ExerciseId


@cue
class PlayingGuides(Cue):
    """The guides of today's exercises, or the one of the whole routine, start in a moment."""

    guides: int


@cue
class WhilePlaying(Cue):
    """How to stop a guide, and that the coach hears of danger only when it is called by its name."""


@cue
class LastGuide(Cue):
    """There is no guide after this one."""


@cue
class NoGuidesHere(Cue):
    """Guides cannot be played on this device, or by this server."""


@cue
class GuideFailed(Cue):
    """A guide could not be played the last time."""


@cue
class GuideOtherForm(Cue):
    """The guide shows the exercise in another form than the patient does it."""

    exercise_id: ExerciseId


@cue
class GuidesDiffer(Cue):
    """The guides are not what is planned for the patient today."""


@cue
class AskGoOnListening(Question):
    """Go on with the guide that was stopped?"""


@cue
class AskReadExercise(Question):
    """Shall the coach take the patient through the exercise, in place of its guide?"""

    exercise_id: ExerciseId


@cue
class AskReadRoutine(Question):
    """Shall the coach take the patient through the routine, in place of its guides?"""
