"""What an exercise is: the vocabulary everything else is written in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from skill.domain.movement.dose import Doses, Level
from skill.domain.movement.equipment import EquipmentKind

ExerciseId = NewType("ExerciseId", str)
"""Kebab-case, the same in YAML, Fluent, the slot value's id and the MP3's name."""


class Region(StrEnum):
    """The part of the spine. A patient may have both."""

    LOW_BACK = "low-back"
    NECK = "neck"
    BOTH = "both"


class Phase(StrEnum):
    """How far the patient is in rehabilitation, in order."""

    RECOVERY = "recovery"
    STRENGTHENING = "strengthening"
    WEIGHT_LOSS = "weight-loss"


class Section(StrEnum):
    """The part of the program an exercise belongs to."""

    RECOVERY = "recovery"
    STRENGTHENING = "strengthening"
    STRETCHING = "stretching"
    WEIGHT_LOSS = "weight-loss"


class ExerciseKind(StrEnum):
    """How an exercise is coached."""

    REPS = "reps"
    """Repetitions on a tempo, with a short pause at the top or none."""
    HOLDS = "holds"
    """Repetitions that are mostly a hold, or one long rest position."""
    ACTIVITY = "activity"
    """Minutes on one's own (walking, swimming): told, not counted."""
    CIRCUIT = "circuit"
    """A session of named movements, each counted."""


class Direction(StrEnum):
    """The direction a directional exercise tests; later items in a direction depend on earlier ones."""

    EXTENSION = "extension"
    NECK = "neck"


class Form(StrEnum):
    """Which version of the movement."""

    USUAL = "usual"
    EASIER = "easier"
    """The listed gentler option."""
    WITHOUT_FLOOR = "without-floor"
    """The standing or seated version, for people who cannot get to the floor."""


class Side(StrEnum):
    """A side of the body."""

    RIGHT = "right"
    LEFT = "left"

    @property
    def other(self) -> Side:
        """Return the opposite side."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


class Position(StrEnum):
    """The starting position: decides get-ready time, and whether a person can talk and see."""

    PRONE = "prone"
    SUPINE = "supine"
    SIDE_LYING = "side-lying"
    HANDS_AND_KNEES = "hands-and-knees"
    SITTING = "sitting"
    STANDING = "standing"
    IN_WATER = "in-water"


class Floor(StrEnum):
    """Whether the usual form needs the floor."""

    NOT_NEEDED = "not-needed"
    FLOOR_OR_BED = "floor-or-bed"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise, without its words (those are in `<locale>.ftl` beside its YAML)."""

    id: ExerciseId
    region: Region
    also_for: tuple[Region, ...] = ()
    """Further regions it may be planned for."""
    section: Section
    phases: tuple[Phase, ...]
    """The phases in which it may be done at all."""
    order: int
    """Its place within its section: easier before harder."""
    kind: ExerciseKind
    position: Position
    floor: Floor
    without_floor: ExerciseId | None = None
    """What replaces it off the floor: another exercise, or itself, in its `without-floor` form."""
    direction: Direction | None = None
    equipment: tuple[str, ...]
    needs: tuple[EquipmentKind, ...] = ()
    """What it cannot be done without, or only in its easier form."""
    without_needs: ExerciseId | None = None
    """What replaces it then: another exercise, or itself, in its `easier` form."""
    muscles: tuple[str, ...]
    doses: Doses
    progressed_from: Phase | None = None
    """The first phase in which the progressed dose may be taken; None for any."""
    not_before_hour: int | None = None
    """The hour of the day, 0 to 23, from which the first sitting may hold it: earlier, stiff discs are easily hurt."""
    starting_side: Side = Side.RIGHT
    away_from_symptoms: bool = False
    """One-sided: done away from the painful side unless a clinician taught otherwise (WU2022)."""
    away_step: int | None = None
    """The number of the step that says so."""
    swap_to: tuple[ExerciseId, ...] = ()
    """Exercises to offer instead when this one moves symptoms out, in order."""
    easier_after_outward: bool = False
    """Whether its own easier form may be offered once after symptoms moved out (docs/clinical.md §2.7)."""
    steps: int
    beginner_steps: int = 0
    standard_steps: int = 0
    progressed_steps: int = 0
    """How many steps of its own a level has that changes the movement; 0 where it is told by a sentence more."""
    cautions: int
    mistakes: int
    not_for: int
    """How many steps, cautions, mistakes and "who should not" lines its words have."""
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.not_before_hour is not None and not 0 <= self.not_before_hour <= 23:
            raise ValueError(f"not_before_hour must be from 0 to 23, not {self.not_before_hour}")
        if self.away_from_symptoms != (self.away_step is not None):
            raise ValueError("away_step must be given with away_from_symptoms, and only with it")
        if self.away_step is not None and not 1 <= self.away_step <= self.steps:
            raise ValueError(f"away_step must be from 1 to {self.steps}, not {self.away_step}")

    def own_steps(self, level: Level) -> int:
        """Return how many steps of its own *level* has: they replace the usual ones (docs/clinical.md §4.6)."""
        return {
            Level.BEGINNER: self.beginner_steps,
            Level.STANDARD: self.standard_steps,
            Level.PROGRESSED: self.progressed_steps,
        }[level]

    @property
    def has_own_form_without_floor(self) -> bool:
        """Return whether it has a standing or seated form of its own."""
        return self.without_floor == self.id

    @property
    def is_walk(self) -> bool:
        """Return whether it is done on foot, on one's own: how long it is goes by the week, not by its level."""
        return self.kind is ExerciseKind.ACTIVITY and self.position is not Position.IN_WATER

    def suits(self, region: Region) -> bool:
        """Return whether the exercise may be planned for *region*."""
        return Region.BOTH in (self.region, region) or region in (self.region, *self.also_for)
