"""The count for the eye is the count for the ear: number, word and ring follow from the script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.catalog.catalog import Catalog
from skill.domain.count.script import Script, Stage, script_for
from skill.domain.count.walk import walk_dose, walk_script
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import ExerciseId
from skill.domain.scenes.frames import LONG_HOLD_SECONDS, WAITING, frame_at, frames_of


def scripts(catalog: Catalog) -> dict[str, Script]:
    """Return the script of every exercise that is counted, at every level."""
    found = {}
    for exercise in catalog.exercises.values():
        for level in Level:
            dose = exercise.doses.at(level)
            if isinstance(dose, Dose):
                found[f"{exercise.id}-{level}"] = script_for(exercise, dose, catalog.rules.count)
    return found


def test_there_is_a_frame_for_every_beat(catalog: Catalog) -> None:
    for script in scripts(catalog).values():
        frames = frames_of(script)
        assert [frame.cue for frame in frames] == [beat.cue for beat in script.beats]
        assert [frame.start for frame in frames] == list(script.starts)
        assert sum(frame.seconds for frame in frames) == script.seconds


@given(data=st.data())
def test_at_every_second_number_and_ring_are_those_of_the_beat(catalog: Catalog, data: st.DataObject) -> None:
    script = data.draw(st.sampled_from(sorted(scripts(catalog).items(), key=lambda item: item[0])))[1]
    second = data.draw(st.floats(0, script.seconds - 0.001))
    index = max(place for place, start in enumerate(script.starts) if start <= second)
    beat, start = script.beats[index], script.starts[index]

    frame = frame_at(frames_of(script), second)

    assert frame.cue is beat.cue
    assert frame.part_at(second) == pytest.approx((second - start) / beat.seconds)
    if frame.until is None:
        assert frame.number_at(second) == beat.place.rep_number
    else:
        assert frame.stage in (*WAITING, Stage.HOLD)
        assert 1 <= frame.number_at(second) <= script.seconds


def test_a_rest_and_a_long_hold_run_down_to_one(catalog: Catalog) -> None:
    exercise = catalog.exercises[ExerciseId("rest-on-the-belly")]
    dose = exercise.doses.at(Level.STANDARD)
    assert isinstance(dose, Dose)
    assert dose.hold_seconds >= LONG_HOLD_SECONDS
    frames = frames_of(script_for(exercise, dose, catalog.rules.count))
    hold = [frame for frame in frames if frame.stage is Stage.HOLD]

    assert hold[0].number_at(hold[0].start) == dose.hold_seconds
    assert hold[0].number_at(hold[0].start + 2.5) == dose.hold_seconds - 2
    assert hold[-1].number_at(hold[-1].start) == hold[-1].seconds


def test_a_walk_shows_its_minute(catalog: Catalog) -> None:
    script = walk_script(ExerciseId("walking"), walk_dose(10), catalog.rules.weekly.together)
    frames = frames_of(script, minutes_are_reps=True)

    assert frame_at(frames, 0).number_at(0) == 1
    assert frame_at(frames, 61).number_at(61) == 2
