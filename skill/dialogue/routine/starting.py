"""Starting at once, and saying in the same breath how: for so many minutes, or without an exercise."""

from __future__ import annotations

from skill.dialogue.reply import Reply
from skill.dialogue.routine import fitting, opening, skipping
from skill.dialogue.step import Moment
from skill.domain.movement.exercise import ExerciseId
from skill.domain.patient.session import Wish
from skill.domain.patient.state import State


def start_for(moment: Moment, minutes: int) -> Reply:
    """Start now what fits into so many minutes."""
    if moment.session.under_way and not moment.blocked:
        return fitting.set_minutes(moment, minutes)
    return opening.begin_planned(opening.in_minutes(moment, minutes))


def start_without(moment: Moment, exercise_id: ExerciseId) -> Reply:
    """Start now with all of the routine but one exercise."""
    offered = moment.state is State.OFFERING_ROUTINE and moment.session.planned_on == moment.today
    if moment.suspended or (not moment.blocked and (moment.session.under_way or offered)):
        left = skipping.leave_out(moment, exercise_id)
        return opening.begin_offered(moment, left) if offered else left
    return opening.begin_planned(moment.with_session(wish=Wish(exercise_id=exercise_id, left_out=True)))
