"""A count is cut where it hurts least, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.domain.count.script import Script, place_after
from skill.domain.movement.dose import Tempo
from skill.speech.parts import Cut, kind_of_cut, split
from tests.speech.samples import script, scripts


def cuts(parts: tuple[Script, ...]) -> list[Cut]:
    return [kind_of_cut(part.beats[0]) for part in parts[1:]]


@given(script=scripts(), limit=st.integers(10, 240))
def test_the_parts_are_the_script_again_and_none_is_too_long(script: Script, limit: int) -> None:
    parts = split(script, limit)

    assert sum((part.beats for part in parts), start=()) == script.beats
    assert all(0 < part.seconds <= limit for part in parts)
    assert {(part.exercise_id, part.dose, part.first_side) for part in parts} == {
        (script.exercise_id, script.dose, script.first_side)
    }


@given(script=scripts(), limit=st.integers(30, 240))
def test_there_are_as_few_parts_as_possible(script: Script, limit: int) -> None:
    parts = split(script, limit)
    allowed = [
        start
        for beat, start in zip(script.beats, script.starts, strict=True)
        if kind_of_cut(beat) is not Cut.ANYWHERE or Cut.ANYWHERE in cuts(parts)
    ]
    fewest, begin = 1, 0
    while script.seconds - begin > limit:
        begin = max(start for start in allowed if begin < start <= begin + limit)
        fewest += 1

    assert len(parts) == fewest


@given(script=scripts(), limit=st.integers(30, 240))
def test_a_count_is_never_cut_inside_a_rep_when_it_can_be_cut_elsewhere(script: Script, limit: int) -> None:
    good = [
        start for beat, start in zip(script.beats, script.starts, strict=True) if kind_of_cut(beat) is not Cut.ANYWHERE
    ]
    near = all(end - begin <= limit for begin, end in pairwise([*good, script.seconds]))

    assert (Cut.ANYWHERE in cuts(split(script, limit))) <= (not near)


@settings(max_examples=25)
@given(script=scripts(), limit=st.integers(30, 240))
def test_a_better_cut_would_cost_a_part(script: Script, limit: int) -> None:
    parts = split(script, limit)
    if Cut.ANYWHERE in cuts(parts):
        return
    begin = 0
    for number, part in enumerate(parts[:-1], start=1):
        end = begin + len(part.beats)
        taken = (kind_of_cut(script.beats[end]), -end)
        for index in range(begin + 1, len(script.beats)):
            kind = kind_of_cut(script.beats[index])
            if (kind, -index) >= taken or script.starts[index] - script.starts[begin] > limit:
                continue
            rest = split(replace(script, beats=script.beats[index:]), limit)
            assert number + len(rest) > len(parts)
        begin = end


@pytest.mark.parametrize(
    ("count", "limit", "kinds"),
    [
        (script(), 240, []),
        (script(sets=2, reps=10, rest_between_sets_seconds=45), 140, [Cut.BEFORE_A_SET]),
        (script(sets=1, reps=8, per_side=True), 100, [Cut.BEFORE_A_SIDE]),
        (script(sets=1, reps=20), 120, [Cut.BEFORE_A_REP]),
        (
            script(
                sets=1,
                reps=1,
                hold_seconds=300,
                tempo=Tempo(up_seconds=0, down_seconds=0),
                rest_between_reps_seconds=0,
            ),
            240,
            [Cut.AT_A_BREATH],
        ),
        (script(rest_between_sets_seconds=180), 60, [Cut.BEFORE_A_SET, Cut.ANYWHERE, Cut.ANYWHERE, Cut.ANYWHERE]),
    ],
    ids=["short", "sets", "sides", "reps", "one long hold", "a rest longer than a part"],
)
def test_a_cut_is_before_a_set_else_a_side_else_a_rep_else_at_a_breath(
    count: Script, limit: int, kinds: list[Cut]
) -> None:
    assert cuts(split(count, limit)) == kinds


def test_of_the_best_cuts_the_latest_is_taken() -> None:
    count = script(sets=5, reps=5)
    first, *_ = split(count, 240)
    set_starts = [
        start
        for beat, start in zip(count.beats, count.starts, strict=True)
        if kind_of_cut(beat) is Cut.BEFORE_A_SET and 0 < start <= 240
    ]

    assert first.seconds == max(set_starts)


def test_a_part_knows_the_place_it_begins_at() -> None:
    _, second = split(script(sets=2, reps=10, rest_between_sets_seconds=45), 140)

    place = place_after(second, 0)
    assert place is not None
    assert (place.set_number, place.rep_number) == (2, 1)


def test_a_beat_longer_than_a_part_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit into a part of 3 s"):
        split(script(), 3)
