"""Where a symptom is: six zones outwards from the spine, and the words people use for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from skill.domain.movement.exercise import Region


class Zone(IntEnum):
    """How far from the spine the furthest symptom is felt (docs/clinical.md §2.2)."""

    NOWHERE = 0
    SPINE = 1
    BUTTOCK_OR_SHOULDER = 2
    ABOVE_KNEE_OR_ELBOW = 3
    BELOW_KNEE_OR_ELBOW = 4
    FOOT_OR_HAND = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneWords:
    """One zone of one part of the spine."""

    zone: Zone
    id: str
    """Kebab-case, such as `below-knee`: the slot value's id, and the last part of its name in Fluent."""
    words: tuple[str, ...]
    """What people call it, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionZones:
    """The six zones of one part of the spine, nearest first."""

    zones: tuple[ZoneWords, ...]
    limb: tuple[str, ...]
    """Words that leave open on which side of the knee or elbow, such as "leg": ask."""
    source: tuple[str, ...]

    def id_of(self, zone: Zone) -> str:
        """Return the id of *zone*."""
        return next(one.id for one in self.zones if one.zone is zone)

    def with_id(self, zone_id: str) -> Zone:
        """Return the zone with this id. Raise `LookupError` when there is none."""
        for one in self.zones:
            if one.id == zone_id:
                return one.zone
        raise LookupError(f"no zone `{zone_id}`; there are {', '.join(one.id for one in self.zones)}")

    def named(self, phrase: str) -> Zone | None:
        """Return the zone that goes by *phrase* (its id or one of its words); None when none does."""
        wanted = _plain(phrase)
        return next((one.zone for one in self.zones if wanted in map(_plain, (one.id, *one.words))), None)

    def is_limb(self, phrase: str) -> bool:
        """Return whether *phrase* is a whole leg or arm, so that it must be asked which part of it."""
        return _plain(phrase) in map(_plain, self.limb)


Zones = Mapping[Region, RegionZones]
"""For the low back and for the neck."""


def _plain(phrase: str) -> str:
    return " ".join(phrase.casefold().replace("-", " ").replace("_", " ").split())
