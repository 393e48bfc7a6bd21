"""A routine as data: which exercises make up a session, on which days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Form, Phase, Region


class When(StrEnum):
    """Which sitting of the day a block is for."""

    MAIN = "main"
    """The day's first sitting."""
    REPEAT = "repeat"
    """Every later sitting of the day."""
    OPTIONAL = "optional"
    """Only when the patient asks for its exercises by name."""


class DayKind(StrEnum):
    """On which days a routine is planned."""

    DAILY = "daily"
    ALTERNATE = "alternate"
    """Some days a week, never two in a row."""
    BETWEEN = "between"
    """The days between those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a block: an exercise, or a choice that rotates from day to day."""

    choice: tuple[ExerciseId, ...] = ()
    """The exercises to take from. Empty when *directional* is set."""
    pick: int = 1
    """How many of the choice are taken on a day."""
    directional: bool = False
    """Take the directional exercise of the patient's region instead (docs/clinical.md §4.4)."""
    level: Level
    form: Form = Form.USUAL
    from_week: int = 1
    """The first week of the phase in which it is done, from 1."""

    def __post_init__(self) -> None:
        if self.from_week < 1:
            raise ValueError(f"from_week must be at least 1, not {self.from_week}")
        if self.directional == bool(self.choice):
            raise ValueError("an item has either a choice of exercises or directional: true")
        if self.choice and not 1 <= self.pick <= len(self.choice):
            raise ValueError(f"pick must be from 1 to {len(self.choice)}, not {self.pick}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Exercises done in one sitting, in order."""

    id: str
    when: When
    region: Region | None = None
    """Set where a routine for both regions keeps them in blocks of their own."""
    days_per_week: int = 7
    """On fewer than 7 days the block is left out on the day after it was done."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """One of the ten routines (docs/clinical.md §4.4)."""

    id: str
    phases: tuple[Phase, ...]
    regions: tuple[Region, ...]
    floor: bool | None = None
    """For people who can (true) or cannot (false) use the floor; None for both."""
    days: DayKind
    days_per_week: int
    blocks: tuple[Block, ...]
    blocks_per_day: int | None = None
    """The most sittings a day, where they are fewer or more than usual (`Rules.blocks_per_day`)."""
    sources: tuple[str, ...]
