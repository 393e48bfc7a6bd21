"""One phase back after flares, and a clinician when they go on or nothing gets better."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skill.domain.catalog.catalog import Catalog
from skill.domain.movement.exercise import Phase
from skill.domain.progress.gate_conditions import GateCondition
from skill.domain.progress.phase_gates import next_gate
from skill.domain.progress.setbacks import CareDue, CareReason, Setback, SetbackReason, care_due, setback
from skill.domain.safety.red_flags import Care
from skill.domain.symptoms.report import Change
from tests.domain.diary import TODAY, Diary, calm_days


def test_two_outward_moves_in_a_week_go_one_phase_back(catalog: Catalog) -> None:
    diary = Diary().phase(30, Phase.STRENGTHENING).moved_out(6).moved_out(0)

    assert setback(diary.course(catalog, Phase.STRENGTHENING)) == Setback(
        to=Phase.RECOVERY,
        reason=SetbackReason.OUTWARD_MOVES,
        count=2,
        days=7,
        stay_until=TODAY + timedelta(days=3),
    )


@pytest.mark.parametrize(
    "diary",
    [
        Diary(),
        Diary().moved_out(0),
        Diary().moved_out(7).moved_out(0),
        Diary().next_day(0, Change.WORSE),
        Diary().next_day(3, Change.BETTER).next_day(0, Change.SAME),
        Diary().next_day(14, Change.WORSE).next_day(0, Change.WORSE),
    ],
    ids=["nothing", "one move", "a week and a day apart", "worse once", "not worse", "two weeks apart"],
)
def test_less_than_that_does_not(catalog: Catalog, diary: Diary) -> None:
    assert setback(diary.course(catalog, Phase.WEIGHT_LOSS)) is None


def test_worse_on_the_next_day_twice_goes_one_phase_back(catalog: Catalog) -> None:
    diary = Diary().next_day(9, Change.WORSE).next_day(0, Change.SAME, moved_out=True)

    found = setback(diary.course(catalog, Phase.WEIGHT_LOSS))

    assert found is not None
    assert (found.to, found.reason, found.count) == (Phase.STRENGTHENING, SetbackReason.WORSE_NEXT_DAYS, 2)


def test_recovery_is_begun_again(catalog: Catalog) -> None:
    found = setback(Diary().moved_out(0).moved_out(0).course(catalog))

    assert found is not None
    assert found.to is Phase.RECOVERY


def test_the_same_flares_set_back_once(catalog: Catalog) -> None:
    diary = Diary().moved_out(1).moved_out(0).phase(0, Phase.RECOVERY, set_back=True)

    assert setback(diary.course(catalog)) is None
    assert setback(diary.moved_out(0).moved_out(0).course(catalog)) is not None


@pytest.mark.parametrize(("days_ago", "stays"), [(0, True), (2, True), (3, False)])
def test_the_phase_is_stayed_in_for_three_days(catalog: Catalog, days_ago: int, stays: bool) -> None:
    gate = next_gate(Diary().phase(days_ago, Phase.RECOVERY, set_back=True).course(catalog))

    assert gate is not None
    assert (GateCondition.DAYS_SINCE_SETBACK in [one.condition for one in gate.unmet]) == stays


def test_three_flares_in_two_weeks_call_for_a_clinician(catalog: Catalog) -> None:
    diary = Diary().moved_out(13).next_day(6, Change.WORSE).moved_out(0)

    assert care_due(diary.course(catalog)) == CareDue(reason=CareReason.FLARES, care=Care.SEEK_SOON, count=3, days=14)


@pytest.mark.parametrize(
    "diary",
    [
        Diary().moved_out(14).moved_out(6).moved_out(0),
        Diary().moved_out(1).moved_out(1).moved_out(0),
        Diary().moved_out(7).next_day(6, Change.WORSE).moved_out(0),
        Diary().moved_out(9).moved_out(6).moved_out(3).cleared(1),
    ],
    ids=["one too long ago", "two on one day", "a move and its next day", "cleared since"],
)
def test_flares_count_by_the_day_and_until_they_are_cleared(catalog: Catalog, diary: Diary) -> None:
    assert care_due(diary.course(catalog)) is None


def test_a_good_record_calls_for_nothing(catalog: Catalog) -> None:
    inputs = calm_days().course(catalog)

    assert setback(inputs) is None
    assert care_due(inputs) is None
