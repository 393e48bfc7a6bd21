"""The days of the week a patient trains on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum


class Weekday(StrEnum):
    """The days of the week, in `date.weekday()`'s order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


def weekday_of(day: date) -> Weekday:
    """Return the day of the week."""
    return tuple(Weekday)[day.weekday()]


_IN_ORDER = tuple(Weekday)


def in_week_order(days: Collection[Weekday]) -> tuple[Weekday, ...]:
    """Return *days* from Monday on, each once."""
    return tuple(day for day in _IN_ORDER if day in days)


def is_on(days: Collection[Weekday], today: date) -> bool:
    """Return whether *today* is one of *days*; with none chosen, every day is."""
    return not days or _IN_ORDER[today.weekday()] in days


def in_a_row(days: Collection[Weekday]) -> bool:
    """Return whether two of *days* follow each other; Sunday is followed by Monday."""
    return any(day in days and _IN_ORDER[(index + 1) % 7] in days for index, day in enumerate(_IN_ORDER))
