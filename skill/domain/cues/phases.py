"""The phases: which one it is, what opens the next, and the way back."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.history.facts import AdviceReason
from skill.domain.movement.exercise import ExerciseId, Phase, Region
from skill.domain.progress.gate_conditions import GateCondition
from skill.domain.progress.setbacks import CareReason, SetbackReason


@cue
class NextPhaseWaits(Cue):
    """The first condition of the next phase that is not met, with the patient's own numbers."""

    to: Phase
    condition: GateCondition
    region: Region | None
    have: int
    need: int
    left: int
    """How many are missing, where *need* is the least there must be."""


@cue
class NextPhaseWaitsForPlace(Cue):
    """The furthest point is still too far out. Both are ids of zones (rules/zones.yaml)."""

    to: Phase
    have_zone: str
    need_zone: str


@cue
class NextPhaseWaitsForDose(Cue):
    """The directional exercise was not done at its standard dose lately."""

    to: Phase
    exercise_id: ExerciseId


@cue
class FurtherConditions(Cue):
    """*count* more conditions are not met."""

    count: int


@cue
class PhaseGoesByTime(Cue):
    """No answers about symptoms are kept, so phases go by days and by what was done."""


@cue
class LastPhase(Cue):
    """There is no further phase."""


@cue
class NextPhaseIsOpen(Cue):
    """The next phase is open; it is offered when the routine is planned."""

    to: Phase


@cue
class AskNextPhase(Question):
    """The next phase is open: shall we go on to it?"""

    to: Phase


@cue
class PhaseBegins(Cue):
    """It goes on to another phase."""

    phase: Phase


@cue
class PhaseStays(Cue):
    """The patient chose to stay."""

    phase: Phase


@cue
class SetBack(Cue):
    """It goes one phase back, or the first is begun again, and why."""

    phase: Phase
    to: Phase
    reason: SetbackReason
    count: int
    days: int
    """How long it stays so at least."""


@cue
class LowerAfterAway(Cue):
    """After a long time away everything begins one step lower."""

    weeks: int


@cue
class TherapistCanSee(Cue):
    """Nothing has changed lastingly: advice to see a physical therapist, and no stop (docs/clinical.md §2.6a)."""

    reason: AdviceReason
    weeks: int
    """After how many weeks."""


@cue
class SeekSoonMeanwhile(Cue):
    """Contact a clinician in a day or two; what loads the back is left out until then. An offer may follow."""


@cue
class CareIsDue(Cue):
    """Why a clinician should look, though nothing is urgent."""

    reason: CareReason
    count: int
    weeks: int
    """Within, or after, how many weeks."""
