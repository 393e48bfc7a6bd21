"""The only writer of Alexa's response: speech, sound, picture, reprompt, card and session attributes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ask_sdk_model import Response
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective
from ask_sdk_model.ui import Reprompt, SimpleCard, SsmlOutputSpeech

from skill.alexa.picture import pictures
from skill.alexa.player import GuideShelf, directives
from skill.alexa.serializer import ReadyJson
from skill.alexa.turn import Turn
from skill.app import codec
from skill.app.coach import TurnOutcome
from skill.app.delivery import Channel, Delivery
from skill.domain import cues
from skill.domain.cues import Question
from skill.speech import apla, ssml
from skill.speech.apla import Lead
from skill.speech.messages import Messages
from skill.speech.plain import plain
from skill.speech.ssml import Ssml

Pace = Callable[[Ssml], Ssml]
"""How words are spoken, the count apart."""


def write(answer: TurnOutcome, messages: Messages, shelf: GuideShelf, turn: Turn | None = None) -> Response:
    """Return the response that says *answer*, and shows it where the device of *turn* can.

    The microphone opens when, and only when, it ends with a question.
    """
    response = _words(answer, messages)
    shown = pictures(answer, messages, turn) if turn else []
    told = directives(answer.reply.player, shelf, messages) or ()
    if shown or told:
        response.directives = [*shown, *(response.directives or ()), *told]
    return response


def write_without_words(answer: TurnOutcome, messages: Messages, shelf: GuideShelf) -> Response:
    """Return the response to the player's own requests, which may hold nothing but directives to it."""
    return Response(directives=directives(answer.reply.player, shelf, messages))


def _words(answer: TurnOutcome, messages: Messages) -> Response:
    reply, delivery = answer.reply, answer.delivery
    response = Response(should_end_session=reply.question is None)
    spoken = ssml.slowly if reply.patient.slow_speech else ssml.as_it_is
    said = [spoken(ssml.words(messages.say(cue))) for cue in reply.cues]
    if reply.question is None:
        response.output_speech = _speech(said)
    elif delivery is None:
        response.output_speech = _speech([*said, spoken(ssml.words(messages.say(reply.question)))])
        response.reprompt = Reprompt(output_speech=_speech([spoken(ssml.words(messages.reprompt(reply.question)))]))
    elif delivery.channel is Channel.SSML:
        response.output_speech = _speech([*said, *_spoken_part(delivery, 0, messages, spoken)])
        response.reprompt = Reprompt(
            output_speech=_speech(_spoken_reprompt(delivery, reply.question, messages, spoken))
        )
    else:
        lead = _lead(answer, delivery, messages)
        response.output_speech = None if lead else _speech(said)
        response.directives = [_played_part(delivery, 0, messages, spoken, lead)]
        response.reprompt = _played_reprompt(delivery, reply.question, messages, spoken)
    if reply.urgent:
        response.card = SimpleCard(title=messages.text("card-urgent-title"), content=plain(messages, reply.cues))
    elif reply.to_read:
        title = messages.write(reply.card_title) if reply.card_title else messages.text("card-questions-title")
        response.card = SimpleCard(title=title, content=plain(messages, reply.to_read))
    return response


def attributes(answer: TurnOutcome) -> dict[str, Any]:
    """Return what Alexa carries to the next turn: the compact document; nothing once the session is over."""
    return ReadyJson(codec.to_attributes(answer.document)) if answer.reply.question is not None else {}


def safe_stop(messages: Messages) -> Response:
    """Return the response to an error nobody expected: stop and rest."""
    return Response(output_speech=_speech([ssml.words(messages.say(cues.SafeStop()))]), should_end_session=True)


def _speech(pieces: list[Ssml]) -> SsmlOutputSpeech | None:
    return SsmlOutputSpeech(ssml=ssml.speak(pieces)) if pieces else None


def _spoken_part(delivery: Delivery, index: int, messages: Messages, spoken: Pace) -> list[Ssml]:
    closing = spoken(ssml.words(messages.say(delivery.closing[index])))
    return [ssml.count(messages, delivery.parts[index]), closing]


def _spoken_reprompt(delivery: Delivery, question: Question, messages: Messages, spoken: Pace) -> list[Ssml]:
    if len(delivery.closing) > 1:
        return _spoken_part(delivery, 1, messages, spoken)
    return [spoken(ssml.words(messages.reprompt(question)))]


def _lead(answer: TurnOutcome, delivery: Delivery, messages: Messages) -> Lead | None:
    """Return what the count's document says first, where it says it: the words of the reply."""
    if not delivery.lead_inside:
        return None
    text = " ".join(filter(None, (messages.say(cue) for cue in answer.reply.cues)))
    return Lead(text=text, ms=round(delivery.lead_seconds * 1000))


def _played_part(
    delivery: Delivery, index: int, messages: Messages, spoken: Pace, lead: Lead | None = None
) -> RenderDocumentDirective:
    closing, slow = messages.say(delivery.closing[index]), spoken is ssml.slowly
    document = ReadyJson(apla.document(messages, delivery.parts[index], closing, slow=slow, lead=lead))
    return RenderDocumentDirective(token=f"count-{index + 1}", document=document)


def _played_reprompt(delivery: Delivery, question: Question, messages: Messages, spoken: Pace) -> Reprompt:
    if len(delivery.closing) > 1:
        return Reprompt(directives=[_played_part(delivery, 1, messages, spoken)])
    return Reprompt(output_speech=_speech([spoken(ssml.words(messages.reprompt(question)))]))
