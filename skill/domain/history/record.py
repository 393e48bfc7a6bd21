"""A patient's history as the rules of progress read it: questions about facts, each answered by a pure function."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from heapq import merge
from operator import itemgetter
from typing import Protocol, TypeVar, cast

from skill.domain.history.facts import (
    ActivityDone,
    ActivityTakenBack,
    CareCleared,
    ExerciseEnded,
    ExerciseJudged,
    Fact,
    NextDayReported,
    Outcome,
    PhaseChanged,
    SymptomReported,
)
from skill.domain.movement.exercise import Region
from skill.domain.symptoms.report import Change, Occasion
from skill.domain.symptoms.zones import Zone


class Dated(Protocol):
    """A fact with the patient's day on which it happened."""

    @property
    def on(self) -> date:
        """Return the day."""


_Kind = TypeVar("_Kind", bound=Fact)


_Reports = Mapping[tuple[Region, bool], tuple[SymptomReported, ...]]
"""Reports by the part of the spine, and whether they are only those before the first exercise of a session."""


class _Row:
    """The facts of one kind, with their places in the record, and the latest day up to each of them."""

    __slots__ = ("days", "facts", "places")

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.places: list[int] = []
        self.days: list[date] = []

    def add(self, fact: Fact, place: int) -> None:
        """Put a later fact at the end."""
        day = getattr(fact, "on", date.min)
        self.facts.append(fact)
        self.places.append(place)
        self.days.append(max(day, self.days[-1]) if self.days else day)

    def copy(self) -> _Row:
        """Return another row with the same facts."""
        row = _Row()
        row.facts, row.places, row.days = [*self.facts], [*self.places], [*self.days]
        return row

    def first_since(self, since: date) -> int:
        """Return where the first fact may be that is not before *since*.

        A clock may have been set back, so days need not rise; the latest day so far does.
        """
        return bisect_left(self.days, since)


@dataclass(frozen=True, kw_only=True)
class Record:
    """The facts of a patient, oldest first. What is looked up in it is sorted out once, and kept with it."""

    facts: tuple[Fact, ...] = ()
    whole: bool = True
    """Whether nothing is missing; false while the store is down."""

    @cached_property
    def _kinds(self) -> dict[type[Fact], _Row]:
        """Return the facts by their kind, each oldest first."""
        rows: dict[type[Fact], _Row] = {}
        for place, fact in enumerate(self.facts):
            rows.setdefault(type(fact), _Row()).add(fact, place)
        return rows

    @cached_property
    def _standing(self) -> tuple[ActivityDone, ...]:
        """Return the activities without those that were taken back."""
        return _with_activities((), self.facts)

    @cached_property
    def _reports(self) -> _Reports:
        """Return all reports about each part of the spine, and those before the first exercise of a session."""
        return _with_reports({}, self.facts)

    @cached_property
    def exercised_days(self) -> frozenset[date]:
        """Return the days with an exercise that was begun in earnest."""
        return frozenset(_exercised(self.facts))

    @cached_property
    def latest_day(self) -> date:
        """Return the latest day of any fact; the earliest day there is without one."""
        return max((getattr(fact, "on", date.min) for fact in self.facts), default=date.min)

    @cached_property
    def _tails(self) -> dict[int, Record]:
        """Return the records that begin at a place in this one, as far as they were asked for."""
        return {}

    def plus(self, facts: tuple[Fact, ...]) -> Record:
        """Return the record with later *facts*; what was sorted out in this one is taken over."""
        if not facts:
            return self
        record = replace(self, facts=(*self.facts, *facts))
        rows = dict(self._kinds)
        for place, fact in enumerate(facts, len(self.facts)):
            row = rows[type(fact)] = rows.get(type(fact), _Row()).copy()
            row.add(fact, place)
        record.__dict__.update(
            _kinds=rows,
            _standing=_with_activities(self._standing, facts),
            _reports=_with_reports(self._reports, facts),
            exercised_days=self.exercised_days.union(_exercised(facts)),
            latest_day=max(self.latest_day, *(getattr(fact, "on", date.min) for fact in facts)),
        )
        return record

    def of(self, kind: type[_Kind], *, since: date | None = None) -> tuple[_Kind, ...]:
        """Return the facts of one dated *kind*, from the day *since* on."""
        row = self._kinds.get(kind)
        if row is None:
            return ()
        facts = cast("list[_Kind]", row.facts)
        if since is None:
            return tuple(facts)
        return tuple(fact for fact in facts[row.first_since(since) :] if cast("Dated", fact).on >= since)

    def last_day(self, kind: type[Fact], *, before: date) -> date | None:
        """Return the last day before another one with a fact of *kind*; None when there is none."""
        row = self._kinds.get(kind)
        if row is None:
            return None
        if row.days[-1] < before:
            return row.days[-1]
        return max((on for fact in row.facts if (on := cast("Dated", fact).on) < before), default=None)

    def latest_first(self, *kinds: type[Fact]) -> Iterator[Fact]:
        """Yield the facts of *kinds* together, the latest first."""
        rows = [self._kinds[kind] for kind in kinds if kind in self._kinds]
        each = (zip(reversed(row.places), reversed(row.facts), strict=True) for row in rows)
        for _, fact in merge(*each, key=itemgetter(0), reverse=True):
            yield fact

    def after(self, kind: type[_Kind], is_border: Callable[[_Kind], bool] = lambda _: True) -> Record:
        """Return the record after the last fact of *kind* that is a border; all of it when none is."""
        row = self._kinds.get(kind, _Row())
        for fact, place in zip(reversed(row.facts), reversed(row.places), strict=True):
            if is_border(cast("_Kind", fact)):
                return self._tail(place)
        return self

    def after_any(self, kinds: tuple[type[Fact], ...]) -> Record:
        """Return the record after the last fact of any of *kinds*; all of it when there is none."""
        places = [self._kinds[kind].places[-1] for kind in kinds if kind in self._kinds]
        return self._tail(max(places)) if places else self

    def _tail(self, place: int) -> Record:
        """Return the record after the fact at *place*."""
        if place not in self._tails:
            self._tails[place] = Record(facts=self.facts[place + 1 :], whole=self.whole)
        return self._tails[place]

    def activities(self, *, since: date | None = None) -> tuple[ActivityDone, ...]:
        """Return the activities that were done from the day *since* on, without those that were taken back."""
        return tuple(done for done in self._standing if since is None or done.on >= since)

    @property
    def since_cleared(self) -> Record:
        """Return the record since a clinician last cleared the patient."""
        return self.after(CareCleared)

    @property
    def since_phase_changed(self) -> Record:
        """Return the record since the phase last changed."""
        return self.after(PhaseChanged)

    def reports(self, region: Region, *, since: date | None = None) -> tuple[SymptomReported, ...]:
        """Return the reports about one part of the spine."""
        told = self._reports.get((region, False), ())
        return told if since is None else tuple(report for report in told if report.on >= since)

    def baselines(self, region: Region) -> tuple[SymptomReported, ...]:
        """Return the reports before the first exercise of each session."""
        return self._reports.get((region, True), ())

    def outward_moves(self, since: date) -> tuple[date, ...]:
        """Return the day of every outward move from *since* on; a day with two is there twice."""
        return tuple(judged.on for judged in self.of(ExerciseJudged, since=since) if judged.moved_out)

    def worse_next_days(self, since: date) -> tuple[date, ...]:
        """Return the days from *since* on at which the patient was still worse from the session before."""
        return tuple(told.on for told in self.of(NextDayReported, since=since) if is_worse(told))

    def flares(self, since: date) -> tuple[date, ...]:
        """Return the days from *since* on whose exercise moved symptoms out or left them worse on the next day."""
        worse = (told.session_on for told in self.of(NextDayReported) if is_worse(told) and told.session_on >= since)
        return tuple(sorted({*self.outward_moves(since), *worse}))


def _with_reports(known: _Reports, facts: tuple[Fact, ...]) -> _Reports:
    """Return the reports with those among the later *facts*."""
    told: dict[tuple[Region, bool], list[SymptomReported]] = {}
    for fact in facts:
        if isinstance(fact, SymptomReported):
            told.setdefault((fact.region, False), []).append(fact)
            if fact.occasion is Occasion.BASELINE:
                told.setdefault((fact.region, True), []).append(fact)
    return {**known, **{key: (*known.get(key, ()), *reports) for key, reports in told.items()}}


def _exercised(facts: tuple[Fact, ...]) -> Iterator[date]:
    return (one.on for one in facts if isinstance(one, ExerciseEnded) and one.outcome is not Outcome.SKIPPED)


def _with_activities(standing: tuple[ActivityDone, ...], facts: tuple[Fact, ...]) -> tuple[ActivityDone, ...]:
    """Return the activities that stand after *facts*, which came after those in *standing*."""
    if not any(isinstance(fact, ActivityDone | ActivityTakenBack) for fact in facts):
        return standing
    now = list(standing)
    for fact in facts:
        if isinstance(fact, ActivityDone):
            now.append(fact)
        elif isinstance(fact, ActivityTakenBack):
            _take_back(now, fact)
    return tuple(now)


def _take_back(standing: list[ActivityDone], taken: ActivityTakenBack) -> None:
    same = ActivityDone(exercise_id=taken.exercise_id, minutes=taken.minutes, on=taken.on)
    for index in range(len(standing) - 1, -1, -1):
        if standing[index] == same:
            del standing[index]
            return


def is_worse(told: NextDayReported) -> bool:
    """Return whether the patient was worse on the next day."""
    return told.change is Change.WORSE or told.moved_out


def been_as_far_as(record: Record, region: Region, border: int) -> bool:
    """Return whether a symptom has ever been reported at the zone *border* or further out."""
    return any(report.zone >= border for report in record.reports(region))


def furthest(reports: tuple[SymptomReported, ...]) -> Zone:
    """Return the furthest zone of *reports*; nowhere when there is none."""
    return max((report.zone for report in reports), default=Zone.NOWHERE)


def days_before(today: date, days: int) -> date:
    """Return the first of the last *days* days, today included."""
    return today - timedelta(days=days - 1)
