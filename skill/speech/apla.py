"""A count as an APL-A document: every beat exactly its slot, whatever voice speaks.

A beat is a `Mixer` of the word and of a `Silence` as long as the slot. The mixer lasts as long as the longer of the
two, so the words must be shorter than their slots; they are (tests/speech/test_slots.py). The mixer is written
once, as a composition, which keeps a document of 240 seconds at a third of the size.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from skill.domain.count.script import Beat, Script
from skill.speech import ssml
from skill.speech.messages import Messages

VERSION = "0.91"
_SAID = "${say}"
"""Where the words of a beat go."""
_EVALUATED = re.compile(r"\$\{|^@")
"""What APL would take for an expression or a resource instead of saying it."""

Json = dict[str, Any]

_BEAT: Json = {
    "parameters": [{"name": "say", "type": "string"}, {"name": "ms", "type": "number"}],
    "items": [
        {
            "type": "Mixer",
            "items": [
                {"type": "Speech", "contentType": "PlainText", "content": _SAID},
                {"type": "Silence", "duration": "${ms}"},
            ],
        }
    ],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What is said before the first beat, and how long its slot is."""

    text: str
    ms: int


def document(messages: Messages, script: Script, closing: str, *, slow: bool = False, lead: Lead | None = None) -> Json:
    """Return the APL-A document that says *lead*, counts *script* and then says *closing*, *slow* or as usual.

    The closing question has to be in the document, because Alexa speaks `outputSpeech` before she plays it
    (docs/alexa-platform.md §2.2). Raise `ValueError` when there is none: silence must not stand alone.
    """
    if not closing:
        raise ValueError("an APL-A document needs closing words: a count ends with a question")
    speech = _slow_speech if slow else _usual_speech
    before = [_slot(speech(lead.text), lead.ms)] if lead else []
    items = [*before, *(_beat(messages, beat) for beat in script.beats), speech(closing)]
    return {
        "type": "APLA",
        "version": VERSION,
        "compositions": {"Beat": _BEAT},
        "mainTemplate": {"parameters": ["payload"], "items": [{"type": "Sequencer", "items": items}]},
    }


def _slot(speech: Json, ms: int) -> Json:
    return {"type": "Mixer", "items": [speech, {"type": "Silence", "duration": ms}]}


def _usual_speech(text: str) -> Json:
    return {"type": "Speech", "contentType": "PlainText", "content": _inert(text)}


def _slow_speech(text: str) -> Json:
    return {"type": "Speech", "contentType": "SSML", "content": ssml.speak([ssml.slowly(ssml.words(_inert(text)))])}


def spoken_as(locale: str, plain: Mapping[str, Any]) -> Json:
    """Return the document *plain* with its words said in the language of *locale*."""
    return {name: _marked(value, locale) for name, value in plain.items()}


def _marked(value: Any, locale: str) -> Any:  # noqa: ANN401 - JSON in, JSON out
    match value:
        case {"type": "Speech", "contentType": "PlainText", "content": content}:
            words = content if content == _SAID else escape(content)
            return {**value, "contentType": "SSML", "content": ssml.spoken_as(locale, ssml.speak([ssml.Ssml(words)]))}
        case {"type": "Speech", "contentType": "SSML", "content": content}:
            return {**value, "content": ssml.spoken_as(locale, content)}
        case {"type": "Beat", "say": say}:
            return {**value, "say": escape(say)}
        case dict():
            return {name: _marked(part, locale) for name, part in value.items()}
        case list():
            return [_marked(part, locale) for part in value]
        case _:
            return value


def _beat(messages: Messages, beat: Beat) -> Json:
    ms = beat.seconds * 1000
    if beat.cue is None:
        return {"type": "Silence", "duration": ms}
    return {"type": "Beat", "say": _inert(messages.say(beat.cue)), "ms": ms}


def _inert(text: str) -> str:
    return _EVALUATED.sub(" ", text)
