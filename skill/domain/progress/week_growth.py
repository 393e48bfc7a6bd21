"""How the minutes of walking and swimming grow, and how a week's minutes are shared out (docs/clinical.md §4.3).

The plan makes the target reachable: who does everything the coach asks, and nothing else, reaches it every week.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from skill.domain.catalog.phase_rules import Growth
from skill.domain.history.facts import PhaseChanged
from skill.domain.movement.exercise import ExerciseKind, Phase
from skill.domain.progress.inputs import ProgressInputs

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingWeek:
    """What the plan knows of this week's training days, on which one walks too."""

    is_training_day: bool
    """Whether today is one."""
    still_to_come: int
    """How many more there will be this week."""


def next_weeks_minutes(this_week: int, growth: Growth, *, ceiling: int) -> int:
    """Return the next week's minutes: some percent more, within bounds, up to *ceiling*.

    Half a minute is rounded down, so that rounding never makes a week grow faster.
    """
    percent = -(-(this_week * growth.percent - 50) // 100)
    more = min(max(percent, growth.least_minutes), growth.most_minutes)
    return min(this_week + more, ceiling)


def target_minutes(inputs: ProgressInputs) -> int | None:
    """Return this week's target of walking and swimming; None in a phase where only the day counts.

    It starts with the first week out of recovery. A week in which nearly all of it was done lets the next one grow; a
    flare, or less than that, repeats it; two flares in a week, or a long gap, go one step down. A first week that is
    not whole asks for its share.
    """
    ceiling = inputs.rules.weekly.targets[inputs.phase].activity_minutes_per_week
    if ceiling is None:
        return None
    targets = _targets(inputs.rules.weekly.growth, ceiling)
    weeks, left_on = tuple(_weeks(inputs)), _left_recovery_on(inputs)
    step, asked = 0, 0
    for begins_on in weeks:
        step = max(0, step - len([day for day in _back_on(inputs) if begins_on <= day < begins_on + WEEK]))
        step = min(step, len(targets) - 1)
        asked = _share(inputs, targets[step], begins_on, left_on)
        if begins_on != weeks[-1]:
            step = _next_step(inputs, step, asked, begins_on, left_on)
            step = min(step, _last_step(inputs, targets, begins_on))
    return asked


def minutes_to_walk(inputs: ProgressInputs, week: TrainingWeek, target: int) -> int:
    """Return how long to walk today in all: a share of what is left of the week, or a warm-up.

    A week has five walking days; training days are among them. A day that was missed is not made up.
    """
    growth, targets = inputs.rules.weekly.growth, inputs.rules.weekly.targets[inputs.phase]
    begins_on = max(first_day_of(inputs, inputs.today), _left_recovery_on(inputs))
    walked = {day: minutes for day in _days(begins_on, inputs.today) if (minutes := minutes_on(inputs, day))}
    days = targets.activity_days_per_week - sum(minutes > growth.warm_up_minutes for minutes in walked.values())
    if days <= (0 if week.is_training_day else week.still_to_come):
        return growth.warm_up_minutes
    share = ceil((target - sum(walked.values())) / days)
    return max(growth.warm_up_minutes, min(share, _most_today(inputs, target)) - minutes_on(inputs, inputs.today))


def first_day_of(inputs: ProgressInputs, day: date) -> date:
    """Return the first day of the week that *day* is in."""
    return day - timedelta(days=(day.weekday() - inputs.first_weekday) % 7)


def minutes_on(inputs: ProgressInputs, day: date) -> int:
    """Return the minutes of walking and swimming on one day."""
    done = inputs.record.activities(since=day)
    kinds = ((one, inputs.exercises[one.exercise_id].kind) for one in done if one.on == day)
    return sum(one.minutes for one, kind in kinds if kind is ExerciseKind.ACTIVITY)


def _most_today(inputs: ProgressInputs, target: int) -> int:
    """Return the most for one day: half as much again as an even share, and not much above the longest day lately."""
    growth = inputs.rules.weekly.growth
    even = target / inputs.rules.weekly.targets[inputs.phase].activity_days_per_week
    lately = (minutes_on(inputs, inputs.today - timedelta(days=ago)) for ago in range(1, 8))
    longest = max(lately)
    return min(int(even * growth.most_of_even_share_percent / 100), longest + growth.most_above_longest_day)


def _targets(growth: Growth, ceiling: int) -> tuple[int, ...]:
    """Return the targets week by week, from the first to the one that reaches *ceiling*."""
    targets = [min(growth.start_minutes, ceiling)]
    while targets[-1] < ceiling:
        targets.append(next_weeks_minutes(targets[-1], growth, ceiling=ceiling))
    return tuple(targets)


def _next_step(inputs: ProgressInputs, step: int, asked: int, begins_on: date, left_on: date) -> int:
    growth = inputs.rules.weekly.growth
    flares = sum(day < begins_on + WEEK for day in inputs.record.flares(begins_on))
    if flares >= growth.flares_for_step_down:
        return max(0, step - 1)
    done = sum(minutes_on(inputs, day) for day in _days(max(begins_on, left_on), begins_on + WEEK))
    enough = done * 100 >= asked * growth.done_percent
    return step + 1 if enough and not flares and _counts(inputs, begins_on, left_on) else step


def _counts(inputs: ProgressInputs, begins_on: date, left_on: date) -> bool:
    """Return whether a week is whole enough to grow from: the first one may have begun late."""
    days = inputs.rules.weekly.targets[Phase.STRENGTHENING].activity_days_per_week
    return (begins_on + WEEK - left_on).days * 2 > days


def _share(inputs: ProgressInputs, target: int, begins_on: date, left_on: date) -> int:
    """Return what a week asks for: *target*, or its share where recovery was left in the midst of the week."""
    days = inputs.rules.weekly.targets[inputs.phase].activity_days_per_week
    left = (begins_on + WEEK - left_on).days
    return target if left >= days else ceil(target * left / days)


def _last_step(inputs: ProgressInputs, targets: tuple[int, ...], begins_on: date) -> int:
    """Return the furthest step that the phase of a week allows: there it stays until the next phase."""
    changes = [one for one in inputs.record.of(PhaseChanged) if one.on < begins_on + WEEK]
    phase = changes[-1].phase if changes else inputs.phase
    most = inputs.rules.weekly.targets[phase].activity_minutes_per_week or targets[-1]
    return next((index for index, minutes in enumerate(targets) if minutes >= most), len(targets) - 1)


def _left_recovery_on(inputs: ProgressInputs) -> date:
    since = inputs.record.after(PhaseChanged, lambda change: change.phase is Phase.RECOVERY)
    return next((change.on for change in since.of(PhaseChanged)), first_day_of(inputs, inputs.today))


def _weeks(inputs: ProgressInputs) -> Iterator[date]:
    """Yield the first days of the weeks since recovery was last left, this one included."""
    begins_on = first_day_of(inputs, _left_recovery_on(inputs))
    while begins_on <= first_day_of(inputs, inputs.today):
        yield begins_on
        begins_on += WEEK


def _back_on(inputs: ProgressInputs) -> Iterator[date]:
    """Yield the days on which the patient was back after a long gap; today too while nothing is done yet."""
    gap = timedelta(days=inputs.rules.phases.days_away_for_lower_dose)
    before: date | None = None
    for day in (*active_days(inputs), inputs.today):
        if before is not None and day - before >= gap:
            yield day
        before = day


def active_days(inputs: ProgressInputs) -> tuple[date, ...]:
    """Return the days on which something was done, in order."""
    return tuple(sorted(inputs.record.exercised_days.union(one.on for one in inputs.record.activities())))


def _days(begins_on: date, until: date) -> Iterator[date]:
    while begins_on < until:
        yield begins_on
        begins_on += timedelta(days=1)
