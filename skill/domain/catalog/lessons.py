"""What is worth knowing: one or two true sentences, one a day. Their words are in Fluent, under `lesson-<id>`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NewType

from skill.domain.movement.exercise import Phase, Region

LessonId = NewType("LessonId", str)
"""Kebab-case, the same in YAML and Fluent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One thing worth knowing."""

    id: LessonId
    phases: tuple[Phase, ...]
    """In which it is told."""
    region: Region
    """Whom it is for; `both` for everybody."""
    source: tuple[str, ...]
    """Keys of `sources.yaml`."""

    def __post_init__(self) -> None:
        if not self.phases or not self.source:
            raise ValueError("phases and source must each name at least one")

    def fits(self, phase: Phase, region: Region) -> bool:
        """Return whether it is for somebody in *phase* with trouble in *region*."""
        return phase in self.phases and (Region.BOTH in (self.region, region) or self.region is region)


def lesson_of_the_day(
    lessons: Iterable[Lesson],
    told: Mapping[LessonId, date],
    *,
    phase: Phase,
    region: Region,
    today: date,
    days_between: int,
) -> Lesson | None:
    """Return the first lesson that fits and was never told, or the one told longest ago.

    None when one was told today, or all that fit were told in the last *days_between* days.
    """
    if today in told.values():
        return None
    fitting = [one for one in lessons if one.fits(phase, region)]
    new = next((one for one in fitting if one.id not in told), None)
    if new is not None or not fitting:
        return new
    oldest = min(fitting, key=lambda one: told[one.id])
    return oldest if today - told[oldest.id] >= timedelta(days=days_between) else None
