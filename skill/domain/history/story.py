"""A patient's story: where it began, what a day held, how an exercise went last time. It tells, and never judges."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from skill.domain.history.facts import ActivityDone, ExerciseEnded, Fact, Outcome, SetDone, SymptomReported
from skill.domain.history.record import Record, furthest
from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.symptoms.zones import Zone

_CLOCKS_DIFFER = timedelta(days=60)
"""No clock is set back further than this between two sittings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From the first day to the last one on which it was told how one part of the spine is."""

    region: Region
    began_on: date
    zone_before: Zone
    strength_before: int | None
    """0 to 10; None when it was not told."""
    told_on: date
    zone_now: Zone
    strength_now: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDone:
    """What was done on a day."""

    on: date
    exercises: tuple[ExerciseId, ...]
    """Those coached, in the order they were done, each once; without activities, and what was left out uncounted."""
    activities: tuple[tuple[ExerciseId, int], ...]
    """Each activity with its minutes on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """How an exercise went the last time it was done."""

    on: date
    sets: int
    """How many were counted, sides apart."""
    reps: int
    """In all of them."""
    last_reps: int
    last_planned: int
    """Of the last set: how many were done, and how many were planned."""
    outcome: Outcome
    complete: bool


def way_of(record: Record, region: Region) -> Way | None:
    """Return the way from the first report before exercise to the last one; None while only one day was told."""
    reports = record.baselines(region)
    if not reports or reports[0].on == max(report.on for report in reports):
        return None
    first, last = min(report.on for report in reports), max(report.on for report in reports)
    before, now = _of_day(reports, first), _of_day(reports, last)
    return Way(
        region=region,
        began_on=first,
        zone_before=furthest(before),
        strength_before=_strongest(before),
        told_on=last,
        zone_now=furthest(now),
        strength_now=_strongest(now),
    )


def longest_walk(record: Record, walks: Collection[ExerciseId]) -> int:
    """Return the minutes of the longest one of *walks*; 0 when none was done."""
    return max((done.minutes for done in record.activities() if done.exercise_id in walks), default=0)


def day_done(record: Record, on: date, activities: Collection[ExerciseId]) -> DayDone:
    """Return what was done on a day; *activities* are the exercises that go by minutes."""
    coached: dict[ExerciseId, None] = {}
    counted: set[ExerciseId] = set()
    lately = takewhile(lambda fact: not _is_long_before(fact, on), record.latest_first(SetDone, ExerciseEnded))
    for fact in reversed(tuple(lately)):
        if isinstance(fact, SetDone) and fact.reps:
            counted.add(fact.exercise_id)
        elif isinstance(fact, ExerciseEnded):
            was_counted = fact.exercise_id in counted
            counted.discard(fact.exercise_id)
            if fact.on == on and (was_counted or fact.outcome is not Outcome.SKIPPED):
                coached[fact.exercise_id] = None
    minutes: dict[ExerciseId, int] = {}
    for done in _activities_on(record, on):
        minutes[done.exercise_id] = minutes.get(done.exercise_id, 0) + done.minutes
    exercises = tuple(one for one in coached if one not in activities)
    return DayDone(on=on, exercises=exercises, activities=tuple(minutes.items()))


def last_time(record: Record, exercise_id: ExerciseId, movement_id: str | None = None) -> LastTime | None:
    """Return how an exercise, or a circuit's movement, went the last time it was done; None when it never was.

    Sets of a time that was left out count with the next one.
    """
    ended: ExerciseEnded | None = None
    sets: list[SetDone] = []
    for fact in record.latest_first(SetDone, ExerciseEnded):
        if not isinstance(fact, SetDone | ExerciseEnded):
            continue
        if (fact.exercise_id, fact.movement_id) != (exercise_id, movement_id):
            continue
        if isinstance(fact, SetDone):
            sets.append(fact)
        elif ended is not None and sets:
            break
        else:
            ended, sets = fact, []
    return _time(sets[::-1], ended) if ended is not None and sets else None


def _is_long_before(fact: Fact, on: date) -> bool:
    """Return whether *fact* is so long before a day that no clock set back can have mixed them."""
    return isinstance(fact, ExerciseEnded) and fact.on < on - _CLOCKS_DIFFER


def _time(sets: list[SetDone], ended: ExerciseEnded) -> LastTime:
    return LastTime(
        on=ended.on,
        sets=len(sets),
        reps=sum(one.reps for one in sets),
        last_reps=sets[-1].reps,
        last_planned=sets[-1].planned_reps,
        outcome=ended.outcome,
        complete=ended.complete,
    )


def _activities_on(record: Record, on: date) -> tuple[ActivityDone, ...]:
    return tuple(done for done in record.activities(since=on) if done.on == on)


def _of_day(reports: tuple[SymptomReported, ...], day: date) -> tuple[SymptomReported, ...]:
    return tuple(report for report in reports if report.on == day)


def _strongest(reports: tuple[SymptomReported, ...]) -> int | None:
    return max((report.strength for report in reports if report.strength is not None), default=None)
