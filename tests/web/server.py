"""The real server in a process of its own, as `spine-coach serve` starts it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

START_SECONDS = 30


def free_port() -> int:
    """Return a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`spine-coach serve` on a port of its own, with a data folder of its own."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        host: str = "127.0.0.1",
    ) -> None:
        self.host = host
        self.port = free_port()
        self.log = folder / "server.log"
        self._command = [sys.executable, "-m", "skill", "serve", "--port", str(self.port), *arguments]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SPINE_COACH_")}
        self._environment = {
            **kept,
            "XDG_DATA_HOME": str(folder / "data"),
            "PYTHONWARNINGS": "ignore",
            **(environment or {}),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill(signal.SIGTERM)

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )
        give_up = time.monotonic() + START_SECONDS
        while time.monotonic() < give_up:
            if self._process.poll() is not None:
                break
            try:
                if self.get("/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"the server did not start:\n{self.log.read_text()}")

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End it and all its workers."""
        if self._process is not None:
            os.killpg(self._process.pid, how)
            self._process.wait(10)
            self._process = None

    @property
    def pid(self) -> int:
        """Return the process's number."""
        assert self._process is not None
        return self._process.pid

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
        """Return the status and body of a page."""
        return self._request("GET", path, headers=headers)

    def post(self, body: bytes, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
        """Send a request to Alexa's endpoint, and return the status and body."""
        return self._request("POST", "/alexa", body, {"Content-Type": "application/json", **(headers or {})})

    def endpoint(self, envelope: dict[str, Any]) -> dict[str, Any]:
        """Send an unsigned request, for a device to talk to a local server."""
        status, body = self.post(json.dumps(envelope).encode())
        assert status == 200, body
        return json.loads(body)

    def _request(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=10)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()
