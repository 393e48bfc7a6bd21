"""Days turn, and weeks begin, where the patient lives: through the whole skill, and over both changes of the clocks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from skill.alexa.endpoint import Endpoint
from skill.app.calendar import first_weekday_of
from skill.bootstrap import build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device, SlotValue
from skill.storage import open_store

WALK = {
    "activity": SlotValue(heard="walked", id="walking", kind="ACTIVITY"),
    "duration": SlotValue(heard="PT10M", kind="AMAZON.DURATION"),
}
NEW_YORK, BERLIN, TOKYO = "America/New_York", "Europe/Berlin", "Asia/Tokyo"
MONDAY, SUNDAY = 0, 6


def local(time_zone: str, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(time_zone))


@dataclass(frozen=True, slots=True)
class House:
    """Builds the coach anew for each time."""

    settings: Settings
    catalog: Catalog

    def device(self, time_zone: str, at: str, locale: str) -> Device:
        clock = MovableClock(local(time_zone, at))
        application = build(self.settings, catalog=self.catalog, store=open_store("memory:"), clock=clock)
        skill = Endpoint(application.skill)
        answer = lambda envelope: json.loads(skill.answer(json.dumps(envelope).encode()))  # noqa: E731
        return Device(answer, clock, time_zone=time_zone, locale=locale)


@pytest.fixture
def house(settings: Settings, catalog: Catalog) -> House:
    return House(settings, catalog)


def walks(house: House, time_zone: str, first: str, then: str, locale: str = "en-US") -> Device:
    """Return the device after a walk of ten minutes was told at each of two local times."""
    device = house.device(time_zone, first, locale)
    device.intent("LogActivityIntent", WALK)
    device.vanish()
    device.clock.move_to(local(time_zone, then))
    device.intent("LogActivityIntent", WALK)
    return device


@pytest.mark.parametrize(
    ("time_zone", "first", "then", "same_day"),
    [
        (NEW_YORK, "2026-11-24T00:01", "2026-11-24T23:59", True),
        (NEW_YORK, "2026-11-24T23:59", "2026-11-25T00:01", False),
        (TOKYO, "2026-11-24T08:59", "2026-11-24T09:01", True),
        (TOKYO, "2026-11-24T23:59", "2026-11-25T00:01", False),
        (NEW_YORK, "2026-03-08T00:30", "2026-03-08T23:30", True),
        (NEW_YORK, "2026-03-07T23:59", "2026-03-08T00:01", False),
        (NEW_YORK, "2026-03-08T23:30", "2026-03-09T00:30", False),
        (NEW_YORK, "2026-11-01T00:30", "2026-11-01T23:30", True),
        (NEW_YORK, "2026-10-31T23:59", "2026-11-01T00:01", False),
        (NEW_YORK, "2026-11-01T23:30", "2026-11-02T00:30", False),
        (BERLIN, "2026-03-29T00:30", "2026-03-29T23:30", True),
        (BERLIN, "2026-10-25T00:30", "2026-10-25T23:30", True),
        (BERLIN, "2026-10-25T23:30", "2026-10-26T00:30", False),
    ],
)
def test_a_day_is_the_patients_own(house: House, time_zone: str, first: str, then: str, same_day: bool) -> None:
    device = walks(house, time_zone, first, then)

    assert device.last is not None
    assert ("You already told me" in device.last.text) is same_day


@pytest.mark.parametrize(
    ("locale", "first", "then", "minutes"),
    [
        ("en-US", "2026-11-21T12:00", "2026-11-22T12:00", 10),
        ("en-US", "2026-11-22T12:00", "2026-11-28T12:00", 20),
        ("en-GB", "2026-11-22T12:00", "2026-11-23T12:00", 10),
        ("en-GB", "2026-11-23T12:00", "2026-11-29T12:00", 20),
        ("en-US", "2026-03-07T23:59", "2026-03-08T00:01", 10),
        ("en-US", "2026-03-08T01:30", "2026-03-14T23:59", 20),
        ("en-US", "2026-10-31T23:59", "2026-11-01T00:01", 10),
        ("en-US", "2026-11-01T01:30", "2026-11-07T23:59", 20),
    ],
)
def test_a_week_begins_as_the_locale_has_it_also_when_clocks_change(
    house: House, locale: str, first: str, then: str, minutes: int
) -> None:
    device = walks(house, NEW_YORK, first, then, locale)

    assert device.last is not None
    assert f"That's {minutes} minutes this week." in device.last.text


@pytest.mark.parametrize(
    ("locale", "day"),
    [("en-US", SUNDAY), ("en-CA", SUNDAY), ("en-GB", MONDAY), ("en-IN", SUNDAY), ("en-AU", MONDAY), ("de-DE", MONDAY)],
)
def test_the_first_day_of_the_week_is_the_locales(locale: str, day: int) -> None:
    assert first_weekday_of(locale) == day


@pytest.mark.parametrize("locale", ["", "xx-YY", "no locale", "en_US_POSIX!"])
def test_an_unknown_locale_has_a_week_too(locale: str) -> None:
    assert first_weekday_of(locale) == MONDAY
