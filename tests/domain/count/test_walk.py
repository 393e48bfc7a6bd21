"""A walk together: a minute lasts a minute, it is easy at first and at the end, and any minute can be gone on from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain import cues
from skill.domain.catalog.catalog import Catalog
from skill.domain.count.script import Place, Script, place_after
from skill.domain.count.walk import minutes_walked, walk_dose, walk_script
from skill.domain.movement.exercise import ExerciseId

WALKING = ExerciseId("walking")
LONGEST = 30


def script(catalog: Catalog, minutes: int, minute: int = 1) -> Script:
    return walk_script(WALKING, walk_dose(minutes), catalog.rules.weekly.together, Place(rep_number=minute))


@given(minutes=st.integers(1, LONGEST), data=st.data())
def test_what_is_left_of_it_lasts_the_minutes_that_are_left(
    catalog: Catalog, minutes: int, data: st.DataObject
) -> None:
    minute = data.draw(st.integers(1, minutes))
    walk = script(catalog, minutes, minute)

    assert walk.seconds == (minutes - minute + 1) * 60
    assert walk.dose.reps == minutes
    assert max(beat.seconds for beat in walk.beats) <= 30


@given(minutes=st.integers(1, LONGEST), heard=st.floats(0, LONGEST * 60))
def test_the_minutes_counted_are_the_whole_minutes_heard(catalog: Catalog, minutes: int, heard: float) -> None:
    place = place_after(script(catalog, minutes), heard)

    assert (minutes if place is None else minutes_walked(place)) == min(minutes, int(heard // 60))


@pytest.mark.parametrize("minutes", range(1, LONGEST + 1))
def test_it_begins_easily_picks_up_and_eases_off(catalog: Catalog, minutes: int) -> None:
    rules = catalog.rules.weekly.together
    said = [beat.cue for beat in script(catalog, minutes).beats[::2]]
    picks_up = [cue for cue in said if isinstance(cue, cues.WalkPicksUp)]
    eases_off = [number for number, cue in enumerate(said) if isinstance(cue, cues.WalkEasesOff)]

    assert said[0] == cues.WalkBegins()
    assert picks_up == ([cues.WalkPicksUp(minutes_done=3)] if minutes > 5 else [])
    assert eases_off == ([minutes - min(rules.easy_last_minutes, minutes - 1)] if minutes > 1 else [])


@pytest.mark.parametrize("minutes", [1, 10, LONGEST])
def test_every_three_minutes_it_is_said_what_to_do_when_symptoms_build(catalog: Catalog, minutes: int) -> None:
    halves = [beat.cue for beat in script(catalog, minutes).beats[1::2]]

    assert [number for number, cue in enumerate(halves, 1) if cue == cues.WalkCheckIn()] == list(
        range(3, minutes + 1, 3)
    )


def test_going_on_names_the_minute(catalog: Catalog) -> None:
    assert script(catalog, 10, 4).beats[0].cue == cues.WalkGoesOn(minute_number=4)
