"""The settings API is asked over real TLS: with the turn's token, at Amazon's addresses only, never for long."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from skill.alexa.download import FAILURES
from skill.alexa.time_zones import KNOWN_FOR, MOST_BYTES, UNKNOWN_FOR, AmazonSettings, DeviceTimeZones
from skill.alexa.turn import Turn
from skill.alexa.verification.roots import TrustRoots
from skill.simulator.clock import MovableClock
from tests.alexa.verification.chain_server import Answer, ChainServer
from tests.alexa.verification.lab import Lab

HOST = "api.eu.amazonalexa.com"
PATH = "/v2/devices/amzn1.ask.device.A%2FB/settings/System.timeZone"
TOKEN = "a secret token"
DEVICE = "amzn1.ask.device.A/B"


@pytest.fixture
def amazon(inside_the_lab: None, lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChainServer]:
    """Amazon's settings API, by a proxy that leads nowhere else."""
    server = ChainServer(lab.tls_context(tmp_path, issuer=lab.root, names=(HOST,)))
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{server.port}")
    server.answers[PATH] = Answer(body=b'"Europe/Berlin"')
    try:
        yield server
    finally:
        server.close()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2026, 11, 23, 14, 0, tzinfo=UTC))


@pytest.fixture
def zones(amazon: ChainServer, clock: MovableClock) -> DeviceTimeZones:
    return DeviceTimeZones(AmazonSettings(TrustRoots(), seconds=0.5), clock)


def turn(**changes: str) -> Turn:
    told = {"device_id": DEVICE, "api_endpoint": f"https://{HOST}", "api_access_token": TOKEN, "locale": "en-GB"}
    return Turn(kind="LaunchRequest", request_id="1", user_id="u", **(told | changes))  # type: ignore[arg-type]


def test_the_devices_own_zone_is_asked_for_once_with_the_turns_token(
    amazon: ChainServer, zones: DeviceTimeZones, clock: MovableClock
) -> None:
    assert [zones.of(turn()).key, zones.of(turn()).key] == ["Europe/Berlin"] * 2
    assert amazon.fetched == [PATH]
    assert amazon.authorizations == [f"Bearer {TOKEN}"]

    amazon.answers[PATH] = Answer(body=b'"Asia/Tokyo"')
    clock.advance(KNOWN_FOR.total_seconds())

    assert zones.of(turn()).key == "Asia/Tokyo"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=403),
        Answer(status=500, body=b'"Europe/Berlin"'),
        Answer(status=204),
        Answer(status=302, location=f"https://{HOST}/elsewhere"),
        Answer(body=b""),
        Answer(body=b"Europe/Berlin"),
        Answer(body=b'["Europe/Berlin"]'),
        Answer(body=b'"Middle/Earth"'),
        Answer(body=b'"../../etc/passwd"'),
        Answer(body=b'"\xff"'),
        Answer(body=b'"' + b"x" * MOST_BYTES + b'"'),
        Answer(body=b'"Europe/Berlin"', drips="everything"),
    ],
    ids=lambda answer: f"{answer.status} {answer.body[:20]!r} {answer.drips}",
)
def test_without_a_proper_answer_it_is_the_locales_zone_and_nobody_waits_twice(
    amazon: ChainServer, zones: DeviceTimeZones, clock: MovableClock, answer: Answer
) -> None:
    amazon.answers[PATH] = answer
    amazon.answers["/elsewhere"] = Answer(body=b'"Europe/Berlin"')

    assert [zones.of(turn()).key, zones.of(turn()).key] == ["Europe/London"] * 2
    assert amazon.fetched == [PATH]

    amazon.answers[PATH] = Answer(body=b'"Europe/Berlin"')
    clock.advance(UNKNOWN_FOR.total_seconds())

    assert zones.of(turn()).key == "Europe/Berlin"


def test_an_api_that_does_not_answer_costs_no_more_than_its_time_out(
    amazon: ChainServer, zones: DeviceTimeZones
) -> None:
    amazon.ignores_tls = True
    started = time.monotonic()

    assert zones.of(turn()).key == "Europe/London"
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "http://api.amazonalexa.com",
        "https://api.amazonalexa.com.evil.example",
        "https://evil.example/?api.amazonalexa.com",
        "https://api.amazonalexa.com:8443",
        "https://user@api.amazonalexa.com",
        "file:///etc/timezone",
    ],
)
def test_the_token_goes_to_amazon_and_nowhere_else(amazon: ChainServer, endpoint: str) -> None:
    with pytest.raises(FAILURES):
        AmazonSettings(TrustRoots(), seconds=0.5)(turn(api_endpoint=endpoint))

    assert amazon.tunnels == []


@pytest.mark.parametrize("lacking", ["device_id", "api_access_token"])
def test_a_turn_without_device_or_token_asks_nobody(amazon: ChainServer, zones: DeviceTimeZones, lacking: str) -> None:
    assert zones.of(turn(**{lacking: ""})).key == "Europe/London"
    assert amazon.tunnels == []


def test_neither_token_nor_device_reaches_a_log_or_a_repr(
    amazon: ChainServer, zones: DeviceTimeZones, caplog: pytest.LogCaptureFixture
) -> None:
    amazon.answers[PATH] = Answer(status=403)
    with caplog.at_level(logging.DEBUG):
        zones.of(turn())

    assert caplog.records
    for shown in (caplog.text, repr(turn())):
        assert TOKEN not in shown
        assert DEVICE not in shown


def test_what_is_remembered_is_bounded(clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.alexa.time_zones.MOST_DEVICES", 3)
    asked: list[str] = []

    def ask(turn: Turn) -> bytes:
        asked.append(turn.device_id)
        return b'"Europe/Berlin"'

    zones = DeviceTimeZones(ask, clock)
    for device in "abcda":
        zones.of(turn(device_id=device))
        clock.advance(timedelta(minutes=1).total_seconds())

    assert asked == ["a", "b", "c", "d", "a"]
