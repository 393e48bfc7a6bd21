"""A touch is a turn: a whole day without a word, the exact place in the count, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.alexa.touch import Touch, read
from skill.bootstrap import Application
from skill.domain.count.script import Place
from skill.domain.patient.state import State
from skill.domain.scenes.choices import Act
from skill.domain.scenes.scene import Look
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from tests.alexa.stations import WAYS
from tests.alexa.test_screening import known
from tests.screen.touching import touch_through, views

Endpoint = Callable[[dict], dict]


@pytest.fixture
def device(endpoint: Endpoint, clock: MovableClock) -> Device:
    """An Echo Show."""
    return Device(endpoint, clock, screen=True)


def test_a_whole_routine_without_a_word(device: Device) -> None:
    seen = touch_through(device, until=Look.DONE)
    looks = [view["look"] for view in seen]

    assert looks[-1] == Look.DONE
    assert {Look.WELCOME, Look.SAFETY, Look.BODY_MAP, Look.SCALE, Look.EXPLAINING, Look.COUNT} <= set(looks)


def test_the_place_in_the_count_is_the_one_on_the_screen(device: Device, application: Application) -> None:
    WAYS[State.GETTING_READY](device)
    device.choose("skip")
    while "count" not in (device.shown or {}):
        device.choose("ready")
    frames = device.shown["count"]["frames"] if device.shown else []
    third = next(frame for frame in frames if frame[2] == 3 and not frame[3])
    device.choose("pause", ms=third[0] + 100)

    assert known(application, device).session.place == Place(rep_number=3)
    assert known(application, device).session.state is State.PAUSED


def test_the_words_before_a_count_that_is_seen_have_a_slot_in_its_document(device: Device) -> None:
    WAYS[State.GETTING_READY](device)
    device.choose("ready")
    shown, response = device.shown, device.last_response["response"]
    sounds = next(one for one in response["directives"] if one["type"] == "Alexa.Presentation.APLA.RenderDocument")
    first, *_ = sounds["document"]["mainTemplate"]["items"][0]["items"]

    assert shown
    assert "outputSpeech" not in response
    assert first["type"] == "Mixer"
    assert first["items"][1]["duration"] == shown["count"]["lead"]


def test_a_touch_after_the_end_answers_the_question(device: Device, application: Application) -> None:
    WAYS[State.GETTING_READY](device)
    device.choose("ready")
    shown = device.shown
    assert shown
    device.choose("change", "same", ms=shown["count"]["ms"])

    assert known(application, device).session.outcomes or known(application, device).session.state is State.CHECKING


def test_the_session_survives_every_touch(device: Device) -> None:
    WAYS[State.PAUSED](device)
    before = device.last_response["sessionAttributes"]
    device.touch(["something", "else"])
    assert device.in_session
    assert device.last_response["sessionAttributes"]["session"]["state"] == before["session"]["state"]

    device.choose("go-on")
    assert device.shown
    assert device.shown["look"] == Look.COUNT


def test_a_screen_that_fails_loses_nothing(device: Device) -> None:
    WAYS[State.PAUSED](device)
    before = device.last_response["sessionAttributes"]
    response = device._send({"type": "Alexa.Presentation.APL.RuntimeError", "token": "scene", "errors": []})

    assert response["sessionAttributes"] == before


def test_what_is_touched_too_late_asks_again(device: Device) -> None:
    WAYS[State.PAUSED](device)
    heard = device.touch(["touch", "ready", "", "getting-ready", -1])

    assert heard.listening
    assert views(device)[0]["look"] == Look.PAUSED


def test_pain_is_never_too_late(device: Device) -> None:
    WAYS[State.PAUSED](device)
    heard = device.touch(["touch", "hurts", "", "getting-ready", -1])

    assert heard.text.startswith("Stop there.")


@pytest.mark.parametrize(
    "arguments",
    [
        None,
        [],
        ["touch"],
        ["touch", "yes"],
        ["touch", "dance", "", "paused"],
        ["touch", "yes", "", "nowhere"],
        [1, 2, 3, 4],
    ],
)
def test_what_is_none_of_ours_is_no_touch(arguments: list | None) -> None:
    assert read(arguments) is None


@pytest.mark.parametrize(
    ("ms", "second"), [(-1, None), (0, 0.0), (1500, 1.5), ("5", None), (True, None), (10**12, None)]
)
def test_the_second_of_the_count_is_read_with_care(ms: object, second: float | None) -> None:
    touch = read(["touch", "pause", "", "counting", ms])

    assert touch == Touch(act=Act.PAUSE, value="", state=State.COUNTING, second=second)
