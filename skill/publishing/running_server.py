"""What of a running server can be seen from outside."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from skill.domain.history.privacy import SymptomsMode
from skill.publishing.checks import Check, check
from skill.speech.locales import DEFAULT_LOCALE
from skill.speech.messages import messages_for

SECONDS = 8.0
"""Alexa waits no longer (docs/alexa-platform.md §1.3)."""
SLOW_SECONDS = 3.0
SERVER_CHECKS = (
    ("64", "the server answers over TLS on port 443 with a trusted certificate"),
    ("64", "only POST is taken at /alexa"),
    ("58-63", "an unsigned request, a wrong signature, a foreign certificate address and no JSON are refused with 400"),
    ("24", "the server answers quickly"),
    ("72", "the privacy policy and the terms are served, and say what this package says"),
    ("65", "nothing of the simulator is served"),
    ("", "the server is well"),
)
BAD_CHAIN_URLS = (
    "http://s3.amazonaws.com/echo.api/x.pem",
    "https://example.com/echo.api/x.pem",
    "https://s3.amazonaws.com/EcHo.aPi/x.pem",
    "https://s3.amazonaws.com:563/echo.api/x.pem",
    "https://s3.amazonaws.com/echo.api/../x.pem",
)


class _Server:
    def __init__(self, url: str) -> None:
        self.parts = urlsplit(url)

    def get(self, path: str) -> tuple[int, str]:
        return self._ask("GET", path)

    def post(self, body: bytes, headers: dict[str, str]) -> int:
        return self._ask("POST", "/alexa", body, headers)[0]

    def _ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str]:
        host, port = self.parts.hostname or "", self.parts.port
        connection: HTTPConnection = (
            HTTPSConnection(host, port, timeout=SECONDS, context=ssl.create_default_context())
            if self.parts.scheme == "https"
            else HTTPConnection(host, port, timeout=SECONDS)
        )
        try:
            connection.request(method, f"{self.parts.path}{path}", body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        finally:
            connection.close()


def checks_of_server(url: str, mode: SymptomsMode) -> Iterator[Check]:
    """Yield the checks of the server at *url*, which should treat symptoms as *mode* says."""
    server = _Server(url)
    found = (
        _of_address(server),
        _of_methods(server),
        _of_refusals(server),
        _of_speed(server),
        _of_policies(server, mode),
        _of_simulator(server),
        _of_health(server),
    )
    for (numbers, what), problems in zip(SERVER_CHECKS, found, strict=True):
        yield check(numbers, what, _told(problems))


def _told(problems: Iterator[str]) -> Iterator[str]:
    try:
        yield from problems
    except (OSError, HTTPException) as error:
        yield f"the server cannot be reached: {error}"


def _of_address(server: _Server) -> Iterator[str]:
    if server.parts.scheme != "https":
        yield f"{server.parts.scheme} is not https"
    if server.parts.port not in (None, 443):
        yield f"the port is {server.parts.port}, not 443"
    server.get("/healthz")


def _of_methods(server: _Server) -> Iterator[str]:
    status, _ = server.get("/alexa")
    if status != 405:
        yield f"GET gets {status}, not 405"


def _of_refusals(server: _Server) -> Iterator[str]:
    body = json.dumps({"version": "1.0", "request": {"type": "LaunchRequest", "requestId": "certify"}}).encode()
    good = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
    cases = {
        "no signature": (body, {}),
        "no JSON": (b"null", {}),
        "a signature that is none": (body, {"SignatureCertChainUrl": good, "Signature-256": "bm9uc2Vuc2U="}),
    }
    cases |= {url: (body, {"SignatureCertChainUrl": url, "Signature-256": "bm9uc2Vuc2U="}) for url in BAD_CHAIN_URLS}
    for name, (sent, headers) in cases.items():
        status = server.post(sent, {"Content-Type": "application/json", **headers})
        if status != 400:
            yield f"{name}: {status}, not 400"


def _of_speed(server: _Server) -> Iterator[str]:
    began = time.monotonic()
    server.get("/healthz")
    took = time.monotonic() - began
    if took > SLOW_SECONDS:
        yield f"{took:.1f} s"


def _of_policies(server: _Server, mode: SymptomsMode) -> Iterator[str]:
    messages = messages_for(DEFAULT_LOCALE)
    for page, words in {
        "/privacy": messages.text("privacy-symptoms", mode=mode.value),
        "/terms": messages.text("terms-advice"),
    }.items():
        status, text = server.get(page)
        if status != 200:
            yield f"{page} gets {status}"
        elif words not in text.replace("&#39;", "'").replace("&#34;", '"'):
            yield f"{page} says something else than the package: is SPINE_COACH_SYMPTOMS={mode} here and there?"
    if "run by whoever gave you its address" in server.get("/privacy")[1]:
        yield "the policy names nobody: set SPINE_COACH_PUBLISHER and SPINE_COACH_CONTACT"


def _of_simulator(server: _Server) -> Iterator[str]:
    if server.get("/simulator")[0] != 404:
        yield "the simulator is there: the server runs with --local, which checks no request"


def _of_health(server: _Server) -> Iterator[str]:
    status, text = server.get("/healthz")
    if status != 200:
        yield f"{status}: {text.strip()}"
