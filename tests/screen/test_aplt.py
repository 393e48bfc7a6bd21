"""A Dot with a clock counts along: four characters that change with the number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from skill.domain.patient.state import State
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from tests.alexa.stations import WAYS, slot

Endpoint = Callable[[dict], dict]


@pytest.fixture
def device(endpoint: Endpoint, clock: MovableClock) -> Device:
    """An Echo Dot with a clock, which has no other screen."""
    return Device(endpoint, clock, segments=True)


def directives(device: Device) -> dict[str, dict]:
    return {one["type"]: one for one in device.last_response["response"].get("directives", ())}


def shown(commands: list[dict]) -> Iterator[tuple[int, str]]:
    """Yield from which millisecond on what is shown."""
    now = 0
    for command in commands[0]["commands"]:
        now += command.get("delay", 0)
        if command["type"] == "SetValue":
            yield now, command["value"]


def test_the_count_is_on_the_display(device: Device, endpoint: Endpoint) -> None:
    screen = Device(endpoint, device.clock, screen=True, user_id="amzn1.ask.account.SCREEN")
    WAYS[State.GETTING_READY](device)
    WAYS[State.GETTING_READY](screen)
    for one in (device, screen):
        one.intent("SkipIntent")
        one.intent("ReadyIntent")
        while "count" not in (screen.shown or {}) and one is screen:
            one.intent("ReadyIntent")
    sent = directives(device)
    render, execute = (sent[f"Alexa.Presentation.APLT.{name}"] for name in ("RenderDocument", "ExecuteCommands"))
    count = (screen.shown or {})["count"]
    at = dict(shown(execute["commands"]))

    assert render["token"] == execute["token"]
    assert render["targetProfile"] == "FOUR_CHARACTER_CLOCK"
    assert render["document"]["type"] == "APLT"
    assert all(len(text) == 4 for text in at.values())
    reps = [frame for frame in count["frames"] if not frame[3]]
    assert reps
    for start, _, number, *_ in reps:
        latest = max(time for time in at if time <= count["lead"] + start)
        assert int(at[latest]) == number


def test_nothing_is_left_on_the_display_when_nothing_is_counted(device: Device) -> None:
    WAYS[State.PAUSED](device)
    sent = directives(device)

    assert sent["Alexa.Presentation.APLT.RenderDocument"]["document"]["mainTemplate"]["items"][0]["text"].strip() == ""
    assert "Alexa.Presentation.APLT.ExecuteCommands" not in sent


def test_an_emergency_shows_the_number(device: Device) -> None:
    WAYS[State.COUNTING](device)
    device.intent("RedFlagIntent", slot("red_flag", "chest"))
    document = directives(device)["Alexa.Presentation.APLT.RenderDocument"]["document"]

    assert document["mainTemplate"]["items"][0]["text"] == " 911"
