"""What an Echo does after a turn, second by second: for a page that plays it and knows nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from skill.simulator.heard import Sound
from skill.speech.timing import spoken_ms

Json = dict[str, Any]
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What the patient does for a while in a count, such as holding: seconds from the count's start."""

    start: float
    seconds: float


class Timeline:
    """Moments in order, each with its second after the turn."""

    def __init__(self) -> None:
        """Begin at second 0 with nothing."""
        self.moments: list[Json] = []
        self.end = 0.0
        """When the last sound is over, in seconds."""

    def add(self, kind: str, **values: Any) -> None:  # noqa: ANN401 - any JSON
        """Let *kind* happen when everything before is over."""
        self.moments.append({"at": round(self.end, 3), "kind": kind, **values})

    def play(self, sounds: Iterable[Sound], stretches: tuple[Stretch, ...] = (), counted: float = 0.0) -> float:
        """Let *sounds* follow, words sentence by sentence, and return how many seconds of the count are over then.

        *stretches* are those of the whole count, of which *counted* seconds were played before.
        """
        for text, seconds, beat in _joined(sounds):
            if not beat:
                self._words(text, seconds)
                continue
            now = next((one for one in stretches if one.start <= counted < one.start + one.seconds), None)
            start, whole = (counted - now.start, now.seconds) if now else (0.0, seconds)
            self.add("beat", text=text, lasts=round(seconds, 3), since=round(start, 3), of=round(whole, 3))
            self.end, counted = self.end + seconds, counted + seconds
        return counted

    def _words(self, text: str, seconds: float) -> None:
        if not text:
            self.end += seconds
            return
        sentences = _SENTENCE_END.split(text)
        estimates = [spoken_ms(one) for one in sentences]
        for sentence, estimate in zip(sentences, estimates, strict=True):
            lasts = seconds * estimate / (sum(estimates) or 1)
            self.add("speech", text=sentence, lasts=round(lasts, 3))
            self.end += lasts


def _joined(sounds: Iterable[Sound]) -> Iterator[tuple[str, float, bool]]:
    """Yield text, seconds and whether it is a beat; a beat's word and the silence that fills its slot are one."""
    text, seconds, beat = "", 0.0, False
    for sound in sounds:
        if sound.beat and beat and not sound.text:
            seconds += sound.seconds
            continue
        if text or seconds:
            yield text, seconds, beat
        text, seconds, beat = sound.text, sound.seconds, sound.beat
    if text or seconds:
        yield text, seconds, beat


def stretches_of(seconds: Iterable[float]) -> tuple[Stretch, ...]:
    """Return stretches that follow each other and last *seconds*."""
    ends = [0.0]
    for one in seconds:
        ends.append(ends[-1] + one)
    return tuple(Stretch(start=start, seconds=end - start) for start, end in pairwise(ends))
