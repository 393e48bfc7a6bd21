"""Every combination of answers, judged once for all tests of the table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from skill.domain.movement.exercise import Section
from skill.domain.symptoms.judgment import judge
from skill.domain.symptoms.overrides import JudgeContext
from skill.domain.symptoms.report import NOTHING_NEW, New, NewSymptom, Report
from skill.domain.symptoms.symptom_rules import SymptomRules
from skill.domain.symptoms.verdicts import Judgment
from skill.domain.symptoms.zones import Zone
from tests.shipped import shipped_catalog

NEW = {
    "none": NOTHING_NEW,
    "tingling": New(kinds=(NewSymptom.TINGLING,), both_sides=False),
    "numbness": New(kinds=(NewSymptom.NUMBNESS,), both_sides=False),
    "weakness": New(kinds=(NewSymptom.WEAKNESS,), both_sides=False),
    "both sides": New(kinds=(NewSymptom.TINGLING,), both_sides=True),
}
"""The answers to "anything new?", each worse than the one before it."""

STRENGTHS = range(11)
SOME_STRENGTHS = (0, 2, 5, 6, 7, 8, 10)
"""On both sides of every threshold, and of every clear change."""


class Case(NamedTuple):
    """One combination."""

    section: Section
    zone_before: Zone
    strength_before: int
    zone: Zone
    strength: int
    new: str = "none"
    been_below: bool = True
    stops: int = 0


def all_cases() -> Iterator[Case]:
    """Yield every zone and strength before and after in every section, and with every answer and history."""
    zones = tuple(Zone)
    for section in Section:
        yield from (Case(section, *rest) for rest in product(zones, STRENGTHS, zones, STRENGTHS))
    for section in (Section.RECOVERY, Section.STRENGTHENING):
        for history in ((False, 0), (True, 1)):
            for rest in product(zones, STRENGTHS, zones, STRENGTHS):
                yield Case(section, *rest, "none", *history)
        for felt in product(zones, SOME_STRENGTHS, zones, SOME_STRENGTHS, tuple(NEW)[1:]):
            yield Case(section, *felt)
    for felt in product(zones, SOME_STRENGTHS, zones, SOME_STRENGTHS, tuple(NEW)[1:2]):
        yield Case(Section.RECOVERY, *felt, been_below=False)


@cache
def rules() -> SymptomRules:
    """Return the shipped rules."""
    return shipped_catalog().rules.symptoms


def judged(case: Case) -> Judgment:
    """Return what comes of *case*."""
    before = _report(case.zone_before, case.strength_before)
    after = _report(case.zone, case.strength, case.new)
    return judge(before, after, _context(case.section, case.been_below, case.stops), rules())


@cache
def _report(zone: Zone, strength: int, new: str | None = None) -> Report:
    return Report(zone=zone, strength=strength, new=NEW[new] if new else None)


@cache
def _context(section: Section, been_below: bool, stops: int) -> JudgeContext:
    return JudgeContext(section=section, been_below_joint=been_below, stops=stops)


@cache
def table() -> dict[Case, Judgment]:
    """Return every case and what comes of it."""
    return {case: judged(case) for case in all_cases()}
