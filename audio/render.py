"""A timeline as sound: clips and ticks added up, a block at a time. An hour needs no more memory than a minute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from audio.clips import FULL_SCALE, Clip
from audio.sound import SAMPLE_RATE
from audio.timeline import Timeline

BLOCK_SAMPLES = 20 * SAMPLE_RATE
TICK_SECONDS = 0.03
TICK_HERTZ = 1_200
TICK_LEVEL = 0.03
"""About 30 dB below full scale: felt rather than listened to."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some sound, from a sample on, made *gain* times as loud."""

    start: int
    samples: NDArray[np.int16]
    gain: float = 1.0

    @property
    def end(self) -> int:
        """Return the sample after its last."""
        return self.start + len(self.samples)


def words(timeline: Timeline, clips: Mapping[str, Clip]) -> tuple[Piece, ...]:
    """Return the clips of *timeline*, one for each of its sentences, in order."""
    return tuple(Piece(spoken.start, clips[spoken.text].samples) for spoken in timeline.spoken)


def ticks(timeline: Timeline) -> tuple[Piece, ...]:
    """Return the soft ticks of *timeline*."""
    return tuple(Piece(start, _tick()) for start in timeline.ticks)


def blocks(pieces: Sequence[Piece], *, start: int, end: int) -> Iterator[NDArray[np.int16]]:
    """Yield the sum of *pieces* from sample *start* to *end*."""
    pieces = sorted(pieces, key=lambda piece: piece.start)
    behind = 0
    for begin in range(start, end, BLOCK_SAMPLES):
        block = np.zeros(min(BLOCK_SAMPLES, end - begin), np.float32)
        while behind < len(pieces) and pieces[behind].end <= begin:
            behind += 1
        for piece in pieces[behind:]:
            if piece.start >= begin + len(block):
                break
            _add(piece, block, begin)
        yield np.clip(np.round(block), -FULL_SCALE, FULL_SCALE).astype("<i2")


def _add(piece: Piece, block: NDArray[np.float32], begin: int) -> None:
    low, high = max(piece.start, begin), min(piece.end, begin + len(block))
    if low < high:
        block[low - begin : high - begin] += piece.samples[low - piece.start : high - piece.start] * np.float32(
            piece.gain
        )


@cache
def _tick() -> NDArray[np.int16]:
    times = np.arange(round(TICK_SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    swell = np.sin(np.pi / 2 * np.minimum(times / 0.002, 1)) * np.exp(-times / 0.006)
    return np.round(FULL_SCALE * TICK_LEVEL * swell * np.sin(2 * np.pi * TICK_HERTZ * times)).astype("<i2")
