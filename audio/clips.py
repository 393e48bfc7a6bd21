"""The clips already spoken, kept on disk under what decides their sound: voice, version, settings and text.

Any number of threads and processes may share one folder. A clip is spoken once, by whoever comes first; the others wait
for it. A file is written beside its place and moved there, and starts with the digest of the rest of it, so whatever
a crash or a bad disk leaves behind is noticed and spoken again.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audio.files import cannot_write, write_whole
from audio.loudness import Powers, powers
from audio.mastering import mastered
from audio.once import Once
from audio.resampling import Samples
from audio.sound import MASTERING_VERSION
from audio.voices import Voice, identity
from skill.errors import AudioError, VoiceUnavailable

FULL_SCALE = 32_767
_DIGEST_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class Clip:
    """Mastered speech: 24 kHz, mono."""

    key: str
    """What decides its sound, digested."""
    samples: NDArray[np.int16] = field(repr=False)

    def __len__(self) -> int:
        return len(self.samples)

    @cached_property
    def powers(self) -> Powers:
        """Return how loud it is, cell by cell."""
        return powers(self.samples.astype(np.float32) / np.float32(FULL_SCALE))


def clip_key(voice: Voice, text: str, locale: str) -> str:
    """Return the name a clip is kept under: everything that decides how it sounds."""
    words = " ".join(text.split())
    return hashlib.sha256(json.dumps([*identity(voice), MASTERING_VERSION, locale, words]).encode()).hexdigest()


class ClipStore:
    """A folder of clips; those asked for stay in memory, so that one store is for one build.

    Raises `AudioError` with the path and the remedy when the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: Once[str, Clip] = Once()

    def spoken(self, voice: Voice, text: str, locale: str) -> Clip:
        """Return *text* as *voice* says it, from the folder when it is there. Raise `VoiceUnavailable` otherwise."""
        key = clip_key(voice, text, locale)
        return self._loaded.get(key, lambda: Clip(key=key, samples=self._kept(key, lambda: _said(voice, text, locale))))

    def _kept(self, key: str, make: Callable[[], Samples]) -> NDArray[np.int16]:
        """Return the samples kept under *key*, made by *make* if nobody has made them yet."""
        path = self._folder / key[:2] / f"{key}.clip"
        found = _read(path)
        if found is not None:
            return found
        with self._only_one(key):
            found = _read(path)
            if found is None:
                found = np.round(np.clip(make(), -1, 1) * FULL_SCALE).astype("<i2")
                write_whole(path, _packed(found))
            return found

    @contextmanager
    def _only_one(self, key: str) -> Iterator[None]:
        """Hold the lock of *key*: a file's lock, because it counts between processes as it does between threads."""
        path = self._folder / key[:2] / f"{key}.lock"
        with cannot_write(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = path.open("wb")
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
            path.unlink(missing_ok=True)


def _said(voice: Voice, text: str, locale: str) -> Samples:
    clip = mastered(voice.speak(text, locale), voice.sample_rate)
    if not len(clip):
        raise VoiceUnavailable(f"{voice.name} says nothing for {text!r}")
    return clip


def _packed(samples: NDArray[np.int16]) -> bytes:
    content = samples.tobytes()
    return hashlib.sha256(content).digest() + content


def _read(path: Path) -> NDArray[np.int16] | None:
    """Return the samples at *path*, or None when there is none, or what is there is damaged."""
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise AudioError(f"cannot read {path}: {error.strerror}; delete it, and it is made again") from error
    digest, samples = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    if len(samples) % 2 or not samples or hashlib.sha256(samples).digest() != digest:
        return None
    return np.frombuffer(samples, "<i2")
