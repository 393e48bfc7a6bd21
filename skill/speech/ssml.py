"""SSML: the only place that writes "<"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape

from skill.domain.count.script import Script
from skill.errors import SpeechError
from skill.speech.limits import LONGEST_BREAK_MS, MOST_SPEECH_CHARACTERS
from skill.speech.messages import Messages
from skill.speech.timing import SLOW_RATE, spoken_ms

Ssml = NewType("Ssml", str)
"""A piece of SSML, escaped, without the `<speak>` around it."""

SHORTEST_BREAK_MS = 50
"""A shorter one is not worth its letters; what it lacks goes to the next."""

_UNSPEAKABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters XML 1.0 has no way to write."""


def words(text: str) -> Ssml:
    """Return *text* escaped: whatever is in it will be spoken, not obeyed."""
    return Ssml(escape(_UNSPEAKABLE.sub(" ", text)))


def as_it_is(piece: Ssml) -> Ssml:
    """Return *piece*, at the usual pace."""
    return piece


def slowly(piece: Ssml) -> Ssml:
    """Return *piece* spoken at `SLOW_RATE`; nothing for nothing."""
    return Ssml(f'<prosody rate="{SLOW_RATE:.0%}">{piece}</prosody>') if piece else piece


def pause(ms: int) -> Ssml:
    """Return a pause of *ms* milliseconds, as many breaks in a row as it takes; nothing for none."""
    lengths = [LONGEST_BREAK_MS] * (ms // LONGEST_BREAK_MS) + [ms % LONGEST_BREAK_MS]
    return Ssml("".join(f'<break time="{length}ms"/>' for length in lengths if length > 0))


def count(messages: Messages, script: Script) -> Ssml:
    """Return the beats of *script*: each word at its second, by estimate.

    A word that is too long for its slot makes the next ones late, until a break has made up for it: the count never
    drifts.
    """
    pieces: list[str] = []
    now_ms = 0
    for beat, start in zip(script.beats, script.starts, strict=True):
        if beat.cue is None:
            continue
        now_ms += _wait(start * 1000 - now_ms, pieces)
        text = messages.say(beat.cue)
        pieces.append(words(text))
        now_ms += spoken_ms(text)
    _wait(script.seconds * 1000 - now_ms, pieces)
    return Ssml(" ".join(pieces))


def speak(pieces: Iterable[Ssml]) -> str:
    """Return a whole SSML document that says *pieces* in order.

    Raise `SpeechError` when it is longer than Alexa takes: say fewer cues, or a shorter part of the count.
    """
    document = f"<speak>{' '.join(piece for piece in pieces if piece)}</speak>"
    if len(document) > MOST_SPEECH_CHARACTERS:
        raise SpeechError(
            f"{len(document)} characters of SSML, and Alexa takes {MOST_SPEECH_CHARACTERS}: "
            "say fewer cues, or a shorter part of the count (skill.speech.parts)"
        )
    return document


def spoken_as(locale: str, document: str) -> str:
    """Return *document*, a whole one, said in the language of *locale*; as it is where that makes it too long."""
    inside = document.removeprefix("<speak>").removesuffix("</speak>")
    marked = f'<speak><lang xml:lang="{locale}">{inside}</lang></speak>'
    return marked if len(marked) <= MOST_SPEECH_CHARACTERS else document


def _wait(ms: int, pieces: list[str]) -> int:
    """Add a pause of *ms* to *pieces* and return its length; 0 when it is too short to be heard."""
    if ms < SHORTEST_BREAK_MS:
        return 0
    pieces.append(pause(ms))
    return ms
