"""The clips: every sentence spoken and mastered once, and kept under what decides its sound."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from audio.file_cache import KeptFiles
from audio.loudness import Powers, powers
from audio.mastering import mastered
from audio.memo import Memo
from audio.resampling import Samples
from audio.sound import MASTERING_VERSION, PACING_VERSION
from audio.voices import Voice, identity
from skill.errors import VoiceUnavailable

FULL_SCALE = 32_767


_CELLS = Struct("<I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Mastered speech: 24 kHz, mono."""

    key: str
    """What decides its sound, digested."""
    samples: NDArray[np.int16] = field(repr=False)
    powers: Powers = field(repr=False)
    """How loud it is, cell by cell."""

    def __len__(self) -> int:
        return len(self.samples)

    @classmethod
    def of(cls, key: str, samples: Samples) -> Clip:
        """Return the clip of *samples* from -1 to 1."""
        whole = np.round(np.clip(samples, -1, 1) * FULL_SCALE).astype("<i2")
        return cls(key=key, samples=whole, powers=powers(samples))

    def to_bytes(self) -> bytes:
        """Return its sound and its loudness as one piece."""
        return _CELLS.pack(len(self.powers)) + self.powers.astype("<f4").tobytes() + self.samples.tobytes()

    @classmethod
    def from_bytes(cls, key: str, content: bytes) -> Clip:
        """Return what `to_bytes` put together."""
        (cells,) = _CELLS.unpack_from(content)
        return cls(
            key=key,
            samples=np.frombuffer(content, "<i2", offset=_CELLS.size + 4 * cells),
            powers=np.frombuffer(content, "<f4", cells, _CELLS.size).astype(np.float64),
        )


def clip_key(voice: Voice, text: str, locale: str, pace: int | None = None) -> str:
    """Return a digest of everything that decides how a clip sounds."""
    words = " ".join(text.split())
    paced = [] if pace is None else [PACING_VERSION, pace]
    decides = [*identity(voice), MASTERING_VERSION, locale, words, *paced]
    return hashlib.sha256(json.dumps(decides).encode()).hexdigest()


class ClipStore:
    """A folder of clips; those asked for stay in memory, so that one store is for one build."""

    def __init__(self, folder: Path) -> None:
        self._files = KeptFiles(folder, ".clip")
        self._loaded: Memo[str, Clip] = Memo()

    def holds(self, voice: Voice, text: str, locale: str, pace: int | None = None) -> bool:
        """Return whether *voice* has said *text* before."""
        return self._files.holds(clip_key(voice, text, locale, pace))

    def spoken(self, voice: Voice, text: str, locale: str, pace: int | None = None) -> Clip:
        """Return *text* as *voice* says it, at most *pace* words a minute, from the folder when it is there.

        Raise `VoiceUnavailable` when the voice cannot say it, `AudioError` when the folder cannot be written.
        """
        key = clip_key(voice, text, locale, pace)
        return self._loaded.get(key, lambda: self._clip(key, voice, text, locale, pace))

    def _clip(self, key: str, voice: Voice, text: str, locale: str, pace: int | None) -> Clip:
        content = self._files.get(key, lambda: spoken(voice, text, locale, pace).to_bytes())
        return Clip.from_bytes(key, content)


def spoken(voice: Voice, text: str, locale: str, pace: int | None = None) -> Clip:
    """Return *text* as *voice* says it, kept nowhere. Raise `VoiceUnavailable` when the voice cannot say it."""
    samples = mastered(voice.speak(text, locale, pace), voice.sample_rate)
    if not len(samples):
        raise VoiceUnavailable(f"{voice.name} says nothing for {text!r}")
    return Clip.of(clip_key(voice, text, locale, pace), samples)
