"""The rules of getting on: phase gates, the weekly work and its growth."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from skill.catalog.documents import ContentFile, Refused, collecting, unknown_sources
from skill.catalog.mistakes import unknown
from skill.catalog.tables import read_numbers_as, read_table
from skill.domain.catalog.count_rules import CountRules
from skill.domain.catalog.phase_rules import (
    Growth,
    InTheEnd,
    PhaseRules,
    Telling,
    WalkTogether,
    WeeklyRules,
    WeeklyTargets,
)
from skill.domain.movement.exercise import Phase

_WEEKLY_PARTS: Mapping[str, type[Growth | InTheEnd | Telling | WalkTogether]] = {
    "in_the_end": InTheEnd,
    "telling": Telling,
    "together": WalkTogether,
    "growth": Growth,
}
"""The parts of the weekly rules that are the same in every phase."""


def read_count(document: ContentFile, sources: Collection[str]) -> CountRules:
    """Return the seconds of a count that no dose gives. Raise `Refused`."""
    return read_numbers_as(document, CountRules, sources)


def read_phases(document: ContentFile, sources: Collection[str]) -> PhaseRules:
    """Return the numbers of the phase gates. Raise `Refused`."""
    return read_numbers_as(document, PhaseRules, sources)


def read_weekly(document: ContentFile, sources: Collection[str]) -> WeeklyRules:
    """Return the weekly work of each phase, and how it grows. Raise `Refused`."""
    parts = ("targets", *_WEEKLY_PARTS)
    mistakes = [document.mistake((key,), unknown("part", key, parts)) for key in document.tree if key not in parts]
    mistakes += [document.mistake((key,), "missing") for key in parts if key not in document.tree]
    if mistakes:
        raise Refused(*mistakes)
    targets = read_table(document, Phase, WeeklyTargets, sources, what="phase", at=("targets",))
    read: dict[str, Any] = {}
    for name, form in _WEEKLY_PARTS.items():
        with collecting(mistakes):
            read[name] = document.read(form, document.tree[name], at=(name,))
            mistakes.extend(unknown_sources(document, (name, "source"), read[name].source, sources))
    if mistakes:
        raise Refused(*mistakes)
    return WeeklyRules(targets=targets, **read)
