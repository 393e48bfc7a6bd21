"""The simulator's clock: with `--local` a request may say what time it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from skill.simulator.clock import RequestClock

HEADER = "Simulator-Time"
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class MovedTime:
    """WSGI middleware that answers a request at the time in its `Simulator-Time` header, if it has one."""

    def __init__(self, app: Wsgi, clock: RequestClock) -> None:
        """Wrap *app*, whose clock is *clock*."""
        self._app, self._clock = app, clock

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        moment = _moment(environ.get("HTTP_SIMULATOR_TIME", ""))
        if moment is None:
            return self._app(environ, start_response)
        with self._clock.at(moment):
            return self._app(environ, start_response)


def _moment(text: str) -> datetime | None:
    """Return the time in *text*; None when it is none, or has no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
