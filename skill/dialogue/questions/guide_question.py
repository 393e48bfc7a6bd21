"""The guide that is playing or waits, and whether to go on with it is asked first."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.recordings import recording_of
from skill.domain.cues import Cue
from skill.domain.patient.player import Listening
from skill.domain.patient.state import State

_ANSWER_FIRST = (State.ON_ACTIVITY, State.CHECKING, State.CONFIRMING_COUNT)
"""States in which another question is open, which comes before the recording."""


def current_guide(moment: Moment) -> Listening | None:
    """Return the guide one may pause, or go on with; None when there is none.

    Where it is comes from the player, which knows it to the millisecond, and else from what was remembered.
    """
    kept, told = moment.patient.listening, moment.player.track
    if told is None or (kept and not kept.track.same_play(told)):
        return None if kept is None or kept.failed else kept
    if moment.player.finished and told.next is None:
        return None
    if kept is None:
        here = Listening(track=told, offset_ms=moment.player.offset_ms, on=moment.today)
        return here if moment.player.playing else None
    return None if kept.failed else replace(kept, track=told, offset_ms=moment.player.offset_ms)


def is_open(moment: Moment) -> bool:
    """Return whether a launch should ask about the guide: it stopped half-way today, or could not be played."""
    listening = moment.patient.listening
    if listening is None or recording_of(moment.catalog, listening.track.guide_id) is None:
        return False
    if moment.session.under_way and moment.state in _ANSWER_FIRST:
        return False
    return listening.failed or (listening.on == moment.today and current_guide(moment) is not None)


def ask(moment: Moment, *before: Cue) -> Reply:
    """Ask whether to go on with the guide, or to read it when it could not be played."""
    listening = moment.patient.listening
    why = (cues.GuideFailed(),) if listening and listening.failed else ()
    here = current_guide(moment)
    if here is not None:
        moment = moment.with_patient(listening=here)
    moment = moment.with_session(state=State.OFFERING_GUIDE)
    return moment.say(*before, *why, ask=current_question.question_of(moment))
