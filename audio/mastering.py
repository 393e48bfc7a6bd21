"""One clip, made ready to be placed: silence trimmed, an even level, and peaks that survive the MP3 encoder.

Mastering is done for each clip and cached with it: that is five times cheaper than limiting whole guides
(docs/audio.md §3). Raise `sound.MASTERING_VERSION` when anything here changes what is heard.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import minimum_filter1d, uniform_filter1d
from scipy.signal import resample_poly

from audio.loudness import K_OFFSET_LUFS, k_weighted
from audio.resampling import Samples, resampled
from audio.sound import SAMPLE_RATE

NOMINAL_LUFS = -17.0
"""The level of a clip's voiced parts."""
CEILING_DBFS = -8.0
"""Measured on 107 clips: with it most words stay below -2.3 dBFS in a guide at -15 LUFS."""

SILENCE_DB = -42.0
"""A clip begins and ends where it is this far below its loudest 10 ms."""
LEAD_SECONDS = 0.008
"""Kept before the first sound, so that a word starts with its beat."""
TAIL_SECONDS = 0.040
LEVELER_RATIO = 2.0
LEVELER_SECONDS = 0.040
MOST_BOOST_DB = 4.0
NO_BOOST_BELOW_DB, FULL_BOOST_FROM_DB = -22.0, -12.0
"""Relative to the nominal level: breath and room noise are not raised."""
LOOK_AHEAD_SECONDS = 0.004
_BETWEEN = 4
"""Values for each sample when its peak is sought."""
_LEVELER_STEP = 24
GATE_DB = -10.0

_Curve = NDArray[np.float64]


def mastered(samples: Samples, sample_rate: int) -> Samples:
    """Return *samples* at 24 kHz, trimmed, leveled and limited. Silence comes back empty."""
    voiced = trimmed(resampled(samples, sample_rate, SAMPLE_RATE))
    if not len(voiced):
        return voiced
    return _faded(_limited(_at_nominal(_leveled(_at_nominal(voiced)))))


def trimmed(samples: Samples) -> Samples:
    """Return *samples*, at 24 kHz, without the silence around them."""
    window = SAMPLE_RATE // 100
    levels = np.sqrt(_power(samples.astype(np.float64), window))
    loudest = float(levels.max(initial=0.0))
    if loudest < _gain(-60.0):
        return np.zeros(0, np.float32)
    sounding = np.flatnonzero(levels > loudest * _gain(SILENCE_DB))
    first, last = int(sounding[0]) + window // 2, int(sounding[-1]) - window // 2
    start = max(0, first - round(LEAD_SECONDS * SAMPLE_RATE))
    return samples[start : last + round(TAIL_SECONDS * SAMPLE_RATE)]


def voiced_lufs(samples: Samples) -> float:
    """Return the K-weighted level of the 50 ms pieces of a clip that hold voice."""
    power = _power(k_weighted(samples), SAMPLE_RATE // 20)
    loud = power[power > power.mean() * _gain(2 * GATE_DB)]
    return K_OFFSET_LUFS + 10 * float(np.log10(loud.mean()))


def _at_nominal(samples: Samples) -> Samples:
    return samples * np.float32(_gain(NOMINAL_LUFS - voiced_lufs(samples)))


def _leveled(samples: Samples) -> Samples:
    """Return *samples* with every syllable brought half-way to the nominal level."""
    window = round(LEVELER_SECONDS * SAMPLE_RATE)
    power = _power(k_weighted(samples), window)[::_LEVELER_STEP]
    above_db = 10 * np.log10(np.maximum(power, 1e-9)) + K_OFFSET_LUFS - NOMINAL_LUFS
    gain_db = np.minimum(-above_db * (1 - 1 / LEVELER_RATIO), MOST_BOOST_DB)
    gain_db *= np.interp(above_db, (NO_BOOST_BELOW_DB, FULL_BOOST_FROM_DB), (0.0, 1.0))
    gain = 10 ** (uniform_filter1d(gain_db, window // _LEVELER_STEP) / 20)
    return _scaled(samples, np.interp(np.arange(len(samples)), np.arange(len(gain)) * _LEVELER_STEP, gain))


def _limited(samples: Samples) -> Samples:
    """Return *samples* below the ceiling; the gain moves before the peak comes, so nothing clicks."""
    reach = round(LOOK_AHEAD_SECONDS * SAMPLE_RATE)
    wanted = np.minimum(1.0, _gain(CEILING_DBFS) / np.maximum(_envelope(samples), 1e-9))
    gain: _Curve = minimum_filter1d(wanted, 2 * reach + 1)
    for _ in range(2):  # twice a moving mean: a triangle within the reach of the minimum
        gain = uniform_filter1d(gain, reach + 1)
    return _scaled(samples, gain)


def _envelope(samples: Samples) -> _Curve:
    """Return the highest value around each sample, the values between samples included."""
    between: _Curve = np.abs(resample_poly(samples, _BETWEEN, 1))
    after = between.reshape(len(samples), _BETWEEN).max(axis=1)
    return np.asarray(np.maximum(after, np.append(np.float32(0), after[:-1])), np.float64)


def _faded(samples: Samples) -> Samples:
    """Return *samples* that begin and end with nothing, so that no join clicks."""
    gain = np.ones(len(samples))
    for seconds, end in ((LEAD_SECONDS, gain), (TAIL_SECONDS, gain[::-1])):
        length = min(round(seconds * SAMPLE_RATE), len(samples) // 2)
        end[:length] *= 0.5 - 0.5 * np.cos(np.pi * (np.arange(length) + 0.5) / max(length, 1))
    return _scaled(samples, gain)


def _power(samples: _Curve, window: int) -> _Curve:
    return np.asarray(np.maximum(uniform_filter1d(np.square(samples), window, mode="constant"), 0.0))


def _scaled(samples: Samples, gain: _Curve) -> Samples:
    return np.asarray(samples * gain, np.float32)


def _gain(decibels: float) -> float:
    return float(10 ** (decibels / 20))
