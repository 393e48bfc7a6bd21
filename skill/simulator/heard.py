"""What comes out of a device: a response taken apart into words, beats and the microphone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from skill.speech.timing import spoken_ms

Json = dict[str, Any]
APLA_RENDER = "Alexa.Presentation.APLA.RenderDocument"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One stretch of sound: words, or silence when *text* is empty."""

    text: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One response as a person in the room hears it."""

    sounds: tuple[Sound, ...]
    reprompt: tuple[Sound, ...]
    listening: bool
    """Whether the microphone opens afterwards."""
    card: str = ""

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
    )


def _speech(speech: Json | None) -> tuple[Sound, ...]:
    if not speech:
        return ()
    if speech["type"] == "PlainText":
        return (_words(speech["text"]),)
    root = ElementTree.fromstring(speech["ssml"])  # noqa: S314 - our own skill's answer
    sounds = [_words(root.text or "")]
    for element in root:
        if element.tag == "break":
            sounds.append(Sound(text="", seconds=_break_seconds(element.get("time", "0s"))))
        sounds.extend((_words(element.text or ""), _words(element.tail or "")))
    return tuple(sound for sound in sounds if sound.text or sound.seconds)


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
            word = _words(item["say"])
            slot = item["ms"] / 1000
            return (word, Sound(text="", seconds=max(0.0, slot - word.seconds)))
        case "Silence":
            return (Sound(text="", seconds=item["duration"] / 1000),)
        case _:
            return (_words(item["content"]),)
