"""The patient's circumstances, told at any time: the side, what is at hand, the days, a name, and all of it anew."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.count import counting, gate, side_question
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import dosing, fitting, opening, reviewing
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.equipment import EquipmentKind
from skill.domain.movement.exercise import Phase, Side
from skill.domain.movement.weekdays import Weekday, in_a_row, in_week_order
from skill.domain.patient.patient import Patient
from skill.domain.patient.state import State


def set_side(moment: Moment, side: Side) -> Reply:
    """Take which side hurts: one-sided exercises begin away from it."""
    return fitting.to_the_patient(moment.with_patient(painful_side=side), cues.SideIs(side=side))


def lack(moment: Moment, equipment: EquipmentKind) -> Reply:
    """Take that something is not at hand: what needs it is done another way, or left out."""
    lacking = tuple(one for one in EquipmentKind if one in (*moment.patient.lacking, equipment))
    at_hand = tuple(one for one in moment.patient.at_hand if one is not equipment)
    return fitting.to_the_patient(
        moment.with_patient(lacking=lacking, at_hand=at_hand), cues.Lacking(equipment=equipment)
    )


def have(moment: Moment, equipment: EquipmentKind) -> Reply:
    """Take that something is at hand again."""
    lacking = tuple(one for one in moment.patient.lacking if one is not equipment)
    at_hand = tuple(one for one in EquipmentKind if one in (*moment.patient.at_hand, equipment))
    return fitting.to_the_patient(
        moment.with_patient(lacking=lacking, at_hand=at_hand), cues.AtHand(equipment=equipment)
    )


def set_days(moment: Moment, days: tuple[Weekday, ...]) -> Reply:
    """Take the days of the week for training; none means any day."""
    days = in_week_order(days)
    said: tuple[Cue, ...] = (cues.DaysAre(days=days),)
    if in_a_row(days):
        said = (*said, cues.DaysInARow())
    return fitting.to_the_patient(moment.with_patient(training_days=days), *said)


def set_name(moment: Moment, name: str) -> Reply:
    """Take what to call the patient."""
    return counting.say_and_wait(moment.with_patient(name=name), cues.NameIs(name=name))


def forget_name(moment: Moment) -> Reply:
    """Forget what the patient is called."""
    return counting.say_and_wait(moment.with_patient(name=None), cues.NameForgotten())


def tell(moment: Moment) -> Reply:
    """Tell all settings."""
    patient = moment.patient
    return counting.say_and_wait(
        moment,
        cues.SettingsOfBody(region=patient.region, floor=patient.floor, side=patient.painful_side),
        cues.SettingsOfRoutine(days=patient.training_days, lacking=patient.lacking),
        cues.SettingsOfTalk(instructions=patient.instructions.value, quiet=patient.quiet, name=patient.name),
        cues.HowToChange(),
    )


def ask_again(moment: Moment) -> Reply:
    """Ask once before the set-up begins anew."""
    return side_question.ask(moment, State.CONFIRMING_SETUP)


def again(moment: Moment) -> Reply:
    """Begin the set-up anew, in the first phase; the history stays, and so does what a clinician must clear first."""
    moment = opening.set_aside(side_question.without_side_question(moment))
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
    moment = side_question.without_side_question(moment)
    return moment.say(cues.SetUpKept(), ask=current_question.question_of(moment))
