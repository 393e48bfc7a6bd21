"""Two reports compared: how far the furthest point moved, and how much stronger it is there."""

from __future__ import annotations

from dataclasses import dataclass

from skill.domain.symptom_rules import Thresholds
from skill.domain.symptoms import (
    HIGHEST_STRENGTH,
    NOTHING_NEW,
    BodySide,
    Change,
    New,
    NewSymptom,
    Report,
    strength_of,
)
from skill.domain.verdicts import Reason, Shift
from skill.domain.zones import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """*after* held against *before*. What was not answered is read as the worse."""

    before: Report
    after: Report
    thresholds: Thresholds

    @property
    def zone(self) -> int:
        """Return the zone after, as it is compared; the furthest when it was not answered."""
        return max(Zone) if self.after.zone is None else self._compared(self.after.zone)

    @property
    def zone_before(self) -> int:
        """Return the zone before, as it is compared; the nearest when it is not known."""
        return self._compared(Zone.NOWHERE if self.before.zone is None else self.before.zone)

    @property
    def zones_out(self) -> int:
        """Return by how many zones it moved out; one at most when the zone before or after is not known."""
        moved = self.zone - self.zone_before
        return moved if None not in (self.before.zone, self.after.zone) else min(moved, 1)

    @property
    def strength(self) -> int | None:
        """Return the strength after; None when it is not known.

        Without a number it follows from the word and the strength before. Weaker, said in words, counts as it was:
        how much weaker was not said. Stronger, said beside a number, is never less than it was.
        """
        number, before = strength_of(self.after), strength_of(self.before)
        is_stronger = self.after.change is Change.WORSE
        if before is None or self.after.change is None:
            return number
        if number is None:
            return min(before + is_stronger * self.thresholds.clear_change_points, HIGHEST_STRENGTH)
        return max(number, before) if is_stronger else number

    @property
    def intensity(self) -> Change:
        """Return whether it is weaker, as strong or stronger; the worse of the word and the numbers."""
        read = [change for change in (self.after.change, self._change_in_numbers()) if change is not None]
        return max(read, key=list(Change).index, default=Change.WORSE)

    @property
    def shift(self) -> Shift:
        """Return where the furthest point moved; new tingling and another side count as moved out."""
        if self.spread_as is not None or self.zones_out > 0:
            return Shift.MOVED_OUT
        return Shift.MOVED_IN if self.zones_out < 0 else Shift.SAME

    @property
    def spread_as(self) -> Reason | None:
        """Return what counts as moved out, wherever the furthest point is; None when nothing does."""
        if NewSymptom.TINGLING in self.new.kinds:
            return Reason.NEW_TINGLING
        one_side = {BodySide.LEFT, BodySide.RIGHT}
        if self.in_limb and {self.before.side, self.after.side} == one_side:
            return Reason.OTHER_SIDE
        return None

    @property
    def in_limb(self) -> bool:
        """Return whether it is in a limb after."""
        return self.zone >= self.thresholds.limb_from_zone

    @property
    def new(self) -> New:
        """Return what is new; nothing when it was not answered."""
        return self.after.new or NOTHING_NEW

    @property
    def new_on_both_sides(self) -> bool:
        """Return whether something is new on both sides, or a symptom of one limb is in both now."""
        if self.new.kinds and self.new.both_sides is not False:
            return True
        was_in_limb = self.zone_before >= self.thresholds.limb_from_zone
        was_in_both = was_in_limb and self.before.side is BodySide.BOTH
        return self.in_limb and self.after.side is BodySide.BOTH and not was_in_both

    @property
    def came_below_joint(self) -> bool:
        """Return whether it is below the knee or elbow, and was not before."""
        border = self.thresholds.below_joint_from_zone
        is_below = self.after.zone is not None and self.after.zone >= border
        return is_below and (self.before.zone is None or self.before.zone < border)

    def _compared(self, zone: Zone) -> int:
        return max(zone, self.thresholds.nearest_zone_compared)

    def _change_in_numbers(self) -> Change | None:
        number, before = strength_of(self.after), strength_of(self.before)
        if number is None or before is None:
            return None
        stronger = number - before
        if abs(stronger) < self.thresholds.clear_change_points:
            return Change.SAME
        return Change.WORSE if stronger > 0 else Change.BETTER
