"""What the history answers about how far symptoms have been."""

from __future__ import annotations

from skill.domain.history.record import been_as_far_as
from skill.domain.movement.exercise import Region
from tests.domain.diary import Diary


def test_how_far_symptoms_have_ever_been() -> None:
    record = Diary().felt(30, 4, 2).felt(1, 2, 2).felt(0, 2, 2, region=Region.NECK).record()

    assert been_as_far_as(record, Region.LOW_BACK, 4)
    assert not been_as_far_as(record, Region.LOW_BACK, 5)
    assert not been_as_far_as(record, Region.NECK, 4)
