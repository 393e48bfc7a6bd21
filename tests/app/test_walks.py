"""A walk together is kept by the minutes really walked, wherever it stops, and goes out within Alexa's limits."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.app.coach import Coach, Step, TurnOutcome, Visit
from skill.app.codec import Document
from skill.app.delivery import Channel
from skill.app.ports import PatientKey
from skill.dialogue.count import counting
from skill.dialogue.latency import Latency
from skill.dialogue.reply import Reply
from skill.dialogue.routine import leaving, opening, routine, walking
from skill.dialogue.step import Moment
from skill.domain.history.privacy import Consent
from skill.domain.movement.exercise import Phase, Region
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import Session
from skill.domain.safety.screen_rules import Screened
from skill.domain.symptoms.checkup import Baseline, SymptomNotes
from skill.domain.symptoms.report import Report
from skill.domain.symptoms.zones import Zone
from skill.simulator.clock import MovableClock
from skill.speech.messages import messages_for
from skill.storage import open_store
from tests.conftest import MONDAY_MORNING
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
EXACT = Latency(out_seconds=0, in_seconds=0, bias_seconds=0)
TODAY = MONDAY_MORNING.date()
SCREENED = Screened(on=TODAY, region=Region.BOTH, daily_on=TODAY)
FELT = Baseline(report=Report(zone=Zone.SPINE, strength=3), on=TODAY, at=MONDAY_MORNING)
NOTES = SymptomNotes(baselines={Region.LOW_BACK: FELT})
WALKER = Patient(
    region=Region.LOW_BACK,
    floor=True,
    phase=Phase.STRENGTHENING,
    visits=1,
    screened=SCREENED,
    consent=Consent.GIVEN,
)


class Walk:
    """One walk of somebody who may walk thirty minutes at a time."""

    def __init__(self, minutes: int, channel: Channel = Channel.APLA) -> None:
        self.coach = Coach(CATALOG, open_store("memory:"), messages_for, EXACT)
        self.clock = MovableClock(MONDAY_MORNING)
        self.channel = channel
        self.requests = 0
        known = Session(planned_on=TODAY, symptoms=NOTES)
        self.take(lambda moment: walking.together(replace(moment, patient=WALKER, session=known), minutes))
        self.sent = self.take(routine.ready)

    def take(self, step: Step) -> TurnOutcome:
        self.requests += 1
        return self.coach.take(self._visit(str(self.requests)), step)

    def hear(self, seconds: float) -> None:
        """Let the words before the walk, and so many seconds of its first part, go by."""
        assert self.sent.delivery is not None
        self.clock.advance(self.sent.delivery.lead_seconds + seconds)

    @property
    def minutes_kept(self) -> int:
        kept: list[int] = []

        def look(moment: Moment) -> Reply:
            kept.extend(done.minutes for done in moment.record.activities())
            return moment.close()

        self.take(look)
        return sum(kept)

    def _visit(self, request_id: str) -> Visit:
        return Visit(
            patient=PatientKey("walker"),
            request_id=request_id,
            locale="en-US",
            time_zone=ZoneInfo("America/New_York"),
            now=self.clock(),
            channel=self.channel,
            carried=Document(),
        )


@given(minutes=st.integers(1, 30), heard=st.integers(0, 179))
def test_who_stops_keeps_the_whole_minutes_walked(minutes: int, heard: int) -> None:
    walk = Walk(minutes)
    walk.hear(heard)
    walk.take(leaving.stop)

    assert walk.minutes_kept == min(minutes, heard // 60)


@given(minutes=st.integers(4, 30), first=st.integers(0, 179), then=st.integers(0, 59))
def test_minutes_before_and_after_a_break_are_kept_once(minutes: int, first: int, then: int) -> None:
    walk = Walk(minutes)
    walk.hear(first)
    walk.take(counting.pause)
    walk.sent = walk.take(opening.resume)
    walk.hear(60 + then)
    walk.take(leaving.stop)

    assert walk.minutes_kept == first // 60 + 1


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("minutes", [1, 3, 10, 30])
def test_no_part_is_longer_than_the_channel_allows(minutes: int, channel: Channel) -> None:
    delivery = Walk(minutes, channel).sent.delivery

    assert delivery is not None
    assert all(part.seconds + delivery.lead_seconds <= channel.longest_seconds for part in delivery.parts)
    assert sum(part.seconds for part in delivery.parts) == minutes * 60
