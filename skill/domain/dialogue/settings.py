"""The patient's circumstances, told at any time: the side, what is at hand, the days, a name, and all of it anew."""

from __future__ import annotations

from dataclasses import replace

from skill.domain import cues
from skill.domain.activity import Weekday
from skill.domain.cues import Cue
from skill.domain.dialogue import aside, counting, dosing, gate, opening, reviewing, routine, standing
from skill.domain.dialogue.place import hold_place, record_partial
from skill.domain.equipment import Equipment, missing
from skill.domain.exercise import CircuitDose, Phase, Side
from skill.domain.moment import Moment, Reply
from skill.domain.planned import place_in_plan
from skill.domain.session import Patient, PlannedExercise, State
from skill.domain.weekdays import in_a_row, in_week_order


def set_side(moment: Moment, side: Side) -> Reply:
    """Take which side hurts: one-sided exercises begin away from it."""
    return _taken(moment.with_patient(painful_side=side), cues.SideIs(side=side))


def lack(moment: Moment, equipment: Equipment) -> Reply:
    """Take that something is not at hand: what needs it is done another way, or left out."""
    lacking = tuple(one for one in Equipment if one in (*moment.patient.lacking, equipment))
    return _taken(moment.with_patient(lacking=lacking), cues.Lacking(equipment=equipment))


def have(moment: Moment, equipment: Equipment) -> Reply:
    """Take that something is at hand again."""
    lacking = tuple(one for one in moment.patient.lacking if one is not equipment)
    return _taken(moment.with_patient(lacking=lacking), cues.AtHand(equipment=equipment))


def set_days(moment: Moment, days: tuple[Weekday, ...]) -> Reply:
    """Take the days of the week for training; none means any day."""
    days = in_week_order(days)
    said: tuple[Cue, ...] = (cues.DaysAre(days=days),)
    if in_a_row(days):
        said = (*said, cues.DaysInARow())
    return _taken(moment.with_patient(training_days=days), *said)


def set_name(moment: Moment, name: str) -> Reply:
    """Take what to call the patient."""
    return counting.stay(moment.with_patient(name=name), cues.NameIs(name=name))


def forget_name(moment: Moment) -> Reply:
    """Forget what the patient is called."""
    return counting.stay(moment.with_patient(name=None), cues.NameForgotten())


def tell(moment: Moment) -> Reply:
    """Tell all settings."""
    patient = moment.patient
    return counting.stay(
        moment,
        cues.SettingsOfBody(region=patient.region, floor=patient.floor, side=patient.painful_side),
        cues.SettingsOfRoutine(days=patient.training_days, lacking=patient.lacking),
        cues.SettingsOfTalk(instructions=patient.instructions.value, quiet=patient.quiet, name=patient.name),
        cues.HowToChange(),
    )


def ask_again(moment: Moment) -> Reply:
    """Ask once before the set-up begins anew."""
    return aside.ask(moment, State.CONFIRMING_SETUP)


def again(moment: Moment) -> Reply:
    """Begin the set-up anew, in the first phase; the history stays, and so does what a clinician must clear first."""
    moment = opening.set_aside(aside.left(moment))
    old = moment.patient
    new = Patient(
        visits=old.visits,
        consent=old.consent,
        day=old.day,
        care=old.care,
        limits=old.limits,
        heard=old.heard,
        days_done=old.days_done,
    )
    moment = dosing.at_beginner(reviewing.in_phase(replace(moment, patient=new), Phase.RECOVERY, set_back=False))
    return gate.refuse(moment.with_session(screen=None), cues.SetUpAgain())


def keep(moment: Moment) -> Reply:
    """Everything stays: back to where it was."""
    moment = aside.left(moment)
    return moment.say(cues.SetUpKept(), ask=standing.question_of(moment))


def _taken(moment: Moment, *said: Cue) -> Reply:
    """Say that a change was taken; a routine on offer is planned anew, one under way is fitted to it."""
    if moment.state is State.OFFERING_ROUTINE:
        return opening.start_afresh(moment, *said)
    if not moment.session.under_way:
        return counting.back_to_it(moment, *said)
    session = moment.session
    behind = tuple(_fitted(moment, one) for one in session.exercises[session.index :] if _can_be_done(moment, one))
    fitted = moment.with_session(exercises=(*session.exercises[: session.index], *behind))
    if fitted.session.current == session.current or moment.state is State.ON_ACTIVITY:
        return counting.back_to_it(fitted, *said)
    held = record_partial(hold_place(moment))
    return routine.begin(held.with_session(exercises=fitted.session.exercises), *said)


def _can_be_done(moment: Moment, planned: PlannedExercise) -> bool:
    """Return whether nothing is missing for *planned*, or it has a form that does without."""
    dose = moment.catalog.exercises[planned.exercise_id].doses.at(planned.level)
    if not isinstance(dose, CircuitDose):
        return True
    needs = (movement.needs for movement in dose.movements if movement.id == planned.movement_id)
    return not any(missing(one, moment.patient.lacking) for one in needs)


def _fitted(moment: Moment, planned: PlannedExercise) -> PlannedExercise:
    """Return *planned* as it is done without what is not at hand; one that needs nothing stays."""
    exercise = moment.catalog.exercises[planned.exercise_id]
    if not exercise.needs:
        return planned
    fitted = place_in_plan(moment.catalog, moment.patient, exercise, planned.level)
    return replace(planned, exercise_id=fitted.exercise_id, form=fitted.form)
