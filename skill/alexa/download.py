"""One small download over HTTPS, bounded in time and size whatever the other side does."""

from __future__ import annotations

import socket
import ssl
import threading
from concurrent.futures import Future
from contextlib import suppress
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

FAILURES = (OSError, HTTPException, ValueError)
"""What `download` raises when there is nothing to be had."""


class TooLarge(ValueError):
    """The body is longer than was allowed."""


def download(request: Request, tls_context: ssl.SSLContext, *, seconds: float, most_bytes: int) -> bytes:
    """Return what *request* is answered with: TLS checked by *tls_context*, no redirects, only status 200.

    Name look-up, connection, TLS and answer take *seconds* at most in all. Goes through the proxy in `HTTPS_PROXY`
    unless `NO_PROXY` names the host, as `urllib` does. Raise one of `FAILURES`; `TooLarge` above *most_bytes*.
    """
    one = _Download(request, tls_context, seconds, most_bytes)
    threading.Thread(target=one.run, name="download", daemon=True).start()
    try:
        return one.outcome.result(seconds)
    except FAILURES:
        one.abandon()
        raise


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

    def __init__(self, request: Request, tls_context: ssl.SSLContext, seconds: float, most_bytes: int) -> None:
        super().__init__()
        self.outcome: Future[bytes] = Future()
        self._request = request
        self._tls_context = tls_context
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._connection: _Connection | None = None

    def run(self) -> None:
        """Download, and leave the bytes or the error in *outcome*."""
        opener = build_opener(self, _NoRedirects())
        try:
            with opener.open(self._request, timeout=self._seconds) as response:
                self.outcome.set_result(self._whole_body(response))
        except FAILURES as error:
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

    def _whole_body(self, response: HTTPResponse) -> bytes:
        if response.status != 200:
            raise ValueError("the status is not 200")
        body = response.read(self._most_bytes + 1)
        if len(body) > self._most_bytes:
            raise TooLarge(f"more than {self._most_bytes} bytes")
        return body


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - every argument is ignored
        return None
