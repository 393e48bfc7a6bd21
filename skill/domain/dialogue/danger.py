"""Danger: stop, say who must help, and coach no more until a clinician has looked."""

from __future__ import annotations

from dataclasses import fields, replace

from skill.domain import cues
from skill.domain.cues import KINDS, Cue
from skill.domain.dialogue import counting, opening, routine, standing
from skill.domain.dialogue.place import hold_place
from skill.domain.history import CareAdvised, CareCleared, Outcome
from skill.domain.moment import Moment, Reply
from skill.domain.safety import Care, RedFlag
from skill.domain.session import CareHold, State


def red_flag(moment: Moment, flag: RedFlag) -> Reply:
    """Stop everything and say the words for *flag* first; coaching is held from now on."""
    rule = moment.rules.red_flags[flag]
    return _hold(moment, rule.care, rule.cue)


def emergency(moment: Moment) -> Reply:
    """Help is asked for without saying why: the general emergency words."""
    return _hold(moment, Care.EMERGENCY, cues.EmergencyGeneral.__name__)


def unclear_danger(moment: Moment) -> Reply:
    """Something bad is reported in words nobody knows: stop, say how to get help, and ask how it is."""
    reply = pain(moment)
    return replace(reply, cues=(*reply.cues, cues.IfEmergency(emergency_number=moment.emergency_number)))


def _hold(moment: Moment, advised: Care, cue: str) -> Reply:
    moment = hold_place(moment)
    if moment.session.under_way:
        moment = routine.end_exercise(moment, Outcome.STOPPED)
    held = moment.patient.care
    care = held.care if held and held.care.urgency > advised.urgency else advised
    moment = moment.with_patient(care=CareHold(care=care, since=moment.today))
    moment = moment.with_session(state=State.HELD).noting(CareAdvised(care=advised, on=moment.today))
    return moment.close(_words(moment, cue), urgent=True)


def pain(moment: Moment) -> Reply:
    """It hurts: stop, take the easiest position, and ask how it is."""
    moment = hold_place(moment)
    if moment.session.under_way and not moment.blocked:
        moment = moment.with_session(state=State.CHECKING)
    return moment.say(cues.PainStop(), ask=standing.question_of(moment))


def cleared(moment: Moment) -> Reply:
    """A clinician has checked it: start again, gently."""
    if moment.patient.care is None:
        return counting.back_to_it(moment)
    moment = moment.with_patient(care=None, levels={}, forms={}, comfortable={})
    moment = moment.noting(CareCleared(on=moment.today))
    return opening.start_afresh(moment, cues.Cleared())


def not_cleared(moment: Moment) -> Reply:
    """Nobody has looked at it yet: wait."""
    return moment.close(cues.NotClearedYet())


def _words(moment: Moment, name: str) -> Cue:
    kind = KINDS[name]
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**({"emergency_number": moment.emergency_number} if "emergency_number" in names else {}))
