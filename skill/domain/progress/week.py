"""A week's work: what a phase asks for, what is done of it, how walking and swimming grow (docs/clinical.md §4.3).

A week is seven of the patient's own days, and begins with the day it begins with where the patient lives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from skill.domain.catalog.phase_rules import WeeklyTargets
from skill.domain.history.facts import ActivityDone, ExerciseEnded, Outcome
from skill.domain.movement.exercise import Exercise, ExerciseKind, Position, Section
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.progress.phase_gates import is_walk
from skill.domain.progress.week_growth import WEEK, TrainingWeek, first_day_of, minutes_to_walk, target_minutes


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


def walk_minutes(inputs: ProgressInputs, week: TrainingWeek) -> int:
    """Return how long to walk today, in one walk or in two.

    Out of recovery it is a share of what is left of the week's target. In recovery it is the short walk until short
    walks were comfortable on enough days running, then the long one.
    """
    target = target_minutes(inputs)
    if target is not None:
        return minutes_to_walk(inputs, week, target)
    targets = inputs.rules.weekly.targets[inputs.phase]
    needed = inputs.rules.comfortable_days_before_harder_in_recovery
    return targets.walk_minutes.most if _comfortable_walks_running(inputs) >= needed else targets.walk_minutes.least


def minutes_since(inputs: ProgressInputs, since: date) -> int:
    """Return the minutes of walking and swimming from the day *since* on."""
    done = inputs.record.activities(since=since)
    return sum(one.minutes for one in done if inputs.exercises[one.exercise_id].kind is ExerciseKind.ACTIVITY)


def _comfortable_walks_running(inputs: ProgressInputs) -> int:
    """Return on how many days running, before today, walking was comfortable."""
    record = inputs.record.since_phase_changed
    walks = [ended for ended in record.of(ExerciseEnded) if is_walk(inputs.exercises, ended)]
    bad = {ended.on for ended in walks if ended.outcome is not Outcome.COMFORTABLE}
    bad |= set(record.flares(inputs.lately))
    expected, running = inputs.today, 0
    for day in sorted({ended.on for ended in walks if ended.on < inputs.today}, reverse=True):
        if day in bad or (expected - day).days > inputs.days_apart:
            break
        expected, running = day, running + 1
    return running


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


def _activities(inputs: ProgressInputs, begins_on: date) -> tuple[ActivityDone, ...]:
    """Return the walks and swims of a week."""
    done = _done_in(inputs, begins_on)
    return tuple(one for one in done if inputs.exercises[one.exercise_id].kind is ExerciseKind.ACTIVITY)


def _done_in(inputs: ProgressInputs, begins_on: date) -> tuple[ActivityDone, ...]:
    done = inputs.record.activities(since=begins_on)
    return tuple(activity for activity in done if activity.on < begins_on + WEEK)


def _is_in_water(inputs: ProgressInputs, activity: ActivityDone) -> bool:
    return inputs.exercises[activity.exercise_id].position is Position.IN_WATER
