"""A clinician's programme."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, words
from skill.domain.exercise import ExerciseId, Side


@words
class ProgrammeTakenUp(Cue):
    """From now on it goes by the clinician's programme."""


@words
class ProgrammeUnreadable(Cue):
    """There is a programme and it cannot be read, so nothing is coached."""


@words
class PrescribedLeaveOut(Cue):
    """The clinician wants this exercise left out."""

    exercise_id: ExerciseId


@words
class DoseIsPrescribed(Cue):
    """The clinician has set how much of it, so it does not get harder here."""

    exercise_id: ExerciseId


@words
class EasierToday(Cue):
    """Less than prescribed, for today."""


@words
class PhaseIsPrescribed(Cue):
    """The clinician decides about the phases."""


@words
class TowardAsTaught(Cue):
    """Tilt toward the painful side, as the clinician taught; None where nobody said which side that is."""

    side: Side | None


@words
class MyCode(Cue):
    """The code under which a clinician's programme is put: ten digits in groups."""

    code: str
