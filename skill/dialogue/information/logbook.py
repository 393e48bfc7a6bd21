"""The log of walking, swimming and strength training: telling and taking back. It needs no safety questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from skill.dialogue.count import counting, side_question
from skill.dialogue.reply import Reply
from skill.dialogue.review import week
from skill.dialogue.routine import routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import ActivityDone, ActivityTakenBack
from skill.domain.history.record import days_before
from skill.domain.movement.activity import ActivityDraft, may_be_told
from skill.domain.movement.exercise import ExerciseId
from skill.domain.movement.weekdays import weekday_of
from skill.domain.patient.state import State


def tell(moment: Moment, told: ActivityDraft, *before: Cue) -> Reply:
    """Log what was told; ask for what is missing or cannot be, and whether the same was done once more."""
    if told.on > moment.today:
        return counting.say_and_resume(side_question.without_side_question(moment), *before, cues.ActivityToCome())
    if told.exercise_id is None or told.minutes is None:
        return side_question.ask(moment, State.TELLING_ACTIVITY, *before, told=told)
    if not _can_be(moment, told.minutes):
        unlikely, again = cues.MinutesUnlikely(minutes=told.minutes), replace(told, minutes=None)
        return side_question.ask(moment, State.TELLING_ACTIVITY, *before, unlikely, told=again)
    done = _beyond_doubt(moment, told)
    if done is None:
        return side_question.ask(moment, State.CONFIRMING_ACTIVITY, *before, told=told)
    return _log(moment, done, *before)


def tell_two(moment: Moment, first: ActivityDraft, second: ActivityDraft) -> Reply:
    """Log two activities told in one sentence; what must be asked about one comes when the other is logged."""
    if first.on > moment.today:
        return tell(moment, first)
    done = _beyond_doubt(moment, first)
    if done is None:
        first, second = second, first
        done = _beyond_doubt(moment, first)
    if done is None:
        return tell(moment, second, cues.OneActivityAtATime())
    moment = side_question.without_side_question(moment).noting(done)
    return tell(moment, second, _logged(moment, done), *_later(moment, done.exercise_id))


def tell_when_back(moment: Moment, told: ActivityDraft) -> Reply:
    """Take what was told as the end of the activity that is under way, when it can be that; else log it."""
    fits = told.exercise_id in (None, moment.planned.exercise_id) and told.on == moment.today
    if moment.suspended or not fits or not (told.minutes is None or _can_be(moment, told.minutes)):
        return tell(moment, told)
    return routine.activity_done(moment, told.minutes)


def tell_more(
    moment: Moment, *, exercise_id: ExerciseId | None = None, minutes: int | None = None, on: date | None = None
) -> Reply:
    """Take the answer to what was missing; what is said again counts."""
    told = moment.session.told or ActivityDraft(on=moment.today)
    exercise_id = exercise_id if exercise_id and may_be_told(moment.catalog.exercises[exercise_id]) else None
    return tell(
        moment,
        ActivityDraft(
            exercise_id=exercise_id or told.exercise_id,
            minutes=told.minutes if minutes is None else minutes,
            on=on or told.on,
        ),
    )


def another(moment: Moment) -> Reply:
    """Yes: the same was done once more."""
    told = moment.session.told
    if told is None or told.exercise_id is None or told.minutes is None:
        return counting.say_and_resume(side_question.without_side_question(moment))
    return _log(moment, _done(told.exercise_id, told.minutes, told.on))


def not_another(moment: Moment) -> Reply:
    """No: it was told twice."""
    return counting.say_and_resume(side_question.without_side_question(moment), cues.NotLoggedAgain())


def nothing_told(moment: Moment) -> Reply:
    """No, or never mind: nothing is logged."""
    return counting.say_and_resume(side_question.without_side_question(moment))


def take_back(moment: Moment, exercise_id: ExerciseId | None = None) -> Reply:
    """Take back what was logged last, of one activity when it is named."""
    moment = side_question.without_side_question(moment)
    if not moment.record.whole:
        return counting.say_and_resume(moment, cues.NotesOutOfReach())
    since = days_before(moment.today, moment.rules.weekly.telling.take_back_days)
    done = [one for one in moment.record.activities(since=since) if exercise_id in (None, one.exercise_id)]
    if not done:
        return counting.say_and_resume(moment, cues.NothingToTakeBack())
    last = done[-1]
    moment = moment.noting(ActivityTakenBack(exercise_id=last.exercise_id, minutes=last.minutes, on=last.on))
    taken = cues.ActivityTaken(
        exercise_id=last.exercise_id,
        minutes=last.minutes,
        days_ago=(moment.today - last.on).days,
        weekday=weekday_of(last.on),
    )
    return counting.say_and_resume(moment, taken, *week.sums(moment, last.exercise_id, last.on))


def _log(moment: Moment, done: ActivityDone, *before: Cue) -> Reply:
    moment = side_question.without_side_question(moment).noting(done)
    logged = (*before, _logged(moment, done), *_later(moment, done.exercise_id))
    return counting.say_and_resume(moment, *logged, *week.sums(moment, done.exercise_id, done.on))


def _logged(moment: Moment, done: ActivityDone) -> Cue:
    return cues.ActivityLogged(
        exercise_id=done.exercise_id,
        minutes=done.minutes,
        days_ago=(moment.today - done.on).days,
        weekday=weekday_of(done.on),
    )


def _can_be(moment: Moment, minutes: int) -> bool:
    return 1 <= minutes <= moment.rules.weekly.telling.longest_minutes


def _beyond_doubt(moment: Moment, told: ActivityDraft) -> ActivityDone | None:
    """Return the fact that was *told*; None when something is missing, cannot be, or was told before."""
    if told.exercise_id is None or told.minutes is None or not _can_be(moment, told.minutes):
        return None
    done = _done(told.exercise_id, told.minutes, told.on)
    return None if done in moment.record.activities(since=told.on) else done


def _later(moment: Moment, exercise_id: ExerciseId) -> tuple[Cue, ...]:
    """Return the notice that the plan has this activity in a later phase only; it is logged all the same."""
    phases = moment.catalog.exercises[exercise_id].phases
    if moment.patient.phase in phases:
        return ()
    return (cues.ActivityComesLater(exercise_id=exercise_id, phase=phases[0]),)


def _done(exercise_id: ExerciseId, minutes: int, on: date) -> ActivityDone:
    return ActivityDone(exercise_id=exercise_id, minutes=minutes, on=on)
