"""Cars, countries and languages: what depends on the device and on where it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from skill.app.calendar import country_of
from skill.domain.patient.state import State
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from tests.alexa.responses import complaints
from tests.alexa.stations import WAYS, slot

Endpoint = Callable[[dict], dict]


def spoken(device: Device) -> str:
    return str(device.last_response["response"]["outputSpeech"]["ssml"])


class TestInACar:
    @pytest.fixture
    def car(self, endpoint: Endpoint, clock: MovableClock) -> Device:
        return Device(endpoint, clock, car=True)

    def test_coaching_is_declined_kindly(self, car: Device) -> None:
        heard = car.launch()

        assert "that doesn't go with a car ride" in heard.text
        assert "call 9 1 1" in heard.text
        assert not car.in_session
        assert complaints(car.last_response) == []

    def test_nothing_is_coached_by_any_other_words(self, car: Device) -> None:
        for intent in (
            "StartRoutineIntent",
            "PainIntent",
            "AMAZON.ResumeIntent",
            "AMAZON.HelpIntent",
            "PlayRoutineIntent",
        ):
            assert "car ride" in car.ask(intent).text
            assert not car.last_response["response"].get("directives")

    def test_danger_is_answered_as_everywhere(self, car: Device) -> None:
        heard = car.ask("RedFlagIntent", slot("red_flag", "chest"))

        assert "Call 9 1 1 now" in heard.text
        assert "car ride" not in heard.text

    def test_what_was_under_way_at_home_is_kept(self, endpoint: Endpoint, clock: MovableClock, car: Device) -> None:
        home = Device(endpoint, clock)
        before = home.launch().text
        car.launch()

        assert home.launch().text != before, "it was a visit"
        assert "Welcome back" in home.last_response["response"]["outputSpeech"]["ssml"]


class TestWhere:
    @pytest.mark.parametrize(
        ("zone", "locale", "country"),
        [
            ("Europe/London", "en-US", "GB"),
            ("America/Toronto", "en-US", "CA"),
            ("US/Eastern", "en-GB", "US"),
            ("Asia/Calcutta", "en-US", "IN"),
            ("Asia/Kolkata", "en-US", "IN"),
            ("Europe/Lisbon", "en-GB", "PT"),
            ("America/Puerto_Rico", "es-US", "PR"),
            ("UTC", "en-AU", "AU"),
            ("Etc/GMT+5", "en-CA", "CA"),
        ],
    )
    def test_the_country_is_the_time_zone_s_or_else_the_locale_s(self, zone: str, locale: str, country: str) -> None:
        assert country_of(ZoneInfo(zone), locale) == country

    @pytest.mark.parametrize(
        ("zone", "locale", "said"),
        [
            ("America/New_York", "en-US", "call 9 1 1"),
            ("Europe/London", "en-GB", "call nine nine nine"),
            ("Europe/London", "en-US", "call 9 9 9"),
            ("America/New_York", "en-GB", "call nine one one"),
            ("Australia/Perth", "en-AU", "call triple zero"),
            ("Asia/Kolkata", "en-IN", "call one one two"),
            ("America/Mexico_City", "es-MX", "call 9 1 1"),
            ("Asia/Tokyo", "ja-JP", "call 1 1 9"),
            ("America/Sao_Paulo", "pt-BR", "call 1 9 2"),
            ("Europe/Berlin", "de-DE", "call 1 1 2"),
        ],
    )
    def test_the_number_to_call_is_that_of_the_country(
        self, endpoint: Endpoint, clock: MovableClock, zone: str, locale: str, said: str
    ) -> None:
        device = Device(endpoint, clock, locale=locale, time_zone=zone)
        device.launch()

        assert f"In an emergency, {said}" in spoken(device)

    @pytest.mark.parametrize(("locale", "number"), [("es-MX", "9 1 1"), ("ja-JP", "1 1 9"), ("pt-BR", "1 9 2")])
    def test_without_a_time_zone_it_is_that_of_the_locale(
        self, endpoint: Endpoint, clock: MovableClock, locale: str, number: str
    ) -> None:
        device = Device(endpoint, clock, locale=locale, time_zone="Mars/Olympus_Mons")
        device.launch()

        assert f"In an emergency, call {number}" in spoken(device)


class TestAnotherLanguage:
    @pytest.fixture
    def german(self, endpoint: Endpoint, clock: MovableClock) -> Device:
        return Device(endpoint, clock, locale="de-DE", time_zone="Europe/Berlin")

    def test_it_is_told_and_said_in_an_english_voice(self, german: Device) -> None:
        german.launch()

        assert spoken(german).startswith('<speak><lang xml:lang="en-US">Sorry, I only speak English so far. Welcome')
        assert spoken(german).endswith("</lang></speak>")
        assert complaints(german.last_response) == []

    def test_english_is_not_marked_where_it_is_spoken(self, endpoint: Endpoint, clock: MovableClock) -> None:
        device = Device(endpoint, clock, locale="en-GB", time_zone="Europe/London")
        device.launch()

        assert "<lang" not in spoken(device)
        assert "only speak English" not in spoken(device)

    def test_a_count_is_said_in_an_english_voice(self, german: Device) -> None:
        WAYS[State.GETTING_READY](german)
        german.intent("ReadyIntent")
        (directive,) = german.last_response["response"]["directives"]
        document = directive["document"]
        said = document["compositions"]["Beat"]["items"][0]["items"][0]
        closing = document["mainTemplate"]["items"][0]["items"][-1]

        assert said["contentType"] == closing["contentType"] == "SSML"
        assert said["content"] == '<speak><lang xml:lang="en-US">${say}</lang></speak>'
        assert closing["content"].startswith('<speak><lang xml:lang="en-US">')
        assert complaints(german.last_response) == []


class TestNameFree:
    def can(self, endpoint: Endpoint, intent: dict) -> dict:
        envelope = {
            "version": "1.0",
            "context": {"System": {"application": {"applicationId": "x"}, "user": {"userId": "u"}}},
            "request": {
                "type": "CanFulfillIntentRequest",
                "requestId": "can",
                "timestamp": "2026-11-23T14:00:00Z",
                "locale": "en-US",
                "intent": intent,
            },
        }
        return dict(endpoint(json.loads(json.dumps(envelope)))["response"]["canFulfillIntent"])

    def resolved(self, code: str) -> dict:
        authority = {"authority": "a", "status": {"code": code}, "values": []}
        return {"name": "exercise", "value": "bridge", "resolutions": {"resolutionsPerAuthority": [authority]}}

    def test_an_intent_of_ours_is_taken(self, endpoint: Endpoint) -> None:
        assert self.can(endpoint, {"name": "StartRoutineIntent"}) == {"canFulfill": "YES"}

    def test_another_one_is_not(self, endpoint: Endpoint) -> None:
        assert self.can(endpoint, {"name": "OrderPizzaIntent"})["canFulfill"] == "NO"

    @pytest.mark.parametrize(("code", "answer"), [("ER_SUCCESS_MATCH", "YES"), ("ER_SUCCESS_NO_MATCH", "NO")])
    def test_a_slot_must_be_understood(self, endpoint: Endpoint, code: str, answer: str) -> None:
        found = self.can(endpoint, {"name": "DoExerciseIntent", "slots": {"exercise": self.resolved(code)}})

        assert found["canFulfill"] == answer
        assert found["slots"] == {"exercise": {"canUnderstand": answer, "canFulfill": answer}}
