"""Clocks that can be moved: one for a conversation, one for each request of a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta


class MovableClock:
    """A clock for tests and the simulator. Call it for the time."""

    def __init__(self, now: datetime) -> None:
        """Start at *now*, which must be aware."""
        if now.tzinfo is None:
            raise ValueError("the clock needs a time with a time zone")
        self._now = now

    def __call__(self) -> datetime:
        """Return the time."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Move forward by *seconds*, which must not be negative."""
        if seconds < 0:
            raise ValueError("time does not go back")
        self._now += timedelta(seconds=seconds)

    def move_to(self, moment: datetime) -> None:
        """Move forward to *moment* (aware)."""
        self.advance((moment - self._now).total_seconds())


class RequestClock:
    """A clock that shows another time while one request is answered. Call it for the time."""

    def __init__(self, usual: Callable[[], datetime]) -> None:
        """Show the time of *usual* as long as no other is set."""
        self._usual = usual
        self._moved: ContextVar[datetime | None] = ContextVar("moved", default=None)

    def __call__(self) -> datetime:
        """Return the time."""
        return self._moved.get() or self._usual()

    @contextmanager
    def at(self, moment: datetime) -> Iterator[None]:
        """Show *moment* (aware) until the block ends, in this thread only."""
        if moment.tzinfo is None:
            raise ValueError("the clock needs a time with a time zone")
        token = self._moved.set(moment)
        try:
            yield
        finally:
            self._moved.reset(token)
