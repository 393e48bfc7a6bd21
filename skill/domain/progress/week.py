"""The work of a week: what a phase asks for, what is done of it, and how walking and swimming grow (clinical.md §4.3).

A week is seven of the patient's own days, and begins with the day it begins with where the patient lives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from skill.domain.catalog.phase_rules import Growth, WeeklyTargets
from skill.domain.history.facts import ActivityDone, ExerciseEnded, Outcome, PhaseChanged
from skill.domain.movement.exercise import Exercise, ExerciseKind, Phase, Position, Section
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.progress.phase_gates import is_walk

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week so far."""

    begins_on: date
    strength_days: int
    stretch_days: int
    walking_minutes: int
    swimming_minutes: int
    activity_days: int
    """Days with a walk or a swim."""
    target_minutes: int | None
    """Of walking and swimming; None where only the day counts."""
    targets: WeeklyTargets

    @property
    def activity_minutes(self) -> int:
        """Return the minutes of walking and swimming together."""
        return self.walking_minutes + self.swimming_minutes


def next_weeks_minutes(this_week: int, growth: Growth, *, ceiling: int, flared: bool = False) -> int:
    """Return the next week's minutes: some percent more, within bounds, up to *ceiling*; the same after a flare.

    Half a minute is rounded down, so that rounding never makes a week grow faster.
    """
    if flared:
        return min(this_week, ceiling)
    percent = -(-(this_week * growth.percent - 50) // 100)
    more = min(max(percent, growth.least_minutes), growth.most_minutes)
    return min(this_week + more, ceiling)


def week_of(inputs: ProgressInputs, day: date | None = None) -> Week:
    """Return the week of *day* (of today without one): what is done, and what the phase asks for now."""
    begins_on = first_day_of(inputs, day or inputs.today)
    targets = inputs.rules.weekly.targets[inputs.phase]
    done = _activities(inputs, begins_on)
    return Week(
        begins_on=begins_on,
        strength_days=len(_strength_days(inputs, begins_on)),
        stretch_days=len(_exercise_days(inputs, begins_on, _stretches)),
        walking_minutes=sum(activity.minutes for activity in done if not _is_in_water(inputs, activity)),
        swimming_minutes=sum(activity.minutes for activity in done if _is_in_water(inputs, activity)),
        activity_days=len({activity.on for activity in done}),
        target_minutes=target_minutes(inputs),
        targets=targets,
    )


def target_minutes(inputs: ProgressInputs) -> int | None:
    """Return this week's target of walking and swimming; None in a phase where only the day counts.

    It starts with the first week out of recovery. A week in which the target was done lets the next one grow, a flare
    repeats it, and after a week with less the next target is at most a step above what was done.
    """
    ceiling = inputs.rules.weekly.targets[inputs.phase].activity_minutes_per_week
    if ceiling is None:
        return None
    growth = inputs.rules.weekly.growth
    target = growth.start_minutes
    for begins_on in _weeks_before(inputs):
        done, flared = _minutes(inputs, begins_on), _has_flare(inputs, begins_on)
        reachable = max(growth.start_minutes, next_weeks_minutes(done, growth, ceiling=ceiling))
        if done >= target:
            target = next_weeks_minutes(target, growth, ceiling=ceiling, flared=flared)
        else:
            target = min(target, reachable)
    return min(target, ceiling)


def walk_minutes(inputs: ProgressInputs) -> int:
    """Return how long one walk is today.

    Out of recovery it is a day's share of the week's target. In recovery it is the short walk until short walks were
    comfortable on enough days running, then the long one.
    """
    targets = inputs.rules.weekly.targets[inputs.phase]
    minutes = target_minutes(inputs)
    if minutes is not None:
        return max(
            targets.walk_minutes.least, min(minutes // targets.activity_days_per_week, targets.walk_minutes.most)
        )
    needed = inputs.rules.comfortable_days_before_harder_in_recovery
    days = {inputs.today - timedelta(days=days_ago) for days_ago in range(1, needed + 1)}
    return targets.walk_minutes.most if days <= _comfortable_walks(inputs) else targets.walk_minutes.least


def minutes_since(inputs: ProgressInputs, since: date) -> int:
    """Return the minutes of walking and swimming from the day *since* on."""
    done = inputs.record.activities(since=since)
    return sum(one.minutes for one in done if inputs.exercises[one.exercise_id].kind is ExerciseKind.ACTIVITY)


def first_day_of(inputs: ProgressInputs, day: date) -> date:
    """Return the first day of the week that *day* is in."""
    return day - timedelta(days=(day.weekday() - inputs.first_weekday) % 7)


def _comfortable_walks(inputs: ProgressInputs) -> set[date]:
    record = inputs.record.since_phase_changed
    walks = [ended for ended in record.of(ExerciseEnded, since=inputs.lately) if is_walk(inputs.exercises, ended)]
    bad = {ended.on for ended in walks if ended.outcome is not Outcome.COMFORTABLE}
    flared = set(record.flares(inputs.lately))
    return {ended.on for ended in walks} - bad - flared


def _strength_days(inputs: ProgressInputs, begins_on: date) -> set[date]:
    """Return the days with strengthening exercises, a circuit, or strength training on one's own."""
    told = _done_in(inputs, begins_on)
    on_ones_own = {done.on for done in told if inputs.exercises[done.exercise_id].kind is ExerciseKind.CIRCUIT}
    return on_ones_own | _exercise_days(inputs, begins_on, _strengthens)


def _exercise_days(inputs: ProgressInputs, begins_on: date, counts: Callable[[Exercise], bool]) -> set[date]:
    """Return the days of the week with a comfortable exercise that *counts*."""
    return {
        ended.on
        for ended in inputs.record.of(ExerciseEnded, since=begins_on)
        if ended.outcome is Outcome.COMFORTABLE
        and ended.on < begins_on + WEEK
        and counts(inputs.exercises[ended.exercise_id])
    }


def _strengthens(exercise: Exercise) -> bool:
    return exercise.section is Section.STRENGTHENING or exercise.kind is ExerciseKind.CIRCUIT


def _stretches(exercise: Exercise) -> bool:
    return exercise.section is Section.STRETCHING


def _minutes(inputs: ProgressInputs, begins_on: date) -> int:
    return sum(activity.minutes for activity in _activities(inputs, begins_on))


def _activities(inputs: ProgressInputs, begins_on: date) -> tuple[ActivityDone, ...]:
    """Return the walks and swims of a week."""
    done = _done_in(inputs, begins_on)
    return tuple(one for one in done if inputs.exercises[one.exercise_id].kind is ExerciseKind.ACTIVITY)


def _done_in(inputs: ProgressInputs, begins_on: date) -> tuple[ActivityDone, ...]:
    done = inputs.record.activities(since=begins_on)
    return tuple(activity for activity in done if activity.on < begins_on + WEEK)


def _is_in_water(inputs: ProgressInputs, activity: ActivityDone) -> bool:
    return inputs.exercises[activity.exercise_id].position is Position.IN_WATER


def _has_flare(inputs: ProgressInputs, begins_on: date) -> bool:
    return any(day < begins_on + WEEK for day in inputs.record.flares(begins_on))


def _weeks_before(inputs: ProgressInputs) -> Iterator[date]:
    """Yield the first days of the weeks since recovery was last left, before this one."""
    since_recovery = inputs.record.after(lambda fact: isinstance(fact, PhaseChanged) and fact.phase is Phase.RECOVERY)
    changes = since_recovery.of(PhaseChanged)
    begins_on = first_day_of(inputs, changes[0].on if changes else inputs.today)
    while begins_on < first_day_of(inputs, inputs.today):
        yield begins_on
        begins_on += WEEK
