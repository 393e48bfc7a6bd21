"""A record that is kept between turns is what the store has, whatever was said, corrected or deleted meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from skill.app import codec
from skill.app.coach import EPOCH
from skill.app.keys import PatientKeys
from skill.app.ports import PatientKey, StoredFact
from skill.app.recollection import record_of
from skill.app.records import Records
from skill.bootstrap import Application
from skill.domain.history.facts import CareCleared
from skill.domain.history.record import Record
from skill.domain.patient.state import State
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from tests.alexa.stations import TWENTY_MINUTES, WAYS, slot
from tests.conftest import MONDAY_MORNING

ANNA, BEN = PatientKey("anna"), PatientKey("ben")
NOW = MONDAY_MORNING
FACTS = tuple(CareCleared(on=(NOW + timedelta(days=one)).date()) for one in range(4))


def kept(application: Application, device: Device) -> tuple[Record | None, Record]:
    """Return the record that the coach keeps for the next turn, and the one that the store has."""
    key = PatientKeys(application.settings.secret or b"").of(device.user_id)
    loaded = application.store.load(key, "looking", application.clock())
    return application.coach.records.of(key, loaded.version), record_of(application.store.facts(key, EPOCH))


def same_as_stored(application: Application, device: Device) -> bool:
    known, stored = kept(application, device)
    return known is None or known.facts == stored.facts


@pytest.mark.parametrize("state", State)
def test_it_is_what_the_store_has_in_every_state(device: Device, application: Application, state: State) -> None:
    WAYS[state](device)

    assert same_as_stored(application, device)


def test_logs_corrections_and_deletions_are_in_it(
    device: Device, application: Application, clock: MovableClock
) -> None:
    WAYS[State.FINISHED](device)
    log = {**slot("activity", "walking"), **TWENTY_MINUTES}
    steps = (
        lambda: device.intent("LogActivityIntent", log),
        lambda: device.intent("ProgressIntent"),
        lambda: device.intent("TakeBackActivityIntent"),
        lambda: device.intent("ProgressIntent"),
        lambda: device.intent("ForgetAnswersIntent"),
        lambda: device.intent("ProgressIntent"),
        lambda: clock.advance(3 * 24 * 3600),
        lambda: device.intent("LogActivityIntent", log),
        lambda: device.intent("ProgressIntent"),
    )
    for step in steps:
        step()
        assert same_as_stored(application, device)
    known, _ = kept(application, device)
    assert known is not None
    device.intent("DeleteMyDataIntent")
    device.intent("AMAZON.YesIntent")
    known, stored = kept(application, device)
    assert stored.facts == ()
    assert known is None or known.facts == ()


def test_a_history_is_read_once_for_many_turns(
    device: Device, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    WAYS[State.FINISHED](device)
    device.intent("ProgressIntent")
    reads: list[PatientKey] = []
    store = application.store
    read = store.facts

    def counted(patient: PatientKey, since: datetime) -> tuple[StoredFact, ...]:
        reads.append(patient)
        return read(patient, since)

    monkeypatch.setattr(store, "facts", counted)

    for _ in range(3):
        device.intent("ProgressIntent")
        device.intent("WeekSoFarIntent")

    assert reads == []


def test_another_server_s_turn_makes_it_stale() -> None:
    records = Records()
    records.keep(ANNA, 7, Record(), FACTS[:1], NOW)

    assert records.of(ANNA, 7) == Record(facts=FACTS[:1])
    assert records.of(ANNA, 8) is None
    assert records.of(BEN, 7) is None


def test_a_clock_that_was_set_back_gives_it_up_for_the_order_is_the_store_s() -> None:
    records = Records()
    records.keep(ANNA, 7, Record(), FACTS[:1], NOW)
    records.keep(ANNA, 8, Record(facts=FACTS[:1]), FACTS[1:2], NOW - timedelta(seconds=1))

    assert records.of(ANNA, 8) is None


def test_who_was_longest_away_goes_first() -> None:
    records = Records(most_facts=3)
    records.keep(ANNA, 1, Record(), FACTS[:2], NOW)
    records.keep(BEN, 1, Record(), FACTS[:2], NOW)

    assert records.of(ANNA, 1) is None
    assert records.of(BEN, 1) is not None
    records.drop(BEN)
    assert records.of(BEN, 1) is None


def test_a_fact_is_kept_as_the_store_gives_it_back() -> None:
    for fact in FACTS:
        assert codec.decode_fact(codec.encode_fact(fact, NOW)) == fact
