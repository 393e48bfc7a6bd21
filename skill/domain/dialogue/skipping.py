"""Leaving out: the exercise that is up, or one the patient names."""

from __future__ import annotations

from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.dialogue import counting, opening, reporting, routine
from skill.domain.exercise import ExerciseId
from skill.domain.history import Outcome
from skill.domain.moment import Moment, Reply
from skill.domain.session import State


def skip(moment: Moment) -> Reply:
    """Leave the exercise that is up out, and begin the next one; after it, it must be told how it was."""
    if reporting.is_owed(moment):
        return counting.stay(moment, cues.FirstTell())
    if moment.held or not moment.session.under_way:
        return counting.stay(moment, cues.NotNow())
    return _skip(moment, cues.Skipped(exercise_id=moment.planned.exercise_id, movement_id=moment.planned.movement_id))


def _skip(moment: Moment, skipped: Cue) -> Reply:
    return routine.begin(routine.end_exercise(moment, Outcome.SKIPPED), skipped)


def leave_out(moment: Moment, exercise_id: ExerciseId) -> Reply:
    """Leave an exercise out by its name: the one that is up, or one that comes later, of a circuit all of it.

    Before the start it is taken out of the routine on offer. What is not planned any more changes nothing.
    """
    session = moment.session
    offered = moment.state is State.OFFERING_ROUTINE
    if moment.held or not (session.under_way or offered):
        return counting.stay(moment, cues.NotNow())
    current, *later = session.exercises[session.index :]
    kept = tuple(one for one in later if one.exercise_id != exercise_id)
    is_up = current.exercise_id == exercise_id
    if not is_up and len(kept) == len(later):
        return counting.back_to_it(moment, cues.NotInRoutine(exercise_id=exercise_id))
    if is_up and reporting.is_owed(moment):
        return counting.stay(moment, cues.FirstTell())
    shortened = moment.with_session(exercises=(*session.exercises[: session.index], current, *kept))
    skipped = cues.Skipped(exercise_id=exercise_id)
    if not offered:
        return _skip(shortened, skipped) if is_up else counting.back_to_it(shortened, skipped)
    return opening.offer_again(moment.with_session(exercises=kept if is_up else (current, *kept)), skipped)
