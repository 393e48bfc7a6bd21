"""The gate before every exercise: shut while a clinician must look first, the day is over, or questions are open."""

from __future__ import annotations

from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.dialogue import reporting, screening
from skill.domain.dialogue.place import hold_place
from skill.domain.limits import Limit, nothing_coached
from skill.domain.moment import Moment, Reply
from skill.domain.session import State


def is_shut(moment: Moment) -> bool:
    """Return whether the exercise that is up may not begin yet."""
    return moment.blocked or reporting.due(moment) is not None


def refuse(moment: Moment, *before: Cue) -> Reply:
    """Say why nothing is coached now, and ask what opens the gate."""
    patient, moment = moment.patient, hold_place(moment)
    if patient.care is None and Limit.ADULTS_ONLY in patient.limits:
        return moment.with_session(state=State.FINISHED, started=False).close(*before, cues.AdultsOnly())
    if patient.care is not None and patient.care.since == moment.today and moment.notes.clarify is not None:
        asking = moment.with_session(state=State.CLARIFYING)
        return asking.say(*before, ask=reporting.clarifying_question(asking))
    if patient.care is not None or nothing_coached(patient.limits):
        return moment.with_session(state=State.HELD).say(*before, cues.CareNeeded(), ask=cues.AskCleared())
    if moment.day.stopped:
        over = moment.with_session(state=State.FINISHED)
        return over.say(*before, cues.StoppedToday(), ask=cues.AskWhatNext())
    if moment.prescription_unreadable:
        waiting = moment.with_session(state=State.FINISHED)
        return waiting.say(*before, cues.ProgrammeUnreadable(), ask=cues.AskWhatNext())
    if patient.needs_setup:
        return ask_set_up(moment, *before)
    if moment.screen_due is not None:
        return screening.ask(moment, *before)
    return reporting.ask(moment, *before)


def ask_set_up(moment: Moment, *before: Cue) -> Reply:
    """Ask the set-up question that is open."""
    if moment.patient.region is None:
        return moment.with_session(state=State.SETTING_REGION).say(*before, ask=cues.AskRegion())
    return moment.with_session(state=State.SETTING_FLOOR).say(*before, ask=cues.AskFloor())
