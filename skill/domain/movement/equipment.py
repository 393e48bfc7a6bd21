"""Things an exercise may need, and whether the patient lacks them. Everything is taken to be at hand until told."""

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


def missing(needs: Collection[EquipmentKind], lacking: Collection[EquipmentKind]) -> bool:
    """Return whether something of *needs* is in *lacking*."""
    return not set(needs).isdisjoint(lacking)
