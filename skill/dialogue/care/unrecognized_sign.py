"""A sign told by somebody in the house who was not recognized: it holds everybody until each has said whose it was.

docs/clinical.md §3.2a: each says that it was not them, and answers the emergency questions, before anything is coached.
"""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.care import danger, retraction
from skill.dialogue.count import gate
from skill.dialogue.count.place import keep_place
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.patient.patient import CareHold
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import Care
from skill.domain.symptoms.checkup import SymptomNotes


def hold(moment: Moment, care: Care) -> Reply:
    """Hold this member, too; a hold of their own stays what it is. Nothing is said: who told it hears the words."""
    if moment.patient.care is None:
        moment = keep_place(moment).with_patient(
            care=CareHold(
                care=care, since=moment.today, unrecognized=True, screen_was_due=moment.patient.screened.again
            ),
            screened=moment.patient.screened.after_care(),
        )
        moment = moment.with_session(state=State.HELD, back_to=None, screen=None, symptoms=SymptomNotes())
    return replace(moment.close(), urgent=True)


def yes(moment: Moment) -> Reply:
    """Yes: it was me, and a clinician must look at it; or, to the other question, one has."""
    care = moment.patient.care
    if care is None or not care.unrecognized:
        return danger.cleared(moment)
    return gate.refuse(moment.with_patient(care=replace(care, unrecognized=False)))


def no(moment: Moment) -> Reply:
    """No: it was not me, and the emergency questions come first; or, to the other question, nobody has looked yet."""
    care = moment.patient.care
    if care is None or not care.unrecognized:
        return danger.not_cleared(moment)
    return retraction.ask_all(moment, care.care, cues.SignOfAnother())
