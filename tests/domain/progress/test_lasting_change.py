"""Lasting change, from the reports before exercise of each day (docs/clinical.md §2.6a)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import AdviceGiven, AdviceReason
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase, Region
from skill.domain.progress.harder_doses import Hurdle, NotYet, next_rung
from skill.domain.progress.lasting_change import advice_due, creeps_out, swap_is_due
from skill.domain.symptoms.verdicts import Reason, Verdict
from tests.domain.diary import BRIDGE, PRESS_UP, WALKING, Diary

SWIMMING = ExerciseId("swimming")


def same_for(days: int, zone: int = 3, strength: int = 5, *, until: int = 0) -> Diary:
    """Return a diary of a patient who felt the same on so many days running, and did the press-up."""
    diary = Diary()
    for days_ago in range(until + days - 1, until - 1, -1):
        diary.felt(days_ago, zone, strength).did(days_ago, PRESS_UP, Level.BEGINNER).judged(days_ago)
    return diary


SWAPS: dict[str, tuple[Callable[[], Diary], bool]] = {
    "the fourth day": (lambda: same_for(4), True),
    "the third day": (lambda: same_for(3), False),
    "a zone nearer today": (lambda: same_for(3, until=1).felt(0, 2, 5), False),
    "two points weaker today": (lambda: same_for(3, until=1).felt(0, 3, 3), False),
    "a point weaker today": (lambda: same_for(3, until=1).felt(0, 3, 4), True),
    "not felt any more": (lambda: same_for(9, 0, 0), False),
    "hardly felt": (lambda: same_for(9, 1, 1), False),
    "after a gap of a week": (lambda: same_for(3, until=8).felt(0, 3, 5), False),
    "after a clinician's word": (lambda: same_for(4, until=1).cleared(0).felt(0, 3, 5), False),
    "after a new phase": (lambda: same_for(4, until=1).phase(0, Phase.STRENGTHENING).felt(0, 3, 5), False),
    "offered before": (lambda: same_for(4).judged(1, Verdict.SWAP, Reason.UNCHANGED_FOR_DAYS), False),
    "offered before it changed": (
        lambda: Diary().felt(9, 4, 8).judged(8, Verdict.SWAP, Reason.UNCHANGED_FOR_DAYS).after(same_for(4)), True),
}  # fmt: skip


@pytest.mark.parametrize(("diary", "due"), SWAPS.values(), ids=SWAPS)
def test_the_gentler_option_is_offered_once_after_four_days(
    catalog: Catalog, diary: Callable[[], Diary], due: bool
) -> None:
    assert swap_is_due(diary().course(catalog), PRESS_UP) is due


@pytest.mark.parametrize("exercise_id", [WALKING, SWIMMING, BRIDGE, ExerciseId("cat-camel-stretch")])
def test_only_for_directional_recovery_exercises(catalog: Catalog, exercise_id: ExerciseId) -> None:
    diary = same_for(9)
    for days_ago in range(9):
        diary.did(days_ago, exercise_id)

    assert not swap_is_due(diary.course(catalog), exercise_id)


def advised(days_ago: int, diary: Diary) -> Diary:
    diary.facts.append(AdviceGiven(reason=AdviceReason.UNCHANGED, region=Region.LOW_BACK, on=diary._day(days_ago)))
    return diary


ADVICE: dict[str, tuple[Callable[[], Diary], AdviceReason | None]] = {
    "two weeks, the same": (lambda: same_for(15), AdviceReason.UNCHANGED),
    "not yet two weeks": (lambda: same_for(14), None),
    "two weeks, seven days of them": (lambda: Diary().felt(14, 3, 5).after(same_for(6)), None),
    "two weeks, a point weaker": (lambda: same_for(14, until=1).felt(0, 3, 4), AdviceReason.UNCHANGED),
    "two weeks, a zone nearer": (lambda: same_for(14, until=1).felt(0, 2, 5), None),
    "two weeks, two points weaker": (lambda: same_for(14, until=1).felt(0, 3, 3), None),
    "two weeks of hardly anything": (lambda: same_for(20, 1, 1), None),
    "advised yesterday": (lambda: advised(1, same_for(20)), None),
    "advised two weeks ago": (lambda: advised(14, same_for(30)), AdviceReason.UNCHANGED),
    "away for a week": (lambda: same_for(9, until=7), None),
    "cleared last week": (lambda: Diary().after(same_for(20, until=7)).cleared(6).after(same_for(6)), None),
    "eight weeks, the same, away in between": (lambda: Diary().felt(57, 3, 5).after(same_for(5)), None),
}  # fmt: skip


@pytest.mark.parametrize(("diary", "reason"), ADVICE.values(), ids=ADVICE)
def test_two_weeks_without_lasting_change_call_for_advice(
    catalog: Catalog, diary: Callable[[], Diary], reason: AdviceReason | None
) -> None:
    due = advice_due(diary().course(catalog))

    assert (due.reason if due else None) is reason


def test_it_is_for_recovery_and_eight_weeks_for_every_phase(catalog: Catalog) -> None:
    assert advice_due(same_for(20).course(catalog, Phase.STRENGTHENING)) is None

    due = advice_due(same_for(57).course(catalog, Phase.STRENGTHENING))
    assert due is not None
    assert due.reason is AdviceReason.NOT_BETTER
    assert advice_due(same_for(56).course(catalog, Phase.STRENGTHENING)) is None


def test_no_dose_rises_after_the_advice_until_something_changes(catalog: Catalog) -> None:
    diary = advised(2, same_for(20, 2, 3))
    assert next_rung(diary.course(catalog), PRESS_UP, Level.BEGINNER) == NotYet(hurdle=Hurdle.UNCHANGED)

    diary.felt(0, 1, 3)
    nearer = Diary(facts=[*advised(3, same_for(20, 2, 3, until=1)).facts]).felt(0, 1, 3)
    found = next_rung(nearer.course(catalog), PRESS_UP, Level.BEGINNER)
    assert not (isinstance(found, NotYet) and found.hurdle is Hurdle.UNCHANGED)


WORSENING: dict[str, tuple[Callable[[], Diary], bool]] = {
    "a zone further out on three days": (lambda: same_for(5, until=3).after(same_for(3, 4)), True),
    "on two days": (lambda: same_for(5, until=2).after(same_for(2, 4)), False),
    "two points stronger on three days": (lambda: same_for(5, until=3).after(same_for(3, 3, 7)), True),
    "a point stronger": (lambda: same_for(5, until=3).after(same_for(3, 3, 6)), False),
    "one of them back": (lambda: same_for(5, until=3).felt(2, 4, 5).felt(1, 3, 5).felt(0, 4, 5), False),
    "over more than a week": (lambda: same_for(5, until=8).felt(7, 4, 5).felt(3, 4, 5).felt(0, 4, 5), False),
    "never that good for three days": (lambda: same_for(2, until=3).after(same_for(3, 4)), False),
    "cleared since": (lambda: same_for(5, until=4).after(same_for(3, 4, until=1)).cleared(0), False),
    "better than before": (lambda: same_for(5, 4, 8, until=3).after(same_for(3, 3, 5)), False),
}  # fmt: skip


@pytest.mark.parametrize(("diary", "creeps"), WORSENING.values(), ids=WORSENING)
def test_what_creeps_out_slowly_is_seen(catalog: Catalog, diary: Callable[[], Diary], creeps: bool) -> None:
    assert creeps_out(diary().course(catalog), Region.LOW_BACK) is creeps
