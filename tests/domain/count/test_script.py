"""The count equals the dose, second for second, and one can start again from anywhere without skipping anything."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain import cues
from skill.domain.count.script import (
    FIRST,
    Place,
    Script,
    Stage,
    contains,
    hold_marks,
    place_after,
    reps_before,
    script_for,
)
from skill.domain.movement.dose import Dose, Tempo
from skill.domain.movement.exercise import Position, Side
from tests.domain.doses import doses, exercise_with
from tests.shipped import shipped_catalog

RULES = shipped_catalog().rules.count
WORK = (Stage.UP, Stage.HOLD, Stage.DOWN, Stage.PAUSE)


def script_of(dose: Dose, start: Place = FIRST) -> Script:
    return script_for(exercise_with(dose), dose, RULES, start=start)


@given(doses)
def test_work_and_rests_last_exactly_as_long_as_the_dose_says(dose: Dose) -> None:
    seconds: Counter[Stage] = Counter()
    for beat in script_of(dose).beats:
        seconds[beat.stage] += beat.seconds
    reps = dose.sets * dose.sides * dose.reps

    assert reps * dose.tempo.up_seconds == seconds[Stage.UP]
    assert reps * dose.hold_seconds == seconds[Stage.HOLD]
    assert reps * dose.tempo.down_seconds == seconds[Stage.DOWN]
    assert reps * dose.rest_between_reps_seconds == seconds[Stage.PAUSE]
    assert (dose.sets - 1) * dose.rest_between_sets_seconds == seconds[Stage.REST]
    assert dose.work_seconds == sum(seconds[stage] for stage in (*WORK, Stage.REST))


@given(doses)
def test_every_repetition_of_every_side_is_numbered_once_and_in_order(dose: Dose) -> None:
    numbers = [beat.cue.rep_number for beat in script_of(dose).beats if isinstance(beat.cue, cues.RepDone)]

    assert list(range(1, dose.reps + 1)) * (dose.sets * dose.sides) == numbers


@given(doses)
def test_sides_take_turns_within_a_set(dose: Dose) -> None:
    script = script_of(dose)
    switches = [beat.cue.side for beat in script.beats if isinstance(beat.cue, cues.SwitchSides)]

    assert [Side.LEFT] * (dose.sets if dose.per_side else 0) == switches


@given(doses)
def test_no_silence_is_longer_than_ten_seconds(dose: Dose) -> None:
    assert max(beat.seconds for beat in script_of(dose).beats) <= RULES.longest_silence_seconds
    assert all(beat.cue is not None for beat in script_of(dose).beats)


@given(doses, st.data())
def test_the_place_found_is_never_ahead_and_at_most_one_repetition_behind(dose: Dose, data: st.DataObject) -> None:
    script = script_of(dose)
    heard = data.draw(st.floats(0, script.seconds - 0.01))
    now = max(index for index, start in enumerate(script.starts) if start <= heard)
    true_place = script.beats[now].place
    found = place_after(script, heard)

    assert found is not None
    assert found in [beat.place for beat in script.beats[: now + 1]]
    assert reps_before(dose, found) <= reps_before(dose, true_place)
    assert reps_before(dose, true_place) - reps_before(dose, found) <= 1


@given(doses)
def test_a_script_heard_to_its_end_has_no_place(dose: Dose) -> None:
    script = script_of(dose)

    assert place_after(script, script.seconds) is None
    assert place_after(script, script.seconds + 1000) is None


@given(doses, st.data())
def test_starting_again_counts_exactly_what_is_left(dose: Dose, data: st.DataObject) -> None:
    whole = script_of(dose)
    start = data.draw(st.sampled_from([beat.place for beat in whole.beats if beat.resume]))
    rest = script_of(dose, start)
    left = [beat for beat in whole.beats if beat.place >= start and beat.stage in WORK]
    counted = [beat for beat in rest.beats if beat.stage in WORK]

    assert contains(dose, start)
    assert dose.sets * dose.sides * dose.reps - reps_before(dose, start) == sum(
        isinstance(beat.cue, cues.RepDone) for beat in rest.beats
    )
    if not start.held_seconds:
        assert [(beat.cue, beat.seconds) for beat in left] == [(beat.cue, beat.seconds) for beat in counted]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        pytest.param(0, {}, id="no hold"),
        pytest.param(2, {0: "Hold"}, id="two seconds need one word"),
        pytest.param(5, {0: "Hold", 2: "3", 3: "2", 4: "1"}, id="five: the last three are counted"),
        pytest.param(10, {0: "Hold", 5: "Halfway", 7: "3", 8: "2", 9: "1"}, id="ten: half-way"),
        pytest.param(20, {0: "Hold", 10: "Halfway", 17: "3", 18: "2", 19: "1"}, id="twenty: still no calm word"),
        pytest.param(
            30,
            {0: "Hold", 7: "Calm", 15: "Halfway", 21: "Calm", 27: "3", 28: "2", 29: "1"},
            id="thirty: a calm word on each side of half-way",
        ),
    ],
)
def test_what_is_said_in_a_hold(seconds: int, said: dict[int, str]) -> None:
    marks = hold_marks(seconds, cues.Hold(exercise_id=exercise_with(SHORT).id), RULES)
    found = {
        second: str(cue.seconds_left) if isinstance(cue, cues.Countdown) else type(cue).__name__
        for second, cue in marks.items()
    }

    assert said == found


@given(st.integers(60, 300))
def test_long_holds_tell_the_time_left_every_half_minute(seconds: int) -> None:
    marks = hold_marks(seconds, cues.Hold(exercise_id=exercise_with(SHORT).id), RULES)
    told = {second for second, cue in marks.items() if isinstance(cue, cues.TimeLeft | cues.Halfway)}

    assert {seconds - left for left in range(30, seconds, 30)} - {seconds // 2} <= told


def test_a_place_outside_the_dose_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        script_of(SHORT, Place(set_number=2))


def test_getting_ready_comes_before_the_first_repetition_only() -> None:
    first = script_of(SHORT)
    again = script_of(SHORT, Place(rep_number=2))

    assert isinstance(first.beats[0].cue, cues.GetReady)
    assert cues.PickUp(set_number=1, rep_number=2, side=None) == again.beats[0].cue


SHORT = Dose(
    sets=1,
    reps=3,
    hold_seconds=2,
    tempo=Tempo(up_seconds=2, down_seconds=2),
    rest_between_reps_seconds=2,
    rest_between_sets_seconds=0,
    per_side=False,
    times_per_day=1,
    days_per_week=7,
)


@pytest.mark.parametrize("position", list(Position))
def test_every_position_has_its_own_time_to_get_ready(position: Position) -> None:
    script = script_for(exercise_with(SHORT, position), SHORT, RULES)

    assert 5 <= sum(beat.seconds for beat in script.beats if beat.stage is Stage.GET_READY) <= 12
