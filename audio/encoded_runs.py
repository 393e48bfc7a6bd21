"""A timeline in runs: words so close together that they have to be encoded in one go, with silence around them.

An MP3 is a row of frames of 24 ms, and a frame that follows silence needs nothing of what came before. So a run can be
encoded on its own, kept, and put wherever it is said again; only where its first sample lies within a frame must agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audio.sound import FRAME_SAMPLES
from audio.timeline import Timeline

DECODER_DELAY_SAMPLES = 1_105
"""Decoded sound comes this much later than it was encoded, always (docs/audio.md §3)."""
LEAD_SAMPLES = 3 * FRAME_SAMPLES
"""Silence at the beginning of a run: its frames' bits serve the first word, which needs more than its own."""
TAIL_SAMPLES = FRAME_SAMPLES
"""Silence at its end, in which it dies away."""
_APART_SAMPLES = LEAD_SAMPLES + DECODER_DELAY_SAMPLES + TAIL_SAMPLES + 3 * FRAME_SAMPLES
TICK = "\N{BELL}"
"""Stands for a soft tick among the words."""

Words = tuple[tuple[str, int], ...]
"""Texts, each with the sample of its run at which it starts."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words, and the frame of the guide with which their sound begins."""

    frame: int
    words: Words


def runs(timeline: Timeline, lengths: Mapping[str, int], *, tick: bool) -> tuple[Run, ...]:
    """Return the runs of *timeline*, in order, with its ticks if they are wanted."""
    return tuple(_run(words) for words in _close_together(timeline, lengths, tick=tick))


def _close_together(timeline: Timeline, lengths: Mapping[str, int], *, tick: bool) -> Iterator[list[tuple[str, int]]]:
    words = [(spoken.text, spoken.start) for spoken in timeline.spoken]
    words += [(TICK, start) for start in timeline.ticks if tick]
    together: list[tuple[str, int]] = []
    end = 0
    for text, start in sorted(words, key=lambda word: word[1]):
        if together and start - end > _APART_SAMPLES:
            yield together
            together = []
        together.append((text, start))
        end = max(end, start + lengths[text])
    if together:
        yield together


def _run(words: list[tuple[str, int]]) -> Run:
    frame = (words[0][1] - DECODER_DELAY_SAMPLES - LEAD_SAMPLES) // FRAME_SAMPLES
    begin = frame * FRAME_SAMPLES + DECODER_DELAY_SAMPLES
    return Run(frame, tuple((text, start - begin) for text, start in words))
