"""Things an exercise may need, and whether the patient lacks them. All but a pool is taken to be at hand until told."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum


class EquipmentKind(StrEnum):
    """What can be told to be missing."""

    MAT = "mat"
    BAND = "band"
    CHAIR = "chair"
    WEIGHTS = "weights"
    POOL = "pool"


MUST_BE_TOLD = frozenset({EquipmentKind.POOL})
"""What nobody is taken to have: it is planned with only once it was told."""


def counted_on(needs: Collection[EquipmentKind], at_hand: Collection[EquipmentKind]) -> bool:
    """Return whether *needs* may be planned with: all that must be told is among what was told to be *at_hand*."""
    return MUST_BE_TOLD.intersection(needs) <= set(at_hand)


def missing(needs: Collection[EquipmentKind], lacking: Collection[EquipmentKind]) -> bool:
    """Return whether something of *needs* is in *lacking*."""
    return not set(needs).isdisjoint(lacking)
