"""The real server: signed requests over real HTTPS fetching, hostile ones, and being killed in mid-routine."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from tests.alexa.responses import complaints
from tests.alexa.stations import place, slot
from tests.alexa.verification.lab import SKILL_ID, Lab
from tests.web.server import Server

WELCOME = "Welcome to Spine Coach"


def now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with Lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture(scope="module", params=["native", "sdk"])
def server(request: pytest.FixtureRequest, lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    environment = {
        **lab.environment,
        "SPINE_COACH_SKILL_ID": SKILL_ID,
        "SPINE_COACH_SYMPTOMS": "durable",
        "SPINE_COACH_VERIFIER": request.param,
    }
    with Server(tmp_path_factory.mktemp(request.param), environment=environment) as server:
        yield server


@pytest.fixture(scope="module")
def local_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("local"), "--local") as server:
        yield server


def test_a_signed_launch_is_welcomed(server: Server, lab: Lab) -> None:
    body = lab.body(now())
    status, answer = server.post(body, lab.sign(body))

    assert status == 200
    assert complaints(json.loads(answer)) == []
    assert WELCOME in answer.decode()


def test_a_signed_request_of_a_kind_nobody_knows_gets_an_empty_answer(server: Server, lab: Lab) -> None:
    body = lab.body(now(), type="Alexa.Something.New", requestId="unknown-kind")
    status, answer = server.post(body, lab.sign(body))

    assert status == 200
    assert json.loads(answer) == {"version": "1.0", "response": {}}


@pytest.mark.parametrize("case", ["unsigned", "tampered", "other signature", "stale", "other skill", "no json", "huge"])
def test_everything_else_is_refused_with_400_and_no_word(server: Server, lab: Lab, case: str) -> None:
    body = lab.body(now())
    headers = lab.sign(body)
    match case:
        case "unsigned":
            headers = {}
        case "tampered":
            body += b" "
        case "other signature":
            headers = lab.sign(b"{}")
        case "stale":
            body = lab.body(now() - timedelta(seconds=200))
            headers = lab.sign(body)
        case "other skill":
            body = lab.body(now(), skill_id="amzn1.ask.skill.another")
            headers = lab.sign(body)
        case "no json":
            body = b"null"
            headers = lab.sign(body)
        case "huge":
            body = b" " * 200_000
            headers = lab.sign(body)

    assert server.post(body, headers) == (400, b"")


def test_refusals_are_logged_with_their_reason_and_nothing_else(server: Server, lab: Lab) -> None:
    body = lab.body(now(), requestId="secret-request-id")
    server.post(body + b" ", lab.sign(body))
    log = server.log.read_text()

    assert "refused: signature" in log
    assert "secret-request-id" not in log
    assert "amzn1.ask.account" not in log


def test_only_post_is_allowed(server: Server) -> None:
    assert server.get("/alexa")[0] == 405


def test_nothing_local_is_served_without_local(server: Server) -> None:
    assert server.get("/simulator")[0] == 404


def test_a_local_server_takes_unsigned_requests(local_server: Server) -> None:
    assert WELCOME in Device(local_server.endpoint, MovableClock(now()), user_id="unsigned").launch().text


def test_a_server_killed_in_mid_count_goes_on_after_a_restart(tmp_path: Path) -> None:
    with Server(tmp_path, "--local") as server:
        device = Device(server.endpoint, MovableClock(now()))
        device.launch()
        device.intent("SetRegionIntent", slot("region", "neck"))
        for answer in ("AMAZON.NoIntent",) * 6 + ("AMAZON.YesIntent",):
            device.intent(answer)
        device.intent("ReportPlaceIntent", place("neck", 3))
        device.intent("AMAZON.YesIntent")
        device.intent("ReadyIntent")
        server.kill()
        server.start()
        device.vanish()
        heard = device.launch()

    assert "you stopped at Cervical Retraction" in heard.text


def test_the_front_page_and_the_health_check_answer(local_server: Server) -> None:
    assert local_server.get("/")[0] == 200
    assert local_server.get("/healthz") == (200, b'{"status":"ok"}\n')


def test_a_proxy_may_name_the_scheme_in_two_headers(local_server: Server) -> None:
    """As an nginx image does: `https` in both, where gunicorn's own second header wants `ssl`."""
    both = {"X-Forwarded-Proto": "https", "X-Forwarded-Protocol": "https", "X-Forwarded-Ssl": "off"}
    assert local_server.get("/healthz", both)[0] == 200


def test_the_address_of_ipv6_is_served(tmp_path: Path) -> None:
    with Server(tmp_path, "--local", "--host", "[::1]", host="::1") as server:
        assert server.get("/simulator")[0] == 200


def test_no_audio_library_is_loaded_by_the_server(local_server: Server) -> None:
    with Path("/proc").joinpath(str(local_server.pid), "maps").open() as maps:
        loaded = maps.read()

    assert not [name for name in ("onnxruntime", "scipy", "lameenc", "sndfile") if name in loaded]
