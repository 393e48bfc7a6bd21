"""Requests whose body is odd on the wire, or nested without end: 400 or an answer, a line in the log, no traceback."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.alexa.verification.lab import SKILL_ID, Lab
from tests.web.server import Server

HEAD = b"POST /alexa HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"

ODD = {
    "a chunk of minus one": CHUNKED + b"-1\r\n{}\r\n0\r\n\r\n",
    "a chunk of plus one": CHUNKED + b"+1\r\n{\r\n0\r\n\r\n",
    "a chunk of 0x1": CHUNKED + b"0x1\r\n{\r\n0\r\n\r\n",
    "a chunk without a size": CHUNKED + b"\r\n{}\r\n0\r\n\r\n",
    "a chunk with a size of 40 digits": CHUNKED + b"f" * 40 + b"\r\n{}\r\n0\r\n\r\n",
    "a chunk with a size of letters": CHUNKED + b"size\r\n{}\r\n0\r\n\r\n",
    "a chunk longer than its size": CHUNKED + b"1\r\n{}\r\n0\r\n\r\n",
    "a chunk that ends too soon": CHUNKED + b"ff\r\n{}",
    "chunks without an end": CHUNKED + b"2\r\n{}\r\n",
    "a trailer that is none": CHUNKED + b"2\r\n{}\r\n0\r\nno colon\r\n\r\n",
    "chunked, and a length": b"Content-Length: 2\r\n" + CHUNKED + b"2\r\n{}\r\n0\r\n\r\n",
    "chunked twice": b"Transfer-Encoding: chunked, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "an encoding nobody knows": b"Transfer-Encoding: braille\r\n\r\n{}",
    "no encoding and no length": b"\r\n{}",
    "a length of minus one": b"Content-Length: -1\r\n\r\n{}",
    "a length of letters": b"Content-Length: two\r\n\r\n{}",
    "two lengths": b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "a length above the body": b"Content-Length: 400\r\n\r\n{}",
    "a length below the body": b"Content-Length: 1\r\n\r\n{}",
    "a length without end": b"Content-Length: " + b"9" * 30 + b"\r\n\r\n{}",
}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with Lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture(scope="module")
def server(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    environment = {**lab.environment, "SPINE_COACH_SKILL_ID": SKILL_ID, "SPINE_COACH_SYMPTOMS": "session"}
    with Server(tmp_path_factory.mktemp("server"), environment=environment) as server:
        yield server


def send(server: Server, after_the_head: bytes) -> bytes:
    """Send a request as these bytes, say no more, and return what comes back."""
    with socket.create_connection((server.host, server.port), timeout=10) as wire:
        wire.sendall(HEAD + after_the_head)
        wire.shutdown(socket.SHUT_WR)
        answer = b""
        while more := wire.recv(4096):
            answer += more
        return answer


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_odd_body_is_refused_without_a_traceback(server: Server, odd: bytes) -> None:
    seen = server.log.read_text()
    answer = send(server, odd)
    said = server.log.read_text().removeprefix(seen)

    assert answer.split(b"\r\n")[0].split()[1:2] in ([b"400"], [b"501"])
    assert "Traceback" not in said
    assert len([line for line in said.splitlines() if line]) <= 1, said
    assert server.get("/healthz")[0] == 200


@pytest.mark.parametrize("deep", [65, 400, 900])
def test_a_signed_request_nested_without_end_is_refused(server: Server, lab: Lab, deep: int) -> None:
    for inner, outer in (("{}", '{"a":%s}'), ("[]", "[%s]")):
        nested = inner
        for _ in range(deep):
            nested = outer % nested
        body = lab.body(datetime.fromtimestamp(time.time(), UTC), attributes="NESTED").replace(
            b'"NESTED"', nested.encode()
        )
        seen = server.log.read_text()

        assert server.post(body, lab.sign(body)) == (400, b"")
        assert server.log.read_text().removeprefix(seen).count("\n") == 1
        assert "refused: nested-too-deep" in server.log.read_text().removeprefix(seen)


def test_a_signed_request_nested_as_deep_as_ours_are_is_answered(server: Server, lab: Lab) -> None:
    nested: object = {}
    for _ in range(30):
        nested = {"a": [nested]}
    body = lab.body(datetime.fromtimestamp(time.time(), UTC), attributes=nested, requestId="deep-as-ours")

    status, answer = server.post(body, lab.sign(body))
    assert status == 200
    assert json.loads(answer)["response"]["outputSpeech"]
