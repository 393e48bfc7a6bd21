"""Phase gates: each opens when all its conditions hold, and names the first that does not, with numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import ActivityDone, Outcome
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase, Region
from skill.domain.progress.gate_conditions import GateCondition
from skill.domain.progress.phase_gates import next_gate
from skill.domain.safety.limits import Limit
from skill.domain.symptoms.report import Change, NewSymptom
from tests.domain.diary import BRIDGE, PRESS_UP, RETRACTION, WALKING, Diary, calm_days, strengthening_weeks

Named = tuple[GateCondition, int, int]
"""A condition that is not met, what there is, and what is needed."""


def first_unmet(catalog: Catalog, diary: Diary, phase: Phase = Phase.RECOVERY, **inputs: object) -> Named | None:
    """Return the condition that "why am I still here?" names; None when the gate is open."""
    gate = next_gate(diary.course(catalog, phase, **inputs))  # type: ignore[arg-type]
    assert gate is not None
    assert gate.is_open == (not gate.unmet)
    if gate.is_open:
        return None
    first = gate.unmet[0]
    return first.condition, first.have, first.need


def test_three_calm_days_with_the_standard_dose_and_a_walk_open_strengthening(catalog: Catalog) -> None:
    gate = next_gate(calm_days().course(catalog))

    assert gate is not None
    assert gate.is_open
    assert gate.to is Phase.STRENGTHENING


def test_there_is_nothing_after_weight_loss(catalog: Catalog) -> None:
    assert next_gate(Diary().course(catalog, Phase.WEIGHT_LOSS)) is None


RECOVERY: dict[str, tuple[Callable[[], Diary], Named]] = {
    "the first day": (Diary, (GateCondition.CALM_DAYS, 0, 3)),
    "one calm day": (lambda: calm_days(1), (GateCondition.CALM_DAYS, 1, 3)),
    "a day without a report between": (
        lambda: Diary().felt(3, 1, 2).felt(1, 1, 2).felt(0, 1, 2), (GateCondition.CALM_DAYS, 2, 3)),
    "still in the calf": (lambda: calm_days().felt(0, 4, 2), (GateCondition.ZONE, 4, 2)),
    "still in the thigh, a zone nearer but not weaker": (
        lambda: calm_days().felt(0, 3, 5), (GateCondition.ZONE, 3, 2)),
    "strong in the buttock": (lambda: calm_days().felt(0, 2, 4), (GateCondition.LIMB_STRENGTH, 4, 3)),
    "new numbness yesterday": (
        lambda: calm_days().felt(1, 1, 1, new=(NewSymptom.NUMBNESS,)), (GateCondition.NEW_SYMPTOMS, 1, 0)),
    "new numbness before two calm days": (
        lambda: Diary().felt(3, 1, 1, new=(NewSymptom.NUMBNESS,)).felt(2, 1, 1).felt(1, 1, 1),
        (GateCondition.CALM_DAYS, 2, 3)),
    "worse on the next day": (lambda: calm_days().next_day(1, Change.WORSE), (GateCondition.NEXT_DAY, 1, 0)),
    "further out on the next day": (
        lambda: calm_days().next_day(0, Change.SAME, moved_out=True), (GateCondition.NEXT_DAY, 1, 0)),
    "no standard dose": (
        lambda: Diary().felt(2, 1, 1).felt(1, 1, 1).felt(0, 1, 1).did(0, level=Level.BEGINNER).walked(0, 10),
        (GateCondition.STANDARD_DOSE, 0, 1)),
    "the standard dose, cut short": (
        lambda: Diary().felt(2, 1, 1).felt(1, 1, 1).felt(0, 1, 1).did(0, complete=False).walked(0, 10),
        (GateCondition.STANDARD_DOSE, 0, 1)),
    "a short walk": (
        lambda: Diary().felt(2, 1, 1).felt(1, 1, 1).felt(0, 1, 1).did(0).walked(0, 9), (GateCondition.WALK, 9, 10)),
    "a walk that moved it out": (lambda: calm_days().moved_out(0, WALKING), (GateCondition.WALK, 0, 10)),
    "a walk that was worse": (lambda: calm_days().walked(0, 10, Outcome.WORSE), (GateCondition.WALK, 0, 10)),
    "set back yesterday": (
        lambda: Diary().phase(1, Phase.RECOVERY, set_back=True), (GateCondition.DAYS_SINCE_SETBACK, 1, 3)),
}  # fmt: skip


@pytest.mark.parametrize(("diary", "named"), RECOVERY.values(), ids=RECOVERY)
def test_why_am_i_still_in_recovery(catalog: Catalog, diary: Callable[[], Diary], named: Named) -> None:
    assert first_unmet(catalog, diary()) == named


def test_clearly_nearer_and_weaker_than_at_the_start_is_calm_too(catalog: Catalog) -> None:
    diary = Diary().felt(9, 5, 8)
    for days_ago in (2, 1, 0):
        diary.felt(days_ago, 4, 3).did(days_ago)

    assert first_unmet(catalog, diary.walked(0, 10)) is None
    assert first_unmet(catalog, Diary().felt(9, 5, 4).felt(2, 4, 3).felt(1, 4, 3).felt(0, 4, 3)) == (
        GateCondition.ZONE, 4, 2)  # fmt: skip


def test_strong_pain_at_the_spine_alone_is_no_limb_pain(catalog: Catalog) -> None:
    assert first_unmet(catalog, calm_days().felt(0, 1, 5)) is None


def test_yesterday_ends_the_run_when_nothing_was_told_today_yet(catalog: Catalog) -> None:
    diary = Diary().felt(3, 1, 1).felt(2, 1, 1).felt(1, 1, 1).did(1).walked(1, 10)

    assert first_unmet(catalog, diary) is None


def test_with_both_regions_both_must_be_calm(catalog: Catalog) -> None:
    low_back_only = calm_days()

    assert first_unmet(catalog, low_back_only, region=Region.BOTH) == (GateCondition.CALM_DAYS, 0, 3)

    neck = calm_days(region=Region.NECK, exercise_id=RETRACTION)
    both = Diary(facts=[*low_back_only.facts, *neck.facts])
    assert first_unmet(catalog, both, region=Region.BOTH) is None


@pytest.mark.parametrize("limit", Limit)
def test_nobody_moves_on_before_a_clinician_cleared_it(catalog: Catalog, limit: Limit) -> None:
    assert first_unmet(catalog, calm_days(), limits=(limit,)) == (GateCondition.CLEARED, 0, 1)


def test_the_most_urgent_condition_is_named_first_and_all_are_there(catalog: Catalog) -> None:
    gate = next_gate(Diary().felt(0, 5, 7).course(catalog, limits=(Limit.NO_LOAD,)))

    assert gate is not None
    assert [one.condition for one in gate.unmet] == [
        GateCondition.CLEARED, GateCondition.ZONE, GateCondition.LIMB_STRENGTH,
        GateCondition.CALM_DAYS, GateCondition.STANDARD_DOSE,
        GateCondition.WALK,
    ]  # fmt: skip


def test_without_reports_recovery_goes_by_time_dose_and_walking(catalog: Catalog) -> None:
    young = Diary().did(20).did(0).walked(0, 10)
    old = Diary().did(21).did(0).walked(0, 10)

    assert first_unmet(catalog, young, keeps_reports=False) == (GateCondition.DAYS_IN_PHASE, 20, 21)
    assert first_unmet(catalog, old, keeps_reports=False) is None
    assert first_unmet(catalog, Diary().did(21, level=Level.BEGINNER), keeps_reports=False) == (
        GateCondition.STANDARD_DOSE, 0, 1)  # fmt: skip


def test_two_good_weeks_and_a_walk_open_weight_loss(catalog: Catalog) -> None:
    assert first_unmet(catalog, strengthening_weeks(), Phase.STRENGTHENING) is None


STRENGTHENING: dict[str, tuple[Callable[[], Diary], Named]] = {
    "effort that hurt": (lambda: strengthening_weeks().felt(3, 1, 4, after=BRIDGE), (GateCondition.EFFORT, 4, 3)),
    "worse on the next day": (
        lambda: strengthening_weeks().next_day(12, Change.WORSE), (GateCondition.NEXT_DAY, 1, 0)),
    "an outward move this week": (lambda: strengthening_weeks().moved_out(6), (GateCondition.OUTWARD_MOVE, 1, 0)),
    "two sessions in the first week": (
        lambda: Diary().did(13, BRIDGE).did(11, BRIDGE).did(6, BRIDGE).did(4, BRIDGE).did(2, BRIDGE).walked(1, 20),
        (GateCondition.SESSIONS, 2, 3)),
    "a session that was cut short": (
        lambda: strengthening_weeks().did(2, BRIDGE, complete=False), (GateCondition.SESSIONS, 2, 3)),
    "all before the phase began": (
        lambda: strengthening_weeks().phase(0, Phase.STRENGTHENING), (GateCondition.SESSIONS, 0, 3)),
}  # fmt: skip


@pytest.mark.parametrize(("diary", "named"), STRENGTHENING.values(), ids=STRENGTHENING)
def test_why_am_i_still_in_strengthening(catalog: Catalog, diary: Callable[[], Diary], named: Named) -> None:
    assert first_unmet(catalog, diary(), Phase.STRENGTHENING) == named


def test_half_of_the_plans_strengthening_reaches_the_standard_dose(catalog: Catalog) -> None:
    plan = (BRIDGE, ExerciseId("bird-dog"), ExerciseId("dead-bug"))
    diary = strengthening_weeks().did(2, ExerciseId("bird-dog"), Level.BEGINNER)
    inputs = replace(diary.course(catalog, Phase.STRENGTHENING), strengthening=plan)

    gate = next_gate(inputs)
    assert gate is not None
    assert [(one.condition, one.have, one.need) for one in gate.unmet] == [(GateCondition.STANDARD_SHARE, 1, 2)]

    diary.did(0, ExerciseId("bird-dog"))
    found = next_gate(replace(diary.course(catalog, Phase.STRENGTHENING), strengthening=plan))
    assert found is not None
    assert found.is_open


def test_two_walks_of_ten_minutes_on_one_day_are_twenty(catalog: Catalog) -> None:
    diary = Diary(facts=[fact for fact in strengthening_weeks().facts if not isinstance(fact, ActivityDone)])

    assert first_unmet(catalog, diary.walked(1, 10), Phase.STRENGTHENING) == (GateCondition.WALK, 10, 20)
    assert first_unmet(catalog, diary.walked(1, 10), Phase.STRENGTHENING) is None


def test_with_both_parts_of_the_spine_days_in_a_row_may_take_turns(catalog: Catalog) -> None:
    diary = Diary().felt(20, 4, 6).felt(20, 4, 6, region=Region.NECK)
    for days_ago in (5, 3, 1):
        diary.felt(days_ago, 1, 1).did(days_ago)
        diary.felt(days_ago - 1, 1, 1, region=Region.NECK).did(days_ago - 1, RETRACTION)
    diary.walked(1, 10)

    assert first_unmet(catalog, diary, region=Region.BOTH) is None
    assert first_unmet(catalog, diary) == (GateCondition.CALM_DAYS, 1, 3)


def test_an_outward_move_a_week_ago_is_forgiven(catalog: Catalog) -> None:
    assert first_unmet(catalog, strengthening_weeks().moved_out(7), Phase.STRENGTHENING) is None


def test_what_was_skipped_does_not_spoil_a_session(catalog: Catalog) -> None:
    diary = strengthening_weeks().did(2, BRIDGE, Level.BEGINNER, Outcome.SKIPPED)

    assert first_unmet(catalog, diary, Phase.STRENGTHENING) is None


def test_without_reports_strengthening_goes_by_sessions_and_walking(catalog: Catalog) -> None:
    diary = strengthening_weeks().felt(2, 1, 9, after=BRIDGE)

    assert first_unmet(catalog, diary, Phase.STRENGTHENING, keeps_reports=False) is None


reported = st.tuples(st.integers(0, 6), st.integers(0, 5), st.integers(0, 10))


@given(reports=st.lists(reported, max_size=12), worse=reported)
def test_no_report_that_is_worse_opens_a_gate(
    catalog: Catalog, reports: list[tuple[int, int, int]], worse: tuple[int, int, int]
) -> None:
    diary = Diary().felt(30, 3, 5)
    for days_ago, zone, strength in sorted(reports, reverse=True):
        diary.felt(days_ago, zone, strength).did(days_ago)
    diary.walked(0, 10)
    _, zone, strength = worse
    is_open = first_unmet(catalog, diary) is None

    far = Diary(facts=list(diary.facts)).felt(0, max(zone, 3), max(strength, 4))
    assert first_unmet(catalog, far) is not None
    if not is_open:
        assert first_unmet(catalog, diary.did(0, PRESS_UP, Level.BEGINNER, Outcome.WORSE)) is not None
