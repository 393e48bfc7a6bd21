"""The rules of getting on: phase gates, the weekly work and its growth."""

from __future__ import annotations

from collections.abc import Collection

from skill.catalog.documents import Document, Refused, unknown_sources
from skill.catalog.mistakes import unknown
from skill.catalog.tables import read_numbers_as, read_table
from skill.domain.exercise import Phase
from skill.domain.progress_rules import Growth, PhaseRules, WeeklyRules, WeeklyTargets


def read_phases(document: Document, sources: Collection[str]) -> PhaseRules:
    """Return the numbers of the phase gates. Raise `Refused`."""
    return read_numbers_as(document, PhaseRules, sources)


def read_weekly(document: Document, sources: Collection[str]) -> WeeklyRules:
    """Return the weekly work of each phase, and how it grows. Raise `Refused`."""
    parts = ("targets", "growth")
    mistakes = [document.mistake((key,), unknown("part", key, parts)) for key in document.tree if key not in parts]
    mistakes += [document.mistake((key,), "missing") for key in parts if key not in document.tree]
    if mistakes:
        raise Refused(*mistakes)
    targets = read_table(document, Phase, WeeklyTargets, sources, what="phase", at=("targets",))
    growth = document.read(Growth, document.tree["growth"], at=("growth",))
    mistakes.extend(unknown_sources(document, ("growth", "source"), growth.source, sources))
    if mistakes:
        raise Refused(*mistakes)
    return WeeklyRules(targets=targets, growth=growth)
