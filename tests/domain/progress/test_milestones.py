"""Milestones: each only when it was really reached, and each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from skill.domain.history.facts import Outcome
from skill.domain.progress.milestones import Milestone, milestone_reached
from tests.domain.diary import BRIDGE, TODAY, Diary
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()


def reached(diary: Diary, *told: Milestone) -> Milestone | None:
    return milestone_reached(diary.course(CATALOG), told)


@pytest.mark.parametrize(
    ("diary", "milestone"),
    [
        (Diary(), None),
        (Diary().did(0), None),
        (Diary().did(0, BRIDGE), Milestone.FIRST_STRENGTHENING),
        (Diary().did(2, BRIDGE).did(0, BRIDGE), None),
        (Diary().did(0, BRIDGE, outcome=Outcome.SKIPPED), None),
        (Diary().did(6).did(3).did(0), Milestone.FIRST_WEEK),
        (Diary().did(6).did(0), None),
        (Diary().did(5).did(3).did(0), None),
        (Diary().walked(20, 60).walked(0, 39), None),
        (Diary().walked(20, 60).walked(0, 40), Milestone.HUNDRED_MINUTES),
        (Diary().did(56).did(0), Milestone.EIGHT_WEEKS),
        (Diary().did(56).did(10), None),
        (Diary().felt(10, 3, 5).felt(1, 2, 5).felt(0, 2, 4), Milestone.ZONE_NEARER),
        (Diary().felt(10, 3, 5).felt(1, 3, 5).felt(0, 2, 4), None),
        (Diary().felt(10, 3, 5).felt(0, 2, 4), None),
        (Diary().felt(10, 2, 5).felt(1, 3, 5).felt(0, 3, 4), None),
    ],
)
def test_a_milestone_is_told_only_when_it_is_reached(diary: Diary, milestone: Milestone | None) -> None:
    assert reached(diary) is milestone


def test_each_is_told_once_and_the_next_one_another_day() -> None:
    diary = Diary().walked(6, 60).walked(3, 30).walked(0, 30)

    assert reached(diary) is Milestone.FIRST_WEEK
    assert reached(diary, Milestone.FIRST_WEEK) is Milestone.HUNDRED_MINUTES
    assert reached(diary, Milestone.FIRST_WEEK, Milestone.HUNDRED_MINUTES) is None


def test_the_first_strengthening_day_is_not_told_the_day_after() -> None:
    inputs = Diary().did(0, BRIDGE).course(CATALOG)

    assert milestone_reached(replace(inputs, today=TODAY + timedelta(days=1)), ()) is None
