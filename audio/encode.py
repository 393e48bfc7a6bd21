"""Sound as an MP3 whose loudness and peaks are right after decoding, which is what everybody hears.

At 48 kbps the encoder makes speech half a decibel quieter and moves its peaks by up to three. So the file is decoded
and measured, words that came out too high are lowered a little, and it is encoded again, until it is right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

import lameenc
import numpy as np
import soundfile
from numpy.typing import NDArray

from audio.clips import Clip
from audio.loudness import LoudnessMeter, Peak, PeakMeter, decibels, gated_lufs
from audio.render import BLOCK_SAMPLES, Piece, blocks, ticks, words
from audio.sound import BIT_RATE_KBPS, GRID_SAMPLES, HIGHEST_LUFS, LOUDEST_TRUE_PEAK_DBFS, LOWEST_LUFS, SAMPLE_RATE
from audio.timeline import Timeline
from skill.errors import EncodingFailed

ENCODER_DELAY_SAMPLES = 1_105
"""Decoded sound comes this much later than what was encoded, always (audio.md §3): so much silence is left out at the
beginning, and every time in the file is the timeline's own."""
LAME_QUALITY = 7
"""Measured on this voice at 48 kbps: 2.5 dB less noise than at 2 or 5, peaks half a decibel lower, twice as fast."""
TARGET_LUFS = -15.4
WELL_WITHIN_LUFS = (-15.8, -14.6)
WELL_BELOW_DBFS = -2.3
"""Other meters read up to 0.2 dB more than ours."""
ENCODER_LOSS_DB = 0.45
TRIM_MARGIN_DB = 0.4
MOST_ENCODINGS = 6

_HOP = SAMPLE_RATE // 10 // GRID_SAMPLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """An MP3 without tags, and what it measures when decoded."""

    mp3: bytes
    lufs: float
    true_peak_dbfs: float
    """At most this: what is below `WELL_BELOW_DBFS` is not measured closer."""
    too_high: tuple[Peak, ...]

    @property
    def is_right(self) -> bool:
        """Return whether it keeps to the limits with a margin for other meters."""
        return WELL_WITHIN_LUFS[0] <= self.lufs <= WELL_WITHIN_LUFS[1] and not self.too_high

    @property
    def is_allowed(self) -> bool:
        """Return whether it keeps to the limits."""
        return LOWEST_LUFS <= self.lufs <= HIGHEST_LUFS and self.true_peak_dbfs <= LOUDEST_TRUE_PEAK_DBFS


def encoded(timeline: Timeline, clips: Mapping[str, Clip], *, tick: bool = False) -> Encoded:
    """Return *timeline* as an MP3: MPEG-2 Layer III, mono, constant 48 kbps. The same input gives the same bytes.

    Raise `EncodingFailed` when loudness and peaks cannot both be had.
    """
    pieces = words(timeline, clips)
    softly = ticks(timeline) if tick else ()
    gain_db = TARGET_LUFS + ENCODER_LOSS_DB - program_lufs(timeline, clips)
    if not np.isfinite(gain_db):
        raise EncodingFailed("nothing is said in it")
    pieces = _louder(pieces, gain_db)
    made = _measured(_mp3((*pieces, *softly), timeline.samples))
    for _ in range(MOST_ENCODINGS - 1):
        if made.is_right:
            break
        if not WELL_WITHIN_LUFS[0] <= made.lufs <= WELL_WITHIN_LUFS[1]:
            pieces = _louder(pieces, TARGET_LUFS - made.lufs)
        pieces = _trimmed(pieces, made.too_high)
        made = _measured(_mp3((*pieces, *softly), timeline.samples))
    if not made.is_allowed:
        raise EncodingFailed(f"{made.lufs:.1f} LUFS with peaks of {made.true_peak_dbfs:.1f} dBFS is the best there is")
    return made


def program_lufs(timeline: Timeline, clips: Mapping[str, Clip]) -> float:
    """Return the loudness of *timeline* before it is encoded, from the clips' own measurements."""
    cells = np.zeros(-(-timeline.samples // (GRID_SAMPLES * _HOP)) * _HOP)
    for spoken in timeline.spoken:
        powers = clips[spoken.text].powers
        first = spoken.start // GRID_SAMPLES
        cells[first : first + len(powers)] += powers[: len(cells) - first]
    return gated_lufs(cells.reshape(-1, _HOP).mean(axis=1))


def _mp3(pieces: Sequence[Piece], samples: int) -> bytes:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(BIT_RATE_KBPS)
    encoder.set_in_sample_rate(SAMPLE_RATE)
    encoder.set_channels(1)
    encoder.set_quality(LAME_QUALITY)
    sound = blocks(pieces, start=ENCODER_DELAY_SAMPLES, end=samples)
    return b"".join((*(bytes(encoder.encode(block.tobytes())) for block in sound), bytes(encoder.flush())))


def _measured(mp3: bytes) -> Encoded:
    loudness = LoudnessMeter(SAMPLE_RATE)
    peaks = PeakMeter(float(10 ** (WELL_BELOW_DBFS / 20)))
    for block in decoded(mp3):
        loudness.add(block)
        peaks.add(block)
    highest = peaks.finish()
    return Encoded(
        mp3=mp3,
        lufs=loudness.integrated_lufs,
        true_peak_dbfs=max(decibels(highest), WELL_BELOW_DBFS),
        too_high=tuple(peaks.peaks),
    )


class _FromFrontToBack(soundfile.SoundFile):  # type: ignore[misc]  # soundfile has no types
    """A file that is never sought in: soundfile does so after each read, and the MP3's next frames then lack bits."""

    def seekable(self) -> bool:
        return False


def decoded(mp3: bytes) -> Iterator[NDArray[np.float32]]:
    """Yield the samples of *mp3* as a player decodes them, some seconds at a time."""
    with _FromFrontToBack(BytesIO(mp3)) as sound:
        while len(block := sound.read(BLOCK_SAMPLES, dtype="float32")):
            yield block


def _louder(pieces: Iterable[Piece], gain_db: float) -> tuple[Piece, ...]:
    factor = float(10 ** (gain_db / 20))
    return tuple(replace(piece, gain=piece.gain * factor) for piece in pieces)


def _trimmed(pieces: Sequence[Piece], too_high: Iterable[Peak]) -> tuple[Piece, ...]:
    """Return *pieces* with each word that peaks too high lowered by what it is over, and a little more."""
    starts = [piece.start for piece in pieces]
    over_db: dict[int, float] = {}
    for peak in too_high:
        index = max(0, bisect_right(starts, peak.sample + PeakMeter.PIECE_SAMPLES) - 1)
        over = decibels(peak.value) - WELL_BELOW_DBFS + TRIM_MARGIN_DB
        over_db[index] = max(over, over_db.get(index, 0.0))
    return tuple(
        _louder((piece,), -over_db[index])[0] if index in over_db else piece for index, piece in enumerate(pieces)
    )
