"""How a chain is fetched: over real TLS, never for long, never much, never from elsewhere."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import pytest

from skill.alexa.verification import NativeVerifier
from skill.alexa.verification.fetch import MAX_CHAIN_BYTES, HttpsFetch
from skill.alexa.verification.roots import TrustRoots
from skill.errors import VerificationError
from tests.alexa.verification import crafting as craft
from tests.alexa.verification.authority import Authority
from tests.alexa.verification.chain_server import Answer, ChainServer
from tests.alexa.verification.lab import SKILL_ID, Lab

PATH = "/echo.api/chain.pem"
SHORT_SECONDS = 0.25
SLACK_SECONDS = 1.5


@pytest.fixture
def roots(inside_the_lab: None) -> TrustRoots:
    return TrustRoots()


@pytest.fixture
def straight(roots: TrustRoots, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to the server without a proxy."""
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name)


@contextmanager
def a_server(
    lab: Lab, folder: Path, *, issuer: Authority | None = None, name: str = "localhost"
) -> Iterator[ChainServer]:
    tls_context = lab.tls_context(folder, issuer=issuer or lab.root, names=(name,))
    server = ChainServer(tls_context, direct=True)
    server.answers[PATH] = Answer(body=b"chain")
    try:
        yield server
    finally:
        server.close()


def assert_refused(fetch: Callable[[str], bytes], url: str) -> float:
    """Expect a refusal, and return the seconds it took."""
    started = time.monotonic()
    with pytest.raises(VerificationError, match=r"^chain-unavailable$"):
        fetch(url)
    return time.monotonic() - started


def no_fetch_is_left_running() -> bool:
    patience = time.monotonic() + 3
    while time.monotonic() < patience:
        if not any(thread.name == "download" for thread in threading.enumerate()):
            return True
        time.sleep(0.01)
    return False


@pytest.mark.usefixtures("straight")
def test_a_chain_is_fetched_without_a_proxy(roots: TrustRoots, lab: Lab, tmp_path: Path) -> None:
    with a_server(lab, tmp_path) as server:
        assert HttpsFetch(roots)(f"https://localhost:{server.port}{PATH}") == b"chain"


@pytest.mark.usefixtures("straight")
def test_a_server_that_an_unknown_authority_vouches_for_is_not_talked_to(
    roots: TrustRoots, lab: Lab, tmp_path: Path
) -> None:
    with a_server(lab, tmp_path, issuer=lab.stranger) as server:
        assert_refused(HttpsFetch(roots), f"https://localhost:{server.port}{PATH}")
        assert server.fetched == []


@pytest.mark.usefixtures("straight")
def test_a_server_with_another_name_is_not_talked_to(roots: TrustRoots, lab: Lab, tmp_path: Path) -> None:
    with a_server(lab, tmp_path, name="s3.example.com") as server:
        assert_refused(HttpsFetch(roots), f"https://localhost:{server.port}{PATH}")
        assert server.fetched == []


@pytest.mark.usefixtures("straight")
def test_a_server_that_is_not_there_is_a_refusal(roots: TrustRoots) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    assert_refused(HttpsFetch(roots), f"https://localhost:{port}{PATH}")


def test_a_proxy_that_is_not_there_is_a_refusal(roots: TrustRoots, lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")

    assert_refused(HttpsFetch(roots), lab.chain_url)


@pytest.mark.usefixtures("straight")
@pytest.mark.parametrize("drips", ["body", "everything"])
def test_a_server_that_drips_is_left_in_time_and_its_thread_ends(
    drips: Literal["body", "everything"], roots: TrustRoots, lab: Lab, tmp_path: Path
) -> None:
    with a_server(lab, tmp_path) as server:
        server.answers[PATH] = Answer(body=b"x" * 100, drips=drips)  # 5 s and more

        seconds = assert_refused(
            HttpsFetch(roots, total_seconds=SHORT_SECONDS), f"https://localhost:{server.port}{PATH}"
        )

        assert SHORT_SECONDS <= seconds < SHORT_SECONDS + SLACK_SECONDS
        assert no_fetch_is_left_running()


def test_a_server_that_never_shakes_hands_is_left_in_time_and_its_thread_ends(roots: TrustRoots, lab: Lab) -> None:
    lab.server.ignores_tls = True
    try:
        seconds = assert_refused(HttpsFetch(roots, total_seconds=SHORT_SECONDS), lab.chain_url)
    finally:
        lab.server.ignores_tls = False

    assert SHORT_SECONDS * 0.9 <= seconds < SHORT_SECONDS + SLACK_SECONDS
    assert no_fetch_is_left_running()


@pytest.mark.usefixtures("straight")
def test_a_resolver_that_answers_too_late_is_left_in_time_and_nothing_is_asked_for_any_more(
    roots: TrustRoots, lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, resolve = threading.Event(), socket.getaddrinfo

    def answer_late(*question: Any) -> Any:
        late.wait(10)
        return resolve(*question)

    with a_server(lab, tmp_path) as server:
        server.answers[PATH] = Answer(body=b"x" * 100, drips="everything")
        monkeypatch.setattr(socket, "getaddrinfo", answer_late)

        seconds = assert_refused(
            HttpsFetch(roots, total_seconds=SHORT_SECONDS), f"https://localhost:{server.port}{PATH}"
        )
        late.set()

        assert seconds < SHORT_SECONDS + SLACK_SECONDS
        assert no_fetch_is_left_running()
        assert server.fetched == []


def test_a_verifier_waits_two_seconds_for_a_chain_and_no_more(native: NativeVerifier, lab: Lab, now: datetime) -> None:
    request = craft.with_chain(lambda lab: Answer(body=lab.chain(), drips="body"))(lab, now)
    started = time.monotonic()

    with pytest.raises(VerificationError, match=r"^chain-unavailable$"):
        native.verify(request.headers, request.body, now)

    assert 2 <= time.monotonic() - started < 2 + SLACK_SECONDS


def test_a_chain_of_exactly_64_kib_is_read_and_no_byte_more(roots: TrustRoots, lab: Lab) -> None:
    fetch = HttpsFetch(roots)
    largest = lab.publish("/echo.api/largest.pem", b"x" * MAX_CHAIN_BYTES)
    larger = lab.publish("/echo.api/larger.pem", b"x" * (MAX_CHAIN_BYTES + 1))

    assert len(fetch(largest)) == 64 * 1024
    with pytest.raises(VerificationError, match=r"^chain-too-large$"):
        fetch(larger)


def test_a_redirect_is_not_followed(roots: TrustRoots, lab: Lab) -> None:
    there = lab.publish("/echo.api/there.pem", b"chain")
    here = lab.publish("/echo.api/here.pem", Answer(status=301, location=there))

    assert_refused(HttpsFetch(roots), here)

    assert "/echo.api/there.pem" not in lab.server.fetched


def test_without_any_root_no_server_is_trusted(lab: Lab, inside_the_lab: None, now: datetime) -> None:
    verifier = NativeVerifier(SKILL_ID, load_roots=lambda: (b"rubbish",))
    request = craft.launch(lab, now)

    with pytest.raises(VerificationError, match=r"^chain-unavailable$"):
        verifier.verify(request.headers, request.body, now)
