"""Sound as an MP3 whose loudness and peaks are right after decoding, which is what everybody hears.

At 48 kbps the encoder makes speech half a decibel quieter and moves its peaks by up to three. So every run of words is
encoded, decoded and measured, and lowered until it is right; a guide is its runs with silent frames between them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from struct import Struct

import lameenc
import numpy as np
import soundfile

from audio.clips import FULL_SCALE, Clip
from audio.encoded_runs import TAIL_SAMPLES, TICK, Run, Words, runs
from audio.file_cache import KeptFiles
from audio.loudness import CELL_SAMPLES, Powers, decibels, integrated_lufs, powers, true_peak
from audio.memo import Memo
from audio.resampling import Samples
from audio.sound import (
    BIT_RATE_KBPS,
    FRAME_BYTES,
    FRAME_SAMPLES,
    HIGHEST_LUFS,
    LOUDEST_TRUE_PEAK_DBFS,
    LOWEST_LUFS,
    SAMPLE_RATE,
    encoding,
)
from audio.tick import tick_clip
from audio.timeline import Timeline
from skill.errors import EncodingFailed

LAME_QUALITY = 7
"""Measured at 48 kbps: 2.5 dB less noise than at 2 or 5, and peaks half a decibel lower."""
TARGET_LUFS = -15.1
MOST_OFF_LU = 0.4
GAIN_STEP_DB = 0.5
"""Guides share the runs that have the same gain."""
ENCODER_LOSS_DB = 0.45
WELL_BELOW_DBFS = -2.3
"""Other meters read up to 0.2 dB more than ours."""
TRIM_MARGIN_DB = 0.3
MOST_TRIES = 6
_HEAD = Struct("<dI")


@dataclass(frozen=True, slots=True)
class Sounding:
    """A run as MP3 frames, and what it measures when decoded."""

    frames: bytes
    powers: Powers
    true_peak_dbfs: float

    def to_bytes(self) -> bytes:
        """Return it as one piece."""
        return _HEAD.pack(self.true_peak_dbfs, len(self.powers)) + self.powers.astype("<f4").tobytes() + self.frames

    @classmethod
    def from_bytes(cls, content: bytes) -> Sounding:
        """Return what `to_bytes` put together."""
        true_peak_dbfs, cells = _HEAD.unpack_from(content)
        powers = np.frombuffer(content, "<f4", cells, _HEAD.size).astype(np.float64)
        return cls(content[_HEAD.size + 4 * cells :], powers, true_peak_dbfs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """An MP3 without tags, and what it measures when decoded."""

    mp3: bytes
    lufs: float
    true_peak_dbfs: float


class Encoder:
    """Encodes guides, each run of words once. Safe to call from several threads."""

    def __init__(self, folder: Path) -> None:
        """Keep runs in *folder*; those asked for stay in memory, so that one encoder is for one build."""
        self._files = KeptFiles(folder, ".run")
        self._soundings: Memo[str, Sounding] = Memo()

    def encoded(self, timeline: Timeline, clips: Mapping[str, Clip], *, tick: bool = False) -> Encoded:
        """Return *timeline* as an MP3: MPEG-2 Layer III, mono, constant 48 kbps. The same input gives the same bytes.

        Raise `EncodingFailed` when loudness and peaks cannot both be had, `AudioError` when nothing can be kept.
        """
        if not timeline.spoken:
            raise EncodingFailed("nothing is said in it")
        clips = {**clips, TICK: tick_clip()}
        parts = runs(timeline, {text: len(clip) for text, clip in clips.items()}, tick=tick)
        step = _steps(TARGET_LUFS + ENCODER_LOSS_DB - planned_lufs(timeline, clips))
        made = self._at(step, timeline, parts, clips)
        for _ in range(MOST_TRIES):
            if abs(made.lufs - TARGET_LUFS) <= MOST_OFF_LU:
                break
            step += _steps(TARGET_LUFS - made.lufs)
            made = self._at(step, timeline, parts, clips)
        if not LOWEST_LUFS <= made.lufs <= HIGHEST_LUFS or made.true_peak_dbfs > LOUDEST_TRUE_PEAK_DBFS:
            peak = made.true_peak_dbfs
            raise EncodingFailed(f"{made.lufs:.1f} LUFS with peaks of {peak:.1f} dBFS is the best there is")
        return made

    def _at(self, step: int, timeline: Timeline, parts: tuple[Run, ...], clips: Mapping[str, Clip]) -> Encoded:
        soundings = [self._sounding(step, run.words, clips) for run in parts]
        return Encoded(
            mp3=_joined(timeline, parts, soundings),
            lufs=_lufs(timeline, parts, soundings),
            true_peak_dbfs=max(sounding.true_peak_dbfs for sounding in soundings),
        )

    def _sounding(self, step: int, words: Words, clips: Mapping[str, Clip]) -> Sounding:
        placed = [(clips[text].key, start) for text, start in words]
        key = hashlib.sha256(json.dumps([encoding(), step, placed]).encode()).hexdigest()
        return self._soundings.get(key, lambda: self._kept(key, step, words, clips))

    def _kept(self, key: str, step: int, words: Words, clips: Mapping[str, Clip]) -> Sounding:
        return Sounding.from_bytes(
            self._files.get(key, lambda: _sounding(_sum(words, clips), step * GAIN_STEP_DB).to_bytes())
        )


def planned_lufs(timeline: Timeline, clips: Mapping[str, Clip]) -> float:
    """Return the loudness of *timeline* before it is encoded, from the clips' own measurements."""
    placed = ((spoken.start, clips[spoken.text].powers) for spoken in timeline.spoken)
    return _loudness(timeline, placed)


def decoded(mp3: bytes) -> Samples:
    """Return the samples of *mp3* as a player decodes them."""
    samples: Samples = soundfile.read(BytesIO(mp3), dtype="float32")[0]
    return samples


def _steps(gain_db: float) -> int:
    return round(gain_db / GAIN_STEP_DB)


def _sum(words: Words, clips: Mapping[str, Clip]) -> Samples:
    sounds = [(start, clips[text].samples) for text, start in words]
    total = np.zeros(max(start + len(sound) for start, sound in sounds) + TAIL_SAMPLES, np.float32)
    for start, sound in sounds:
        total[start : start + len(sound)] += sound
    return total / np.float32(FULL_SCALE)


def _sounding(samples: Samples, gain_db: float) -> Sounding:
    """Return *samples* encoded, at *gain_db* or as little below it as keeps the peaks in bounds."""
    made = _measured(_mp3(samples, gain_db))
    for _ in range(MOST_TRIES):
        if made.true_peak_dbfs <= WELL_BELOW_DBFS:
            break
        gain_db -= made.true_peak_dbfs - WELL_BELOW_DBFS + TRIM_MARGIN_DB
        made = _measured(_mp3(samples, gain_db))
    return made


def _mp3(samples: Samples, gain_db: float) -> bytes:
    sound = np.clip(np.round(samples * np.float32(10 ** (gain_db / 20) * FULL_SCALE)), -FULL_SCALE, FULL_SCALE)
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(BIT_RATE_KBPS)
    encoder.set_in_sample_rate(SAMPLE_RATE)
    encoder.set_channels(1)
    encoder.set_quality(LAME_QUALITY)
    return bytes(encoder.encode(sound.astype("<i2").tobytes())) + bytes(encoder.flush())


def _measured(frames: bytes) -> Sounding:
    samples = decoded(frames)
    return Sounding(frames, powers(samples), decibels(true_peak(samples)))


def _joined(timeline: Timeline, parts: tuple[Run, ...], soundings: list[Sounding]) -> bytes:
    pieces = []
    here = 0
    for run, sounding in zip(parts, soundings, strict=True):
        pieces.append(_silent_frame() * (run.frame - here))
        pieces.append(sounding.frames)
        here = run.frame + len(sounding.frames) // FRAME_BYTES
    pieces.append(_silent_frame() * (-(-timeline.samples // FRAME_SAMPLES) - here))
    return b"".join(pieces)


@cache
def _silent_frame() -> bytes:
    """Return a frame of silence that needs no bits of the frames before it: the first one of any file is."""
    return _mp3(np.zeros(FRAME_SAMPLES, np.float32), 0.0)[:FRAME_BYTES]


def _lufs(timeline: Timeline, parts: tuple[Run, ...], soundings: list[Sounding]) -> float:
    measured = zip(parts, soundings, strict=True)
    return _loudness(timeline, ((run.frame * FRAME_SAMPLES, sounding.powers) for run, sounding in measured))


def _loudness(timeline: Timeline, placed: Iterable[tuple[int, Powers]]) -> float:
    """Return the loudness of cells that start at given samples, with silence between them."""
    cells = np.zeros(timeline.samples // CELL_SAMPLES)
    for start, some in placed:
        first = start // CELL_SAMPLES
        cells[first : first + len(some)] += some[: len(cells) - first]
    return integrated_lufs(cells)
