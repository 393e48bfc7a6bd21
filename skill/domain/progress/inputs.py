"""What the rules of progress read about a patient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from skill.domain.catalog.catalog import Rules
from skill.domain.history.record import Record, days_before
from skill.domain.movement.exercise import Exercise, ExerciseId, Phase, Region
from skill.domain.safety.limits import Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressInputs:
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
    strengthening: tuple[ExerciseId, ...] = ()
    """The strengthening exercises in the main block of the patient's plan."""
    keeps_reports: bool = True
    """Whether symptoms are kept (mode `durable`); else phases go by time and adherence only."""

    @property
    def regions(self) -> tuple[Region, ...]:
        """Return the parts of the spine, each of which must be well."""
        return (Region.LOW_BACK, Region.NECK) if self.region is Region.BOTH else (self.region,)

    @property
    def days_apart(self) -> int:
        """Return how far apart days in a row may be: with both parts of the spine they may take turns.

        See docs/clinical.md §4.4.
        """
        return 2 if self.region is Region.BOTH else 1

    @property
    def lately(self) -> date:
        """Return the first of the recent days."""
        return days_before(self.today, self.rules.phases.recent_days)
