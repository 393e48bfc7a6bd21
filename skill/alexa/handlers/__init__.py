"""One plain function for each intent that carries something: it reads the slots and takes a step."""

from __future__ import annotations

from collections.abc import Callable

from skill.alexa.turn import Turn
from skill.app.coach import Step
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment

Handler = Callable[[Turn, Moment], Reply]
"""What a route leads to. It holds no sentence and sees nothing of ask-sdk."""


def step(take: Step) -> Handler:
    """Return the handler of an intent that carries nothing: it only takes the step."""
    return lambda _turn, moment: take(moment)
