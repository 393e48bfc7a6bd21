"""A loopback stand-in for s3.amazonaws.com, reached over real TLS."""

from __future__ import annotations

import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    location: str | None = None
    drips: Literal["nothing", "body", "everything"] = "nothing"
    """What is sent one byte at a time, a twentieth of a second apart."""


class ChainServer(ThreadingHTTPServer):
    """Serves *answers* by path.

    As a proxy it opens each CONNECT tunnel itself, and speaks TLS in it as if it were the host that was asked for;
    with *direct* it speaks TLS from the first byte.
    """

    daemon_threads = True

    def __init__(self, tls_context: ssl.SSLContext, *, direct: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.tls_context = tls_context
        self.direct = direct
        self.answers: dict[str, Answer] = {}
        self.fetched: list[str] = []
        """The paths that were asked for, in order."""
        self.authorizations: list[str | None] = []
        """The `Authorization` of each of them."""
        self.tunnels: list[str] = []
        """The `host:port` of every tunnel that was opened."""
        self.ignores_tls = False
        """Whether TLS handshakes are left waiting."""
        self.closing = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        return self.server_port

    def close(self) -> None:
        """Stop, and let every answer that drips end."""
        self.closing.set()
        self.shutdown()
        self._thread.join()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that cut the connection are what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ChainServer

    def setup(self) -> None:
        super().setup()
        if self.server.direct:
            self._speak_tls()

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.connection.close()

    def do_CONNECT(self) -> None:
        self.server.tunnels.append(self.path)
        self.send_response(200)
        self.end_headers()
        if self.server.ignores_tls:
            self.server.closing.wait(5)
            return
        self._speak_tls()
        self.close_connection = False  # urllib asks for the tunnel in HTTP/1.0

    def do_GET(self) -> None:
        self.server.fetched.append(self.path)
        self.server.authorizations.append(self.headers.get("Authorization"))
        answer = self.server.answers.get(self.path, Answer(status=403))
        head = f"HTTP/1.1 {answer.status} Answer\r\nContent-Length: {len(answer.body)}\r\n"
        if answer.location:
            head += f"Location: {answer.location}\r\n"
        start = f"{head}\r\n".encode()
        self._write(start, drips=answer.drips == "everything")
        self._write(answer.body, drips=answer.drips != "nothing")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _speak_tls(self) -> None:
        for stream in (self.rfile, self.wfile):
            stream.close()
        self.request = self.server.tls_context.wrap_socket(self.connection, server_side=True)
        super().setup()

    def _write(self, data: bytes, *, drips: bool) -> None:
        if not drips:
            self.wfile.write(data)
            return
        for at in range(len(data)):
            if self.server.closing.wait(0.05):
                return
            self.wfile.write(data[at : at + 1])
