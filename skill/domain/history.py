"""Facts that are kept for good: appended, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar, dataclass_transform

from skill.domain.exercise import ExerciseId, Form, Level, Side
from skill.domain.safety import Care


class Fact:
    """Something that happened."""

    __slots__ = ()


_Kind = TypeVar("_Kind", bound=Fact)

FACTS: dict[str, type[Fact]] = {}
"""Every kind of fact by its type's name."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def kept(kind: type[_Kind]) -> type[_Kind]:
    """Make *kind* a frozen, slotted, keyword-only dataclass, and enter it in `FACTS`."""
    made = dataclass(frozen=True, slots=True, kw_only=True)(kind)
    FACTS[made.__name__] = made
    return made


class Outcome(StrEnum):
    """How an exercise ended."""

    COMFORTABLE = "comfortable"
    """Done, and the symptoms were better or the same."""
    WORSE = "worse"
    """Ended because the symptoms were worse."""
    SKIPPED = "skipped"
    """Left out or cut short by the patient."""
    STOPPED = "stopped"
    """Ended by pain or danger."""


@kept
class SetDone(Fact):
    """A set was counted, on one side when the dose is per side. An interrupted one has the reps done."""

    exercise_id: ExerciseId
    movement_id: str | None
    set_number: int
    side: Side | None
    reps: int
    planned_reps: int


@kept
class ExerciseEnded(Fact):
    """An exercise of the routine is over."""

    exercise_id: ExerciseId
    movement_id: str | None
    level: Level
    form: Form
    outcome: Outcome
    on: date
    """The day in the patient's own time zone."""


@kept
class ActivityDone(Fact):
    """Minutes of an activity on one's own."""

    exercise_id: ExerciseId
    minutes: int
    on: date


@kept
class RoutineEnded(Fact):
    """The end of a routine's block was reached."""

    programme_id: str
    block_ids: tuple[str, ...]
    done: int
    skipped: int
    on: date


@kept
class CareAdvised(Fact):
    """The patient was told to get care. Only the fact and the day, never what was reported (clinical.md §3.4)."""

    care: Care
    on: date


@kept
class CareCleared(Fact):
    """The patient said that a clinician has checked it."""

    on: date
