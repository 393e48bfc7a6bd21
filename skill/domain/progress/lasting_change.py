"""Lasting change: whether symptoms have eased or crept out from day to day (docs/clinical.md §2.6a).

Only the reports before the first exercise of each day are compared, one part of the spine at a time. "The same" after
an exercise never counts against anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from skill.domain.history.facts import (
    AdviceGiven,
    AdviceReason,
    CareCleared,
    ExerciseEnded,
    ExerciseJudged,
    PhaseChanged,
    SymptomReported,
)
from skill.domain.movement.exercise import ExerciseId, Phase, Region, Section
from skill.domain.progress.calm_days import is_nearer, is_weaker
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.symptoms.verdicts import Verdict

LEVEL_DAYS = 3
"""The best level is one that lasted for so many session days running (docs/clinical.md §2.6a)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceDue:
    """A physical therapist could see more: advice, and no stop."""

    reason: AdviceReason
    region: Region
    days: int
    """After how many days it is due."""


def swap_is_due(inputs: ProgressInputs, exercise_id: ExerciseId) -> bool:
    """Return whether the gentler or other form of a directional recovery exercise is to be offered, once.

    It was done on enough days, and from the first of them until today nothing came nearer or got clearly weaker.
    """
    exercise = inputs.exercises[exercise_id]
    if exercise.direction is None or exercise.section is not Section.RECOVERY:
        return False
    run = unchanged_days(inputs, exercise.region)
    if not run or not _is_felt(inputs, run[-1]):
        return False
    since = run[0].on
    done = {ended.on for ended in inputs.record.of(ExerciseEnded, since=since) if ended.exercise_id == exercise_id}
    offered = any(
        judged.exercise_id == exercise_id and judged.verdict is Verdict.SWAP
        for judged in inputs.record.of(ExerciseJudged, since=since)
    )
    return not offered and len(done | {inputs.today}) >= inputs.rules.symptoms.thresholds.unchanged_days_before_swap


def advice_due(inputs: ProgressInputs) -> AdviceDue | None:
    """Return the advice that is due, for the first part of the spine that calls for it; None when none does."""
    for region in inputs.regions:
        due = _unchanged(inputs, region) or _not_better(inputs, region)
        if due:
            return due
    return None


def waits_for_change(inputs: ProgressInputs, region: Region) -> bool:
    """Return whether no dose rises: it was advised to have it looked at, and nothing has changed since."""
    regions = inputs.regions if region is Region.BOTH else (region,)
    return any(
        run and _advised(inputs, one, AdviceReason.UNCHANGED, since=run[0].on)
        for one in regions
        if (run := unchanged_days(inputs, one))
    )


def creeps_out(inputs: ProgressInputs, region: Region) -> bool:
    """Return whether it is slowly getting worse, though every session may have said "the same".

    On the last session days it was further out, or clearly stronger, than at the best level of this phase that lasted.
    """
    rules = inputs.rules.phases
    days = _daily(inputs, region, since_phase=True)
    last = days[-rules.worsening_session_days :]
    if len(last) < rules.worsening_session_days or (last[-1].on - last[0].on).days >= rules.worsening_within_days:
        return False
    before = days[: -rules.worsening_session_days]
    windows = [before[start : start + LEVEL_DAYS] for start in range(len(before) - LEVEL_DAYS + 1)]
    if not windows or not _is_felt(inputs, last[-1]):
        return False
    zone = min(max(day.zone for day in window) for window in windows)
    strength = min(max(day.strength or 0 for day in window) for window in windows)
    return all(
        day.zone - zone >= rules.nearer_zones or (day.strength or 0) - strength >= rules.weaker_points for day in last
    )


def unchanged_days(inputs: ProgressInputs, region: Region) -> tuple[SymptomReported, ...]:
    """Return the report of each day up to the last one, from the day on since when nothing has changed for the better.

    The count starts again after a gap, with a clinician's word or a new phase, and on a day that was nearer or weaker.
    """
    rules = inputs.rules.phases
    run: list[SymptomReported] = []
    for report in _daily(inputs, region, since_phase=True):
        starts_again = run and (
            (report.on - run[-1].on).days >= rules.unchanged_gap_days
            or is_nearer(run[0], report, rules.nearer_zones)
            or is_weaker(run[0], report, rules.weaker_points)
        )
        run = [report] if starts_again else [*run, report]
    return tuple(run)


def _unchanged(inputs: ProgressInputs, region: Region) -> AdviceDue | None:
    rules, run = inputs.rules.phases, unchanged_days(inputs, region)
    if inputs.phase is not Phase.RECOVERY or not run or not _is_felt(inputs, run[-1]):
        return None
    gap = (inputs.today - run[-1].on).days >= rules.unchanged_gap_days
    long_enough = (inputs.today - run[0].on).days >= rules.unchanged_days_for_advice
    if gap or not long_enough or len(run) < rules.unchanged_session_days_for_advice:
        return None
    lately = max(run[0].on, inputs.today - timedelta(days=rules.unchanged_days_for_advice - 1))
    if _advised(inputs, region, AdviceReason.UNCHANGED, since=lately):
        return None
    return AdviceDue(reason=AdviceReason.UNCHANGED, region=region, days=rules.unchanged_days_for_advice)


def _not_better(inputs: ProgressInputs, region: Region) -> AdviceDue | None:
    """Return the advice after weeks that brought nothing clear, once since a clinician last looked at it."""
    rules, days = inputs.rules.phases, _daily(inputs, region, since_phase=False)
    if (
        not days
        or not _is_felt(inputs, days[-1])
        or any((b.on - a.on).days >= rules.unchanged_gap_days for a, b in pairwise(days))
    ):
        return None
    start, now = days[0], days[-1]
    nearer, weaker = is_nearer(start, now, rules.nearer_zones), is_weaker(start, now, rules.weaker_points)
    further, stronger = is_nearer(now, start, rules.nearer_zones), is_weaker(now, start, rules.weaker_points)
    better = (nearer and not stronger) or (weaker and not further)
    long_enough = (inputs.today - start.on).days >= rules.not_better_days_for_advice
    if better or not long_enough or _advised(inputs, region, AdviceReason.NOT_BETTER, since=start.on):
        return None
    return AdviceDue(reason=AdviceReason.NOT_BETTER, region=region, days=rules.not_better_days_for_advice)


def _advised(inputs: ProgressInputs, region: Region, reason: AdviceReason, *, since: date) -> bool:
    record = inputs.record.since_cleared
    return any(one.region is region and one.reason is reason for one in record.of(AdviceGiven, since=since))


def _daily(inputs: ProgressInputs, region: Region, *, since_phase: bool) -> tuple[SymptomReported, ...]:
    """Return the first report of each day since a clinician's word; with *since_phase* since a new phase, if later."""
    borders = (CareCleared, PhaseChanged) if since_phase else (CareCleared,)
    record = inputs.record.after_any(borders)
    first: dict[date, SymptomReported] = {}
    for report in record.baselines(region):
        first.setdefault(report.on, report)
    return tuple(first[on] for on in sorted(first))


def _is_felt(inputs: ProgressInputs, now: SymptomReported) -> bool:
    least = inputs.rules.phases.felt_strength
    return now.zone > 0 and (now.strength is None or now.strength >= least)
