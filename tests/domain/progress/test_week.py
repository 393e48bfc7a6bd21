"""The weekly work: what a phase asks for, how minutes grow, and how long a walk is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import Outcome, PhaseChanged
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase
from skill.domain.progress.week import walk_minutes, week_of
from skill.domain.progress.week_growth import TrainingWeek, minutes_to_walk, next_weeks_minutes, target_minutes
from tests.domain.diary import BRIDGE, TODAY, WALKING, Diary

GROWTH = [60, 70, 80, 90, 100, 110, 121, 133, 146, 161, 177, 195, 214, 234, 250]
"""docs/clinical.md §4.3, from 60 minutes."""

MONDAY = TODAY.weekday()
"""Days since this week began."""

PECTORAL = ExerciseId("pectoral-stretch")


def test_minutes_grow_exactly_as_the_fact_sheet_says(catalog: Catalog) -> None:
    growth = catalog.rules.weekly.growth
    weeks = [growth.start_minutes]
    while weeks[-1] < 250:
        weeks.append(next_weeks_minutes(weeks[-1], growth, ceiling=250))

    assert weeks == GROWTH


@given(minutes=st.integers(0, 400), ceiling=st.integers(100, 300))
def test_a_week_grows_by_ten_to_twenty_minutes_or_to_its_ceiling(catalog: Catalog, minutes: int, ceiling: int) -> None:
    grown = next_weeks_minutes(minutes, catalog.rules.weekly.growth, ceiling=ceiling)

    assert grown <= ceiling
    assert grown == ceiling or 10 <= grown - minutes <= 20
    assert grown - minutes <= max(10, minutes / 10 + 0.5)


@given(fewer=st.integers(0, 300), more=st.integers(0, 50))
def test_more_this_week_is_never_less_next_week(catalog: Catalog, fewer: int, more: int) -> None:
    growth = catalog.rules.weekly.growth

    grown = next_weeks_minutes(fewer, growth, ceiling=250)
    assert next_weeks_minutes(fewer + more, growth, ceiling=250) >= grown


def weeks_of(*minutes: int) -> Diary:
    """Return a diary of a patient who left recovery so many weeks ago and walked these minutes in each."""
    first = MONDAY + 7 * len(minutes)
    diary = Diary().phase(first, Phase.STRENGTHENING)
    for week, walked in enumerate(minutes):
        for days_ago in (first - 7 * week - 1, first - 7 * week - 3):
            diary.walked(days_ago, walked // 2)
    return diary


@pytest.mark.parametrize(
    ("minutes", "target"),
    [
        ((), 60),
        ((60,), 70),
        ((60, 70, 80), 90),
        ((200,), 70),
        ((60, 70, 66), 80),
        ((60, 70, 68), 90),
        ((60, 70, 80, 90, 30), 100),
        ((60, 70, 80, 90, 84), 100),
        ((60, 70, 80, 90, 86), 110),
        ((60, 70, 0), 80),
        ((60, 70, 80, 0, 0), 90),
    ],
    ids=str,
)
def test_the_target_grows_with_the_weeks_that_were_done(
    catalog: Catalog, minutes: tuple[int, ...], target: int
) -> None:
    assert target_minutes(weeks_of(*minutes).course(catalog, Phase.STRENGTHENING)) == target


def test_two_flares_in_a_week_go_one_step_down(catalog: Catalog) -> None:
    diary = weeks_of(60, 70, 80).moved_out(MONDAY + 2).moved_out(MONDAY + 4)

    assert target_minutes(diary.course(catalog, Phase.STRENGTHENING)) == 70


@pytest.mark.parametrize(("days_ago", "target"), [(0, 60), (2, 60), (MONDAY + 2, 60), (MONDAY + 5, 70)])
def test_the_first_week_asks_for_its_share(catalog: Catalog, days_ago: int, target: int) -> None:
    """Recovery was left so many days ago; a first week of less than three walking days is repeated."""
    diary = Diary().phase(days_ago, Phase.STRENGTHENING)
    for ago in range(min(days_ago, MONDAY + 5), MONDAY, -1):
        diary.walked(ago, 12)

    assert target_minutes(diary.course(catalog, Phase.STRENGTHENING)) == target


def test_a_first_week_of_two_days_asks_for_two_fifths(catalog: Catalog) -> None:
    saturday = TODAY + timedelta(days=3)
    diary = Diary(today=saturday).phase(0, Phase.STRENGTHENING)

    assert target_minutes(diary.course(catalog, Phase.STRENGTHENING, today=saturday)) == 24


def test_who_walks_what_is_asked_reaches_every_weeks_target(catalog: Catalog) -> None:
    """Seventy days of strengthening and weight loss, training on every other day but three times a week."""
    first, reached = TODAY - timedelta(days=TODAY.weekday()), []
    diary = Diary(today=first - timedelta(days=1)).walked(0, 10).phase(0, Phase.WEIGHT_LOSS)
    for days in range(105):
        today = first + timedelta(days=days)
        diary.today = today
        inputs = diary.course(catalog, Phase.WEIGHT_LOSS, today=today)
        day = days % 7
        training = TrainingWeek(is_training_day=day in (0, 2, 4), still_to_come=sum(one > day for one in (2, 4)))
        minutes = walk_minutes(inputs, training)
        longest = max((done.minutes for done in inputs.record.activities(since=today - timedelta(days=7))), default=0)
        assert minutes <= longest + 10
        diary.walked(0, minutes)
        if days % 7 == 6:
            after = week_of(diary.course(catalog, Phase.WEIGHT_LOSS, today=today))
            reached.append((after.target_minutes, after.activity_minutes))

    assert [target for target, _ in reached] == GROWTH
    assert all(done >= (target or 0) for target, done in reached)


def test_a_day_that_was_missed_is_not_made_up(catalog: Catalog) -> None:
    inputs = Diary().phase(30, Phase.STRENGTHENING).walked(7, 40).course(catalog, Phase.STRENGTHENING)

    assert minutes_to_walk(inputs, TrainingWeek(is_training_day=True, still_to_come=0), 60) == 12


def test_two_days_of_the_week_are_no_walking_days(catalog: Catalog) -> None:
    diary = Diary().phase(30, Phase.STRENGTHENING).walked(2, 12).walked(1, 12)
    inputs = diary.course(catalog, Phase.STRENGTHENING)

    assert minutes_to_walk(inputs, TrainingWeek(is_training_day=False, still_to_come=2), 60) == 12
    assert minutes_to_walk(inputs, TrainingWeek(is_training_day=False, still_to_come=3), 60) == 5


def test_a_flare_in_the_week_repeats_its_target(catalog: Catalog) -> None:
    diary = weeks_of(60, 70).moved_out(MONDAY + 2)

    assert target_minutes(diary.course(catalog, Phase.STRENGTHENING)) == 70


@pytest.mark.parametrize(("phase", "ceiling"), [(Phase.STRENGTHENING, 150), (Phase.WEIGHT_LOSS, 250)])
def test_the_target_stops_at_the_phases_own(catalog: Catalog, phase: Phase, ceiling: int) -> None:
    minutes = tuple(2 * ((one + 1) // 2) for one in [*GROWTH, 250, 250])
    diary = weeks_of(*minutes)
    first = diary.facts[0]
    assert isinstance(first, PhaseChanged)
    diary.facts[0] = replace(first, phase=phase)

    assert target_minutes(diary.course(catalog, phase)) == ceiling


def test_who_waits_at_the_ceiling_of_a_phase_goes_on_from_there(catalog: Catalog) -> None:
    diary = weeks_of(*(2 * ((one + 1) // 2) for one in GROWTH[:9]), 150, 150, 150).phase(0, Phase.WEIGHT_LOSS)

    assert target_minutes(diary.course(catalog, Phase.WEIGHT_LOSS)) == 161


def test_two_weeks_away_go_one_step_down(catalog: Catalog) -> None:
    diary = Diary().phase(MONDAY + 35, Phase.STRENGTHENING)
    for days_ago, minutes in ((34, 60), (27, 70), (20, 80)):
        diary.walked(MONDAY + days_ago, minutes)

    assert target_minutes(diary.course(catalog, Phase.STRENGTHENING)) == 80
    assert target_minutes(diary.walked(MONDAY + 8, 10).course(catalog, Phase.STRENGTHENING)) == 90


def test_recovery_has_no_weekly_target(catalog: Catalog) -> None:
    assert target_minutes(Diary().course(catalog)) is None


def test_after_a_step_back_it_starts_anew(catalog: Catalog) -> None:
    diary = weeks_of(60, 70, 80, 90).phase(3, Phase.RECOVERY, set_back=True).phase(0, Phase.STRENGTHENING)

    assert target_minutes(diary.course(catalog, Phase.STRENGTHENING)) == 60


@given(minutes=st.lists(st.integers(0, 300), max_size=8))
def test_no_target_is_more_than_a_step_above_the_one_before(catalog: Catalog, minutes: list[int]) -> None:
    targets = [
        target_minutes(weeks_of(*minutes[:weeks]).course(catalog, Phase.WEIGHT_LOSS))
        for weeks in range(len(minutes) + 1)
    ]

    for before, after in pairwise(targets):
        assert before is not None
        assert after is not None
        assert 60 <= after <= before + 20


@pytest.mark.parametrize(
    ("diary", "phase", "minutes"),
    [
        (Diary(), Phase.RECOVERY, 5),
        (Diary().walked(2, 5).walked(1, 5), Phase.RECOVERY, 5),
        (Diary().walked(3, 5).walked(2, 5).walked(1, 5), Phase.RECOVERY, 10),
        (Diary().walked(3, 5).walked(2, 5, Outcome.WORSE).walked(1, 5), Phase.RECOVERY, 5),
        (Diary().walked(3, 5).walked(2, 5).walked(1, 5).moved_out(1, WALKING), Phase.RECOVERY, 5),
        (weeks_of(), Phase.STRENGTHENING, 10),
        (weeks_of(60, 70, 80), Phase.STRENGTHENING, 18),
        (weeks_of(*GROWTH[:9], 162), Phase.STRENGTHENING, 30),
    ],
    ids=["new", "two days", "three days", "one that was worse", "one that moved out", "none lately", "90", "150"],
)
def test_how_long_a_walk_is(catalog: Catalog, diary: Diary, phase: Phase, minutes: int) -> None:
    training = TrainingWeek(is_training_day=True, still_to_come=1)
    assert walk_minutes(diary.course(catalog, phase), training) == minutes


def test_the_week_counts_days_and_minutes_since_monday(catalog: Catalog) -> None:
    diary = Diary().phase(30, Phase.STRENGTHENING)
    diary.did(MONDAY + 1, BRIDGE).did(MONDAY, BRIDGE).did(0, BRIDGE).did(0, BRIDGE)
    diary.did(0, PECTORAL, Level.BEGINNER).did(1, BRIDGE, outcome=Outcome.SKIPPED)
    diary.walked(MONDAY + 1, 40).walked(MONDAY, 15).walked(0, 10)

    week = week_of(diary.course(catalog, Phase.STRENGTHENING))

    assert week.begins_on == TODAY - timedelta(days=MONDAY)
    assert (week.strength_days, week.stretch_days, week.activity_minutes) == (2, 1, 25)
    assert week.targets.strength_days_per_week.least == 3


@pytest.mark.parametrize(
    ("phase", "blocks", "strength", "walks", "minutes", "stretches"),
    [
        (Phase.RECOVERY, (3, 4), (0, 0), (5, 10), None, (0, 0)),
        (Phase.STRENGTHENING, (1, 2), (3, 3), (5, 30), 150, (5, 7)),
        (Phase.WEIGHT_LOSS, (1, 2), (2, 3), (10, 50), 250, (5, 7)),
    ],
)
def test_the_targets_of_each_phase(
    catalog: Catalog,
    phase: Phase,
    blocks: tuple[int, int],
    strength: tuple[int, int],
    walks: tuple[int, int],
    minutes: int | None,
    stretches: tuple[int, int],
) -> None:
    targets = catalog.rules.weekly.targets[phase]
    spans = (
        targets.directional_blocks_per_day,
        targets.strength_days_per_week,
        targets.walk_minutes,
        targets.stretch_days_per_week,
    )

    assert [(span.least, span.most) for span in spans] == [blocks, strength, walks, stretches]
    assert targets.activity_minutes_per_week == minutes
