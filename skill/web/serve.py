"""The server itself: gunicorn, threads in two workers, loaded once before they part."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from skill.config import is_loopback
from skill.errors import ConfigError

WORKERS = 2
THREADS = 8
"""docs/sdk.md §4: the best of the ordinary servers measured."""
KEEP_ALIVE_SECONDS = 75
SCHEME_HEADERS = {"X-FORWARDED-PROTO": "https"}
"""What a trusted proxy says the scheme with: one header. Gunicorn refuses a request in which two of them disagree, and
some proxies send a second one in words of their own (`X-Forwarded-Protocol: https`, where gunicorn wants `ssl`)."""


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, make_app: Callable[[], Flask], start: Callable[[], None], options: dict[str, Any]) -> None:
        self._make_app = make_app
        self._start = start
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)
        self.cfg.set("post_worker_init", lambda _worker: self._start())

    def load(self) -> Flask:
        return self._make_app()


def serve(make_app: Callable[[], Flask], *, host: str, port: int, local: bool, start: Callable[[], None]) -> None:
    """Serve on *host*:*port* until told to stop. Each process of the server calls *start* when it is ready.

    Raise `ConfigError` when the port is taken, the address is not this machine's, or *local* is asked for on an
    address others can reach.
    """
    host = host.removeprefix("[").removesuffix("]")
    if local and not is_loopback(host):
        raise ConfigError(f"--local accepts unsigned requests, so it serves only 127.0.0.1, not {host}.")
    _try(host, port)
    options = {
        "bind": bound_to(host, port),
        "workers": 1 if local else WORKERS,
        "threads": THREADS,
        "worker_class": "gthread",
        "preload_app": True,
        "keepalive": KEEP_ALIVE_SECONDS,
        "loglevel": "warning",
        "limit_request_line": 4094,
        "secure_scheme_headers": SCHEME_HEADERS,
    }
    _Server(make_app, start, options).run()


def bound_to(host: str, port: int) -> str:
    """Return host and port as they stand in an address; an IPv6 *host* may be in brackets already."""
    host = host.removeprefix("[").removesuffix("]")
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _try(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise ConfigError(
            f"Cannot listen on {host} port {port}: {error.strerror}. Stop what uses it, or name another with --port."
        ) from error
