"""The phases: which one it is, what opens the next, and the way back."""

from __future__ import annotations

from skill.domain.course import Condition
from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import ExerciseId, Phase, Region
from skill.domain.setbacks import CareReason, SetbackReason


@words
class NextPhaseWaits(Cue):
    """The first condition of the next phase that is not met, with the patient's own numbers."""

    to: Phase
    condition: Condition
    region: Region | None
    have: int
    need: int
    left: int
    """How many are missing, where *need* is the least there must be."""


@words
class NextPhaseWaitsForPlace(Cue):
    """The furthest point is still too far out. Both are ids of zones (rules/zones.yaml)."""

    to: Phase
    have_zone: str
    need_zone: str


@words
class NextPhaseWaitsForDose(Cue):
    """The directional exercise was not done at its standard dose lately."""

    to: Phase
    exercise_id: ExerciseId


@words
class FurtherConditions(Cue):
    """*count* more conditions are not met."""

    count: int


@words
class PhaseGoesByTime(Cue):
    """No answers about symptoms are kept, so phases go by days and by what was done."""


@words
class LastPhase(Cue):
    """There is no further phase."""


@words
class NextPhaseIsOpen(Cue):
    """The next phase is open; it is offered when the routine is planned."""

    to: Phase


@words
class AskNextPhase(Question):
    """The next phase is open: shall we go on to it?"""

    to: Phase


@words
class PhaseBegins(Cue):
    """It goes on to another phase."""

    phase: Phase


@words
class PhaseStays(Cue):
    """The patient chose to stay."""

    phase: Phase


@words
class SetBack(Cue):
    """It goes one phase back, or the first is begun again, and why."""

    phase: Phase
    to: Phase
    reason: SetbackReason
    count: int
    days: int
    """How long it stays so at least."""


@words
class CareIsDue(Cue):
    """Why a clinician should look, though nothing is urgent."""

    reason: CareReason
    count: int
    weeks: int
    """Within, or after, how many weeks."""
