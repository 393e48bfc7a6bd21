"""Two reports compared: how far the furthest point moved, and how much stronger it is there."""

from __future__ import annotations

from dataclasses import dataclass

from skill.domain.symptoms.report import (
    HIGHEST_STRENGTH,
    NOTHING_NEW,
    BodySide,
    Change,
    New,
    NewSymptom,
    Report,
    strength_of,
)
from skill.domain.symptoms.symptom_rules import Thresholds
from skill.domain.symptoms.verdicts import Reason, Shift
from skill.domain.symptoms.zones import Zone

_ONE_SIDE = {BodySide.LEFT, BodySide.RIGHT}
_CHANGES = tuple(Change)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A report held against the one before it. What was not answered is read as the worse."""

    after: Report
    zone: int
    """The zone after, as it is compared; the furthest when it was not answered."""
    zones_out: int
    """By how many zones it moved out; one at most when a zone is not known."""
    strength: int | None
    """The strength after, told or following from the word and the strength before; None when it is not known."""
    intensity: Change
    """Whether it is weaker, as strong or stronger."""
    shift: Shift
    """Where the furthest point moved; new tingling and another side count as moved out."""
    spread_as: Reason | None
    """What counts as moved out, wherever the furthest point is; None when nothing does."""
    new: New
    """What is new; nothing when it was not answered."""
    new_on_both_sides: bool
    """Whether something is new on both sides, or a symptom of one limb is in both now."""
    came_below_joint: bool
    """Whether it is below the knee or elbow, and was not before."""


def compare(before: Report, after: Report, thresholds: Thresholds) -> Comparison:
    """Return *after* held against *before*.

    A zone that is not known is the spine before, and the furthest one after. A strength that is not known on either
    side is worse.
    """
    zone = max(Zone) if after.zone is None else max(after.zone, thresholds.nearest_zone_compared)
    zone_before = max(before.zone or Zone.NOWHERE, thresholds.nearest_zone_compared)
    known = None not in (before.zone, after.zone)
    zones_out = zone - zone_before if known else min(zone - zone_before, 1)
    in_limb = zone >= thresholds.limb_from_zone
    spread_as = _spread(before, after, in_limb=in_limb)
    new = after.new or NOTHING_NEW
    was_in_both = zone_before >= thresholds.limb_from_zone and before.side is BodySide.BOTH
    return Comparison(
        after=after,
        zone=zone,
        zones_out=zones_out,
        strength=_strength(before, after, thresholds),
        intensity=_intensity(before, after, thresholds),
        shift=_shift(zones_out, spread_as),
        spread_as=spread_as,
        new=new,
        new_on_both_sides=(bool(new.kinds) and new.both_sides is not False)
        or (in_limb and after.side is BodySide.BOTH and not was_in_both),
        came_below_joint=_is_below(after, thresholds) and not _is_below(before, thresholds),
    )


def _spread(before: Report, after: Report, *, in_limb: bool) -> Reason | None:
    if after.new and NewSymptom.TINGLING in after.new.kinds:
        return Reason.NEW_TINGLING
    if in_limb and {before.side, after.side} == _ONE_SIDE:
        return Reason.OTHER_SIDE
    return None


def _shift(zones_out: int, spread_as: Reason | None) -> Shift:
    if zones_out > 0 or spread_as is not None:
        return Shift.MOVED_OUT
    return Shift.MOVED_IN if zones_out < 0 else Shift.SAME


def _intensity(before: Report, after: Report, thresholds: Thresholds) -> Change:
    """Return the worse of what the word and what the numbers say; worse when neither says anything."""
    read = [change for change in (after.change, _change_in_numbers(before, after, thresholds)) if change is not None]
    return max(read, key=_CHANGES.index, default=Change.WORSE)


def _change_in_numbers(before: Report, after: Report, thresholds: Thresholds) -> Change | None:
    strength, strength_before = strength_of(after), strength_of(before)
    if strength is None or strength_before is None:
        return None
    if abs(strength - strength_before) < thresholds.clear_change_points:
        return Change.SAME
    return Change.WORSE if strength > strength_before else Change.BETTER


def _strength(before: Report, after: Report, thresholds: Thresholds) -> int | None:
    """Return the strength after.

    Without a number it follows from the word and the strength before. Weaker, said in words, counts as it was: how
    much weaker was not said. Stronger, said beside a number, is never less than it was.
    """
    strength, strength_before = strength_of(after), strength_of(before)
    if strength_before is None or after.change is None:
        return strength
    is_stronger = after.change is Change.WORSE
    if strength is None:
        return min(strength_before + is_stronger * thresholds.clear_change_points, HIGHEST_STRENGTH)
    return max(strength, strength_before) if is_stronger else strength


def _is_below(report: Report, thresholds: Thresholds) -> bool:
    return report.zone is not None and report.zone >= thresholds.below_joint_from_zone
