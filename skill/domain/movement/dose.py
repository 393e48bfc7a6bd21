"""How much of an exercise: sets, repetitions, holds, rests and minutes, at each level."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from skill.domain.movement.equipment import EquipmentKind

MOST_REPS = 30
"""The most repetitions a set has."""


class Level(StrEnum):
    """The three doses every exercise has, in order."""

    BEGINNER = "beginner"
    STANDARD = "standard"
    PROGRESSED = "progressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """Seconds of moving into a repetition and back out of it, whole numbers from 0 to 10."""

    up_seconds: int
    down_seconds: int

    def __post_init__(self) -> None:
        _within(self, "up_seconds", 0, 10)
        _within(self, "down_seconds", 0, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much of a counted exercise. With *per_side* the reps are for each side."""

    sets: int
    """1 to 5."""
    reps: int
    """1 to 30."""
    hold_seconds: int
    """0 to 300."""
    tempo: Tempo
    rest_between_reps_seconds: int
    """0 to 30; the repetition's number is said in it."""
    rest_between_sets_seconds: int
    """0 to 180."""
    per_side: bool
    times_per_day: int
    """Separate blocks a day, 1 to 6."""
    days_per_week: int
    """1 to 7."""

    def __post_init__(self) -> None:
        _within(self, "sets", 1, 5)
        _within(self, "reps", 1, MOST_REPS)
        _within(self, "hold_seconds", 0, 300)
        _within(self, "rest_between_reps_seconds", 0, 30)
        _within(self, "rest_between_sets_seconds", 0, 180)
        _within(self, "times_per_day", 1, 6)
        _within(self, "days_per_week", 1, 7)
        if self.sets > 1 and not self.rest_between_sets_seconds:
            raise ValueError("rest_between_sets_seconds must be above 0 when there are several sets")
        if not self.rep_seconds:
            raise ValueError("hold_seconds and tempo cannot all be 0: a repetition must last")

    @property
    def sides(self) -> int:
        """Return 2 when each side is worked in turn, else 1."""
        return 2 if self.per_side else 1

    @property
    def rep_seconds(self) -> int:
        """Return the seconds of one repetition, the pause after it included."""
        tempo = self.tempo.up_seconds + self.tempo.down_seconds
        return tempo + self.hold_seconds + self.rest_between_reps_seconds

    @property
    def work_seconds(self) -> int:
        """Return the seconds of all repetitions and all rests between sets, without getting ready.

        sets × sides × reps × (up + hold + down + pause) + (sets − 1) × rest
        This is what every figure in minutes is made from (docs/clinical.md §1).
        """
        reps = self.sets * self.sides * self.reps * self.rep_seconds
        return reps + (self.sets - 1) * self.rest_between_sets_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDose:
    """How much of an activity done on one's own."""

    minutes: int
    """A session's length, 1 to 120."""
    times_per_day: int
    days_per_week: int

    def __post_init__(self) -> None:
        _within(self, "minutes", 1, 120)
        _within(self, "times_per_day", 1, 6)
        _within(self, "days_per_week", 1, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One named movement of a circuit, with its own dose. Its words are `movement-<id>` in Fluent."""

    id: str
    dose: Dose
    on_floor: bool = False
    """Left out of the circuit's `without-floor` form."""
    needs: tuple[EquipmentKind, ...] = ()
    """Left out when one of these is not at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitDose:
    """A session of movements, in order, with *minutes* as the target for the whole of it."""

    minutes: int
    movements: tuple[Movement, ...]
    rest_between_movements_seconds: int
    times_per_day: int
    days_per_week: int

    def __post_init__(self) -> None:
        _within(self, "minutes", 1, 120)
        _within(self, "rest_between_movements_seconds", 0, 180)
        _within(self, "times_per_day", 1, 6)
        _within(self, "days_per_week", 1, 7)
        if not self.movements:
            raise ValueError("movements must name at least one movement")


AnyDose = Dose | ActivityDose | CircuitDose


@dataclass(frozen=True, slots=True, kw_only=True)
class Doses:
    """The dose at each level."""

    beginner: AnyDose
    standard: AnyDose
    progressed: AnyDose

    def at(self, level: Level) -> AnyDose:
        """Return the dose of *level*."""
        match level:
            case Level.BEGINNER:
                return self.beginner
            case Level.STANDARD:
                return self.standard
            case Level.PROGRESSED:
                return self.progressed


def _within(owner: object, field: str, lowest: int, highest: int) -> None:
    value = getattr(owner, field)
    if not lowest <= value <= highest:
        raise ValueError(f"{field} must be from {lowest} to {highest}, not {value}")
