"""What one utterance adds to what was answered about the symptoms so far."""

from __future__ import annotations

from dataclasses import replace

from skill.domain.symptoms.checkup import JOINTS, SAME_PLACE, Checkup, Inquiry, SymptomUtterance
from skill.domain.symptoms.report import LOWEST_STRENGTH, NOTHING_NEW, BodySide, Change, New, Occasion, Report, same_as
from skill.domain.symptoms.zones import RegionZones, Zone


def with_answer(checkup: Checkup, told: SymptomUtterance, zones: RegionZones, known: Report | None) -> Checkup:
    """Return *checkup* with what was *told*; the same one when that says nothing about it.

    *known* is the report that "the same" means; None when there is none.
    """
    if checkup.asking is Inquiry.NEW and told.place == zones.id_of(Zone.NOWHERE):
        told = SymptomUtterance(new=NOTHING_NEW)
    if checkup.asking is Inquiry.STRENGTH and checkup.is_felt and told.place == zones.id_of(Zone.NOWHERE):
        told = SymptomUtterance(strength=LOWEST_STRENGTH)
    if told.change is Change.SAME and not told.place:
        checkup = _with_same(checkup, known)
    checkup = _with_place(checkup, told, zones, known)
    if told.from_place and (left := zones.named(told.from_place)) is not None:
        checkup = replace(checkup, came_from=left)
    checkup = _with_new(checkup, told)
    said = Report(strength=told.strength, change=_change_of(checkup, told), side=told.side)
    drift = told.drift or checkup.drift
    return replace(checkup, report=checkup.report.completed_by(said), drift=drift)


def _with_same(checkup: Checkup, known: Report | None) -> Checkup:
    """Return *checkup* with what "the same" says to the open question."""
    report = checkup.report
    if checkup.asking is Inquiry.NEW:
        return replace(checkup, report=replace(report, new=NOTHING_NEW))
    if known is None or checkup.asking not in (Inquiry.ALL, Inquiry.ZONE, Inquiry.STRENGTH):
        return checkup
    same = same_as(known)
    if checkup.asking is Inquiry.ALL:
        new = report.new or (None if checkup.hurt else NOTHING_NEW)
        return replace(checkup, in_limb=False, report=replace(same, new=new))
    if checkup.asking is Inquiry.ZONE:
        return replace(checkup, report=replace(report, zone=same.zone, side=report.side or same.side))
    return replace(checkup, report=replace(report, strength=same.strength, change=Change.SAME))


def _with_place(checkup: Checkup, told: SymptomUtterance, zones: RegionZones, known: Report | None) -> Checkup:
    """Return *checkup* with the furthest of the places that were named."""
    named = [place for place in (told.place, told.also_place) if place]
    found = [JOINTS.get(place, zones.named(place)) for place in named]
    if SAME_PLACE in named and known is not None:
        found.append(known.zone)
    if told.region is checkup.region:
        found.append(Zone.SPINE)
    furthest = max((zone for zone in found if zone is not None), default=None)
    if any(zones.is_limb(place) for place in named) and (furthest is None or furthest < Zone.BELOW_KNEE_OR_ELBOW):
        return replace(checkup, in_limb=True, report=replace(checkup.report, zone=None))
    if furthest is None:
        return checkup
    return replace(checkup, in_limb=False, report=replace(checkup.report, zone=furthest))


def _with_new(checkup: Checkup, told: SymptomUtterance) -> Checkup:
    """Return *checkup* with what is new, and on which sides; a side that is told with it answers that.

    "Nothing", after something was new, is a contradiction: it is asked once more whether anything is.
    """
    sides = None if told.side is None and not told.one_side else told.side is BodySide.BOTH
    before = checkup.report.new or NOTHING_NEW
    if told.new is None:
        if not checkup.sides_open or sides is None:
            return checkup
        return replace(checkup, sides_open=False, report=replace(checkup.report, new=replace(before, both_sides=sides)))
    if not told.new.kinds:
        taken_back = checkup.something_new or checkup.sides_open
        new = None if taken_back else NOTHING_NEW
        return replace(checkup, something_new=False, sides_open=False, report=replace(checkup.report, new=new))
    kinds = tuple(dict.fromkeys((*before.kinds, *told.new.kinds)))
    report = replace(checkup.report, new=New(kinds=kinds, both_sides=bool(sides)))
    return replace(checkup, something_new=False, sides_open=sides is None, report=report)


def _change_of(checkup: Checkup, told: SymptomUtterance) -> Change | None:
    """Return the word for the strength; before the first exercise there is nothing to compare with."""
    if checkup.occasion is Occasion.BASELINE or told.change is Change.SAME:
        return None
    return told.change
