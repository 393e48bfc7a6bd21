"""The gate before every exercise: shut while a clinician must look first, or when the day is over."""

from __future__ import annotations

from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.dialogue.place import hold_place
from skill.domain.moment import Moment, Reply
from skill.domain.session import State


def refuse(moment: Moment, *before: Cue) -> Reply:
    """Say why nothing is coached now, and ask what opens the gate."""
    if moment.patient.care is not None:
        held = hold_place(moment).with_session(state=State.HELD)
        return held.say(*before, cues.CareNeeded(), ask=cues.AskCleared())
    over = hold_place(moment).with_session(state=State.FINISHED)
    return over.say(*before, cues.StoppedToday(), ask=cues.AskWhatNext())
