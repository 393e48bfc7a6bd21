"""Where a patient stands on the way through the phases: what the rules read, and the conditions they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skill.domain.exercise import Exercise, ExerciseId, Phase, Region
from skill.domain.limits import Limit
from skill.domain.programme import Rules
from skill.domain.record import Record, days_before


class Condition(StrEnum):
    """What a gate asks for."""

    CLEARED = "cleared"
    """A clinician's word; 0 of 1."""
    STAY = "stay"
    """Days since it went one phase back."""
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
    """Minutes of the longest walk lately that was comfortable."""
    EFFORT = "effort"
    """The strongest pain after strengthening lately; no more than."""
    OUTWARD_MOVE = "outward-move"
    """Outward moves lately; no more than."""
    SESSIONS = "sessions"
    """Strengthening sessions at the standard dose, in the week of the two that had fewer."""

    @property
    def is_a_ceiling(self) -> bool:
        """Return whether `need` is the most there may be, not the least there must be."""
        return self in _CEILINGS


_CEILINGS = frozenset(
    {
        Condition.ZONE,
        Condition.LIMB_STRENGTH,
        Condition.NEW_SYMPTOMS,
        Condition.NEXT_DAY,
        Condition.EFFORT,
        Condition.OUTWARD_MOVE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far the patient is with one condition."""

    condition: Condition
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
    unmet: tuple[Standing, ...]
    """The conditions not yet met; the first is the one to name."""

    @property
    def is_open(self) -> bool:
        """Return whether the patient may go on."""
        return not self.unmet


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Everything the rules of progress read."""

    phase: Phase
    region: Region
    record: Record
    exercises: Mapping[ExerciseId, Exercise]
    rules: Rules
    today: date
    first_weekday: int = 0
    """The day a week begins with where the patient lives: 0 is Monday, 6 Sunday."""
    limits: tuple[Limit, ...] = ()
    """What must be cleared first."""
    keeps_reports: bool = True
    """Whether symptoms are kept (mode `durable`); else phases go by time and adherence only."""

    @property
    def regions(self) -> tuple[Region, ...]:
        """Return the parts of the spine, each of which must be well."""
        return (Region.LOW_BACK, Region.NECK) if self.region is Region.BOTH else (self.region,)

    @property
    def lately(self) -> date:
        """Return the first of the recent days."""
        return days_before(self.today, self.rules.phases.recent_days)
