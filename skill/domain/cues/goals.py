"""What the patient rates: the week, and goals of their own, in their own words (`goal`)."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue


@cue
class AskHowWeekWas(Question):
    """How was the week, against the one before?"""


@cue
class AskWhetherMuch(Question):
    """Much better, or much worse?"""

    better: bool


@cue
class WeekRatingTaken(Cue):
    """Thank you for rating the week."""


@cue
class AskGoal(Question):
    """What would you like to be able to do?"""


@cue
class GoalKept(Cue):
    """The goal is remembered."""

    goal: str


@cue
class GoalIs(Cue):
    """One of the goals, not rated yet."""

    goal_number: int
    goal: str


@cue
class GoalRatedAt(Cue):
    """One of the goals, and its only rating so far."""

    goal_number: int
    goal: str
    rating: int


@cue
class GoalMoved(Cue):
    """One of the goals, with its first rating and its last."""

    goal_number: int
    goal: str
    rating_before: int
    rating_now: int


@cue
class NoGoals(Cue):
    """There are no goals yet; how to set one."""


@cue
class GoalsAreFull(Cue):
    """There are as many goals as can be kept; how to change or delete one."""

    goals: int


@cue
class WhichGoal(Cue):
    """Which of the goals is meant was not clear."""

    goals: int


@cue
class GoalDropped(Cue):
    """The goal is deleted."""

    goal: str


@cue
class GoalsNotKept(Cue):
    """Goals are not kept here."""


@cue
class AskGoalRating(Question):
    """How well can you do it now, from 0 to 10?"""

    goal: str


@cue
class GoalRatingTaken(Cue):
    """The rating is noted."""

    rating: int


@cue
class GoalRatingUnclear(Cue):
    """A rating is a number from 0 to 10."""
