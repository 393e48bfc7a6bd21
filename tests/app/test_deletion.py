"""What was deleted stays deleted, also when a turn was under way meanwhile."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from skill.app import codec
from skill.app.coach import Coach, Visit
from skill.app.delivery import Channel
from skill.app.ports import PatientKey
from skill.dialogue.latency import Latency
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening
from skill.dialogue.step import Moment
from skill.domain.movement.exercise import Region
from skill.simulator.clock import MovableClock
from skill.speech.messages import messages_for
from skill.storage import open_store
from tests.conftest import MONDAY_MORNING
from tests.shipped import shipped_catalog

ANN = PatientKey("ann")


def test_a_turn_begun_before_a_deletion_brings_nothing_back() -> None:
    clock = MovableClock(MONDAY_MORNING)
    store = open_store("memory:")
    coach = Coach(shipped_catalog(), store, messages_for, Latency(out_seconds=0, in_seconds=0, bias_seconds=0))
    seen: list[Region | None] = []

    def visit(request_id: str) -> Visit:
        zone = ZoneInfo("UTC")
        return Visit(
            patient=ANN, request_id=request_id, locale="en-US", time_zone=zone, now=clock(), channel=Channel.APLA
        )

    def with_a_neck(moment: Moment) -> Reply:
        return opening.launch(moment.with_patient(region=Region.NECK))

    def slow_launch(moment: Moment) -> Reply:
        seen.append(moment.patient.region)
        if len(seen) == 1:
            clock.advance(timedelta(seconds=1).total_seconds())
            store.delete(ANN)
            coach.take(visit("the first launch after the deletion"), opening.launch)
        return opening.launch(moment)

    coach.take(visit("before"), with_a_neck)
    coach.take(visit("under way"), slow_launch)

    assert seen == [Region.NECK, None]
    document = store.load(ANN, "after", clock()).document
    assert document is not None
    assert codec.load(document).patient.region is None
