"""Answers on the side: they tell something and then return to where the dialogue was."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from itertools import takewhile

from skill.dialogue.count import counting, instructions, side_question
from skill.dialogue.count.place import keep_place
from skill.dialogue.information import topic_answers
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.count.script import Place, reps_before, side_at
from skill.domain.count.walk import minutes_walked
from skill.domain.cues import Cue
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import ExerciseId
from skill.domain.patient.session import PlannedExercise, Session, how_many
from skill.domain.patient.state import SafetyCheck, State
from skill.domain.plan.eligibility import within_limits
from skill.domain.plan.planned_exercise import minutes_of

OTHER_WAY_AFTER = 3
"""So many times running the same was not understood, and it is said another way."""
_SAID_WHOLE = (State.HELD, State.CLARIFYING, State.RETRACTING, State.CHECKING_SAFETY, State.SCREENING)
"""The states in which "what?" brings back all that was said."""


def help_me(moment: Moment) -> Reply:
    """What this is, and what can be said now; in an exercise, first what to say if something is wrong."""
    paused = keep_place(moment)
    first = (cues.SayEmergency(),) if moment.session.under_way and not moment.suspended else ()
    return counting.say_and_wait(moment, *first, cues.HelpAbout(), cues.YouCanSay(state=paused.state.value))


def not_understood(moment: Moment) -> Reply:
    """Nonsense: nothing changes, but a count is paused, for it may have been a call for help."""
    if moment.state in (State.COUNTING, State.PAUSED) and moment.session.under_way:
        said = cues.DidNotCatchPaused() if moment.state is State.COUNTING else cues.DidNotCatch()
        return side_question.ask(moment, State.CHECKING_SAFETY, said, safety_check=SafetyCheck.UNCLEAR)
    return counting.say_and_wait(moment, cues.DidNotCatch(), cues.YouCanSay(state=moment.state.value))


def not_now(moment: Moment) -> Reply:
    """Understood, but it does not fit here: nothing changes."""
    return counting.say_and_wait(moment, cues.NotNow(), cues.YouCanSay(state=keep_place(moment).state.value))


def not_supported(moment: Moment) -> Reply:
    """Shuffle, loop: say politely that exercises have their order."""
    return counting.say_and_resume(moment, cues.NotSupportedHere())


def hear_again(moment: Moment) -> Reply:
    """Yes, where it was offered to say words for danger again: they come again, whole."""
    if not isinstance(moment.said.question, cues.AskHearAgain):
        return not_understood(moment)
    return replace(repeat(moment), urgent=True)


def repeat(moment: Moment) -> Reply:
    """Say it again: the last words, or in a count the place. The third time running, say it another way."""
    if moment.state is State.COUNTING:
        return counting.go_on(moment)
    moment = _asked_again(moment)
    if moment.session.repeats >= OTHER_WAY_AFTER and moment.state not in _SAID_WHOLE:
        return _another_way(moment)
    return moment.say(*moment.said.cues, ask=moment.said.question or current_question.question_of(moment))


def what(moment: Moment) -> Reply:
    """What? The last sentence and the question again; words for danger, and a safety question, come whole."""
    asked = moment.said.question
    if moment.state in _SAID_WHOLE or moment.state is State.COUNTING or asked is None:
        return repeat(moment)
    moment = _asked_again(moment)
    if moment.session.repeats >= OTHER_WAY_AFTER:
        return _another_way(moment)
    return replace(moment.say(*moment.said.cues[-1:], ask=asked), part_of=moment.said)


def _asked_again(moment: Moment) -> Moment:
    return moment.with_session(repeats=moment.session.repeats + 1)


def _another_way(moment: Moment) -> Reply:
    """Before an exercise, its steps one or two at a time; else what can be said, and the question."""
    if moment.state is State.GETTING_READY and instructions.breaths(moment):
        return routine.how(moment.with_session(breath=0), cues.StepByStep())
    return moment.say(cues.YouCanSay(state=moment.state.value), ask=current_question.question_of(moment))


class Aside(StrEnum):
    """What is asked along with an answer."""

    LEFT = "left"
    """How many exercises are left."""
    LONG = "long"
    """How long the rest takes."""
    NEXT = "next"
    """What comes next: the introduction of the next exercise says it."""


def with_aside(moment: Moment, told: Reply, aside: Aside) -> Reply:
    """Return *told* with the answer to what was asked along with it, where the routine simply goes on."""
    goes_on = told.session.state is State.GETTING_READY and not told.urgent
    if not goes_on or aside is Aside.NEXT:
        return told
    now = replace(moment, patient=told.patient, session=told.session)
    minutes = minutes_of(now.catalog, now.session.exercises[now.session.index :])
    answer: Cue = cues.RoutineTakes(minutes=minutes) if aside is Aside.LONG else _exercises_left(now)
    return replace(told, cues=(*told.cues[:1], answer, *told.cues[1:]))


def where_am_i(moment: Moment) -> Reply:
    """Name the exercise, and in a count the set and repetition."""
    if not moment.session.under_way:
        return opening.todays_routine(moment)
    return counting.say_and_resume(moment, *_place_cues(moment))


def how_many_left(moment: Moment) -> Reply:
    """Tell what is left: repetitions and sets in a count, else exercises."""
    if not moment.session.under_way:
        return opening.todays_routine(moment)
    paused = counting.interrupted(moment)
    in_count = paused.counted_dose is not None and paused.session.counted and paused.state is not State.CHECKING
    return counting.say_and_resume(moment, _left_in_count(paused) if in_count else _exercises_left(paused))


def _left_in_count(paused: Moment) -> Cue:
    dose, place = paused.counted_dose, paused.session.place
    if dose is None:
        raise LookupError("nothing that can be counted is up")
    if paused.walks_together:
        return cues.WalkLeft(minutes_left=dose.reps - minutes_walked(place))
    if _is_one_hold(dose):
        return _seconds_left(dose, place)
    return cues.RepsLeft(
        reps_left=dose.reps - place.rep_number + 1,
        sets_left=dose.sets * dose.sides - reps_before(dose, place) // dose.reps - 1,
        exercises_left=_turns_left(paused.session),
    )


def _turns_left(session: Session) -> int:
    """Return how many exercises come after the one that is up; what is left of its own circuit counts one by one."""
    current, later = session.exercises[session.index], session.exercises[session.index + 1 :]
    movements = tuple(takewhile(lambda one: one.movement_id and one.exercise_id == current.exercise_id, later))
    return len(movements) + how_many(later[len(movements) :])


def _exercises_left(paused: Moment) -> Cue:
    """Return how many exercises are left, the one that is up among them until it is done."""
    done = 1 if paused.state is State.CHECKING else 0
    left = paused.session.exercises[paused.session.index + done :]
    return cues.ExercisesLeft(exercises_left=how_many(left), minutes_left=minutes_of(paused.catalog, left))


def whats_next(moment: Moment) -> Reply:
    """Name the exercise after this one."""
    session = moment.session
    if not session.under_way and moment.state is not State.OFFERING_ROUTINE:
        return opening.todays_routine(moment)
    index = session.index + 1 if session.started else session.index
    if index >= len(session.exercises):
        return counting.say_and_resume(moment, cues.ThisIsLast())
    return counting.say_and_resume(moment, cues.NextIs(exercise_id=session.exercises[index].exercise_id))


def how_long(moment: Moment) -> Reply:
    """Tell how long the routine, or the rest of it, takes."""
    session = moment.session
    if not session.under_way and moment.state is not State.OFFERING_ROUTINE:
        return opening.todays_routine(moment)
    minutes = minutes_of(moment.catalog, session.exercises[session.index :])
    return counting.say_and_resume(moment, cues.RoutineTakes(minutes=minutes))


def how_to(moment: Moment, exercise_id: ExerciseId | None) -> Reply:
    """Explain an exercise: the one named, or the one that is up (of a circuit, the movement that is up).

    Before its count the one that is up is explained one or two steps at a time; at any other time as a whole.
    """
    current = moment.session.current
    is_up = current is not None and exercise_id in (None, current.exercise_id)
    if moment.state is State.GETTING_READY and is_up and instructions.breaths(moment):
        return routine.how(moment)
    if exercise_id is None:
        if current is None or not moment.session.under_way:
            return counting.say_and_wait(moment, cues.UnknownExercise())
        planned = current
    elif current and current.exercise_id == exercise_id:
        planned = replace(current, movement_id=None)
    else:
        planned = PlannedExercise(exercise_id=exercise_id, level=Level.BEGINNER)
    exercise_id = planned.exercise_id
    words = [cues.HowTo(exercise_id=exercise_id), *instructions.how_to(moment, planned)]
    return counting.say_and_wait(moment, *words, cues.StopRule(exercise_id=exercise_id))


def purpose(moment: Moment, exercise_id: ExerciseId | None) -> Reply:
    """Tell what an exercise is for, and which muscles it works."""
    if exercise_id is None and moment.session.under_way:
        exercise_id = moment.planned.exercise_id
    if exercise_id is None:
        return counting.say_and_wait(moment, cues.UnknownExercise())
    return counting.say_and_wait(moment, cues.Purpose(exercise_id=exercise_id), cues.Muscles(exercise_id=exercise_id))


def equipment(moment: Moment, exercise_id: ExerciseId | None) -> Reply:
    """Tell what an exercise needs: the one named, the one that is up, or else all of them together."""
    if exercise_id is None and moment.session.under_way:
        exercise_id = moment.planned.exercise_id
    if exercise_id is None:
        return topic_answers.ask(moment, topic_answers.EQUIPMENT)
    return counting.say_and_wait(moment, cues.Equipment(exercise_id=exercise_id))


def stop_rule(moment: Moment) -> Reply:
    """Tell when to stop the exercise that is up, or any exercise."""
    if moment.session.under_way:
        return counting.say_and_wait(moment, cues.StopRule(exercise_id=moment.planned.exercise_id))
    return counting.say_and_wait(moment, cues.StopRuleForAll())


def list_exercises(moment: Moment) -> Reply:
    """Name the exercises of the patient's phase and region."""
    patient = moment.patient
    known = tuple(
        exercise.id
        for exercise in moment.catalog.exercises.values()
        if patient.phase in exercise.phases
        and (patient.region is None or exercise.suits(patient.region))
        and within_limits(moment.catalog, patient, exercise.id)
    )
    return counting.say_and_wait(moment, cues.ExercisesKnown(exercise_ids=known))


def unknown_exercise(moment: Moment) -> Reply:
    """No exercise by that name: ask back, nothing changes."""
    return counting.say_and_wait(moment, cues.UnknownExercise())


def _place_cues(moment: Moment) -> tuple[Cue, ...]:
    paused = keep_place(moment)
    planned, dose, place = paused.planned, paused.counted_dose, paused.session.place
    exercise = cues.YouAreOn(
        exercise_id=planned.exercise_id,
        exercise_number=paused.session.exercise_number,
        exercises=paused.session.exercise_count,
    )
    if dose is None or not paused.session.counted:
        return (exercise,)
    if paused.walks_together:
        return (cues.WalkAt(minute_number=place.rep_number, minutes=dose.reps),)
    if _is_one_hold(dose):
        return exercise, _seconds_left(dose, place)
    at = cues.YouAreAt(
        exercise_id=planned.exercise_id,
        set_number=place.set_number,
        sets=dose.sets,
        rep_number=place.rep_number,
        reps=dose.reps,
        side=side_at(paused.first_side, place) if dose.per_side else None,
    )
    return (at,)


def _is_one_hold(dose: Dose) -> bool:
    """Return whether there is nothing to count but the seconds of one hold."""
    return dose.reps == dose.sets == dose.sides == 1


def _seconds_left(dose: Dose, place: Place) -> Cue:
    return cues.TimeLeft(seconds=dose.hold_seconds - place.held_seconds)
