"""What Alexa, or a tester, would object to in one response.

See docs/alexa-platform.md §9, checks 1 to 33, 38, 40 and 77.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

Json = dict[str, Any]

MOST_RESPONSE_BYTES = 24_000
MOST_SPEECH_CHARACTERS = 7_999
MOST_CARD_CHARACTERS = 8_000
MOST_ATTRIBUTE_BYTES = 8_000
LONGEST_BREAK_MS = 10_000
LONGEST_APLA_MS = 240_000
APL_VERSION = "1.4"
MOST_TOKEN_CHARACTERS = 1_024
TAGS = {
    "speak": set[str](),
    "break": {"time"},
    "prosody": {"rate"},
    "lang": {"{http://www.w3.org/XML/1998/namespace}lang"},
}
"""The tags the skill uses, of those Alexa allows, and their attributes."""
WORDLESS = ("AudioPlayer.", "PlaybackController.", "AlexaSkillEvent.", "System.", "SessionEndedRequest")
SAFE_STOP = "Something went wrong on my side"
_CLAIM = re.compile(r"\b(?:will|can|does) (?:cure|heal)s?\b|\bguarantee|\bI (?:am|'m) calling\b", re.IGNORECASE)
_ODD = re.compile(r"[*_#`~|]|[\U0001F300-\U0001FAFF\u2600-\u27BF]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and the response to it."""

    request: Json
    response: Json
    """The whole response envelope."""

    @property
    def told(self) -> Json:
        """Return the inner response."""
        return dict(self.response.get("response") or {})

    @property
    def kind(self) -> str:
        """Return the request's type, with the intent's name where it has one."""
        request = self.request["request"]
        return str(request.get("intent", {}).get("name") or request["type"])


def objections(exchange: Exchange) -> Iterator[tuple[str, str]]:
    """Yield the number of each check that fails, and why."""
    for number, problem in _objections(exchange):
        yield number, f"{exchange.kind}: {problem}"


def _objections(exchange: Exchange) -> Iterator[tuple[str, str]]:
    yield from _of_sizes(exchange)
    if exchange.request["request"]["type"].startswith(WORDLESS):
        yield from _of_wordless(exchange)
        return
    for document in speeches(exchange.told):
        yield from _of_ssml(document)
    yield from _of_session(exchange)
    for directive in directives(exchange.told):
        yield from _of_directive(directive, exchange)


def speeches(told: Json) -> Iterator[str]:
    """Yield each SSML document that is spoken or asked again."""
    for holder in (told, told.get("reprompt") or {}):
        speech = holder.get("outputSpeech")
        if speech:
            yield speech.get("ssml") or f"<speak>{speech['text']}</speak>"


def directives(told: Json) -> Iterator[Json]:
    """Yield every directive, those of the reprompt included."""
    yield from told.get("directives") or ()
    yield from (told.get("reprompt") or {}).get("directives") or ()


def _of_sizes(exchange: Exchange) -> Iterator[tuple[str, str]]:
    size = len(json.dumps(exchange.response, ensure_ascii=False).encode())
    if size > MOST_RESPONSE_BYTES:
        yield "1", f"{size} bytes"
    card = exchange.told.get("card") or {}
    if sum(len(card.get(part) or "") for part in ("title", "content", "text")) > MOST_CARD_CHARACTERS:
        yield "4", "the card is too long"
    attributes = len(json.dumps(exchange.response.get("sessionAttributes") or {}).encode())
    if attributes > MOST_ATTRIBUTE_BYTES:
        yield "6", f"{attributes} bytes of session attributes"


def _of_wordless(exchange: Exchange) -> Iterator[tuple[str, str]]:
    told = exchange.told
    for part in ("outputSpeech", "card", "reprompt"):
        if told.get(part):
            yield "23, 30", f"has {part}"
    if exchange.response.get("sessionAttributes"):
        yield "30", "has session attributes"
    kind, sent = exchange.request["request"]["type"], {one["type"] for one in told.get("directives") or ()}
    if kind in ("AudioPlayer.PlaybackStopped", "SessionEndedRequest", "System.ExceptionEncountered") and sent:
        yield "29, 33", "has directives"
    if kind in ("AudioPlayer.PlaybackStarted", "AudioPlayer.PlaybackFinished") and "AudioPlayer.Play" in sent:
        yield "29", "starts another stream"


def _of_ssml(document: str) -> Iterator[tuple[str, str]]:
    if len(document) > MOST_SPEECH_CHARACTERS:
        yield "2", f"{len(document)} characters of speech"
    try:
        root = ElementTree.fromstring(document)  # noqa: S314 - our own skill's answer
    except ElementTree.ParseError as error:
        yield "7", f"no XML: {error}"
        return
    if root.tag != "speak":
        yield "7", f"the root is {root.tag}"
    for element in root.iter():
        if element.tag not in TAGS or set(element.attrib) - TAGS.get(element.tag, set()):
            yield "8", f"<{element.tag}> with {sorted(element.attrib)}"
        if element.tag == "break" and not _is_short(element.get("time", "")):
            yield "9", f"a break of {element.get('time')}"
    text = "".join(root.itertext())
    if _ODD.search(text):
        yield "14", f"signs that are not for the ear: {text[:60]!r}"
    if SAFE_STOP in text:
        yield "84", "an error nobody expected"
    if _CLAIM.search(text):
        yield "77", f"claims too much: {text[:80]!r}"


def _is_short(time: str) -> bool:
    found = re.fullmatch(r"(\d+)ms", time)
    return found is not None and int(found[1]) <= LONGEST_BREAK_MS


def _of_session(exchange: Exchange) -> Iterator[tuple[str, str]]:
    told = exchange.told
    if "canFulfillIntent" in told:
        return
    open_, heard = told.get("shouldEndSession") is False, _last_words(told)
    if not heard and not told.get("directives"):
        yield "84", "nothing is said"
    if open_ and not heard.rstrip().endswith("?"):
        yield "18", f"listens without a question: {heard[-60:]!r}"
    if open_ and not (told.get("reprompt") or {}):
        yield "18", "listens without a reprompt"
    if not open_ and heard.rstrip().endswith("?"):
        yield "19", f"asks without listening: {heard[-60:]!r}"


def _last_words(told: Json) -> str:
    """Return what is heard last: the count's closing words, or the speech."""
    for directive in told.get("directives") or ():
        if directive["type"] == "Alexa.Presentation.APLA.RenderDocument":
            items = directive["document"]["mainTemplate"]["items"][0]["items"]
            return _plain(str(items[-1].get("content", "")))
    speech = told.get("outputSpeech") or {}
    return _plain(str(speech.get("ssml") or speech.get("text") or ""))


def _plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def _of_directive(directive: Json, exchange: Exchange) -> Iterator[tuple[str, str]]:
    match directive["type"]:
        case "AudioPlayer.Play":
            stream = directive["audioItem"]["stream"]
            if not stream["url"].startswith("https://"):
                yield "26", f"the guide's address is {stream['url']}"
            if len(stream["token"]) > MOST_TOKEN_CHARACTERS:
                yield "26", "the token is too long"
            if exchange.told.get("shouldEndSession") is not True:
                yield "27", "plays and keeps the session open"
            if ("expectedPreviousToken" in stream) != (directive["playBehavior"] == "ENQUEUE"):
                yield "28", f"{directive['playBehavior']} and a previous token do not go together"
        case "Alexa.Presentation.APLA.RenderDocument":
            document = directive["document"]
            if (document.get("type"), document.get("version")) != ("APLA", "0.91"):
                yield "40", "is no APL-A 0.91"
            items = document["mainTemplate"]["items"][0]["items"]
            if sum(item.get("ms") or item.get("duration") or 0 for item in items) > LONGEST_APLA_MS:
                yield "35", "plays longer than 240 s"
            if all(item["type"] == "Silence" for item in items):
                yield "40", "is silence alone"
        case "AudioPlayer.Stop" | "AudioPlayer.ClearQueue":
            pass
        case "Alexa.Presentation.APL.RenderDocument" | "Alexa.Presentation.APL.ExecuteCommands":
            interfaces = exchange.request["context"]["System"]["device"]["supportedInterfaces"]
            if "Alexa.Presentation.APL" not in interfaces:
                yield "38", "a picture for a device without a screen"
            if directive.get("document", {}).get("version", APL_VERSION) != APL_VERSION:
                yield "39", f"is no APL {APL_VERSION}"
        case "Alexa.Presentation.APLT.RenderDocument" | "Alexa.Presentation.APLT.ExecuteCommands":
            interfaces = exchange.request["context"]["System"]["device"]["supportedInterfaces"]
            if "Alexa.Presentation.APLT" not in interfaces:
                yield "38", "characters for a device without a clock's display"
        case other:
            yield "8", f"a directive nobody checks: {other}"
