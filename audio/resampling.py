"""Samples at another rate."""

from __future__ import annotations

from math import gcd

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly

Samples = NDArray[np.float32]
"""Mono sound from -1 to 1."""


def resampled(samples: Samples, from_rate: int, to_rate: int) -> Samples:
    """Return *samples* taken at *from_rate* as if they had been taken at *to_rate*."""
    if from_rate == to_rate:
        return samples
    shared = gcd(from_rate, to_rate)
    return np.asarray(resample_poly(samples, to_rate // shared, from_rate // shared), np.float32)
