"""What is heard, as lines of plain text: for programs, files and pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import groupby

from unicode_rbnf import RbnfEngine

from skill.simulator.audio_player import AudioPlayer
from skill.simulator.heard import Heard, Sound

COACH = "coach: "
LISTENING, CLOSED = "[listening]", "[closed]"
NOT_PASSED_ON = (
    '# Alexa did not pass this on to Spine Coach, because the conversation is over. Say "open spine coach", '
    'or "ask spine coach" and what you want.'
)

_NUMBER = re.compile(r"\d+")
_END = re.compile(r"[.!]$")


def reply_lines(heard: Heard) -> Iterator[str]:
    """Yield the lines of one reply: its words, the count in it, whether the microphone opens, and the card."""
    yield from sound_lines(heard.sounds)
    if heard.card:
        yield f"{COACH}[card] {' '.join(heard.card.split())}"
    yield COACH + (LISTENING if heard.listening else CLOSED)


def reprompt_lines(heard: Heard) -> Iterator[str]:
    """Yield the lines of the reprompt of *heard*."""
    yield from sound_lines(heard.reprompt)
    yield COACH + LISTENING


def player_line(player: AudioPlayer, now: datetime) -> str:
    """Return what the audio player does, such as `coach: [playing Bridge, standard level, at 1:05]`."""
    if player.stream is None:
        return f"{COACH}[{player.activity.lower()}]"
    minutes, seconds = divmod(player.offset_ms(now) // 1000, 60)
    return f"{COACH}[{player.activity.lower()} {player.stream.title}, at {minutes}:{seconds:02}]"


def sound_lines(sounds: tuple[Sound, ...]) -> Iterator[str]:
    """Yield a line for each stretch of words and for each count."""
    for is_count, stretch in groupby((sound for sound in sounds if sound.text), key=lambda sound: sound.beat):
        texts = [sound.text for sound in stretch]
        yield f"{COACH}[count] {', '.join(map(beat_text, texts))}" if is_count else COACH + " ".join(texts)


def beat_text(text: str) -> str:
    """Return the words of a beat in small letters, numbers written out, without a full stop at the end."""
    return _NUMBER.sub(lambda found: _spelled(int(found[0])), _END.sub("", text).lower())


def _spelled(number: int) -> str:
    return _engine().format_number(number).text


@cache
def _engine() -> RbnfEngine:
    return RbnfEngine.for_language("en")
