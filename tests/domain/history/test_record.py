"""What the history answers about an exercise that makes no difference, and about how far symptoms have been."""

from __future__ import annotations

import pytest

from skill.domain.history.record import been_as_far_as, unchanged
from skill.domain.movement.exercise import Region
from skill.domain.symptoms.overrides import Unchanged
from skill.domain.symptoms.verdicts import Reason, Verdict
from tests.domain.diary import BRIDGE, PRESS_UP, TODAY, Diary

RUNS = {
    "the first time": (Diary(), Unchanged(sets=1, days=1, span_days=0)),
    "twice today": (Diary().judged(0), Unchanged(sets=2, days=1, span_days=0)),
    "yesterday too": (Diary().judged(1, sets=2), Unchanged(sets=3, days=2, span_days=1)),
    "another exercise": (Diary().judged(1, exercise_id=BRIDGE), Unchanged(sets=1, days=1, span_days=0)),
    "eased between": (
        Diary().judged(9).judged(5, reason=Reason.EASED).judged(1), Unchanged(sets=2, days=2, span_days=1)),
    "the gentler option was offered": (
        Diary().judged(9, sets=5).judged(8, Verdict.SWAP, Reason.UNCHANGED_FOR_DAYS).judged(1),
        Unchanged(sets=2, days=2, span_days=9)),
    "for weeks": (
        Diary().judged(15).judged(8).judged(1, Verdict.SEEK_SOON, Reason.UNCHANGED_FOR_WEEKS),
        Unchanged(sets=4, days=4, span_days=15)),
}  # fmt: skip


@pytest.mark.parametrize(("diary", "run"), RUNS.values(), ids=RUNS)
def test_for_how_long_an_exercise_makes_no_difference(diary: Diary, run: Unchanged) -> None:
    assert unchanged(diary.record(), PRESS_UP, sets=1, today=TODAY) == run


def test_how_far_symptoms_have_ever_been() -> None:
    record = Diary().felt(30, 4, 2).felt(1, 2, 2).felt(0, 2, 2, region=Region.NECK).record()

    assert been_as_far_as(record, Region.LOW_BACK, 4)
    assert not been_as_far_as(record, Region.LOW_BACK, 5)
    assert not been_as_far_as(record, Region.NECK, 4)
