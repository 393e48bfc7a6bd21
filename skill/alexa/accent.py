"""English words on a device that is set to another language: marked as English, so that no foreign voice reads them."""

from __future__ import annotations

from ask_sdk_model import Response
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective
from ask_sdk_model.ui import OutputSpeech, SsmlOutputSpeech

from skill.alexa.serializer import ReadyJson
from skill.speech import apla, ssml
from skill.speech.locales import DEFAULT_LOCALE


def in_english(response: Response) -> Response:
    """Return *response* with all that is spoken in it marked as English (docs/alexa-platform.md §1.6, `lang`)."""
    _mark(response.output_speech)
    for directive in response.directives or ():
        _mark_count(directive)
    if response.reprompt:
        _mark(response.reprompt.output_speech)
        for directive in response.reprompt.directives or ():
            _mark_count(directive)
    return response


def _mark(speech: OutputSpeech | None) -> None:
    if isinstance(speech, SsmlOutputSpeech) and speech.ssml:
        speech.ssml = ssml.spoken_as(DEFAULT_LOCALE, speech.ssml)


def _mark_count(directive: object) -> None:
    if isinstance(directive, RenderDocumentDirective) and directive.document:
        directive.document = ReadyJson(apla.spoken_as(DEFAULT_LOCALE, directive.document))
