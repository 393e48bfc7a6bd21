"""What is said at the door, where it is not known who talks: danger and leaving are answered, all else waits."""

from __future__ import annotations

from dataclasses import replace

from skill.alexa.routes import WITHOUT_NOTES, route
from skill.alexa.turn import Turn
from skill.dialogue.information import door
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import Session
from skill.domain.patient.state import State
from skill.errors import NotUnderstood

_ASKING = (State.ASKING_WHO, State.ASKING_NAME, State.CONFIRMING_DELETE_EVERYONE)
_ANSWERS = frozenset({"AMAZON.YesIntent", "AMAZON.NoIntent", "NotSureIntent"})
"""What means nothing before anything was asked."""
_ANSWERED = (
    WITHOUT_NOTES | _ANSWERS | {"SetNameIntent", "SomeoneElseIntent", "DeleteEveryoneIntent", "AMAZON.HelpIntent"}
) - {"DeleteMyDataIntent"}
"""What is answered without knowing who asks: danger, leaving, and who it is. Danger told in other words is, too."""


def take(turn: Turn, moment: Moment) -> Reply:
    """Take the step of somebody unknown. Whatever tells danger is answered as everywhere."""
    if turn.kind == "SessionEndedRequest":
        return moment.close()
    if turn.new_session:
        moment = replace(moment, session=Session(), patient=Patient())
    if turn.kind != "IntentRequest" and turn.touch is None:
        return door.open_door(moment)
    asked = moment.state in _ASKING
    reply = _routed(turn, moment if asked else moment.with_session(state=State.ASKING_WHO))
    if reply is not None and (reply.urgent or _waits_for_care(moment, reply)):
        return reply
    if reply is not None and turn.intent in _ANSWERED and (asked or turn.intent not in _ANSWERS):
        return reply
    return door.ask_again(moment, cues.DidNotCatch()) if asked else door.open_door(moment)


def _routed(turn: Turn, moment: Moment) -> Reply | None:
    """Return what the intent comes to for somebody of whom nothing is known; None when it is not understood."""
    handler, moment = route(turn.intent, moment)
    try:
        return handler(turn, moment)
    except (NotUnderstood, LookupError):
        return None


def _waits_for_care(before: Moment, reply: Reply) -> bool:
    """Return whether this is about the sign that was told at the door just now."""
    return before.patient.care is not None and reply.patient.care is not None
