"""Activities on one's own as the patient tells of them: what, how long, and on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from skill.domain.movement.exercise import Exercise, ExerciseId, ExerciseKind
from skill.domain.movement.weekdays import Weekday


class NearDay(StrEnum):
    """Days that are named from today."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    TWO_DAYS_AGO = "two-days-ago"
    THREE_DAYS_AGO = "three-days-ago"
    TO_COME = "to-come"
    """Tomorrow, or any later day."""


SaidDay = NearDay | Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDraft:
    """What was told of an activity so far; None for what is still to be asked."""

    exercise_id: ExerciseId | None = None
    minutes: int | None = None
    """As it was said, so it may be impossible."""
    on: date


def day_meant(said: SaidDay, today: date) -> date:
    """Return the day that is meant: of a weekday the last one before today, of days to come the first."""
    match said:
        case NearDay.TODAY:
            return today
        case NearDay.YESTERDAY:
            return today - timedelta(days=1)
        case NearDay.TWO_DAYS_AGO:
            return today - timedelta(days=2)
        case NearDay.THREE_DAYS_AGO:
            return today - timedelta(days=3)
        case NearDay.TO_COME:
            return today + timedelta(days=1)
        case Weekday():
            days_ago = (today.weekday() - tuple(Weekday).index(said)) % 7
            return today - timedelta(days=days_ago or 7)


def may_be_told(exercise: Exercise) -> bool:
    """Return whether an exercise is done on one's own by the minute: walking, swimming, strength training."""
    return exercise.kind in (ExerciseKind.ACTIVITY, ExerciseKind.CIRCUIT)
