"""Walking together: the coach calls the minutes, and asks afterwards how it was."""

from __future__ import annotations

from skill.dialogue.count import gate
from skill.dialogue.reply import Reply
from skill.dialogue.routine import routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.movement.exercise import Exercise, ExerciseKind, Position
from skill.domain.patient.session import Wish
from skill.domain.progress.week import walk_minutes


def together(moment: Moment, minutes: int | None = None) -> Reply:
    """Begin a walk of *minutes*, or of today's, with the coach; never longer than the phase allows."""
    if moment.blocked:
        return gate.refuse(moment)
    targets = moment.rules.weekly.targets[moment.patient.phase]
    longest = min(targets.walk_minutes.most, moment.rules.weekly.together.longest_minutes)
    wanted = minutes or walk_minutes(moment.progress_inputs, moment.training_week)
    shortened = (cues.WalkIsShorter(minutes=longest),) if wanted > longest else ()
    return routine.do_exercise(moment, Wish(exercise_id=_walk(moment).id, minutes=min(wanted, longest)), *shortened)


def _walk(moment: Moment) -> Exercise:
    exercises = moment.catalog.exercises.values()
    return next(one for one in exercises if one.kind is ExerciseKind.ACTIVITY and one.position is not Position.IN_WATER)
