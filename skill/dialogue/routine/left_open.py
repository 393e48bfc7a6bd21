"""An exercise of an earlier day that was left open: asked about once, and then today's routine comes.

See docs/clinical.md §4.5.
"""

from __future__ import annotations

from datetime import date

from skill.dialogue.count.place import record_minutes
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import routine
from skill.dialogue.step import Moment
from skill.domain.cues import Cue
from skill.domain.history.facts import ActivityDone, ExerciseEnded, Outcome
from skill.domain.history.privacy import outcome_kept
from skill.domain.movement.dose import ActivityDose
from skill.domain.patient.session import PlannedExercise
from skill.domain.patient.state import State

OPEN_IN = (State.ON_ACTIVITY, State.CHECKING, State.CONFIRMING_COUNT)


def is_due(moment: Moment) -> bool:
    """Return whether something begun on an earlier day was not told to be done, and was not asked about yet."""
    return _is_old(moment) and (moment.state in OPEN_IN or _heard_out(moment))


def was_asked(moment: Moment) -> bool:
    """Return whether it was asked about before, and not answered: it is not asked again."""
    return moment.state is State.ASKING_LEFT_OPEN and moment.session.asked_on != moment.today


def ask(moment: Moment, *before: Cue) -> Reply:
    """Ask whether it was finished."""
    moment = moment.with_session(state=State.ASKING_LEFT_OPEN, asked_on=moment.today)
    return moment.say(*before, ask=current_question.question_of(moment))


def settled(moment: Moment, *, done: bool) -> Moment:
    """Return the moment without what was left open; what was done of it is in the history."""
    on, planned = moment.session.planned_on or moment.today, moment.planned
    dose = moment.dose
    if done and isinstance(dose, ActivityDose) and not moment.walks_together:
        moment = moment.noting(ActivityDone(exercise_id=planned.exercise_id, minutes=dose.minutes, on=on))
    elif moment.walks_together:
        moment = record_minutes(moment, dose.minutes if done and isinstance(dose, ActivityDose) else None, on=on)
    moment = moment.noting(_ended(moment, planned, on, done=done))
    if moment.session.index + 1 == len(moment.session.exercises):
        moment = routine.noted_as_ended(moment, on)
    return moment.with_session(state=State.FINISHED, started=False)


def _ended(moment: Moment, planned: PlannedExercise, on: date, *, done: bool) -> ExerciseEnded:
    """Return how it ended. Nobody told how it was, so it is not complete: no dose rises by it."""
    outcome = Outcome.COMFORTABLE if done else Outcome.SKIPPED
    return ExerciseEnded(
        exercise_id=planned.exercise_id,
        movement_id=planned.movement_id,
        level=planned.level,
        form=planned.form,
        outcome=outcome_kept(outcome, keeps_reports=moment.keeps_reports),
        complete=False,
        on=on,
    )


def _is_old(moment: Moment) -> bool:
    planned_on = moment.session.planned_on
    return moment.session.under_way and planned_on is not None and planned_on < moment.today


def _heard_out(moment: Moment) -> bool:
    return moment.session.count is not None and moment.place_heard() is None
