"""A clinician's program: taking it up, once, when it is new."""

from __future__ import annotations

from skill.dialogue.count import counting
from skill.dialogue.reply import Reply
from skill.dialogue.routine import reviewing
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.safety.limits import Limit


def taken_up(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Return the moment with a new program in place: its phase, and what it clears; and what to say of it.

    What an emergency, or advice to get care, holds back stays held: that is cleared by the patient's own word.
    """
    given = moment.prescription
    if given is None or given.given_on == moment.patient.prescribed_on:
        return moment, ()
    if given.phase is not None and given.phase is not moment.patient.phase:
        moment = reviewing.in_phase(moment, given.phase, set_back=False)
        moment = moment.with_patient(phase_since=given.given_on)
    limits = moment.patient.limits
    if _clears_walking_only(moment):
        limits = tuple(limit for limit in limits if limit is not Limit.WALKING_AND_REST_ONLY)
    moment = moment.with_patient(prescribed_on=given.given_on, limits=limits)
    return moment, (cues.ProgramTakenUp(),)


def my_code(moment: Moment) -> Reply:
    """Tell the code under which a clinician's program for the patient is put."""
    groups = moment.code[:3], moment.code[3:6], moment.code[6:]
    return counting.say_and_wait(moment, cues.MyCode(code=", ".join(" ".join(group) for group in groups)))


def _clears_walking_only(moment: Moment) -> bool:
    """Return whether the program clears every safety question that leaves only walking and rest."""
    asked = [
        item.id
        for item in moment.rules.screening.first_use
        if item.outcome and item.outcome.limits == (Limit.WALKING_AND_REST_ONLY,)
    ]
    return moment.prescription is not None and set(asked) <= set(moment.prescription.cleared)
