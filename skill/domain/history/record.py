"""A patient's history as the rules of progress read it: questions about facts, each answered by a pure function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar, cast

from skill.domain.history.facts import (
    ActivityDone,
    ActivityTakenBack,
    CareCleared,
    ExerciseJudged,
    Fact,
    NextDayReported,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The facts of a patient, oldest first."""

    facts: tuple[Fact, ...] = ()
    whole: bool = True
    """Whether nothing is missing; false while the store is down."""

    def of(self, kind: type[_Kind], *, since: date | None = None) -> tuple[_Kind, ...]:
        """Return the facts of one dated *kind*, from the day *since* on."""
        found = (fact for fact in self.facts if isinstance(fact, kind))
        return tuple(fact for fact in found if since is None or cast("Dated", fact).on >= since)

    def after(self, is_border: Callable[[Fact], bool]) -> Record:
        """Return the record after the last fact that is a border; all of it when none is."""
        borders = [index for index, fact in enumerate(self.facts) if is_border(fact)]
        return replace(self, facts=self.facts[borders[-1] + 1 :]) if borders else self

    def activities(self, *, since: date | None = None) -> tuple[ActivityDone, ...]:
        """Return the activities that were done from the day *since* on, without those that were taken back."""
        standing: list[ActivityDone] = []
        for fact in self.facts:
            if isinstance(fact, ActivityDone):
                standing.append(fact)
            elif isinstance(fact, ActivityTakenBack):
                _take_back(standing, fact)
        return tuple(done for done in standing if since is None or done.on >= since)

    @property
    def since_cleared(self) -> Record:
        """Return the record since a clinician last cleared the patient."""
        return self.after(lambda fact: isinstance(fact, CareCleared))

    @property
    def since_phase_changed(self) -> Record:
        """Return the record since the phase last changed."""
        return self.after(lambda fact: isinstance(fact, PhaseChanged))

    def reports(self, region: Region, *, since: date | None = None) -> tuple[SymptomReported, ...]:
        """Return the reports about one part of the spine."""
        return tuple(report for report in self.of(SymptomReported, since=since) if report.region is region)

    def baselines(self, region: Region) -> tuple[SymptomReported, ...]:
        """Return the reports before the first exercise of each session."""
        return tuple(report for report in self.reports(region) if report.occasion is Occasion.BASELINE)

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
