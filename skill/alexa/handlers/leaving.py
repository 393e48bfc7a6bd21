"""How Alexa's own session ends."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.dialogue.care import symptom_answers
from skill.dialogue.reply import Reply
from skill.dialogue.routine import leaving
from skill.dialogue.step import Moment
from skill.domain.patient.state import State

RAN_OUT = "EXCEEDED_MAX_REPROMPTS"


def hang_up(turn: Turn, moment: Moment) -> Reply:
    """SessionEndedRequest: nothing can be said, but the place is kept. Silence to how it was is an answer, too."""
    if turn.end_reason == RAN_OUT and moment.state is State.CHECKING and not moment.suspended:
        return symptom_answers.unanswered(moment)
    return leaving.hang_up(moment, ran_out=turn.end_reason == RAN_OUT)
