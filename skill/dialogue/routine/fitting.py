"""Fitting a routine that is under way to what changes meanwhile: the floor, what is at hand, the time there is.

What was done stays done. A routine that is only on offer is planned anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from skill.dialogue.count import counting
from skill.dialogue.count.place import keep_place, record_partial
from skill.dialogue.questions import symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.dose import CircuitDose
from skill.domain.movement.equipment import missing
from skill.domain.movement.exercise import Floor, Form
from skill.domain.patient.session import PlannedExercise, how_many
from skill.domain.patient.state import State
from skill.domain.plan.eligibility import may_do
from skill.domain.plan.planned_exercise import minutes_of, place_in_plan
from skill.domain.plan.todays_routine import fitted


def set_floor(moment: Moment, floor: bool) -> Reply:
    """Take whether the patient can use the floor."""
    if moment.state is State.SETTING_FLOOR:
        return answer_floor(moment, floor)
    if not _is_fitted(moment):
        return opening.set_floor(moment, floor)
    return to_the_patient(moment.with_patient(floor=floor), cues.FloorIs(floor=floor))


def answer_floor(moment: Moment, floor: bool) -> Reply:
    """Take the answer when the first exercise on the floor has come: begin it, or what is done in its place."""
    if moment.session.current is None or moment.blocked:
        return opening.set_floor(moment, floor)
    moment = moment.with_patient(floor=floor)
    said = cues.FloorIs(floor=floor)
    if floor:
        return routine.begin(moment)
    if not moment.session.started:
        return opening.begin_afresh(moment, said)
    session = moment.session
    left = tuple(_left(moment, stays=0))
    return routine.begin(moment.with_session(exercises=(*session.exercises[: session.index], *left)), said)


def set_minutes(moment: Moment, minutes: int) -> Reply:
    """Fit the routine into the time there is; the exercise that is up is always brought to its end."""
    if not _is_fitted(moment):
        return opening.set_minutes(moment, minutes)
    session = moment.session
    ahead, behind = session.exercises[: session.index], session.exercises[session.index :]
    left = fitted(moment.catalog, behind, minutes) or behind[:1]
    moment = moment.with_session(exercises=(*ahead, *left), minutes=minutes)
    minutes_left = minutes_of(moment.catalog, left)
    return counting.say_and_resume(moment, cues.ExercisesLeft(exercises_left=how_many(left), minutes_left=minutes_left))


def to_the_patient(moment: Moment, *said: Cue) -> Reply:
    """Say that a change was taken, and fit the routine to it; when the exercise that is up changes, it begins again."""
    if moment.state is State.OFFERING_ROUTINE:
        return opening.start_afresh(moment, *said)
    if not moment.session.under_way:
        return counting.say_and_resume(moment, *said)
    session = moment.session
    is_done = moment.state is State.ON_ACTIVITY or symptom_question.is_owed(moment)
    left = tuple(_left(moment, stays=1 if is_done else 0))
    changed = moment.with_session(exercises=(*session.exercises[: session.index], *left))
    if changed.session.current == session.current:
        return counting.say_and_resume(changed, *said)
    paused = record_partial(keep_place(moment))
    return routine.begin(paused.with_session(exercises=changed.session.exercises), *said)


def _is_fitted(moment: Moment) -> bool:
    """Return whether today's routine is under way, so that it is fitted instead of planned anew."""
    return moment.session.under_way and moment.session.planned_on == moment.today and not moment.blocked


def _left(moment: Moment, *, stays: int) -> Iterator[PlannedExercise]:
    """Yield what is left of the routine as it can be done now; the first *stays* stay as they are.

    What takes the place of another exercise is left out when it is in the routine anyway, or not for today.
    """
    session = moment.session
    names = {one.exercise_id for one in session.exercises}
    for number, one in enumerate(session.exercises[session.index :]):
        instead = one if number < stays else _fitted(moment, one)
        if instead.exercise_id == one.exercise_id:
            if number < stays or _can_be_done(moment, instead):
                yield instead
        elif instead.exercise_id not in names and _may_do(moment, instead):
            names.add(instead.exercise_id)
            yield instead


def _fitted(moment: Moment, planned: PlannedExercise) -> PlannedExercise:
    """Return *planned* as it is done with the floor and the things there are; what needs neither stays."""
    exercise = moment.catalog.exercises[planned.exercise_id]
    if not exercise.needs and exercise.floor is Floor.NOT_NEEDED:
        return planned
    can = place_in_plan(moment.catalog, moment.patient, exercise, planned.level, prescription=moment.prescription)
    return replace(planned, form=can.form) if can.exercise_id == planned.exercise_id else can


def _may_do(moment: Moment, planned: PlannedExercise) -> bool:
    return may_do(moment.catalog, moment.patient, planned.exercise_id, moment.day, moment.prescription)


def _can_be_done(moment: Moment, planned: PlannedExercise) -> bool:
    """Return whether nothing is missing for *planned*, or it has a form that does without."""
    dose = moment.catalog.exercises[planned.exercise_id].doses.at(planned.level)
    if not isinstance(dose, CircuitDose):
        return True
    movement = next(one for one in dose.movements if one.id == planned.movement_id)
    on_floor = movement.on_floor and planned.form is Form.WITHOUT_FLOOR
    return not on_floor and not missing(movement.needs, moment.patient.lacking)
