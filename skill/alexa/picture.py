"""The only writer of pictures: APL for a screen, APLT for a clock's display. The voice never needs them."""

from __future__ import annotations

import logging
from typing import Any

from ask_sdk_model import Directive
from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective
from ask_sdk_model.interfaces.alexa.presentation.aplt import ExecuteCommandsDirective, TargetProfile
from ask_sdk_model.interfaces.alexa.presentation.aplt import RenderDocumentDirective as RenderSegments

from skill.alexa.serializer import ReadyJson
from skill.alexa.turn import Turn
from skill.app.coach import TurnOutcome
from skill.screen import aplt
from skill.screen.apl.document import document
from skill.screen.view import view_of
from skill.speech.messages import Messages

log = logging.getLogger(__name__)

PICTURE = "scene"
"""The name of what is on the screen: there is one picture at a time."""


def pictures(answer: TurnOutcome, messages: Messages, turn: Turn) -> list[Directive]:
    """Return what shows *answer* on the device of *turn*: nothing where it shows nothing, or a guide is played."""
    if answer.scene is None or answer.reply.player is not None:
        return []
    try:
        return _drawn(answer, messages, turn)
    except Exception as error:
        log.exception("answered without a picture: %s", type(error).__name__, exc_info=False)
        return []


def _drawn(answer: TurnOutcome, messages: Messages, turn: Turn) -> list[Directive]:
    if answer.scene is None:
        return []
    view = view_of(answer.scene(), messages, answer.delivery)
    drawn: list[Directive] = []
    if turn.screen:
        sources = {"scene": view}
        drawn.append(
            RenderDocumentDirective(token=PICTURE, document=ReadyJson(document(view)), datasources=ReadyJson(sources))
        )
    if turn.segments:
        profile = TargetProfile.FOUR_CHARACTER_CLOCK
        shown = ReadyJson(aplt.document(view))
        drawn.append(RenderSegments(token=PICTURE, target_profile=profile, document=shown))
        commands: list[Any] = [ReadyJson(command) for command in aplt.commands(view)]
        if commands:
            drawn.append(ExecuteCommandsDirective(token=PICTURE, commands=commands))
    return drawn
