"""The count for the eye: which number, word and share of the ring belong to a second of a `Script`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from skill.domain.count.script import Beat, Place, Script, Stage
from skill.domain.cues import Cue

LONG_HOLD_SECONDS = 10
"""A hold as long as this shows its seconds, for there is no repetition to wait for."""
WAITING = (Stage.GET_READY, Stage.REST, Stage.SWITCH)
"""What shows its seconds in every exercise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One beat as it is seen."""

    start: int
    """The second of the script at which it begins."""
    seconds: int
    cue: Cue | None
    stage: Stage
    place: Place
    number: int
    """The repetition; for a walk, the minute."""
    until: int | None
    """The second to which the seconds are counted down; None where the repetition is shown."""

    def number_at(self, second: float) -> int:
        """Return the large number at a *second* of the script."""
        return self.number if self.until is None else max(0, ceil(self.until - second))

    def part_at(self, second: float) -> float:
        """Return how much of the ring is full at a *second* of the script: the share of the beat that is over."""
        return min(1.0, max(0.0, (second - self.start) / self.seconds))


def frames_of(script: Script, *, minutes_are_reps: bool = False) -> tuple[Frame, ...]:
    """Return the frames of *script*, one for each beat."""
    shows_seconds = script.dose.hold_seconds >= LONG_HOLD_SECONDS and not minutes_are_reps
    return tuple(_frames(script, shows_seconds=shows_seconds))


def frame_at(frames: tuple[Frame, ...], second: float) -> Frame:
    """Return the frame of a *second*; before the first one that, after the last one the last."""
    started = [frame for frame in frames if frame.start <= second]
    return started[-1] if started else frames[0]


def _frames(script: Script, *, shows_seconds: bool) -> Iterator[Frame]:
    timed = zip(script.beats, script.starts, strict=True)
    for (stage, _), together in groupby(timed, key=lambda one: _stretch(one[0])):
        stretch = tuple(together)
        counts_down = stage in WAITING or (stage is Stage.HOLD and shows_seconds)
        until = stretch[-1][1] + stretch[-1][0].seconds if counts_down else None
        for beat, start in stretch:
            yield Frame(
                start=start,
                seconds=beat.seconds,
                cue=beat.cue,
                stage=beat.stage,
                place=beat.place,
                number=beat.place.rep_number,
                until=until,
            )


def _stretch(beat: Beat) -> tuple[Stage, Place]:
    """Return what is the same in all beats of one hold or rest."""
    return beat.stage, replace(beat.place, held_seconds=0)
