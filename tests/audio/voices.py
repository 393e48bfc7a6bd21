"""Voices for tests: quick, always the same, and failing on demand."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from skill.errors import VoiceUnavailable

RATE = 24_000


class ToneVoice:
    """Hums a different chord for every text, in syllables, about as long as it takes to say it."""

    version = "1"
    settings = "hum"
    seconds_a_request = 0.0
    sample_rate = RATE

    def __init__(self, name: str = "tone", *, slowness: float = 1.0) -> None:
        self.name = name
        self.spoken: Counter[str] = Counter()
        self._slowness = slowness
        self._counting = threading.Lock()

    def speak(self, text: str, locale: str, pace: int | None = None) -> NDArray[np.float32]:
        with self._counting:
            self.spoken[text] += 1
        seconds = (0.25 + 0.04 * len(text)) * self._slowness
        times = np.arange(round(seconds * RATE)) / RATE
        seed = hashlib.sha256(f"{self.name} {text}".encode()).digest()
        hum = sum(np.sin(2 * np.pi * (110 + seed[n]) * (n + 1) * times + seed[n + 8]) / (n + 1) for n in range(5))
        syllables = 0.35 + 0.65 * np.abs(np.sin(2 * np.pi * 2.3 * times + 0.5))
        silence = np.zeros(RATE // 4)
        return np.concatenate((silence, 0.2 * hum * syllables, silence)).astype(np.float32)


class BrokenVoice(ToneVoice):
    """Speaks until it has said *sentences*, then fails for ever."""

    def __init__(self, name: str = "broken", *, sentences: int = 0) -> None:
        super().__init__(name)
        self._left = sentences

    def speak(self, text: str, locale: str, pace: int | None = None) -> NDArray[np.float32]:
        if self._left <= 0:
            raise VoiceUnavailable("too many requests (429)")
        self._left -= 1
        return super().speak(text, locale)
