"""The routine: one exercise after the other, from its instructions to its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from skill.dialogue.count import counting, gate, instructions, side_question
from skill.dialogue.count.place import is_complete, keep_place, record_all, record_partial
from skill.dialogue.questions import current_question, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.review import rating, worth_telling
from skill.dialogue.routine import dosing, leaving, refusing
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.prescription import NeckTilt
from skill.domain.count.script import FIRST
from skill.domain.cues import Cue
from skill.domain.history.facts import ActivityDone, ExerciseEnded, Outcome, RoutineEnded
from skill.domain.history.privacy import outcome_kept
from skill.domain.movement.dose import ActivityDose, Level
from skill.domain.movement.equipment import missing
from skill.domain.movement.exercise import Exercise, ExerciseKind, Section, Side
from skill.domain.patient.patient import STRENGTH_WORK, BlockDone
from skill.domain.patient.session import PlannedExercise, Session, Wish, how_many
from skill.domain.patient.state import State
from skill.domain.plan.planned_exercise import minutes_of, movements_of, place_in_plan
from skill.domain.plan.todays_routine import too_early

EVERY_DAY = 7
_NOT_COUNTED: Mapping[str, Any] = {
    "counted": False,
    "place": FIRST,
    "runs_recorded": 0,
    "minutes_recorded": 0,
    "cut_short": False,
    "count": None,
}
"""The session's fields of an exercise of which nothing has been counted."""


def begin(moment: Moment, *before: Cue) -> Reply:
    """Introduce the exercise that is up and wait for "ready"; after the last one, close the routine.

    In quick mode the count of an exercise that is known begins by itself.
    """
    if moment.session.current is None and not moment.suspended:
        return finish(moment, *before)
    if gate.is_shut(moment):
        return gate.refuse(moment, *before)
    moment, raised = dosing.raised_if_earned(moment)
    moment = moment.with_session(
        state=State.GETTING_READY,
        started=True,
        **_NOT_COUNTED,
        first_side=_first_side(moment),
    ).with_patient(listening=None)
    moment = _waiting(moment)
    said = (*before, *raised, *instructions.instructions(moment))
    straight = instructions.goes_straight_to_the_count(moment)
    moment = instructions.note_heard(moment)
    return (
        counting.count(moment, FIRST, *said)
        if straight
        else moment.say(*said, ask=current_question.ready_question(moment))
    )


def take_up(moment: Moment, *before: Cue) -> Reply:
    """Introduce the exercise that is up once more: its count goes on in its midst, when the patient is in position."""
    moment = _waiting(moment)
    said = (*before, *instructions.instructions(moment))
    moment = instructions.note_heard(moment.with_session(state=State.GETTING_READY))
    return moment.say(*said, ask=current_question.ready_question(moment))


def ready(moment: Moment) -> Reply:
    """The patient is ready: count, or let them set off."""
    if moment.blocked:
        return gate.refuse(moment)
    dose, cautions = moment.dose, instructions.unsaid_cautions(moment)
    moment = moment.with_session(breath=None, breaths=0)
    if moment.walks_together or not isinstance(dose, ActivityDose):
        return counting.count(moment, moment.session.place, *cautions)
    moment = moment.with_session(state=State.ON_ACTIVITY)
    return moment.close(*cautions, cues.OffYouGo(exercise_id=moment.exercise.id, minutes=dose.minutes))


def next_breath(moment: Moment, *before: Cue) -> Reply:
    """Next: one or two more steps of the exercise that is up; without any left it is only asked if they are ready."""
    said, waiting = moment.session.breath or 0, instructions.breaths(moment)
    if said >= len(waiting):
        return moment.say(*before, ask=current_question.ready_question(moment))
    moment = moment.with_session(breath=said + 1, breaths=len(waiting))
    return moment.say(*before, *waiting[said], ask=current_question.ready_question(moment))


def how(moment: Moment, *before: Cue) -> Reply:
    """How: the steps of the exercise that is up, one or two at a time; from the first one when all were said."""
    said, breaths = moment.session.breath, moment.session.breaths
    return next_breath(moment.with_session(breath=0) if said is None or said >= breaths else moment, *before)


def _waiting(moment: Moment) -> Moment:
    """Return the moment with the breaths of the exercise that is up still to be said; none of what is known."""
    moment = moment.with_session(first_time=instructions.is_first_time(moment))
    breaths = len(instructions.breaths(moment)) if instructions.come_in_breaths(moment) else 0
    return moment.with_session(breath=0 if breaths else None, breaths=breaths)


def activity_done(moment: Moment, minutes: int | None = None) -> Reply:
    """The patient is back from a walk or a swim, of so many *minutes* or as planned: record it and ask how it was."""
    dose = moment.dose
    if isinstance(dose, ActivityDose):
        fact = ActivityDone(exercise_id=moment.exercise.id, minutes=minutes or dose.minutes, on=moment.today)
        moment = moment.noting(fact)
    moment = symptom_question.opened(moment, midway=False)
    return moment.say(ask=symptom_question.question_of(moment))


def done(moment: Moment) -> Reply:
    """The patient says the exercise is done, whatever was counted: ask how it was."""
    moment = keep_place(moment)
    if moment.state is State.CHECKING and moment.notes.checkup is not None:
        return moment.say(ask=symptom_question.question_of(moment))
    moment = symptom_question.opened(moment, midway=False)
    return moment.say(ask=symptom_question.after_exercise(moment))


def end_exercise(moment: Moment, outcome: Outcome) -> Moment:
    """Return the moment with the exercise that is up recorded as over, and the next one up.

    Who tells how it was instead of whether it was done, did it.
    """
    told = moment.state is State.CONFIRMING_COUNT and outcome is Outcome.COMFORTABLE
    moment = record_all(moment) if told else record_partial(keep_place(moment))
    kept = outcome_kept(outcome, keeps_reports=moment.keeps_reports)
    planned = moment.planned
    fact = ExerciseEnded(
        exercise_id=planned.exercise_id,
        movement_id=planned.movement_id,
        level=planned.level,
        form=planned.form,
        outcome=kept,
        complete=is_complete(moment),
        on=moment.today,
    )
    outcomes = (*moment.session.outcomes, kept)
    if outcome is not Outcome.SKIPPED:
        moment = _with_training_day(moment)
        moment = moment.with_day(worked_at={**moment.day.worked_at, moment.exercise.region: moment.now})
    moment = moment.with_notes(checkup=None, lighter=None, swapped=False)
    return moment.noting(fact).with_session(
        outcomes=outcomes,
        **_NOT_COUNTED,
        first_side=None,
    )


def say_done(moment: Moment) -> Reply:
    """Take "I'm done" for what it means where the dialogue is."""
    if moment.suspended or not moment.session.under_way:
        return leaving.stop(moment)
    if moment.state is State.ON_ACTIVITY:
        return activity_done(moment)
    return done(moment)


def previous(moment: Moment) -> Reply:
    """Go back one exercise, or begin this one again when it is the first."""
    if moment.suspended or not moment.session.under_way:
        return counting.say_and_wait(moment, cues.NotNow())
    if symptom_question.is_owed(moment):
        return counting.say_and_wait(moment, cues.FirstTell())
    moment = record_partial(keep_place(moment))
    if not moment.session.outcomes:
        return begin(moment, cues.AlreadyFirst())
    return begin(moment.with_session(outcomes=moment.session.outcomes[:-1]))


def start_exercise_over(moment: Moment) -> Reply:
    """Begin the exercise that is up again: count from its first repetition when it was being counted."""
    if symptom_question.is_stopped(moment):
        return counting.say_and_wait(moment, cues.FirstTell())
    in_count = moment.state in counting.INTERRUPTED and moment.counted_dose is not None
    moment = record_partial(keep_place(moment)).with_session(
        place=FIRST, runs_recorded=0, minutes_recorded=0, cut_short=False
    )
    again = cues.StartingOver(exercise_id=moment.planned.exercise_id)
    return counting.count(moment, FIRST, again) if in_count else begin(moment, again)


def do_exercise(moment: Moment, wish: Wish, *before: Cue) -> Reply:
    """Put an exercise the patient names up next and begin it; what was planned stays behind it, unless it is alone.

    With minutes it is a walk together with the coach. While safety questions come first, the wish is kept until then.
    """
    if moment.blocked:
        return gate.refuse(moment.with_session(wish=wish), *before)
    exercise_id, minutes = wish.exercise_id, wish.minutes
    if symptom_question.is_owed(moment):
        return counting.say_and_wait(moment, cues.FirstTell())
    exercise = moment.catalog.exercises[exercise_id]
    planned = place_in_plan(
        moment.catalog, moment.patient, exercise, level=Level.BEGINNER, prescription=moment.prescription
    )
    if minutes:
        planned = replace(planned, minutes=minutes, dose=None, together=True)
    refusal = refusing.why_not(moment, exercise, planned)
    if refusal:
        return counting.say_and_wait(moment, refusal)
    if too_early(moment.catalog.exercises[planned.exercise_id], moment.day, moment.local_now, moment.prescription):
        return side_question.ask(moment, State.ASKING_UP, *before, wish=wish)
    notice = why_instead(moment, exercise, planned)
    if wish.alone and not moment.session.under_way:
        moment = moment.with_session(exercises=(), outcomes=())
    moment = record_partial(keep_place(moment))
    behind = moment.session.exercises[moment.session.index :]
    rest = () if wish.alone else tuple(one for one in behind if one.exercise_id != planned.exercise_id)
    ahead = moment.session.exercises[: moment.session.index]
    moment = moment.with_session(
        exercises=(*ahead, *movements_of(moment.catalog, planned, moment.patient.lacking), *rest),
        planned_on=moment.session.planned_on or moment.today,
        **({"routine_id": "", "block_ids": ()} if wish.alone else {}),
    )
    return begin(moment, *before, *notice)


def been_up(moment: Moment) -> Reply:
    """The patient has been up for an hour: begin what was asked for."""
    wish = moment.session.wish
    moment = side_question.without_side_question(moment).with_day(up_an_hour=True)
    return side_question.go_back(moment) if wish is None else do_exercise(moment, wish)


def just_got_up(moment: Moment) -> Reply:
    """Not yet, or not sure: what was asked for waits until later in the day."""
    wish = moment.session.wish
    return side_question.go_back(moment, *(() if wish is None else (cues.LaterToday(exercise_id=wish.exercise_id),)))


def why_instead(moment: Moment, asked: Exercise, planned: PlannedExercise) -> tuple[Cue, ...]:
    """Return why *planned* takes the place of the exercise *asked* for; nothing when it is that one."""
    if planned.exercise_id == asked.id:
        return ()
    if missing(asked.needs, moment.patient.lacking):
        return (cues.NeedsEquipment(exercise_id=asked.id, instead=planned.exercise_id),)
    return (cues.NeedsFloor(exercise_id=asked.id, instead=planned.exercise_id),)


def finish(moment: Moment, *before: Cue) -> Reply:
    """The end of the routine: record it, and say goodbye."""
    session = moment.session
    done_count = how_many(tuple(one for one, outcome in _ended(session) if outcome is Outcome.COMFORTABLE))
    left_out = session.exercise_count - done_count
    blocks = tuple(BlockDone(block_id=block_id, at=moment.now) for block_id in session.block_ids)
    minutes = minutes_of(moment.catalog, session.exercises)
    moment = noted_as_ended(moment.with_day(blocks=(*moment.day.blocks, *blocks)), moment.today)
    moment = moment.with_session(state=State.FINISHED, started=False)
    moment, worth = worth_telling.at_the_end(moment) if done_count else (moment, ())
    if left_out:
        return rating.close(moment, *before, cues.RoutineOver(exercises=done_count, skipped=left_out), *worth)
    done = cues.RoutineDone(exercises=done_count, minutes=minutes)
    return rating.close(moment, *before, done, *worth, *_days_done(moment))


def _days_done(moment: Moment) -> tuple[Cue, ...]:
    """Return one true thing about today: the how-manieth day of the week it is; nothing on the first."""
    week = moment.today - timedelta(days=7)
    ended = (fact.on for fact in moment.record.of(ExerciseEnded) if fact.outcome is not Outcome.SKIPPED)
    days = len({on for on in ended if week < on <= moment.today})
    return (cues.DaysDone(days=days),) if days > 1 and moment.record.whole else ()


def _first_side(moment: Moment) -> Side:
    """Return the side to begin with: away from the painful one where the exercise says so (WU2022), or as taught."""
    exercise, painful = moment.exercise, moment.patient.painful_side
    toward = moment.prescription is not None and moment.prescription.neck_tilt is NeckTilt.TOWARD
    if exercise.away_from_symptoms and painful:
        return painful if toward else painful.other
    return exercise.starting_side


def noted_as_ended(moment: Moment, on: date) -> Moment:
    """Return the moment with the end of its routine in the history of the day *on*."""
    session = moment.session
    done = how_many(tuple(one for one, outcome in _ended(session) if outcome is Outcome.COMFORTABLE))
    fact = RoutineEnded(
        routine_id=session.routine_id,
        block_ids=session.block_ids,
        done=done,
        skipped=session.exercise_count - done,
        on=on,
    )
    keys = (session.routine_id, *session.block_ids) if session.block_ids else ()
    return _on_days_done(moment, keys, on).noting(fact)


def _ended(session: Session) -> Iterator[tuple[PlannedExercise, Outcome]]:
    return zip(session.exercises, session.outcomes, strict=False)


def _with_training_day(moment: Moment) -> Moment:
    """Return the moment with today among the training days: strengthening was done, whatever of it is left."""
    exercise, session = moment.exercise, moment.session
    if exercise.section is not Section.STRENGTHENING and exercise.kind is not ExerciseKind.CIRCUIT:
        return moment
    routine = next((one for one in moment.catalog.routines if one.id == session.routine_id), None)
    if routine is None:
        return moment
    rare = (one.id for one in routine.blocks if one.id in session.block_ids and one.days_per_week < EVERY_DAY)
    return _on_days_done(moment, (STRENGTH_WORK, routine.id, *rare), moment.today)


def _on_days_done(moment: Moment, keys: tuple[str, ...], on: date) -> Moment:
    week = moment.today - timedelta(days=7)
    done = moment.patient.days_done
    days = {key: tuple(sorted({*(day for day in done.get(key, ()) if week < day <= moment.today), on})) for key in keys}
    return moment.with_patient(days_done={**done, **days})
