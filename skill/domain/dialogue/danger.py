"""Danger: stop, say who must help, and coach no more until a clinician has looked."""

from __future__ import annotations

from dataclasses import fields

from skill.domain import cues
from skill.domain.cues import KINDS, Cue
from skill.domain.dialogue import counting, opening, routine, standing
from skill.domain.dialogue.place import hold_place
from skill.domain.history import CareAdvised, CareCleared, Outcome
from skill.domain.moment import Moment, Reply
from skill.domain.safety import RedFlag
from skill.domain.session import CareHold, State


def red_flag(moment: Moment, flag: RedFlag) -> Reply:
    """Stop everything and say the words for *flag* first; coaching is held from now on."""
    rule = moment.rules.red_flags[flag]
    moment = hold_place(moment)
    if moment.session.under_way:
        moment = routine.end_exercise(moment, Outcome.STOPPED)
    held = moment.patient.care
    care = held.care if held and held.care.urgency > rule.care.urgency else rule.care
    moment = moment.with_patient(care=CareHold(care=care, since=moment.today))
    moment = moment.with_session(state=State.HELD).noting(CareAdvised(care=rule.care, on=moment.today))
    return moment.close(_words(moment, rule.cue), urgent=True)


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
