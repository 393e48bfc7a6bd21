"""The end of a count: who answers the short question after it has heard all of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from skill.dialogue.latency import Latency, heard_out
from skill.domain.count.script import FIRST
from skill.domain.patient.session import Count

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
LATENCY = Latency(out_seconds=1.2, in_seconds=2.5, bias_seconds=1.5)
SENT = Count(start=FIRST, sent_at=NOW, lead_seconds=8.0, part_seconds=(40, 20), gap_seconds=8.0)
END = 8.0 + 40 + 8 + 20


@pytest.mark.parametrize(("after_the_end", "all_heard"), [(-10.0, False), (-0.5, False), (0.5, True), (30.0, True)])
def test_all_is_heard_when_the_words_arrive_after_the_last_beat(after_the_end: float, all_heard: bool) -> None:
    arrives = NOW + timedelta(seconds=END + after_the_end)

    assert heard_out(SENT, arrives, LATENCY) is all_heard


def test_a_count_whose_parts_are_not_known_yet_is_not_heard_out() -> None:
    unsent = Count(start=FIRST, sent_at=NOW, lead_seconds=0.0, part_seconds=())

    assert not heard_out(unsent, NOW + timedelta(hours=1), LATENCY)
