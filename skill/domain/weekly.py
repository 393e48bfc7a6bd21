"""The work of a week: what a phase asks for, what is done of it, and how walking and swimming grow (clinical.md §4.3).

A week is Monday to Sunday in the patient's own days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from skill.domain.course import Course
from skill.domain.exercise import Kind, Phase, Section
from skill.domain.history import ActivityDone, ExerciseEnded, Outcome, PhaseChanged
from skill.domain.progress_rules import Growth, WeeklyTargets
from skill.domain.progression import is_walk

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week so far."""

    begins_on: date
    strength_days: int
    stretch_days: int
    activity_minutes: int
    """Walking and swimming together."""
    target_minutes: int | None
    """Of walking and swimming; None where only the day counts."""
    targets: WeeklyTargets


def next_weeks_minutes(this_week: int, growth: Growth, *, ceiling: int, flared: bool = False) -> int:
    """Return the next week's minutes: some percent more, within bounds, up to *ceiling*; the same after a flare.

    Half a minute is rounded down, so that rounding never makes a week grow faster.
    """
    if flared:
        return min(this_week, ceiling)
    percent = -(-(this_week * growth.percent - 50) // 100)
    more = min(max(percent, growth.least_minutes), growth.most_minutes)
    return min(this_week + more, ceiling)


def week_of(course: Course) -> Week:
    """Return the week of today: what is done, and what the phase asks for."""
    begins_on = _monday(course.today)
    targets = course.rules.weekly.targets[course.phase]
    return Week(
        begins_on=begins_on,
        strength_days=len(_days(course, begins_on, strength=True)),
        stretch_days=len(_days(course, begins_on, strength=False)),
        activity_minutes=_minutes(course, begins_on),
        target_minutes=target_minutes(course),
        targets=targets,
    )


def target_minutes(course: Course) -> int | None:
    """Return this week's target of walking and swimming; None in a phase where only the day counts.

    It starts with the first week out of recovery. A week in which the target was done lets the next one grow, a flare
    repeats it, and after a week with less the next target is at most a step above what was done.
    """
    ceiling = course.rules.weekly.targets[course.phase].activity_minutes_per_week
    if ceiling is None:
        return None
    growth = course.rules.weekly.growth
    target = growth.start_minutes
    for monday in _weeks_before(course):
        done, flared = _minutes(course, monday), _has_flare(course, monday)
        reachable = max(growth.start_minutes, next_weeks_minutes(done, growth, ceiling=ceiling))
        if done >= target:
            target = next_weeks_minutes(target, growth, ceiling=ceiling, flared=flared)
        else:
            target = min(target, reachable)
    return min(target, ceiling)


def walk_minutes(course: Course) -> int:
    """Return how long one walk is today.

    Out of recovery it is a day's share of the week's target. In recovery it is the short walk until short walks were
    comfortable on enough days running, then the long one.
    """
    targets = course.rules.weekly.targets[course.phase]
    minutes = target_minutes(course)
    if minutes is not None:
        return max(
            targets.walk_minutes.least, min(minutes // targets.activity_days_per_week, targets.walk_minutes.most)
        )
    needed = course.rules.comfortable_days_before_harder_in_recovery
    days = {course.today - timedelta(days=days_ago) for days_ago in range(1, needed + 1)}
    return targets.walk_minutes.most if days <= _comfortable_walks(course) else targets.walk_minutes.least


def _comfortable_walks(course: Course) -> set[date]:
    record = course.record.since_phase_changed
    walks = [ended for ended in record.of(ExerciseEnded, since=course.lately) if is_walk(course.exercises, ended)]
    bad = {ended.on for ended in walks if ended.outcome is not Outcome.COMFORTABLE}
    flared = set(record.flares(course.lately))
    return {ended.on for ended in walks} - bad - flared


def _days(course: Course, begins_on: date, *, strength: bool) -> set[date]:
    return {
        ended.on
        for ended in course.record.of(ExerciseEnded, since=begins_on)
        if ended.outcome is Outcome.COMFORTABLE and _counts_as(course, ended, strength=strength)
    }


def _counts_as(course: Course, ended: ExerciseEnded, *, strength: bool) -> bool:
    exercise = course.exercises[ended.exercise_id]
    if strength:
        return exercise.section is Section.STRENGTHENING or exercise.kind is Kind.CIRCUIT
    return exercise.section is Section.STRETCHING


def _minutes(course: Course, monday: date) -> int:
    done = course.record.of(ActivityDone, since=monday)
    return sum(activity.minutes for activity in done if activity.on < monday + WEEK)


def _has_flare(course: Course, monday: date) -> bool:
    return any(day < monday + WEEK for day in course.record.flares(monday))


def _weeks_before(course: Course) -> Iterator[date]:
    """Yield the Mondays of the weeks since recovery was last left, before this one."""
    since_recovery = course.record.after(lambda fact: isinstance(fact, PhaseChanged) and fact.phase is Phase.RECOVERY)
    changes = since_recovery.of(PhaseChanged)
    monday = _monday(changes[0].on if changes else course.today)
    while monday < _monday(course.today):
        yield monday
        monday += WEEK


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
