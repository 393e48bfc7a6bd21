"""Cutting a count into parts that fit into a reply."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from itertools import pairwise

from skill.domain.count.script import Beat, Script, Stage


class Cut(IntEnum):
    """How well a count can be interrupted before a beat, the best first."""

    BEFORE_A_SET = 1
    BEFORE_A_SIDE = 2
    BEFORE_A_REP = 3
    AT_A_BREATH = 4
    """Inside a long hold."""
    ANYWHERE = 5
    """Before any other beat: only when there is no better place."""


def split(script: Script, limit_seconds: int) -> tuple[Script, ...]:
    """Return *script* in as few parts as possible, each at most *limit_seconds* long, in order.

    Among the cuts that allow so few parts the best kind is taken, and of that kind the latest. The beats stay as they
    are. Raise `ValueError` when one beat alone is longer than *limit_seconds*.
    """
    if not script.beats:
        return (script,)
    longest = max(beat.seconds for beat in script.beats)
    if longest > limit_seconds:
        raise ValueError(f"a beat of {longest} s does not fit into a part of {limit_seconds} s")
    times = (*script.starts, script.seconds)
    cuts = _allowed(script.beats, times, limit_seconds)
    needed = _parts_needed(cuts, times, limit_seconds)
    chosen = [0]
    while needed[chosen[-1]] > 1:
        chosen.append(_best(chosen[-1], cuts, needed, times, limit_seconds))
    bounds = pairwise([*chosen, len(script.beats)])
    return tuple(replace(script, beats=script.beats[begin:end]) for begin, end in bounds)


def kind_of_cut(beat: Beat) -> Cut:
    """Return how well a count can be interrupted before *beat*."""
    if not beat.resume:
        return Cut.ANYWHERE
    match beat.stage:
        case Stage.REST | Stage.GET_READY:
            return Cut.BEFORE_A_SET
        case Stage.SWITCH:
            return Cut.BEFORE_A_SIDE
        case Stage.HOLD if beat.place.held_seconds:
            return Cut.AT_A_BREATH
        case _:
            return Cut.BEFORE_A_REP


def _allowed(beats: tuple[Beat, ...], times: tuple[int, ...], limit_seconds: int) -> Mapping[int, Cut]:
    """Return the beats to cut before: the good ones, or all when the good ones are too far apart."""
    kinds = {index: kind_of_cut(beat) for index, beat in enumerate(beats)}
    good = {index: kind for index, kind in kinds.items() if index == 0 or kind is not Cut.ANYWHERE}
    bounds = pairwise([*good, len(beats)])
    near = all(times[end] - times[begin] <= limit_seconds for begin, end in bounds)
    return good if near else kinds


def _parts_needed(cuts: Mapping[int, Cut], times: tuple[int, ...], limit_seconds: int) -> Mapping[int, int]:
    """Return for each cut how many parts the beats from there on need: each part goes on as long as it may."""
    ordered = list(cuts)
    cut_times = [times[cut] for cut in ordered]
    needed: dict[int, int] = {}
    for cut in reversed(ordered):
        reach = times[cut] + limit_seconds
        furthest = ordered[bisect_right(cut_times, reach) - 1]
        needed[cut] = 1 if times[-1] <= reach else 1 + needed[furthest]
    return needed


def _best(
    begin: int, cuts: Mapping[int, Cut], needed: Mapping[int, int], times: tuple[int, ...], limit_seconds: int
) -> int:
    """Return where the part that begins before beat *begin* should end."""
    reached = (
        end
        for end in cuts
        if end > begin and times[end] - times[begin] <= limit_seconds and needed[end] < needed[begin]
    )
    return min(reached, key=lambda end: (cuts[end], -end))
