"""Leaving out: the exercise that is up, or one the patient names."""

from __future__ import annotations

from skill.dialogue.count import counting
from skill.dialogue.questions import symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import Outcome
from skill.domain.movement.exercise import ExerciseId
from skill.domain.patient.state import State


def next_step(moment: Moment) -> Reply:
    """Next, before an exercise: the next step while steps are still to be said; else the exercise is left out."""
    return skip(moment) if moment.session.breath is None else routine.next_breath(moment)


def skip(moment: Moment) -> Reply:
    """Skip the current exercise. A finished one must be reported on first."""
    if symptom_question.is_owed(moment):
        return counting.say_and_wait(moment, cues.FirstTell())
    if moment.suspended or not moment.session.under_way:
        return counting.say_and_wait(moment, cues.NotNow())
    return _skip(moment, cues.Skipped(exercise_id=moment.planned.exercise_id, movement_id=moment.planned.movement_id))


def _skip(moment: Moment, skipped: Cue) -> Reply:
    return routine.begin(routine.end_exercise(moment, Outcome.SKIPPED), skipped)


def leave_out(moment: Moment, exercise_id: ExerciseId) -> Reply:
    """Leave an exercise out by its name: the one that is up, or one that comes later, of a circuit all of it.

    Before the start it is taken out of the routine on offer. What is not planned any more changes nothing.
    """
    session = moment.session
    offered = moment.state is State.OFFERING_ROUTINE
    if moment.suspended or not (session.under_way or offered):
        return counting.say_and_wait(moment, cues.NotNow())
    current, *later = session.exercises[session.index :]
    kept = tuple(one for one in later if one.exercise_id != exercise_id)
    is_up = current.exercise_id == exercise_id
    if not is_up and len(kept) == len(later):
        return counting.say_and_resume(moment, cues.NotInRoutine(exercise_id=exercise_id))
    if is_up and symptom_question.is_owed(moment):
        return counting.say_and_wait(moment, cues.FirstTell())
    shortened = moment.with_session(exercises=(*session.exercises[: session.index], current, *kept))
    skipped = cues.Skipped(exercise_id=exercise_id)
    if not offered:
        return _skip(shortened, skipped) if is_up else counting.say_and_resume(shortened, skipped)
    return opening.offer_again(moment.with_session(exercises=kept if is_up else (current, *kept)), skipped)
