"""The path a proxy serves everything under: every link on every page begins with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class PublicPath:
    """WSGI middleware for an address with a path, such as `https://example.org/coach`.

    Links are made with the path, and requests are taken with or without it: some proxies hand it on, some take it off.
    """

    def __init__(self, app: Wsgi, public_url: str) -> None:
        """Wrap *app*, which is reached from outside at *public_url* (without a slash at its end)."""
        self._app, self._path = app, urlsplit(public_url).path

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        asked = environ.get("PATH_INFO", "")
        if asked == self._path or asked.startswith(f"{self._path}/"):
            environ["PATH_INFO"] = asked.removeprefix(self._path) or "/"
        environ["SCRIPT_NAME"] = self._path
        return self._app(environ, start_response)
