"""Turns as Alexa sends them: the same request twice, two at once, a store that is down, and ends of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.endpoint import Endpoint
from skill.app.keys import PatientKeys
from skill.app.ports import Loaded, PatientKey, Store, StoredFact
from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.domain.history.privacy import SymptomsMode
from skill.domain.patient.state import State
from skill.errors import StorageUnavailable
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from skill.storage import open_store
from skill.storage.sql import SqlStore
from tests.alexa.responses import complaints
from tests.alexa.stations import TWENTY_MINUTES, WAYS, slot

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class FragileStore:
    """A store that can be switched off."""

    def __init__(self) -> None:
        self.down = False
        self._store = open_store("memory:")

    def _awake(self) -> Store:
        if self.down:
            raise StorageUnavailable("switched off")
        return self._store

    def load(self, patient: PatientKey, request_id: str, now: datetime) -> Loaded:
        return self._awake().load(patient, request_id, now)

    def save(self, patient: PatientKey, **values: Any) -> None:
        self._awake().save(patient, **values)

    def facts(self, patient: PatientKey, since: datetime) -> tuple[StoredFact, ...]:
        return self._awake().facts(patient, since)

    def delete(self, patient: PatientKey, *, unless_seen_since: datetime | None = None) -> bool:
        return self._awake().delete(patient, unless_seen_since=unless_seen_since)

    def released(self, ids: Iterable[str]) -> frozenset[str]:
        return self._awake().released(ids)

    def tidy(self) -> bool:
        return self._awake().tidy()

    def ping(self) -> None:
        self._awake().ping()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[SqlStore]:
    store = open_store(f"sqlite:///{tmp_path / 'coach.sqlite'}")
    assert isinstance(store, SqlStore)
    with closing(store):
        yield store


@pytest.fixture
def fragile() -> FragileStore:
    return FragileStore()


@pytest.fixture
def fragile_device(settings: Settings, catalog: Catalog, clock: MovableClock, fragile: FragileStore) -> Device:
    skill = Endpoint(build(settings, catalog=catalog, store=fragile, clock=clock).skill)
    return Device(lambda envelope: json.loads(skill.answer(json.dumps(envelope).encode())), clock)


def facts_of(application: Application, device: Device) -> list[str]:
    key = PatientKeys(application.settings.secret or b"").of(device.user_id)
    return [fact.kind for fact in application.store.facts(key, LONG_AGO)]


def test_the_same_request_twice_gives_the_same_reply_and_changes_nothing_twice(
    device: Device, application: Application
) -> None:
    WAYS[State.CHECKING](device)
    device.intent("ReportChangeIntent", slot("change", "same"))
    first, facts = device.last_response, facts_of(application, device)

    assert first == device.repeat_request()
    assert facts == facts_of(application, device)


def test_a_count_repeated_by_alexa_is_the_same_count(device: Device) -> None:
    WAYS[State.GETTING_READY](device)
    device.intent("ReadyIntent")
    first = device.last_response
    device.clock.advance(5)

    assert first == device.repeat_request()


def test_twenty_overlapping_turns_of_one_patient_lose_nothing(
    settings: Settings, catalog: Catalog, clock: MovableClock, sqlite: SqlStore
) -> None:
    application = build(settings, catalog=catalog, store=sqlite, clock=clock)
    skill = Endpoint(application.skill)

    def endpoint(envelope: dict[str, Any]) -> dict[str, Any]:
        return json.loads(skill.answer(json.dumps(envelope).encode()))

    device = Device(endpoint, clock)
    device.launch()
    launches = []
    for number in range(20):
        request = json.loads(json.dumps(device.last_request))
        request["request"]["requestId"] = f"overlapping-{number}"
        launches.append(request)
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(endpoint, launches))

    assert [complaints(answer) for answer in answers] == [[]] * 20
    key = PatientKeys(settings.secret or b"").of(device.user_id)
    document = json.loads(application.store.load(key, "looking", clock()).document or "{}")
    assert document["patient"]["visits"] == 21


def test_a_store_that_is_down_does_not_silence_the_coach(fragile_device: Device, fragile: FragileStore) -> None:
    WAYS[State.GETTING_READY](fragile_device)
    fragile.down = True
    first = fragile_device.intent("ReadyIntent")
    fragile_device.wait(120)
    second = fragile_device.intent("ReportChangeIntent", slot("change", "same"))

    assert "I can't save anything right now" in first.text
    assert "I can't save" not in second.text
    assert "Exercise 2 of 3" in second.text
    assert complaints(fragile_device.last_response) == []


def test_what_could_not_be_saved_is_saved_when_the_store_is_back(
    fragile_device: Device, fragile: FragileStore, settings: Settings
) -> None:
    WAYS[State.GETTING_READY](fragile_device)
    fragile.down = True
    fragile_device.intent("ReadyIntent")
    fragile_device.wait(120)
    fragile_device.intent("ReportChangeIntent", slot("change", "same"))
    fragile.down = False
    fragile_device.intent("AMAZON.PauseIntent")
    fragile_device.exit()
    key = PatientKeys(settings.secret or b"").of(fragile_device.user_id)

    assert [fact.kind for fact in fragile.facts(key, LONG_AGO)] == [
        "screen-taken",
        "symptom-reported",
        "set-done",
        "symptom-reported",
        "exercise-judged",
        "exercise-ended",
    ]
    assert "exercise 2" in fragile_device.launch().text


def test_a_launch_while_the_store_is_down_reminds_of_care_first(fragile_device: Device, fragile: FragileStore) -> None:
    fragile.down = True

    assert "If I told you to see a doctor" in fragile_device.launch().text


@pytest.mark.parametrize("state", [State.GETTING_READY, State.COUNTING, State.PAUSED, State.OFFERING_RESUME])
@pytest.mark.parametrize("end", ["exit", "vanish", "silence"])
def test_however_a_session_ends_the_next_launch_offers_to_go_on(device: Device, state: State, end: str) -> None:
    WAYS[state](device)
    match end:
        case "exit":
            device.exit()
        case "vanish":
            device.vanish()
        case _:
            device.wait(400)
    heard = device.launch()

    assert "Rest On The Belly".lower() in heard.text.lower()
    assert heard.listening


def test_a_session_end_gets_no_words(device: Device) -> None:
    WAYS[State.COUNTING](device)
    device.exit()

    assert device.last_response["response"] == {}


@pytest.mark.parametrize("mode", list(SymptomsMode))
def test_disabling_the_skill_deletes_everything_in_every_mode(
    catalog: Catalog, clock: MovableClock, tmp_path: Path, mode: SymptomsMode
) -> None:
    settings = Settings.read(
        {
            "SPINE_COACH_SECRET": "not a secret at all, for tests only",
            "SPINE_COACH_DATABASE_URL": f"sqlite:///{tmp_path / 'coach.db'}",
            "SPINE_COACH_SYMPTOMS": mode.value,
        },
        local=True,
    )
    application = build(settings, catalog=catalog, clock=clock)
    skill = Endpoint(application.skill)
    device = Device(lambda envelope: json.loads(skill.answer(json.dumps(envelope).encode())), clock)
    device.launch()
    device.intent("SetRegionIntent", slot("region", "low-back"))
    device.intent("LogActivityIntent", slot("activity", "walking") | TWENTY_MINUTES)
    device.intent("RedFlagIntent", slot("red_flag", "saddle-numbness"))
    assert facts_of(application, device)

    device.event("AlexaSkillEvent.SkillDisabled")

    assert facts_of(application, device) == []
    assert "Welcome to Spine Coach" in device.launch().text


def test_deleting_by_voice_is_confirmed_once_and_complete(device: Device, application: Application) -> None:
    WAYS[State.CONFIRMING_DELETE](device)
    heard = device.intent("AMAZON.YesIntent")

    assert "Everything is deleted" in heard.text
    assert facts_of(application, device) == []
    assert "Welcome to Spine Coach" in device.launch().text


def test_two_people_of_one_account_do_not_see_each_other(endpoint: Callable[[dict], dict], clock: MovableClock) -> None:
    one = Device(endpoint, clock, person_id="amzn1.ask.person.ONE")
    other = Device(endpoint, clock, person_id="amzn1.ask.person.OTHER")
    WAYS[State.PAUSED](one)

    assert "Welcome to Spine Coach" in other.launch().text


def test_disabling_the_skill_deletes_every_person_of_the_account(
    endpoint: Callable[[dict], dict], clock: MovableClock
) -> None:
    person = Device(endpoint, clock, person_id="amzn1.ask.person.ONE")
    WAYS[State.PAUSED](person)
    Device(endpoint, clock).event("AlexaSkillEvent.SkillDisabled")

    assert "Welcome to Spine Coach" in person.launch().text


def test_an_unexpected_error_stops_safely_and_logs_nothing_said(
    settings: Settings, catalog: Catalog, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    application = build(settings, catalog=catalog, store=BrokenStore(), clock=clock)  # type: ignore[arg-type]
    skill = Endpoint(application.skill)
    device = Device(lambda envelope: json.loads(skill.answer(json.dumps(envelope).encode())), clock)
    heard = device.launch()

    assert "Please stop, and rest" in heard.text
    assert not heard.listening
    assert "my calf hurts" not in caplog.text
    assert "RuntimeError" in caplog.text


class BrokenStore:
    """A store with a bug in it."""

    def tidy(self) -> bool:
        return True

    def load(self, *_: object) -> Loaded:
        raise RuntimeError(" ".join(("my", "calf", "hurts")))
