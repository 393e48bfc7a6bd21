"""The only place that goes out to the network for a certificate chain."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from skill.alexa.verification.roots import TrustRoots
from skill.errors import VerificationError

FETCH_SECONDS = 2.0
"""All of it: name look-up, connection, TLS, answer. Alexa gives up on the whole turn after 8 s."""
MAX_CHAIN_BYTES = 64 * 1024

Fetch = Callable[[str], bytes]
"""Returns what a canonical URL holds; raises `VerificationError` when that cannot be had."""


class HttpsFetch:
    """Fetches over HTTPS: TLS checked against *roots*, no redirects, only status 200, bounded in time and size.

    Goes through the proxy in `HTTPS_PROXY` unless `NO_PROXY` names the host, as `urllib` does.
    """

    def __init__(self, roots: TrustRoots, *, total_seconds: float = FETCH_SECONDS) -> None:
        self._roots = roots
        self._total_seconds = total_seconds

    def __call__(self, url: str) -> bytes:
        """Return what *url* holds. Raise `VerificationError` when that fails or takes too long."""
        download = _Download(url, self._roots.tls_context, self._total_seconds)
        threading.Thread(target=download.run, name="chain-fetch", daemon=True).start()
        try:
            return download.outcome.result(self._total_seconds)
        except (OSError, HTTPException, ValueError) as error:
            download.abandon()
            raise VerificationError("chain-unavailable") from error


class _Connection(HTTPSConnection):
    """A connection that another thread can cut."""

    wire: socket.socket | None = None
    is_cut = False

    def connect(self) -> None:
        super().connect()
        self.wire = self.sock  # urllib forgets `sock` before the answer has been read
        if self.is_cut:
            raise TimeoutError

    def cut(self) -> None:
        """End whatever the connection is waiting for, now or once it is made."""
        self.is_cut = True
        wire = self.wire or self.sock
        if wire is not None:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)


class _Download(HTTPSHandler):
    """One download in a thread of its own: the only way to be rid of a resolver that does not answer."""

    def __init__(self, url: str, tls_context: ssl.SSLContext, step_seconds: float) -> None:
        super().__init__()
        self.outcome: Future[bytes] = Future()
        self._url = url
        self._tls_context = tls_context
        self._step_seconds = step_seconds
        self._connection: _Connection | None = None

    def run(self) -> None:
        """Download, and leave the bytes or the error in *outcome*."""
        opener = build_opener(self, _NoRedirects())
        try:
            with opener.open(self._url, timeout=self._step_seconds) as response:
                self.outcome.set_result(_whole_body(response))
        except (OSError, HTTPException, ValueError, VerificationError) as error:
            if isinstance(error, HTTPError):
                error.close()
            self.outcome.set_exception(error)

    def abandon(self) -> None:
        """Let the thread end soon, with or without an answer."""
        if self._connection is not None:
            self._connection.cut()

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._connect, req)

    def _connect(self, host: str, /, **options: Any) -> _Connection:  # noqa: ANN401 - urllib's own
        self._connection = _Connection(host, context=self._tls_context, **options)
        return self._connection


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - every argument is ignored
        return None


def _whole_body(response: HTTPResponse) -> bytes:
    if response.status != 200:
        raise VerificationError("chain-unavailable")
    body = response.read(MAX_CHAIN_BYTES + 1)
    if len(body) > MAX_CHAIN_BYTES:
        raise VerificationError("chain-too-large")
    return body
