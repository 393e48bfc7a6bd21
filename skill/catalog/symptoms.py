"""The rules a report is judged by: thresholds, table, overrides, consequences, short answers, zones."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from skill.catalog.documents import ContentFile, Refused
from skill.catalog.mistakes import Mistake, unknown
from skill.catalog.safety_minimums import (
    mistakes_of_answers,
    mistakes_of_consequences,
    mistakes_of_overrides,
    mistakes_of_table,
)
from skill.catalog.tables import mistakes_of_cue, read_numbers_as, read_table
from skill.domain.movement.exercise import Region
from skill.domain.symptoms.overrides import OVERRIDES
from skill.domain.symptoms.readiness import RULED
from skill.domain.symptoms.report import Change, Choice
from skill.domain.symptoms.symptom_rules import Cell, Ruling, ShortAnswers, Thresholds
from skill.domain.symptoms.verdicts import Consequence, Reason, Shift, Verdict
from skill.domain.symptoms.zones import RegionZones, Zone, Zones


def read_thresholds(document: ContentFile, sources: Collection[str]) -> Thresholds:
    """Return the numbers. Raise `Refused`."""
    return read_numbers_as(document, Thresholds, sources)


def read_matrix(document: ContentFile, sources: Collection[str]) -> Mapping[Shift, Mapping[Change, Cell]]:
    """Return the table of verdicts. Raise `Refused`, also when it is looser than it may be."""
    _only(document, tuple(Shift), "shift")
    table = {shift: read_table(document, Change, Cell, sources, what="change", at=(shift,)) for shift in Shift}
    _refuse(mistakes_of_table(document, table))
    return table


def read_overrides(document: ContentFile, sources: Collection[str]) -> Mapping[Reason, Ruling]:
    """Return what every override comes to. Raise `Refused`, also when one is looser than it may be."""
    overrides = read_table(document, (*OVERRIDES, *RULED), Ruling, sources, what="override")
    mistakes = [
        mistake
        for reason, ruling in overrides.items()
        for mistake in mistakes_of_cue(document, (reason,), ruling.cue, ruling.care)
    ]
    _refuse([*mistakes, *mistakes_of_overrides(document, overrides)])
    return overrides


def read_consequences(document: ContentFile, sources: Collection[str]) -> Mapping[Verdict, Consequence]:
    """Return what happens after every verdict. Raise `Refused`, also when too little does."""
    consequences = read_table(document, Verdict, Consequence, sources, what="verdict")
    _refuse(mistakes_of_consequences(document, consequences))
    return consequences


def read_short_answers(document: ContentFile, sources: Collection[str]) -> ShortAnswers:
    """Return what the short answers come to. Raise `Refused`, also when one is looser than it may be."""
    _only(document, ("choices", "changes"), "part")
    answers = ShortAnswers(
        choices=read_table(document, Choice, Ruling, sources, what="answer", at=("choices",)),
        changes=read_table(document, Change, Ruling, sources, what="answer", at=("changes",)),
    )
    _refuse(mistakes_of_answers(document, answers))
    return answers


def read_zones(document: ContentFile, sources: Collection[str]) -> Zones:
    """Return the zones and their words. Raise `Refused`, also when a word could mean two of them."""
    zones = read_table(document, (Region.LOW_BACK, Region.NECK), RegionZones, sources, what="region")
    _refuse([mistake for region in zones for mistake in _mistakes_of_zones(document, region, zones[region])])
    return zones


def _mistakes_of_zones(document: ContentFile, region: Region, zones: RegionZones) -> list[Mistake]:
    mistakes = []
    if tuple(one.zone for one in zones.zones) != tuple(Zone):
        mistakes.append(document.mistake((region, "zones"), "must be the zones 0 to 5, in order"))
    taken: dict[str, str] = dict.fromkeys(zones.limb, "limb")
    for index, one in enumerate(zones.zones):
        for word in (one.id, *one.words):
            if word in taken:
                problem = f"`{word}` is a word of {taken[word]} already"
                mistakes.append(document.mistake((region, "zones", index), problem))
            taken[word] = one.id
    return mistakes


def _only(document: ContentFile, known: Collection[str], what: str) -> None:
    _refuse([document.mistake((key,), unknown(what, key, known)) for key in document.tree if key not in known])


def _refuse(mistakes: Collection[Mistake]) -> None:
    if mistakes:
        raise Refused(*mistakes)
