"""The numbers of getting on: phase gates and steps back, the weekly work of each phase, and how a week may grow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.domain.movement.dose import MOST_REPS
from skill.domain.movement.exercise import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRules:
    """The numbers of docs/clinical.md §4.1 and §4.2, from `rules/phases.yaml`."""

    calm_days: int
    """Calm days in a row that open strengthening."""
    calm_zone: int
    """On a calm day the furthest point is at this zone or nearer, or clearly better than at the start."""
    calm_limb_strength: int
    """On a calm day pain in a limb is no stronger than this."""
    nearer_zones: int
    """So many zones nearer than at the start is better."""
    weaker_points: int
    """So many points weaker than at the start is better."""
    recent_days: int
    """The dose and the walk that a gate asks for were done in the last so many days."""
    recovery_walk_minutes: int
    """A walk of this length that moved nothing out opens strengthening."""
    recovery_days_without_reports: int
    """Where no symptoms are kept, strengthening opens by time: after so many days of recovery."""
    strengthening_weeks: int
    """So many weeks of strengthening open weight loss."""
    strengthening_sessions_per_week: int
    """In each of these weeks, strengthening sessions."""
    standard_share_percent: int
    """Of the strengthening exercises of the patient's plan, so many (rounded up) are at the standard dose by then."""
    effort_strength: int
    """Pain in effort may be no stronger than this."""
    days_without_outward_move: int
    """Days since the last outward move that weight loss asks for."""
    strengthening_walk_minutes: int
    """A comfortable walk of this length opens weight loss."""
    outward_moves_for_setback: int
    """So many outward moves within `outward_moves_days` set one phase back."""
    outward_moves_days: int
    worse_next_days_for_setback: int
    """Worse on the next day so often within `flare_days` sets one phase back."""
    setback_stay_days: int
    """How long the phase that was set back to is stayed in at least."""
    flares_for_care: int
    """So many flares within `flare_days` call for a clinician."""
    flare_days: int
    worsening_session_days: int
    """Worse than the best level on so many session days running, within `worsening_within_days`: a clinician looks."""
    worsening_within_days: int
    unchanged_days_for_advice: int
    """So many days of recovery without lasting change, and enough session days among them, call for advice."""
    unchanged_session_days_for_advice: int
    unchanged_gap_days: int
    """After so many days without a report the days without change are counted anew."""
    felt_strength: int
    """From this strength on a symptom counts as still felt."""
    not_better_days_for_advice: int
    """So many days without being clearly better call for advice."""
    days_away_for_lower_dose: int
    """After so many days away every exercise begins again one dose lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From the least to the most of something, both included."""

    least: int
    most: int

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most:
            raise ValueError(f"least must be from 0 to most, not {self.least} with {self.most}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyTargets:
    """The work of one phase (docs/clinical.md §4.3)."""

    directional_blocks_per_day: Span
    strength_days_per_week: Span
    walk_minutes: Span
    """Of one walk."""
    walks_per_day: Span
    activity_minutes_per_week: int | None = None
    """What walking and swimming build up to together; None where only the day counts."""
    activity_days_per_week: int
    """On how many days a week's minutes are shared out."""
    stretch_days_per_week: Span
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How the minutes of walking and swimming grow from week to week (docs/clinical.md §4.3)."""

    start_minutes: int
    """The first week's target."""
    percent: int
    least_minutes: int
    """The least a week grows by."""
    most_minutes: int
    """The most a week grows by."""
    done_percent: int
    """A week in which less of the target was done is repeated."""
    flares_for_step_down: int
    """So many flares in a week go one step down; fewer repeat it."""
    warm_up_minutes: int
    """The walk on a day that is none of the week's walking days."""
    most_of_even_share_percent: int
    """The most of an even share of the week that is asked of one day."""
    most_above_longest_day: int
    """So many minutes more than on the longest of the last seven days at most."""
    source: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 < self.least_minutes <= self.most_minutes:
            raise ValueError("most_minutes must be at least least_minutes, and that above 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class InTheEnd:
    """What the weekly work builds up to over months."""

    walking_minutes_per_week: int
    swimming_minutes_per_day: int
    """On most days."""
    strength_minutes: int
    """Of one strength training."""
    strength_days_per_week: Span
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What may be told about activities on one's own."""

    longest_minutes: int
    """More than that at once was misheard."""
    take_back_days: int
    """What was told in the last so many days can be taken back."""
    source: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 1 <= self.longest_minutes <= 24 * 60:
            raise ValueError(f"longest_minutes must be from 1 to a day's 1440, not {self.longest_minutes}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkTogether:
    """How a walk together with the coach goes (docs/clinical.md §1.11)."""

    longest_minutes: int
    """1 to 30."""
    easy_first_minutes: int
    easy_last_minutes: int
    check_every_minutes: int
    """Every so many minutes it is said what to do when symptoms build."""
    source: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 1 <= self.longest_minutes <= MOST_REPS:
            raise ValueError(f"longest_minutes must be from 1 to {MOST_REPS}, not {self.longest_minutes}")
        if min(self.easy_first_minutes, self.easy_last_minutes, self.check_every_minutes) < 1:
            raise ValueError("check_every_minutes and the easy minutes must be at least 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyRules:
    """The weekly work, from `rules/weekly.yaml`."""

    targets: Mapping[Phase, WeeklyTargets]
    in_the_end: InTheEnd
    telling: Telling
    together: WalkTogether
    growth: Growth
