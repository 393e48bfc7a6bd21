"""How Alexa's own session ends."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.domain.dialogue import leaving
from skill.domain.moment import Moment, Reply

RAN_OUT = "EXCEEDED_MAX_REPROMPTS"


def hang_up(turn: Turn, moment: Moment) -> Reply:
    """SessionEndedRequest: nothing can be said, but the place is kept."""
    return leaving.hang_up(moment, ran_out=turn.end_reason == RAN_OUT)
