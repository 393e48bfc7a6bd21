"""The soft tick that may mark the seconds of movement and holding."""

from __future__ import annotations

from functools import cache

import numpy as np

from audio.clips import Clip
from audio.sound import SAMPLE_RATE

SECONDS = 0.03
HERTZ = 1_200
LEVEL = 0.02
"""Some 30 dB below full scale in the end: felt rather than listened to."""


@cache
def tick_clip() -> Clip:
    """Return the tick."""
    times = np.arange(round(SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    swell = np.sin(np.pi / 2 * np.minimum(times / 0.002, 1)) * np.exp(-times / 0.006)
    return Clip.of("tick", (LEVEL * swell * np.sin(2 * np.pi * HERTZ * times)).astype(np.float32))
