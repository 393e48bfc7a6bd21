"""Danger: stop, say who must help, and coach no more until a clinician has looked."""

from __future__ import annotations

from dataclasses import fields, replace

from skill.dialogue.count import counting
from skill.dialogue.count.place import keep_place
from skill.dialogue.questions import current_question, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import dosing, opening, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import KINDS, Cue
from skill.domain.history.facts import CareAdvised, CareCleared, Outcome
from skill.domain.history.privacy import SymptomsMode
from skill.domain.patient.patient import CareHold
from skill.domain.patient.state import State
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care, RedFlag
from skill.domain.symptoms.checkup import Clarification, SymptomNotes

CLARIFIED_BY = {
    RedFlag.WEAKNESS: Clarification.SIDES,
    RedFlag.NUMB_LIMB: Clarification.SIDES,
    RedFlag.DIZZY: Clarification.SETTLED,
}
"""What is still asked about a warning sign that may be an emergency, or not."""


_ASKS_ALREADY = (State.SCREENING, State.REPORTING, State.CHECKING, State.OFFERING_GENTLER)


def red_flag(moment: Moment, flag: RedFlag, *, both: bool | None = None) -> Reply:
    """Stop everything and say the words for *flag* first; coaching is held from now on.

    Where it decides how urgent it is, one more question follows the words; *both* tells whether it is on both sides,
    or on one, when that was told already.
    """
    clarify = None if moment.mode is SymptomsMode.POLICY_SAFE else CLARIFIED_BY.get(flag)
    if both is not None and clarify is Clarification.SIDES:
        flag, clarify = (RedFlag.BOTH_SIDES if both else flag), None
    rule = moment.rules.red_flags[flag]
    reply = suspend(moment, rule.care, rule.cue, heard=True)
    care_hold = reply.patient.care
    if clarify is None or (care_hold and care_hold.care is Care.EMERGENCY):
        return reply
    asking = replace(moment, patient=reply.patient, session=reply.session, facts=reply.facts)
    asking = asking.with_session(state=State.CLARIFYING).with_notes(clarify=clarify)
    return replace(asking.say(*reply.cues, ask=symptom_question.clarifying_question(asking)), urgent=True)


def emergency(moment: Moment) -> Reply:
    """Help is asked for without saying why: the general emergency words."""
    return suspend(moment, Care.EMERGENCY, cues.EmergencyGeneral.__name__, heard=True)


def unclear_danger(moment: Moment) -> Reply:
    """Something bad is reported in words nobody knows: stop, say how to get help, and ask how it is."""
    reply = pain(moment)
    return replace(reply, cues=(*reply.cues, cues.IfEmergency(emergency_number=moment.emergency_number)))


def suspend(moment: Moment, advised: Care, cue: str, *, heard: bool = False) -> Reply:
    """Say the words named *cue* and coach no more until it is cleared; then all safety questions are asked anew.

    *heard* tells that it rests on words in free speech alone: told once, they may have been misheard.
    """
    moment = keep_place(moment)
    if moment.session.under_way and moment.state not in (State.HELD, State.CLARIFYING):
        moment = routine.end_exercise(moment, Outcome.STOPPED)
    care_hold = moment.patient.care
    care = care_hold.care if care_hold and care_hold.care.urgency > advised.urgency else advised
    screened = moment.patient.screened.after_care()
    if moment.mode is SymptomsMode.POLICY_SAFE:
        care = Care.SEEK_SOON  # the same for all: only that coaching waits is kept
    once = heard and care_hold is None and moment.mode is not SymptomsMode.POLICY_SAFE
    due = care_hold.screen_was_due if care_hold else moment.patient.screened.again
    hold = CareHold(care=care, since=moment.today, may_be_misheard=once, screen_was_due=due)
    moment = moment.with_patient(care=hold, screened=screened)
    moment = moment.with_session(state=State.HELD, screen=None, symptoms=SymptomNotes()).noting(
        CareAdvised(care=advised, on=moment.today)
    )
    return moment.close(words_of(moment, cue), urgent=True)


def pain(moment: Moment) -> Reply:
    """It hurts: stop, take the easiest position, and ask how it is."""
    midway = moment.state in (State.COUNTING, State.PAUSED, State.GETTING_READY) and not symptom_question.is_owed(
        moment
    )
    moment = keep_place(moment)
    if moment.session.under_way and not moment.suspended and moment.state not in _ASKS_ALREADY:
        moment = symptom_question.opened(moment, midway=midway, hurt=True)
    return moment.say(cues.PainStop(), ask=current_question.question_of(moment))


def cleared(moment: Moment) -> Reply:
    """A clinician has checked it: ask the safety questions again, and start again, gently.

    Where nothing waits for that word, it is kept: days without change are counted anew (docs/clinical.md §2.6a).
    """
    patient = moment.patient
    if patient.care is None and not patient.limits:
        return counting.say_and_resume(moment.noting(CareCleared(on=moment.today)), cues.ClinicianLooked())
    moment = moment.with_patient(
        care=None,
        limits=tuple(limit for limit in patient.limits if limit is Limit.ADULTS_ONLY),
        screened=patient.screened.after_care(),
    ).with_session(screen=None)
    moment = dosing.at_beginner(moment).noting(CareCleared(on=moment.today))
    return opening.start_afresh(moment, cues.Cleared())


def not_cleared(moment: Moment) -> Reply:
    """Nobody has looked at it yet: wait."""
    return moment.close(cues.NotClearedYet())


def words_of(moment: Moment, name: str) -> Cue:
    """Return the cue called *name*, with the number to call where it says one."""
    kind = KINDS[name]
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**({"emergency_number": moment.emergency_number} if "emergency_number" in names else {}))
