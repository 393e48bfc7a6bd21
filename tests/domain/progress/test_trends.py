"""How it goes: every number that is told is the history's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import ActivityDone, ActivityTakenBack, Fact, Outcome, RoutineEnded
from skill.domain.history.record import Record
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase, Region
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.progress.trends import active_days, progress_of, trends_of
from skill.domain.progress.week import minutes_since, week_of
from skill.domain.progress.week_growth import first_day_of
from skill.domain.symptoms.zones import Zone
from tests.domain.diary import BRIDGE, TODAY, WALKING, Diary, day

SWIMMING, STRENGTH = ExerciseId("swimming"), ExerciseId("strength-training")
MOST_DAYS = 60

told = st.builds(
    ActivityDone,
    exercise_id=st.sampled_from([WALKING, SWIMMING, STRENGTH]),
    minutes=st.integers(1, 300),
    on=st.integers(0, MOST_DAYS).map(day),
)
logs = st.lists(st.tuples(told, st.booleans()), max_size=40)
"""Activities in any order, and whether each was taken back at once."""


def facts_of(log: list[tuple[ActivityDone, bool]]) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for done, taken_back in log:
        facts.append(done)
        if taken_back:
            facts.append(ActivityTakenBack(exercise_id=done.exercise_id, minutes=done.minutes, on=done.on))
    return tuple(facts)


def course_of(catalog: Catalog, facts: tuple[Fact, ...], first_weekday: int = 0, today: date = TODAY) -> ProgressInputs:
    return ProgressInputs(
        phase=Phase.STRENGTHENING,
        region=Region.LOW_BACK,
        record=Record(facts=facts),
        exercises=catalog.exercises,
        rules=catalog.rules,
        today=today,
        first_weekday=first_weekday,
    )


@given(log=logs, first_weekday=st.integers(0, 6), weeks_ago=st.integers(0, 8))
def test_a_week_is_the_sum_of_what_stands_in_its_seven_days(
    catalog: Catalog, log: list[tuple[ActivityDone, bool]], first_weekday: int, weeks_ago: int
) -> None:
    inputs = course_of(catalog, facts_of(log), first_weekday)
    week = week_of(inputs, TODAY - timedelta(days=7 * weeks_ago))
    days = [week.begins_on + timedelta(days=days) for days in range(7)]
    standing = [done for done, taken_back in log if not taken_back and done.on in days]

    assert week.begins_on.weekday() == first_weekday
    assert TODAY - timedelta(days=7 * weeks_ago) in days
    assert week.walking_minutes == sum(one.minutes for one in standing if one.exercise_id == WALKING)
    assert week.swimming_minutes == sum(one.minutes for one in standing if one.exercise_id == SWIMMING)
    assert week.activity_days == len({one.on for one in standing if one.exercise_id != STRENGTH})
    assert week.strength_days == len({one.on for one in standing if one.exercise_id == STRENGTH})


@given(log=logs, first_weekday=st.integers(0, 6))
def test_all_weeks_together_are_all_minutes(
    catalog: Catalog, log: list[tuple[ActivityDone, bool]], first_weekday: int
) -> None:
    inputs = course_of(catalog, facts_of(log), first_weekday)
    weeks = [week_of(inputs, TODAY - timedelta(days=7 * ago)) for ago in range(MOST_DAYS // 7 + 2)]
    standing = [done.minutes for done, taken_back in log if not taken_back and done.exercise_id != STRENGTH]

    assert sum(week.activity_minutes for week in weeks) == sum(standing) == minutes_since(inputs, day(MOST_DAYS))


@given(log=logs)
def test_days_and_streaks_are_those_of_the_history(catalog: Catalog, log: list[tuple[ActivityDone, bool]]) -> None:
    inputs = course_of(catalog, facts_of(log))
    days = {done.on for done, taken_back in log if not taken_back}
    progress = progress_of(inputs)

    assert active_days(inputs.record) == days
    assert progress.active_days == sum(day(ago) in days for ago in range(7))
    assert progress.days_known == (max((TODAY - one).days for one in days) + 1 if days else 0)
    last = 0 if TODAY in days else 1
    assert all(day(last + ago) in days for ago in range(progress.streak_days))
    assert day(last + progress.streak_days) not in days


def test_a_skipped_exercise_makes_no_day_active(catalog: Catalog) -> None:
    diary = Diary().did(1, BRIDGE, outcome=Outcome.SKIPPED).did(2, BRIDGE, outcome=Outcome.WORSE)

    assert active_days(diary.course(catalog).record) == {day(2)}


def test_sessions_are_routines_of_the_last_seven_days_in_which_something_was_done(catalog: Catalog) -> None:
    ended = [
        RoutineEnded(routine_id="recovery-neck", block_ids=(), done=done, skipped=1, on=day(ago))
        for ago, done in [(0, 2), (0, 1), (6, 3), (3, 0), (7, 4)]
    ]

    assert progress_of(course_of(catalog, tuple(ended))).sessions == 3


class TestTrends:
    def test_compare_the_last_day_with_reports_of_this_week_and_of_weeks_ago(self, catalog: Catalog) -> None:
        diary = Diary().felt(28, 5, 8).felt(15, 4, 6).felt(9, 3, 6).felt(8, 3, 5).felt(2, 2, 3).felt(1, 1, 2)

        found = {
            trend.weeks: (trend.zone_before, trend.strength_before, trend.zone_now, trend.strength_now)
            for trend in trends_of(diary.course(catalog))
        }
        assert found == {
            1: (Zone(3), 5, Zone(1), 2),
            2: (Zone(4), 6, Zone(1), 2),
            4: (Zone(5), 8, Zone(1), 2),
        }

    def test_there_is_none_without_something_to_compare(self, catalog: Catalog) -> None:
        assert trends_of(Diary().felt(0, 3, 5).felt(6, 3, 5).course(catalog)) == ()
        assert trends_of(Diary().felt(30, 3, 5).course(catalog)) == ()

    def test_reports_after_exercise_and_of_the_other_part_are_left_out(self, catalog: Catalog) -> None:
        diary = Diary().felt(7, 4, 6).felt(0, 3, 5).felt(0, 5, 9, after=BRIDGE).felt(0, 5, 9, region=Region.NECK)

        (trend,) = trends_of(diary.course(catalog))
        assert (trend.weeks, trend.zone_now, trend.strength_now) == (1, Zone(3), 5)


@pytest.mark.parametrize("first_weekday", range(7))
def test_a_target_grows_from_week_to_week_whatever_day_weeks_begin_with(catalog: Catalog, first_weekday: int) -> None:
    diary = Diary().phase(28, Phase.STRENGTHENING)
    inputs = replace(diary.course(catalog, Phase.STRENGTHENING), first_weekday=first_weekday)
    begins_on = first_day_of(inputs, day(21))
    walks = [
        ActivityDone(exercise_id=WALKING, minutes=minutes, on=begins_on + timedelta(days=7 * week + 6))
        for week, minutes in enumerate([60, 70, 80])
    ]
    inputs = replace(inputs, record=Record(facts=(*inputs.record.facts, *walks)))

    assert week_of(inputs).target_minutes == 90


def test_taking_back_takes_one_of_two_that_are_the_same(catalog: Catalog) -> None:
    walk = ActivityDone(exercise_id=WALKING, minutes=10, on=TODAY)
    back = ActivityTakenBack(exercise_id=WALKING, minutes=10, on=TODAY)

    assert Record(facts=(walk, walk, back)).activities() == (walk,)
    assert Record(facts=(walk, back, back)).activities() == ()
    assert Record(facts=(back, walk)).activities() == (walk,)
    assert Diary().did(0, level=Level.BEGINNER).course(catalog).record.activities() == ()
