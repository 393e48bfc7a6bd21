"""The gate before every exercise: shut while a clinician must look first, the day is over, or questions are open."""

from __future__ import annotations

from skill.dialogue.count.place import keep_place
from skill.dialogue.questions import safety_question, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.dose import CircuitDose
from skill.domain.movement.exercise import Floor, Form
from skill.domain.patient.state import State
from skill.domain.safety.limits import Limit, nothing_coached


def is_shut(moment: Moment) -> bool:
    """Return whether the exercise that is up may not begin yet."""
    return moment.blocked or symptom_question.due(moment) is not None or floor_is_open(moment)


def refuse(moment: Moment, *before: Cue) -> Reply:
    """Say why nothing is coached now, and ask what opens the gate."""
    patient, moment = moment.patient, keep_place(moment)
    if patient.care is None and Limit.ADULTS_ONLY in patient.limits:
        return moment.with_session(state=State.FINISHED, started=False).close(*before, cues.AdultsOnly())
    if patient.care is not None and patient.care.since == moment.today and moment.notes.clarify is not None:
        asking = moment.with_session(state=State.CLARIFYING)
        return asking.say(*before, ask=symptom_question.clarifying_question(asking))
    if patient.care is not None and patient.care.unrecognized:
        return moment.with_session(state=State.HELD).say(*before, ask=cues.AskWhoseSign())
    if patient.care is not None or nothing_coached(patient.limits):
        may_be_misheard = patient.care is not None and patient.care.may_be_misheard
        said = (cues.CareNeeded(), *((cues.IfMisheard(),) if may_be_misheard else ()))
        return moment.with_session(state=State.HELD).say(*before, *said, ask=cues.AskCleared())
    if moment.day.stopped:
        over = moment.with_session(state=State.FINISHED)
        return over.say(*before, cues.StoppedToday(), ask=cues.AskWhatNext())
    if moment.prescription_unreadable:
        waiting = moment.with_session(state=State.FINISHED)
        return waiting.say(*before, cues.ProgramUnreadable(), ask=cues.AskWhatNext())
    if patient.needs_setup:
        return ask_region(moment, *before)
    if moment.screen_due is not None:
        return safety_question.ask(moment, *before)
    if symptom_question.due(moment) is not None:
        return symptom_question.ask(moment, *before)
    return moment.with_session(state=State.SETTING_FLOOR).say(*before, ask=cues.AskFloor())


def ask_region(moment: Moment, *before: Cue) -> Reply:
    """Ask which part of the spine it is."""
    return moment.with_session(state=State.SETTING_REGION).say(*before, ask=cues.AskRegion())


def floor_is_open(moment: Moment) -> bool:
    """Return whether the exercise that is up is on the floor, and it is not known if the patient can use it."""
    return moment.session.current is not None and moment.patient.floor is None and _is_on_floor(moment)


def _is_on_floor(moment: Moment) -> bool:
    exercise, dose = moment.exercise, moment.exercise.doses.at(moment.planned.level)
    if isinstance(dose, CircuitDose):
        return any(movement.on_floor for movement in dose.movements)
    return exercise.floor is not Floor.NOT_NEEDED and moment.planned.form is not Form.WITHOUT_FLOOR
