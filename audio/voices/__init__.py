"""Voices behind one small protocol. Importing this folder loads no engine: each loads when it first speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from audio.suggestions import near_matches
from skill.errors import AudioError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VOICE_NAMES = ("gtts", "hibari", "espeak")
"""In the order in which one stands in for another: online, bundled neural, last resort."""


class Voice(Protocol):
    """Something that turns text into speech, safe to call from several threads."""

    @property
    def name(self) -> str:
        """Return its name on the command line."""

    @property
    def version(self) -> str:
        """Return the engine's version: another one may sound different."""

    @property
    def settings(self) -> str:
        """Return whatever else decides the sound."""

    @property
    def seconds_a_request(self) -> float:
        """Return how long it waits between two texts, of all threads together; 0 for one that need not wait."""

    @property
    def sample_rate(self) -> int:
        """Return the samples per second of what it speaks."""

    def speak(self, text: str, locale: str, pace: int | None = None) -> NDArray[np.float32]:
        """Return *text* as mono samples from -1 to 1, with at most *pace* words a minute when it is given.

        Raise `VoiceUnavailable` when it cannot.
        """


def voices_from(name: str) -> tuple[Voice, ...]:
    """Return the voice *name* and those that may stand in for it, in order. Raise `AudioError` for an unknown name."""
    if name not in VOICE_NAMES:
        raise AudioError(f"there is no voice {name!r}{near_matches(name, VOICE_NAMES)}")
    return tuple(_opened(each) for each in VOICE_NAMES[VOICE_NAMES.index(name) :])


def identity(voice: Voice) -> Sequence[str]:
    """Return everything about *voice* that decides its sound."""
    return (voice.name, voice.version, voice.settings)


def _opened(name: str) -> Voice:
    match name:
        case "gtts":
            from audio.voices.gtts import GoogleVoice

            return GoogleVoice()
        case "hibari":
            from audio.voices.hibari import HibariVoice

            return HibariVoice()
        case _:
            from audio.voices.espeak import EspeakVoice

            return EspeakVoice()
