"""The patient's own goals: up to three, in their words, rated from 0 to 10 every two weeks (docs/clinical.md §7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from skill.domain.history.facts import GoalRated
from skill.domain.history.record import Record

LOWEST_RATING, HIGHEST_RATING = 0, 10
"""Unable to, and as before."""
MOST_LETTERS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal."""

    id: int
    """Never used again, so that ratings stay with the goal they are of."""
    words: str = field(repr=False)
    """As the patient said it: "sit through a film"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """The first and the last rating of a goal."""

    first: int
    last: int
    last_on: date


def new_goal(goals: tuple[Goal, ...], record: Record, words: str) -> Goal:
    """Return the goal of *words*, with an id that neither a goal nor a rating has had."""
    used = [*(goal.id for goal in goals), *(rated.goal_id for rated in record.of(GoalRated))]
    return Goal(id=max(used, default=0) + 1, words=" ".join(words.split())[:MOST_LETTERS])


def ratings_of(record: Record, goal_id: int) -> Ratings | None:
    """Return how a goal was rated; None when it never was."""
    rated = [fact for fact in record.of(GoalRated) if fact.goal_id == goal_id]
    return Ratings(first=rated[0].rating, last=rated[-1].rating, last_on=rated[-1].on) if rated else None
