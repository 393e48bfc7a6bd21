"""The patient's own goals: told, listed, changed and deleted by voice. The words are theirs alone."""

from __future__ import annotations

from skill.dialogue.count import counting, side_question
from skill.dialogue.reply import Reply
from skill.dialogue.review import rating
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.goals import Goal, new_goal, ratings_of
from skill.domain.history.privacy import SymptomsMode
from skill.domain.patient.state import State


def set_goal(moment: Moment, words: str | None) -> Reply:
    """Keep a goal in the patient's *words* and ask for its first rating; without words ask for them.

    Where a goal is being changed, it takes that one's place.
    """
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return counting.say_and_wait(side_question.without_side_question(moment), cues.GoalsNotKept())
    in_place_of = moment.session.goal_ids[:1] if moment.state is State.NAMING_GOAL else ()
    goals = tuple(goal for goal in moment.patient.goals if goal.id not in in_place_of)
    if len(goals) >= moment.rules.goals_kept:
        return counting.say_and_wait(side_question.without_side_question(moment), cues.GoalsAreFull(goals=len(goals)))
    if not words or not words.strip():
        return side_question.ask(moment, State.NAMING_GOAL, goal_ids=in_place_of)
    goal = new_goal(moment.patient.goals, moment.record, words)
    asked_on = moment.patient.goals_asked_on or moment.today
    moment = moment.with_patient(goals=(*goals, goal), goals_asked_on=asked_on)
    return side_question.ask(moment, State.RATING_GOAL, cues.GoalKept(goal=goal.words), goal_ids=(goal.id,))


def list_goals(moment: Moment) -> Reply:
    """Tell the goals, each with its first and its last rating."""
    moment = side_question.without_side_question(moment)
    return counting.say_and_wait(moment, *(in_short(moment) or (cues.NoGoals(),)))


def rate(moment: Moment) -> Reply:
    """Rate the goals now, because the patient wants to."""
    moment = side_question.without_side_question(moment)
    return rating.rate_goals(moment) if moment.patient.goals else counting.say_and_wait(moment, cues.NoGoals())


def change(moment: Moment, goal_number: int | None) -> Reply:
    """Ask for other words for one of the goals."""
    moment = side_question.without_side_question(moment)
    goal = _named(moment, goal_number)
    return _unclear(moment) if goal is None else side_question.ask(moment, State.NAMING_GOAL, goal_ids=(goal.id,))


def drop(moment: Moment, goal_number: int | None) -> Reply:
    """Delete one of the goals, words and all."""
    moment = side_question.without_side_question(moment)
    goal = _named(moment, goal_number)
    if goal is None:
        return _unclear(moment)
    moment = moment.with_patient(goals=tuple(one for one in moment.patient.goals if one != goal))
    return counting.say_and_wait(moment, cues.GoalDropped(goal=goal.words))


def in_short(moment: Moment) -> tuple[Cue, ...]:
    """Return a sentence or two about each goal."""
    return tuple(_told(moment, number, goal) for number, goal in enumerate(moment.patient.goals, 1))


def _told(moment: Moment, number: int, goal: Goal) -> Cue:
    rated = ratings_of(moment.record, goal.id)
    if rated is None:
        return cues.GoalIs(goal_number=number, goal=goal.words)
    if rated.first == rated.last:
        return cues.GoalRatedAt(goal_number=number, goal=goal.words, rating=rated.last)
    return cues.GoalMoved(goal_number=number, goal=goal.words, rating_before=rated.first, rating_now=rated.last)


def _named(moment: Moment, goal_number: int | None) -> Goal | None:
    """Return the goal that is meant: the one with the number, or the only one there is."""
    goals = moment.patient.goals
    if goal_number is None:
        return goals[0] if len(goals) == 1 else None
    return goals[goal_number - 1] if 1 <= goal_number <= len(goals) else None


def _unclear(moment: Moment) -> Reply:
    goals = len(moment.patient.goals)
    return counting.say_and_wait(moment, cues.WhichGoal(goals=goals) if goals else cues.NoGoals())
