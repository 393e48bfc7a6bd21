"""Whether the sound of an answer is all of its text: measured against the pace at which the same voice spoke before."""

from __future__ import annotations

from collections import deque
from statistics import median
from typing import TYPE_CHECKING

from skill.speech.timing import spoken_ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST_SECONDS_OF_SOUND = 0.2
LEAST_SECONDS_PER_LETTER = 0.02
"""Speech takes about 0.06; less than a third of that is no speech, however short the text."""
USUAL_PACE = 0.7
"""Sound for each second of the estimate, until the voice's own pace is known."""
ANSWERS_TO_KNOW_IT = 5
ANSWERS_KEPT = 50
LONG_LETTERS = 20
"""From this length on a voice keeps its pace closely: of the guides' phrases none was below 0.76 (docs/audio.md §1)."""
LEAST_OF_LONG, LEAST_OF_SHORT = 0.7, 0.55
"""Of the time that the voice's pace lets expect."""
LEAST_WITH_ABRUPT_END = 0.92
"""Of a voice whose answers fade into silence, one that does not must at least be nearly as long as expected."""
MOST_ABRUPT_ENDS = 0.05
END_SECONDS = 0.03
SILENCE = 0.01
"""Nothing in a silent stretch is above it."""


class WholeAnswers:
    """Knows a voice's pace from what it said. Use it from one thread at a time."""

    def __init__(self) -> None:
        self._paces: deque[float] = deque(maxlen=ANSWERS_KEPT)
        self._abrupt: deque[bool] = deque(maxlen=ANSWERS_KEPT)

    def is_whole(self, text: str, samples: NDArray[np.float32], rate: int) -> bool:
        """Return whether *samples* may be all of *text*; what is believed tells about the next ones."""
        voiced = voiced_seconds(samples, rate)
        letters = sum(character.isalnum() for character in text)
        if voiced < max(LEAST_SECONDS_OF_SOUND, letters * LEAST_SECONDS_PER_LETTER):
            return False
        is_long, abrupt = letters >= LONG_LETTERS, ends_abruptly(samples, rate)
        pace = voiced / (spoken_ms(text) / 1000)
        share = pace / self._usual_pace
        if share < (LEAST_OF_LONG if is_long else LEAST_OF_SHORT):
            return False
        if abrupt and self._fades and share < LEAST_WITH_ABRUPT_END:
            return False
        if is_long:
            self._paces.append(pace)
            self._abrupt.append(abrupt)
        return True

    @property
    def _is_known(self) -> bool:
        return len(self._paces) >= ANSWERS_TO_KNOW_IT

    @property
    def _usual_pace(self) -> float:
        return median(self._paces) if self._is_known else USUAL_PACE

    @property
    def _fades(self) -> bool:
        """Return whether the voice is known to end its answers in silence."""
        return self._is_known and sum(self._abrupt) <= MOST_ABRUPT_ENDS * len(self._abrupt)


def voiced_seconds(samples: NDArray[np.float32], rate: int) -> float:
    """Return how long there is any sound."""
    import numpy as np

    frame = rate // 50
    frames = samples[: len(samples) // frame * frame].reshape(-1, frame)
    return float(np.count_nonzero(np.abs(frames).max(axis=1, initial=0) > SILENCE)) * frame / rate


def ends_abruptly(samples: NDArray[np.float32], rate: int) -> bool:
    """Return whether the sound is still as loud at its very end as in its middle."""
    import numpy as np

    loud = np.abs(samples[np.abs(samples) > SILENCE])
    end = samples[-round(END_SECONDS * rate) :]
    return bool(len(loud)) and float(np.abs(end).max(initial=0)) > float(np.median(loud))
