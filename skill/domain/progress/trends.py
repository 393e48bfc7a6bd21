"""How a patient is doing: what was done lately, how the symptoms moved (docs/clinical.md §7). Trends, never scores."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from skill.domain.history.facts import RoutineEnded, SymptomReported
from skill.domain.history.record import Record, days_before, furthest
from skill.domain.movement.exercise import Region
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.symptoms.zones import Zone

SPANS_WEEKS = (1, 2, 4)
"""How far back trends look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What was done in the last days."""

    days_known: int
    """Days since the first thing that was kept, today included; 0 when nothing was."""
    active_days: int
    sessions: int
    """Routines brought to their end."""
    streak_days: int
    """Active days in a row up to today, or up to yesterday while today is not over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Where one part of the spine was felt furthest some weeks ago, and where now."""

    weeks: int
    region: Region
    zone_before: Zone
    zone_now: Zone
    strength_before: int | None
    """0 to 10; None when it was not told."""
    strength_now: int | None


def progress_of(inputs: ProgressInputs) -> Progress:
    """Return what was done in the last days, seven by the rules as they are."""
    since = days_before(inputs.today, inputs.rules.days_of_progress)
    active = active_days(inputs.record)
    first = min((*active, *(report.on for report in inputs.record.of(SymptomReported))), default=None)
    return Progress(
        days_known=(inputs.today - first).days + 1 if first else 0,
        active_days=sum(since <= day <= inputs.today for day in active),
        sessions=sum(ended.done > 0 for ended in inputs.record.of(RoutineEnded, since=since)),
        streak_days=_streak(active, inputs.today),
    )


def active_days(record: Record) -> frozenset[date]:
    """Return the days with an exercise that was begun in earnest, or an activity."""
    return record.exercised_days.union(done.on for done in record.activities())


def trends_of(inputs: ProgressInputs) -> tuple[Trend, ...]:
    """Return how each part of the spine moved over one, two and four weeks, where there are reports to compare."""
    found = (_trend(inputs, region, weeks) for region in inputs.regions for weeks in SPANS_WEEKS)
    return tuple(trend for trend in found if trend)


def _streak(active: frozenset[date], today: date) -> int:
    day = today if today in active else today - timedelta(days=1)
    days = 0
    while day in active:
        days, day = days + 1, day - timedelta(days=1)
    return days


def _trend(inputs: ProgressInputs, region: Region, weeks: int) -> Trend | None:
    """Compare the last day with a report in this week with the last one in the week that ended *weeks* weeks ago."""
    now = _last_day(inputs, region, inputs.today)
    before = _last_day(inputs, region, inputs.today - timedelta(days=7 * weeks))
    if not now or not before:
        return None
    return Trend(
        weeks=weeks,
        region=region,
        zone_before=furthest(before),
        zone_now=furthest(now),
        strength_before=_strongest(before),
        strength_now=_strongest(now),
    )


def _last_day(inputs: ProgressInputs, region: Region, until: date) -> tuple[SymptomReported, ...]:
    """Return the reports before exercise of the last day that has any, in the last days up to *until*."""
    since = days_before(until, inputs.rules.days_of_progress)
    reports = [report for report in inputs.record.baselines(region) if since <= report.on <= until]
    last = max((report.on for report in reports), default=until)
    return tuple(report for report in reports if report.on == last)


def _strongest(reports: tuple[SymptomReported, ...]) -> int | None:
    return max((report.strength for report in reports if report.strength is not None), default=None)
