"""A clock that moves only when told to."""

from __future__ import annotations

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
