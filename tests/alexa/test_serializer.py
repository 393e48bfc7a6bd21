"""The quick serializer reads what ask-sdk's own one reads, and what that one refuses it reads as far as it can."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Request, RequestEnvelope

from skill.alexa.serializer import QuickSerializer, ReadyJson
from skill.domain.patient.state import State
from skill.simulator.device import Device
from tests.alexa.stations import WAYS, slot

ENVELOPES = sorted((Path(__file__).parents[3] / "shared" / "requests").glob("*.json"))


def read(serializer: DefaultSerializer, text: str) -> object:
    try:
        return serializer.deserialize(text, RequestEnvelope).to_dict()
    except SerializationException:
        return SerializationException


@pytest.mark.parametrize("path", ENVELOPES, ids=lambda path: path.stem)
def test_what_the_sdk_reads_is_read_alike_and_what_it_refuses_is_read_too(path: Path) -> None:
    text = path.read_text()
    theirs, ours = read(DefaultSerializer(), text), read(QuickSerializer(), text)

    assert ours == theirs or theirs is SerializationException
    is_known = json.loads(text)["request"]["type"] in Request.discriminator_value_class_map
    assert isinstance(ours, dict) or not is_known


def test_both_read_our_own_requests_alike(device: Device) -> None:
    device.launch()
    device.intent("SetRegionIntent", slot("region", "neck"))
    text = json.dumps(device.last_request)

    assert read(DefaultSerializer(), text) == read(QuickSerializer(), text)


def test_both_write_a_count_alike(device: Device) -> None:
    WAYS[State.GETTING_READY](device)
    device.intent("ReadyIntent")
    response = device.last_response

    assert DefaultSerializer().serialize(response) == response == QuickSerializer().serialize(response)
    assert QuickSerializer().serialize(ReadyJson(response)) == response


def with_timestamp(timestamp: object) -> str:
    return json.dumps({"version": "1.0", "request": {"type": "LaunchRequest", "timestamp": timestamp}})


@pytest.mark.parametrize("timestamp", ["2026-11-23T14:00:00Z", "2026-11-23T14:00:00.123+02:00", None])
def test_both_read_timestamps_alike(timestamp: object) -> None:
    text = with_timestamp(timestamp)

    assert read(DefaultSerializer(), text) == read(QuickSerializer(), text)


@pytest.mark.parametrize("timestamp", ["yesterday", "", "2026-13-01T00:00:00Z", 17, [], {}, True])
def test_a_timestamp_that_is_none_is_left_out(timestamp: object) -> None:
    assert read(QuickSerializer(), with_timestamp(timestamp)) == read(QuickSerializer(), with_timestamp(None))
