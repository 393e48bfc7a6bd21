"""What is wrong with a response, by Alexa's own limits (docs/alexa-platform.md §9)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from skill.simulator.heard import hear

Json = dict[str, Any]
MOST_SPEECH_CHARACTERS = 8000
MOST_RESPONSE_BYTES = 24_000
TAGS = frozenset({"speak", "break", "lang", "prosody"})
SAFE_STOP = "Something went wrong on my side"


def complaints(envelope: Json) -> list[str]:
    """Return what is wrong with a spoken answer; nothing when it is fine."""
    return list(_complaints(envelope))


def _complaints(envelope: Json) -> Iterator[str]:
    response = envelope.get("response", {})
    if envelope.get("version") != "1.0":
        yield "the version is not 1.0"
    if len(json.dumps(envelope).encode()) > MOST_RESPONSE_BYTES:
        yield f"the response is longer than {MOST_RESPONSE_BYTES} bytes"
    for name, speech in _speeches(response):
        yield from (f"{name}: {complaint}" for complaint in _ssml(speech["ssml"]))
    heard = hear(response)
    if not heard.text:
        yield "nothing is said"
    if SAFE_STOP in heard.text:
        yield "an error nobody expected"
    if heard.listening and not heard.text.rstrip().endswith("?"):
        yield f"the microphone is open without a question: {heard.text[-60:]!r}"
    if heard.listening and not heard.reprompt_text:
        yield "the microphone is open without a reprompt"
    if not heard.listening and heard.text.rstrip().endswith("?"):
        yield "a question with the microphone closed"
    if heard.listening is False and response.get("shouldEndSession") is not True:
        yield "the session is neither open nor ended"


def _speeches(response: Json) -> Iterator[tuple[str, Json]]:
    for name, holder in (("speech", response), ("reprompt", response.get("reprompt") or {})):
        if holder.get("outputSpeech"):
            yield name, holder["outputSpeech"]


def _ssml(ssml: str) -> Iterator[str]:
    if len(ssml) >= MOST_SPEECH_CHARACTERS:
        yield f"{len(ssml)} characters"
    root = ElementTree.fromstring(ssml)
    for element in root.iter():
        if element.tag not in TAGS:
            yield f"<{element.tag}>"
        if element.tag == "break" and not re.fullmatch(r"\d{1,5}ms", element.get("time", "")):
            yield f"a break of {element.get('time')}"
        if element.tag == "break" and int(element.get("time", "0ms")[:-2]) > 10_000:
            yield "a break over ten seconds"
