"""What comes out of a device: a response taken apart into words, beats and the microphone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from xml.etree import ElementTree

from skill.speech.timing import spoken_ms

Json = dict[str, Any]
APLA_RENDER = "Alexa.Presentation.APLA.RenderDocument"
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One stretch of sound: words, or silence when *text* is empty."""

    text: str
    seconds: float
    beat: bool = False
    """Whether it is part of a count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One response as a person in the room hears it."""

    sounds: tuple[Sound, ...]
    reprompt: tuple[Sound, ...]
    listening: bool
    """Whether the microphone opens afterwards."""
    card: str = ""
    card_title: str = ""

    @property
    def text(self) -> str:
        """Return all words, without the silences."""
        return " ".join(sound.text for sound in self.sounds if sound.text)

    @property
    def reprompt_text(self) -> str:
        """Return the words after silence."""
        return " ".join(sound.text for sound in self.reprompt if sound.text)

    @property
    def seconds(self) -> float:
        """Return how long it sounds."""
        return sum(sound.seconds for sound in self.sounds)

    @property
    def reprompt_seconds(self) -> float:
        """Return how long the reprompt sounds."""
        return sum(sound.seconds for sound in self.reprompt)


def hear(response: Json) -> Heard:
    """Return what the body of a response (its `response` member) sounds like."""
    reprompt = response.get("reprompt") or {}
    card = response.get("card") or {}
    return Heard(
        sounds=(*_speech(response.get("outputSpeech")), *_apla(response.get("directives"))),
        reprompt=(*_speech(reprompt.get("outputSpeech")), *_apla(reprompt.get("directives"))),
        listening=response.get("shouldEndSession") is False,
        card=card.get("text") or card.get("content") or "",
        card_title=card.get("title") or "",
    )


def _speech(speech: Json | None) -> tuple[Sound, ...]:
    if not speech:
        return ()
    if speech["type"] == "PlainText":
        return (_words(speech["text"]),)
    return _ssml(speech["ssml"])


def _ssml(document: str) -> tuple[Sound, ...]:
    root = ElementTree.fromstring(document)  # noqa: S314 - our own skill's answer
    if (whole := root.find("lang")) is not None:
        root = whole
    return tuple(sound for sound in _spoken(root) if sound.text or sound.seconds)


def _spoken(root: ElementTree.Element) -> Iterator[Sound]:
    """Yield words and breaks. What a break follows is a beat of a count, but for the sentences that lead into it."""
    elements = list(root)
    texts = [root.text or "", *(element.tail or "" for element in elements)]
    for place, text in enumerate(texts):
        is_beat = place < len(elements) and elements[place].tag == "break"
        lead, beat = _last_sentence(text) if is_beat and place == 0 else ("", text)
        yield _words(lead)
        yield replace(_words(beat), beat=is_beat)
        if is_beat:
            yield Sound(text="", seconds=_break_seconds(elements[place].get("time", "0s")), beat=True)
        elif place < len(elements):
            words = _words("".join(elements[place].itertext()))
            yield replace(words, seconds=words.seconds / _rate(elements[place].get("rate", "100%")))


def _rate(percent: str) -> float:
    return float(percent.removesuffix("%")) / 100


def _last_sentence(text: str) -> tuple[str, str]:
    """Return *text* before its last sentence, and that sentence."""
    *lead, last = _SENTENCE_END.split(" ".join(text.split()))
    return " ".join(lead), last


def _break_seconds(time: str) -> float:
    return float(time[:-2]) / 1000 if time.endswith("ms") else float(time.removesuffix("s"))


def _words(text: str) -> Sound:
    words = " ".join(text.split())
    return Sound(text=words, seconds=spoken_ms(words) / 1000 if words else 0.0)


def _apla(directives: list[Json] | None) -> tuple[Sound, ...]:
    documents = [one["document"] for one in directives or () if one["type"] == APLA_RENDER]
    return tuple(sound for document in documents for sound in _played(document))


def _played(document: Json) -> tuple[Sound, ...]:
    """Return what an APL-A document of ours plays: a sequence of beats, silences and words."""
    (sequence,) = document["mainTemplate"]["items"]
    return tuple(sound for item in sequence["items"] for sound in _item(item))


def _item(item: Json) -> tuple[Sound, ...]:
    match item["type"]:
        case "Beat":
            word = replace(_words(item["say"]), beat=True)
            slot = item["ms"] / 1000
            return (word, Sound(text="", seconds=max(0.0, slot - word.seconds), beat=True))
        case "Mixer":
            words = _item(item["items"][0])
            left = item["items"][1]["duration"] / 1000 - sum(word.seconds for word in words)
            return (*words, Sound(text="", seconds=max(0.0, left)))
        case "Silence":
            return (Sound(text="", seconds=item["duration"] / 1000, beat=True),)
        case _:
            return _ssml(item["content"]) if item["contentType"] == "SSML" else (_words(item["content"]),)
