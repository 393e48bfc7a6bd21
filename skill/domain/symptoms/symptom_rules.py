"""The rules a report is judged by, as `content/rules/*.yaml` has them: thresholds, overrides, table, consequences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care, RedFlag, RedFlagRule
from skill.domain.symptoms.report import HIGHEST_STRENGTH, Change, Choice
from skill.domain.symptoms.verdicts import Consequence, Reason, Shift, Verdict
from skill.domain.symptoms.zones import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """What a cell of the table comes to beyond its bounds."""

    verdict: Verdict
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of the table of docs/clinical.md §2.6."""

    verdict: Verdict
    reason: Reason
    up_to_zone: Zone | None = None
    """Holds only while the furthest point is no further than this."""
    up_to_strength: int | None = None
    """Holds only while the strength is no more than this."""
    otherwise: Otherwise | None = None
    source: tuple[str, ...]

    def __post_init__(self) -> None:
        bounded = self.up_to_zone is not None or self.up_to_strength is not None
        if bounded != (self.otherwise is not None):
            raise ValueError("otherwise must be given with up_to_zone or up_to_strength, and only with them")
        if self.otherwise and self.otherwise.verdict.severity <= self.verdict.severity:
            raise ValueError("otherwise must be more careful than the verdict within the bounds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What one override, or one short answer, comes to."""

    verdict: Verdict
    care: Care | None = None
    cue: str | None = None
    """The name of the cue for *care*."""
    limits: tuple[Limit, ...] = ()
    """What is not coached beside what the verdict says."""
    source: tuple[str, ...]

    def __post_init__(self) -> None:
        if (self.care is None) != (self.cue is None):
            raise ValueError("cue must be given with care, and only with it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The numbers of docs/clinical.md §2.4 to §2.6, from `rules/symptoms.yaml`."""

    nearest_zone_compared: int
    """Zones nearer than this count as this, so that a new mild ache at the spine is not "moved out"."""
    limb_from_zone: int
    """From this zone on a symptom is in a limb."""
    below_joint_from_zone: int
    """From this zone on a symptom is below the knee or elbow."""
    clear_change_points: int
    """From this many points on, a difference in strength is more than chance."""
    far_out_zones: int
    """Moved out by this many zones or more ends the session."""
    very_strong_from: int
    """A strength that ends the session, whatever else."""
    strong_under_load_from: int
    """A strength that ends a strengthening, stretching or aerobic exercise."""
    stops_that_end_the_session: int
    blanks_that_end_the_session: int
    """How often a question is asked before no answer ends the session."""
    baseline_holds_minutes: int
    """For how long the report before the first exercise is what later ones are held against."""
    unchanged_days_before_swap: int
    """After so many session days without lasting change the gentler option is offered, once."""
    routine_up_to_strength: int
    """The strongest pain with which the routine of the phase may begin."""
    recovery_up_to_strength: int
    """The strongest pain with which anything may begin: recovery exercises at the beginner dose."""

    def __post_init__(self) -> None:
        if not self.limb_from_zone < self.below_joint_from_zone <= max(Zone):
            raise ValueError("below_joint_from_zone must be beyond limb_from_zone, and no more than 5")
        if not self.strong_under_load_from <= self.very_strong_from <= HIGHEST_STRENGTH:
            raise ValueError("very_strong_from must be from strong_under_load_from to 10")
        if not self.routine_up_to_strength <= self.recovery_up_to_strength < self.very_strong_from:
            raise ValueError("recovery_up_to_strength must be from routine_up_to_strength to below very_strong_from")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswers:
    """What the answers come to that stand in for a report."""

    choices: Mapping[Choice, Ruling]
    """In policy-safe mode (docs/clinical.md §2.3)."""
    changes: Mapping[Change, Ruling]
    """Where only better, the same or worse was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomRules:
    """Everything a report is judged by."""

    thresholds: Thresholds
    table: Mapping[Shift, Mapping[Change, Cell]]
    """docs/clinical.md §2.6."""
    overrides: Mapping[Reason, Ruling]
    """docs/clinical.md §2.5, and the rules for the next day."""
    consequences: Mapping[Verdict, Consequence]
    """docs/clinical.md §2.7."""
    short_answers: ShortAnswers
    red_flags: Mapping[RedFlag, RedFlagRule]
