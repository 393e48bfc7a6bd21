"""Where everything of a guide lies, in whole samples: the words, the chapters, the ticks.

A beat starts where the one before it ended, and lasts exactly its seconds, so nothing can drift.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audio.guide import Guide, GuidePart
from audio.sound import FRAME_SAMPLES, SAMPLE_RATE
from skill.errors import VoiceUnavailable

LEAD_IN_SECONDS = 0.504
LEAD_OUT_SECONDS = 1.5
SENTENCE_GAP_SECONDS = 0.35
"""Between two sentences of a part."""
BEAT_GAP_SECONDS = 0.25
"""Between two sentences of a beat, where time is short."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence on the timeline."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ChapterMark:
    """A chapter's beginning."""

    title: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A guide in samples."""

    spoken: tuple[Spoken, ...]
    chapters: tuple[ChapterMark, ...]
    ticks: tuple[int, ...]
    """Where a soft tick may be heard: every second of movement and holding."""
    samples: int


def seconds_of(samples: int) -> float:
    """Return a length in seconds."""
    return samples / SAMPLE_RATE


def laid_out(guide: Guide, lengths: Mapping[str, int]) -> Timeline:
    """Return the timeline of *guide* with sentences that take *lengths* samples.

    Raise `VoiceUnavailable` when a voice is too slow for a beat: another one may do.
    """
    spoken: list[Spoken] = []
    chapters: list[ChapterMark] = []
    ticks: list[int] = []
    here = _samples(LEAD_IN_SECONDS)
    for part in guide.parts:
        if part.chapter:
            chapters.append(ChapterMark(part.chapter, here))
        words = tuple(_in_a_row(part, here, lengths))
        end = _end(part, here, words)
        if part.ticks:
            ticks += range(here, end, SAMPLE_RATE)
        spoken += words
        here = end
    return Timeline(
        spoken=tuple(spoken),
        chapters=tuple(chapters),
        ticks=tuple(ticks),
        samples=here + _samples(LEAD_OUT_SECONDS),
    )


def _in_a_row(part: GuidePart, start: int, lengths: Mapping[str, int]) -> Iterator[Spoken]:
    gap = _samples(SENTENCE_GAP_SECONDS if part.seconds is None else BEAT_GAP_SECONDS)
    here = start
    for sentence in part.sentences:
        end = here + lengths[sentence]
        yield Spoken(sentence, here, end)
        here = start + _whole_frames(end + gap - start)


def _end(part: GuidePart, start: int, words: tuple[Spoken, ...]) -> int:
    spoken_until = words[-1].end if words else start
    if part.seconds is None:
        return _whole_frames(spoken_until + _samples(part.pause_seconds))
    end = start + part.seconds * SAMPLE_RATE
    if spoken_until > end:
        takes = seconds_of(spoken_until - start)
        words_of_beat = " ".join(part.sentences)
        raise VoiceUnavailable(f"too slow: {words_of_beat!r} takes {takes:.1f} s, and its beat only {part.seconds} s")
    return end


def _whole_frames(samples: int) -> int:
    """Return the samples of the frames that *samples* fill: so the same words are encoded once for all guides."""
    return -(-samples // FRAME_SAMPLES) * FRAME_SAMPLES


def _samples(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE)
