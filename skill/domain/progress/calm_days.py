"""Calm days: whether the acute symptoms are easing (docs/clinical.md §4.1, recovery to strengthening)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from skill.domain.history.facts import SymptomReported
from skill.domain.history.record import days_before, furthest
from skill.domain.movement.exercise import Region
from skill.domain.progress.gate_conditions import ConditionProgress, GateCondition
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.symptoms.report import NewSymptom


def calm_conditions(inputs: ProgressInputs, region: Region) -> Iterator[ConditionProgress]:
    """Yield how far one part of the spine is with being calm, what is most urgent first."""
    rules, record = inputs.rules.phases, inputs.record.since_phase_changed
    reports = record.reports(region)
    last = _on(reports, max((report.on for report in reports), default=inputs.today))
    since = days_before(inputs.today, rules.calm_days)
    is_near = all(_is_near(inputs, report) for report in last)
    zone = min(furthest(last), rules.calm_zone) if is_near else furthest(last)
    yield ConditionProgress(condition=GateCondition.ZONE, have=zone, need=rules.calm_zone, region=region)
    limb = max((_limb_strength(inputs, report) for report in last), default=0)
    yield ConditionProgress(
        condition=GateCondition.LIMB_STRENGTH, have=limb, need=rules.calm_limb_strength, region=region
    )
    new = {report.on for report in reports if report.on >= since and _is_new_danger(report)}
    yield ConditionProgress(condition=GateCondition.NEW_SYMPTOMS, have=len(new), need=0, region=region)
    yield ConditionProgress(condition=GateCondition.NEXT_DAY, have=len(record.worse_next_days(since)), need=0)
    run = _calm_run(inputs, reports)
    yield ConditionProgress(condition=GateCondition.CALM_DAYS, have=run, need=rules.calm_days, region=region)


def _calm_run(inputs: ProgressInputs, reports: tuple[SymptomReported, ...]) -> int:
    """Return the calm days in a row that end today, or yesterday when nothing was reported today.

    With both parts of the spine, which take turns, they may be two days apart.
    """
    told = sorted({report.on for report in reports}, reverse=True)
    expected, days = inputs.today, 0
    for day in told:
        if (expected - day).days > inputs.days_apart or not all(_is_calm(inputs, one) for one in _on(reports, day)):
            break
        days, expected = days + 1, day
    return days


def _is_calm(inputs: ProgressInputs, report: SymptomReported) -> bool:
    limb = _limb_strength(inputs, report) <= inputs.rules.phases.calm_limb_strength
    return _is_near(inputs, report) and limb and not _is_new_danger(report)


def _is_near(inputs: ProgressInputs, report: SymptomReported) -> bool:
    """Return whether the symptom is near enough, or clearly nearer and weaker than at the start."""
    rules = inputs.rules.phases
    start = inputs.record.since_cleared.baselines(report.region)[:1]
    if report.zone <= rules.calm_zone or not start:
        return report.zone <= rules.calm_zone
    return is_nearer(start[0], report, rules.nearer_zones) and is_weaker(start[0], report, rules.weaker_points)


def is_nearer(start: SymptomReported, now: SymptomReported, zones: int) -> bool:
    """Return whether the furthest point is at least so many *zones* nearer than at the *start*."""
    return start.zone - now.zone >= zones


def is_weaker(start: SymptomReported, now: SymptomReported, points: int) -> bool:
    """Return whether it is at least so many *points* weaker than at the *start*; unknown strengths are not."""
    return start.strength is not None and now.strength is not None and start.strength - now.strength >= points


def _limb_strength(inputs: ProgressInputs, report: SymptomReported) -> int:
    """Return the strength of a symptom in a limb, as strong as can be when it was not told; 0 when it is in none."""
    if report.zone < inputs.rules.symptoms.thresholds.limb_from_zone:
        return 0
    unknown = inputs.rules.symptoms.thresholds.very_strong_from
    return unknown if report.strength is None else report.strength


def _is_new_danger(report: SymptomReported) -> bool:
    return any(kind is not NewSymptom.TINGLING for kind in report.new)


def _on(reports: tuple[SymptomReported, ...], day: date) -> tuple[SymptomReported, ...]:
    return tuple(report for report in reports if report.on == day)
