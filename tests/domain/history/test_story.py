"""The story is the record: what a day held, how it went last time, and the way from the first day to now."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from skill.domain.history.facts import ActivityDone, ExerciseEnded, Fact, Outcome, SetDone
from skill.domain.history.record import Record
from skill.domain.history.story import day_done, last_time, longest_walk, way_of
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Form, Region
from tests.domain.diary import BRIDGE, PRESS_UP, TODAY, WALKING, Diary, day

EXERCISES = (BRIDGE, PRESS_UP)
Sitting = tuple[ExerciseId, tuple[int, ...], Outcome, int]
SITTINGS = st.lists(
    st.tuples(
        st.sampled_from(EXERCISES),
        st.lists(st.integers(0, 12), max_size=4).map(tuple),
        st.sampled_from(Outcome),
        st.integers(0, 2),
    ),
    max_size=12,
).map(lambda sittings: sorted(sittings, key=lambda one: -one[3]))
"""What was done, oldest first: the exercise, the repetitions of each set, how it ended, and how many days ago."""
WALKS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 2)), max_size=6)


def facts_of(sittings: list[Sitting]) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for exercise_id, sets, outcome, days_ago in sittings:
        facts += [
            SetDone(exercise_id=exercise_id, movement_id=None, set_number=number, side=None, reps=reps, planned_reps=12)
            for number, reps in enumerate(sets, 1)
        ]
        facts.append(
            ExerciseEnded(
                exercise_id=exercise_id,
                movement_id=None,
                level=Level.BEGINNER,
                form=Form.USUAL,
                outcome=outcome,
                on=day(days_ago),
            )
        )
    return tuple(facts)


def walked(walks: list[tuple[int, int]]) -> tuple[Fact, ...]:
    return tuple(ActivityDone(exercise_id=WALKING, minutes=minutes, on=day(ago)) for minutes, ago in walks)


@given(sittings=SITTINGS, walks=WALKS)
def test_a_day_holds_what_was_done_on_it_and_nothing_else(
    sittings: list[Sitting], walks: list[tuple[int, int]]
) -> None:
    record = Record(facts=(*facts_of(sittings), *walked(walks)))

    for days_ago in range(3):
        told = day_done(record, day(days_ago), {WALKING})
        done = {one for one, sets, outcome, ago in sittings if ago == days_ago and (outcome != "skipped" or any(sets))}
        minutes = sum(minutes for minutes, ago in walks if ago == days_ago)
        assert set(told.exercises) == done
        assert len(told.exercises) == len(done)
        assert dict(told.activities) == ({WALKING: minutes} if minutes else {})


@given(sittings=SITTINGS)
def test_the_last_time_is_the_last_one_with_a_set(sittings: list[Sitting]) -> None:
    record = Record(facts=facts_of(sittings))

    for exercise_id in EXERCISES:
        counted = [one for one in sittings if one[0] == exercise_id and one[1]]
        told = last_time(record, exercise_id)
        if not counted:
            assert told is None
            continue
        _, sets, outcome, days_ago = counted[-1]
        assert told is not None
        assert (told.on, told.sets, told.reps) == (day(days_ago), len(sets), sum(sets))
        assert (told.last_reps, told.last_planned, told.outcome) == (sets[-1], 12, outcome)


@given(walks=WALKS)
def test_the_longest_walk_is_the_longest(walks: list[tuple[int, int]]) -> None:
    assert longest_walk(Record(facts=walked(walks)), {WALKING}) == max((minutes for minutes, _ in walks), default=0)


def test_the_way_goes_from_the_first_day_to_the_last() -> None:
    diary = Diary().felt(20, 3, 5).felt(10, 2, 3).felt(1, 0, 0)

    way = way_of(Record(facts=tuple(diary.facts)), Region.LOW_BACK)

    assert way is not None
    assert (way.began_on, way.zone_before, way.strength_before) == (TODAY - timedelta(days=20), 3, 5)
    assert (way.told_on, way.zone_now, way.strength_now) == (TODAY - timedelta(days=1), 0, 0)


def test_one_day_is_no_way_and_the_neck_is_not_the_back() -> None:
    record = Record(facts=tuple(Diary().felt(3, 3, 5).facts))

    assert way_of(record, Region.LOW_BACK) is None
    assert way_of(record, Region.NECK) is None
    assert date(2026, 11, 22) == day(3)
