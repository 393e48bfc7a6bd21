"""A clinician's program for one patient: it takes the place of the coach's own choices, never of a safety rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from skill.domain.movement.dose import ActivityDose, AnyDose, Dose, Level
from skill.domain.movement.exercise import Exercise, ExerciseId, Form, Phase


class NeckTilt(StrEnum):
    """To which side the neck is tilted first, seen from the painful one."""

    AWAY = "away"
    """As the coach does by itself (WU2022)."""
    TOWARD = "toward"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescribed:
    """One exercise of the program; what is not said is as in its level's dose."""

    exercise: ExerciseId
    level: Level = Level.BEGINNER
    form: Form = Form.USUAL
    sets: int | None = None
    reps: int | None = None
    hold_seconds: int | None = None
    rest_between_sets_seconds: int | None = None
    minutes: int | None = None
    """Of an activity."""

    def dose(self, exercise: Exercise) -> AnyDose:
        """Return the dose of *exercise*. Raise `ValueError` when it is out of range, or not for such an exercise."""
        dose = exercise.doses.at(self.level)
        counted = {
            name: value
            for name in ("sets", "reps", "hold_seconds", "rest_between_sets_seconds")
            if (value := getattr(self, name)) is not None
        }
        if isinstance(dose, Dose):
            if self.minutes is not None:
                raise ValueError(f"minutes do not fit {exercise.id}: it is counted")
            return replace(dose, **counted)
        if counted:
            raise ValueError(f"{next(iter(counted))} does not fit {exercise.id}: it goes by minutes")
        return replace(dose, minutes=self.minutes) if self.minutes is not None else dose


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """A clinician's program."""

    given_on: date
    until: date | None = None
    """The last day on which it holds; None when it has no end."""
    phase: Phase | None = None
    """The phase the clinician sees the patient in."""
    exercises: tuple[Prescribed, ...] = ()
    """In order. None: the coach plans its own routine."""
    blocks_per_day: int = 1
    """How often a day they are done."""
    days_per_week: int = 7
    leave_out: tuple[ExerciseId, ...] = ()
    """Never planned, and not coached when asked for."""
    neck_tilt: NeckTilt = NeckTilt.AWAY
    cleared: tuple[str, ...] = ()
    """The ids of safety questions (tiers 2 to 4) that the clinician has checked."""
    readable: bool = True
    """False when the file is there and cannot be read: then nothing is coached, for it may forbid it."""

    def __post_init__(self) -> None:
        if not 1 <= self.blocks_per_day <= 6:
            raise ValueError(f"blocks_per_day must be from 1 to 6, not {self.blocks_per_day}")
        if not 1 <= self.days_per_week <= 7:
            raise ValueError(f"days_per_week must be from 1 to 7, not {self.days_per_week}")
        if self.until is not None and self.until < self.given_on:
            raise ValueError("until must not be before given_on")

    def holds_on(self, day: date) -> bool:
        """Return whether it holds on *day*."""
        return self.given_on <= day and (self.until is None or day <= self.until)

    def planned_dose(self, exercise: Exercise) -> Dose | ActivityDose | None:
        """Return the dose of *exercise* if it is in the program with numbers of its own; else None."""
        for one in self.exercises:
            dose = one.dose(exercise) if one.exercise == exercise.id else None
            if isinstance(dose, Dose | ActivityDose) and dose != exercise.doses.at(one.level):
                return dose
        return None


UNREADABLE = Prescription(given_on=date.min, readable=False)
"""Stands for a program that is there and cannot be read."""
