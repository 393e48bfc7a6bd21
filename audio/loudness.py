"""How loud sound is (ITU-R BS.1770: K-weighting, 400 ms blocks, two gates) and how high it really peaks."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from pyloudnorm import Meter
from scipy.fft import irfft, rfft
from scipy.signal import sosfilt

from audio.resampling import Samples
from audio.sound import SAMPLE_RATE

CELL_SAMPLES = SAMPLE_RATE // 100
"""Loudness is kept for every hundredth of a second."""
K_OFFSET_LUFS = -0.691
_CELLS_PER_HOP = 10
_HOPS_PER_BLOCK = 4
"""Blocks of 400 ms overlap by three quarters."""
_ABSOLUTE_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0

OVERSAMPLING = 8
_PIECE = 768
_MARGIN = 128
"""Samples on both sides of a piece that are oversampled with it: there the ends ring."""
_MOST_BETWEEN = 2**0.5
"""How much higher than its samples sound may be between them: so much for a tone at a quarter of the sample rate, and
above that speech is far softer."""

Powers = NDArray[np.float64]
"""The K-weighted mean square of each cell."""


def k_weighted(samples: Samples) -> NDArray[np.float64]:
    """Return *samples*, at 24 kHz, as the ear weighs them (BS.1770's shelf and high-pass)."""
    return np.asarray(sosfilt(_k_weighting(), samples.astype(np.float64)))


def powers(samples: Samples) -> Powers:
    """Return how loud *samples* are, cell by cell."""
    weighted = k_weighted(np.pad(samples, (0, -len(samples) % CELL_SAMPLES)))
    return np.asarray(np.square(weighted).reshape(-1, CELL_SAMPLES).mean(axis=1))


def integrated_lufs(cells: Powers) -> float:
    """Return the gated loudness of a row of cells; minus infinity when all of them are silent."""
    hops = np.pad(cells, (0, -len(cells) % _CELLS_PER_HOP)).reshape(-1, _CELLS_PER_HOP).mean(axis=1)
    if len(hops) < _HOPS_PER_BLOCK:
        return -np.inf
    blocks = np.convolve(hops, np.full(_HOPS_PER_BLOCK, 1 / _HOPS_PER_BLOCK), mode="valid")
    blocks = blocks[blocks > 10 ** ((_ABSOLUTE_GATE_LUFS - K_OFFSET_LUFS) / 10)]
    if not len(blocks):
        return -np.inf
    blocks = blocks[blocks > blocks.mean() * 10 ** (_RELATIVE_GATE_LU / 10)]
    return K_OFFSET_LUFS + 10 * float(np.log10(blocks.mean()))


def true_peak(samples: Samples) -> float:
    """Return the highest value at and between the *samples*, by 8 times oversampling."""
    if not len(samples):
        return 0.0
    padded = np.pad(samples, (_MARGIN, _MARGIN + -len(samples) % _PIECE))
    windows = sliding_window_view(padded, _PIECE + 2 * _MARGIN)[::_PIECE]
    highest = np.abs(windows).max(axis=1)
    spectra = rfft(windows[highest * _MOST_BETWEEN >= highest.max()], axis=1)
    dense = irfft(spectra, windows.shape[1] * OVERSAMPLING, axis=1) * OVERSAMPLING
    return float(np.abs(dense[:, _MARGIN * OVERSAMPLING : -_MARGIN * OVERSAMPLING]).max())


def decibels(value: float) -> float:
    """Return *value* relative to full scale, in dBFS."""
    return 20 * float(np.log10(max(value, 1e-9)))


@cache
def _k_weighting() -> NDArray[np.float64]:
    meter: Any = Meter(SAMPLE_RATE, "DeMan")  # the variant that is right at any rate
    return np.array([np.concatenate((stage.b, stage.a)) for stage in meter._filters.values()])
