"""Where a patient stands on the way through the phases: what the rules read, and the conditions they name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from skill.domain.movement.exercise import Phase, Region


class GateCondition(StrEnum):
    """What a gate asks for."""

    CLEARED = "cleared"
    """Whether a clinician has cleared what held it: 0 or 1."""
    DAYS_SINCE_SETBACK = "stay"
    """Days since the patient was set one phase back."""
    ZONE = "zone"
    """The furthest zone on the last day that was reported; no further than."""
    LIMB_STRENGTH = "limb-strength"
    """The strongest pain in a limb on that day; no more than."""
    NEW_SYMPTOMS = "new-symptoms"
    """Days of new numbness or weakness lately; no more than."""
    NEXT_DAY = "next-day"
    """Next days that were worse lately; no more than."""
    CALM_DAYS = "calm-days"
    """Calm days in a row."""
    DAYS_IN_PHASE = "days-in-phase"
    """Days since the phase began; where no symptoms are kept."""
    STANDARD_DOSE = "standard-dose"
    """Days lately with a directional exercise done at the standard dose."""
    WALK = "walk"
    """Minutes of the longest comfortable walk lately; out of strengthening, of the day with the most."""
    EFFORT = "effort"
    """The strongest pain after strengthening lately; no more than."""
    OUTWARD_MOVE = "outward-move"
    """Outward moves lately; no more than."""
    SESSIONS = "sessions"
    """Strengthening sessions, in the week of the two that had fewer."""
    STANDARD_SHARE = "standard-share"
    """How many strengthening exercises of the plan are done at the standard dose."""

    @property
    def is_a_ceiling(self) -> bool:
        """Return whether `need` is the most there may be, not the least there must be."""
        return self in _CEILINGS


_CEILINGS = frozenset(
    {
        GateCondition.ZONE,
        GateCondition.LIMB_STRENGTH,
        GateCondition.NEW_SYMPTOMS,
        GateCondition.NEXT_DAY,
        GateCondition.EFFORT,
        GateCondition.OUTWARD_MOVE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionProgress:
    """How far the patient is with one condition."""

    condition: GateCondition
    have: int
    need: int
    region: Region | None = None
    """The part of the spine it is about; None for the whole patient."""

    @property
    def met(self) -> bool:
        """Return whether the condition is met."""
        return self.have <= self.need if self.condition.is_a_ceiling else self.have >= self.need


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseGate:
    """What lies between the patient and the next phase."""

    to: Phase
    unmet: tuple[ConditionProgress, ...]
    """The conditions not yet met; the first is the one to name."""

    @property
    def is_open(self) -> bool:
        """Return whether the patient may go on."""
        return not self.unmet
