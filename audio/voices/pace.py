"""How many words a minute: measured, and brought down without a deeper voice."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sound = NDArray[np.float32]

CALM_WORDS_A_MINUTE = 157
"""For instructions: a person who guides others slowly says 150 to 165. Voices on their own say 210 and more."""
SLOWEST = 0.6
"""Of a voice's own speed: below it words fall apart."""
NEAR_ENOUGH = 0.03
"""A pace that is so near is left as it is."""
STRETCHED_AT_MOST = 0.2
"""What is further off is spoken anew: by so much, stretching is not heard."""

_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_FRAME_SECONDS = 0.030
_REACH_SECONDS = 0.008
"""How far a piece may be moved to fit on the one before it: a period of a deep voice."""


def words_a_minute(text: str, samples: Sound, rate: int) -> float:
    """Return the pace of *samples*, the silence around the words not counted."""
    seconds = _sounding_seconds(samples, rate)
    return len(_WORD.findall(text)) * 60 / seconds if seconds else 0.0


def at_pace(speak: Callable[[float], Sound], text: str, rate: int, pace: int | None, first: float = 1.0) -> Sound:
    """Return what *speak* gives for a speed (1.0 is the voice's own), so that *text* has at most *pace* words a minute.

    *first* is a guess at that speed; what it misses by a little is stretched, by more spoken anew. Nothing gets faster
    than the voice's own speed.
    """
    if pace is None:
        return speak(1.0)
    speed = _within(first)
    samples = speak(speed)
    change = _change(text, samples, rate, pace, speed)
    if abs(change - 1) > STRETCHED_AT_MOST:
        speed = _within(speed * change)
        samples = speak(speed)
        change = _change(text, samples, rate, pace, speed)
    change = min(1 + STRETCHED_AT_MOST, max(1 - STRETCHED_AT_MOST, change))
    return samples if abs(change - 1) <= NEAR_ENOUGH else stretched(samples, rate, change)


def _change(text: str, samples: Sound, rate: int, pace: int, speed: float) -> float:
    """Return by how much faster *samples*, spoken at *speed*, must be."""
    said = words_a_minute(text, samples, rate)
    return min(pace / said, 1 / speed) if said else 1.0


def stretched(samples: Sound, rate: int, speed: float) -> Sound:
    """Return *samples* at *speed* (below 1: slower) in the same pitch: pieces of them, each where it fits best."""
    import numpy as np

    if speed == 1.0:
        return samples
    hop, reach = round(_FRAME_SECONDS * rate) // 2, round(_REACH_SECONDS * rate)
    window = np.hanning(2 * hop + 1)[:-1].astype(np.float32)
    source = np.pad(samples, (reach, 2 * (hop + reach)))
    slow = np.zeros(round(len(samples) / speed) + 3 * hop, np.float32)
    here = reach
    for start in range(0, len(slow) - 2 * hop, hop):
        slow[start : start + 2 * hop] += window * source[here : here + 2 * hop]
        follows = source[here + hop : here + 3 * hop]
        wanted = min(round((start + hop) * speed) + reach, len(source) - 2 * hop - reach)
        here = wanted if len(follows) < 2 * hop else wanted + _best_shift(source, wanted, follows, reach)
    return slow[: round(len(samples) / speed)]


def _best_shift(source: Sound, wanted: int, follows: Sound, reach: int) -> int:
    """Return by how much to move the piece at *wanted* so that it goes on like *follows*."""
    import numpy as np

    around = source[wanted - reach : wanted + reach + len(follows)]
    return int(np.argmax(np.correlate(around, follows, "valid"))) - reach


def _within(speed: float) -> float:
    return min(1.0, max(SLOWEST, speed))


def _sounding_seconds(samples: Sound, rate: int) -> float:
    from audio.mastering import trimmed
    from audio.resampling import resampled
    from audio.sound import SAMPLE_RATE

    return len(trimmed(resampled(samples, rate, SAMPLE_RATE))) / SAMPLE_RATE
