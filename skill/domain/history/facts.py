"""Facts that are kept for good: appended, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar, dataclass_transform

from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Form, Phase, Region, Side
from skill.domain.safety.red_flags import Care
from skill.domain.safety.screen_items import ScreenKind
from skill.domain.symptoms.report import BodySide, Change, NewSymptom, Occasion
from skill.domain.symptoms.verdicts import Reason, Verdict
from skill.domain.symptoms.zones import Zone


class Fact:
    """Something that happened."""

    __slots__ = ()


_Kind = TypeVar("_Kind", bound=Fact)


FACTS: dict[str, type[Fact]] = {}
"""Every kind of fact by its type's name."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def fact(kind: type[_Kind]) -> type[_Kind]:
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


@fact
class SetDone(Fact):
    """A set was counted, on one side when the dose is per side. An interrupted one has the reps done."""

    exercise_id: ExerciseId
    movement_id: str | None
    set_number: int
    side: Side | None
    reps: int
    planned_reps: int


@fact
class ExerciseEnded(Fact):
    """An exercise of the routine is over."""

    exercise_id: ExerciseId
    movement_id: str | None
    level: Level
    form: Form
    outcome: Outcome
    complete: bool = True
    """Whether every planned repetition was done."""
    on: date
    """The day in the patient's own time zone."""


@fact
class ActivityDone(Fact):
    """Minutes of walking, swimming or strength training: on one's own, or walked together with the coach."""

    exercise_id: ExerciseId
    minutes: int
    on: date


@fact
class ActivityTakenBack(Fact):
    """The patient took back an activity told before: the last one that is the same."""

    exercise_id: ExerciseId
    minutes: int
    on: date
    """The day of the activity, not the one on which it was taken back."""


@fact
class RoutineEnded(Fact):
    """The end of a routine's block was reached."""

    routine_id: str
    block_ids: tuple[str, ...]
    done: int
    skipped: int
    on: date


@fact
class CareAdvised(Fact):
    """The patient was told to get care. Only the fact and the day, never what was reported (docs/clinical.md §3.4)."""

    care: Care
    on: date


class AdviceReason(StrEnum):
    """Why a physical therapist could see more, though nothing is urgent (docs/clinical.md §2.6a)."""

    UNCHANGED = "unchanged"
    """No lasting change for two weeks."""
    NOT_BETTER = "not-better"
    """Not clearly better after eight weeks."""


@fact
class AdviceGiven(Fact):
    """The patient was advised to see a physical therapist. Kept only with consent, in the durable mode."""

    reason: AdviceReason
    region: Region
    on: date


@fact
class CareCleared(Fact):
    """The patient said that a clinician has checked it."""

    on: date


@fact
class SignMisheard(Fact):
    """A warning sign was taken back as misheard, and every question about an emergency was answered with no."""

    on: date


@fact
class SymptomReported(Fact):
    """Where the symptoms were and how strong. Kept only with consent, in the durable mode."""

    occasion: Occasion
    region: Region
    """Low back or neck."""
    exercise_id: ExerciseId | None
    """The exercise it came after; None for a baseline."""
    zone: Zone
    strength: int | None
    """0 to 10; None when it was told in words only."""
    side: BodySide | None
    new: tuple[NewSymptom, ...] = ()
    on: date


@fact
class ExerciseJudged(Fact):
    """What came of the report after an exercise. Kept only with consent, in the durable mode."""

    exercise_id: ExerciseId
    verdict: Verdict
    care: Care | None
    reason: Reason
    moved_out: bool
    sets: int
    """How many sets of it were done before the report."""
    on: date


@fact
class NextDayReported(Fact):
    """How the patient was the day after a session. Kept only with consent, in the durable mode."""

    change: Change
    moved_out: bool
    session_on: date
    """The day of the session that is meant."""
    on: date


class WeekRating(StrEnum):
    """How a week was, all in all, against the one before."""

    MUCH_BETTER = "much-better"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    MUCH_WORSE = "much-worse"


@fact
class WeekRated(Fact):
    """How the patient found the week. Kept only with consent, in the durable mode."""

    rating: WeekRating
    on: date


@fact
class GoalRated(Fact):
    """How well the patient can do what one of their goals says. The words of the goal are not in the history."""

    goal_id: int
    rating: int
    """0 unable to, 10 as before."""
    on: date


@fact
class PhaseChanged(Fact):
    """The patient went on to another phase, or back to one, or stays in recovery but begins again."""

    phase: Phase
    set_back: bool
    on: date


@fact
class DoseChanged(Fact):
    """An exercise got harder or easier by one step of its ladder (`skill.domain.movement.ladder`)."""

    exercise_id: ExerciseId
    level: Level
    step: int
    raised: bool
    on: date


@fact
class ScreenTaken(Fact):
    """A screen was taken to its end. Only the fact and the day, never an answer (docs/clinical.md §3.4)."""

    kind: ScreenKind
    region: Region
    passed: bool
    on: date
