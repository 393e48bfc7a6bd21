"""How Alexa's own session ends."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.domain.dialogue import leaving, reported
from skill.domain.moment import Moment, Reply
from skill.domain.session import State

RAN_OUT = "EXCEEDED_MAX_REPROMPTS"


def hang_up(turn: Turn, moment: Moment) -> Reply:
    """SessionEndedRequest: nothing can be said, but the place is kept. Silence to how it was is an answer, too."""
    if turn.end_reason == RAN_OUT and moment.state is State.CHECKING and not moment.held:
        return reported.unanswered(moment)
    return leaving.hang_up(moment, ran_out=turn.end_reason == RAN_OUT)
