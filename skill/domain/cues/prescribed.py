"""A clinician's program."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, cue
from skill.domain.movement.exercise import ExerciseId, Side


@cue
class ProgramTakenUp(Cue):
    """From now on it goes by the clinician's program."""


@cue
class ProgramUnreadable(Cue):
    """There is a program and it cannot be read, so nothing is coached."""


@cue
class PrescribedLeaveOut(Cue):
    """The clinician wants this exercise left out."""

    exercise_id: ExerciseId


@cue
class DoseIsPrescribed(Cue):
    """The clinician has set how much of it, so it does not get harder here."""

    exercise_id: ExerciseId


@cue
class EasierToday(Cue):
    """Less than prescribed, for today."""


@cue
class PhaseIsPrescribed(Cue):
    """The clinician decides about the phases."""


@cue
class TowardAsTaught(Cue):
    """Tilt toward the painful side, as the clinician taught; None where nobody said which side that is."""

    side: Side | None


@cue
class MyCode(Cue):
    """The code under which a clinician's program is put: ten digits in groups."""

    code: str
