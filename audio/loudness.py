"""How loud sound is (ITU-R BS.1770: K-weighting, 400 ms blocks, two gates) and how high it really peaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from pyloudnorm import Meter
from scipy.fft import irfft, rfft
from scipy.signal import sosfilt

from audio.resampling import Samples

HOP_SECONDS = 0.1
"""Blocks of 400 ms overlap by three quarters."""
K_OFFSET_LUFS = -0.691
_HOPS_PER_BLOCK = 4
_ABSOLUTE_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0

OVERSAMPLING = 8
_MARGIN = 128
"""Samples on both sides of a piece that are oversampled with it: there the ends ring."""

Powers = NDArray[np.float64]


class LoudnessMeter:
    """Integrated loudness of mono sound that arrives in pieces."""

    def __init__(self, sample_rate: int) -> None:
        self._sections = _k_weighting(sample_rate)
        self._state = np.zeros((len(self._sections), 2))
        self._hop = round(HOP_SECONDS * sample_rate)
        self._rest = np.zeros(0)
        self._powers: list[Powers] = [np.zeros(0)]

    def add(self, samples: Samples) -> None:
        """Measure the next *samples*."""
        weighted, self._state = sosfilt(self._sections, samples.astype(np.float64), zi=self._state)
        weighted = np.concatenate((self._rest, weighted))
        whole = len(weighted) // self._hop * self._hop
        hops = weighted[:whole].reshape(-1, self._hop)
        self._powers.append(np.einsum("ij,ij->i", hops, hops) / self._hop)
        self._rest = weighted[whole:]

    @property
    def integrated_lufs(self) -> float:
        """Return the gated loudness of everything so far; minus infinity when all of it is silent."""
        return gated_lufs(np.concatenate(self._powers))


def gated_lufs(powers: Powers) -> float:
    """Return the integrated loudness of K-weighted mean squares, one for each 100 ms."""
    if len(powers) < _HOPS_PER_BLOCK:
        return -np.inf
    blocks = np.convolve(powers, np.full(_HOPS_PER_BLOCK, 1 / _HOPS_PER_BLOCK), mode="valid")
    blocks = blocks[blocks > _power(_ABSOLUTE_GATE_LUFS)]
    if not len(blocks):
        return -np.inf
    blocks = blocks[blocks > blocks.mean() * 10 ** (_RELATIVE_GATE_LU / 10)]
    return K_OFFSET_LUFS + 10 * float(np.log10(blocks.mean()))


def k_weighted(samples: Samples, sample_rate: int) -> NDArray[np.float64]:
    """Return *samples* as the ear weighs them (BS.1770's shelf and high-pass)."""
    return np.asarray(sosfilt(_k_weighting(sample_rate), samples.astype(np.float64)))


@dataclass(frozen=True, slots=True)
class Peak:
    """The highest value of a short piece."""

    sample: int
    """Where the piece starts."""
    value: float


class PeakMeter:
    """True peaks of mono sound that arrives in pieces, by 8 times oversampling.

    Only pieces with a sample of at least half of *interesting* are oversampled. (Between the samples of speech nothing
    is 6 dB higher than they are; the worst sine, at half the sample rate less a bit, comes near that.)
    """

    PIECE_SAMPLES = 768

    def __init__(self, interesting: float = 0.0) -> None:
        self._interesting = interesting
        self._pending = np.zeros(_MARGIN, np.float32)
        self._position = 0
        self.peaks: list[Peak] = []
        """Every piece of about 30 ms that reaches *interesting*."""

    def add(self, samples: Samples) -> None:
        """Measure the next *samples*."""
        pending = np.concatenate((self._pending, samples))
        pieces = max(0, (len(pending) - 2 * _MARGIN) // self.PIECE_SAMPLES)
        if pieces:
            windows = sliding_window_view(pending, self.PIECE_SAMPLES + 2 * _MARGIN)
            self._measure(windows[:: self.PIECE_SAMPLES][:pieces])
        self._pending = pending[pieces * self.PIECE_SAMPLES :]
        self._position += pieces * self.PIECE_SAMPLES

    def finish(self) -> float:
        """Measure what is left; return the highest true peak, or 0 when none was interesting."""
        self.add(np.zeros(self.PIECE_SAMPLES + _MARGIN, np.float32))
        return max((peak.value for peak in self.peaks), default=0.0)

    def _measure(self, windows: Samples) -> None:
        loud = np.flatnonzero(np.abs(windows).max(axis=1) * 2 >= self._interesting)
        spectra = rfft(windows[loud], axis=1)
        dense = irfft(spectra, windows.shape[1] * OVERSAMPLING, axis=1) * OVERSAMPLING
        values = np.abs(dense[:, _MARGIN * OVERSAMPLING : -_MARGIN * OVERSAMPLING]).max(axis=1)
        for piece, value in zip(loud, values, strict=True):
            if value >= self._interesting:
                self.peaks.append(Peak(self._position + int(piece) * self.PIECE_SAMPLES, float(value)))


def true_peak(samples: Samples) -> float:
    """Return the highest value between and at the *samples*."""
    meter = PeakMeter()
    meter.add(samples)
    return meter.finish()


def decibels(value: float) -> float:
    """Return *value* relative to full scale, in dBFS."""
    return 20 * float(np.log10(max(value, 1e-9)))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - K_OFFSET_LUFS) / 10))


@cache
def _k_weighting(sample_rate: int) -> NDArray[np.float64]:
    meter: Any = Meter(sample_rate, "DeMan")  # the variant that is right at any rate
    return np.array([np.concatenate((stage.b, stage.a)) for stage in meter._filters.values()])
