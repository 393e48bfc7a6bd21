"""What is remembered about certificate chains: little, and not for long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from skill.errors import VerificationError

TRUSTED_FOR = timedelta(hours=1)
"""How long a validated chain is used before it is fetched again; Amazon renews chains at the same URL."""
REFUSED_FOR = timedelta(seconds=30)
"""How long a chain that could not be fetched or trusted is not tried again."""
MAX_TRUSTED = 16
MAX_REFUSED = 64
_LOCKS = 16

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted(Generic[T]):
    """What was learned from a validated chain."""

    value: T
    not_after: datetime
    """The last moment at which every certificate of the chain is valid. Aware."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Refused:
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Memory(Generic[T]):
    outcome: Trusted[T] | _Refused
    since: datetime

    def holds(self, now: datetime) -> bool:
        age = abs(now - self.since)  # a clock set back must not make a memory last
        if isinstance(self.outcome, _Refused):
            return age < REFUSED_FOR
        return age < TRUSTED_FOR and now <= self.outcome.not_after


class ChainCache(Generic[T]):
    """Remembers what `load(url, now)` returned, or why it raised `VerificationError`, for each canonical URL.

    Bounded, and filled only after validation: nobody without a valid chain can put in or push out a trusted entry.
    Threads that miss the same URL together load it once.
    """

    def __init__(self, load: Callable[[str, datetime], Trusted[T]]) -> None:
        self._load = load
        self._trusted: dict[str, _Memory[T]] = {}
        self._refused: dict[str, _Memory[T]] = {}
        self._writing = threading.Lock()
        self._loading = tuple(threading.Lock() for _ in range(_LOCKS))

    def get(self, url: str, now: datetime) -> T:
        """Return what the chain at *url* gives. Raise `VerificationError` when it is refused."""
        memory = self._recall(url, now)
        if memory is None:
            with self._loading[hash(url) % _LOCKS]:
                memory = self._recall(url, now) or self._learn(url, now)
        if isinstance(memory.outcome, _Refused):
            raise VerificationError(memory.outcome.reason)
        return memory.outcome.value

    def __len__(self) -> int:
        """Return the number of URLs remembered, trusted or refused."""
        return len(self._trusted) + len(self._refused)

    def _recall(self, url: str, now: datetime) -> _Memory[T] | None:
        for memories in (self._trusted, self._refused):
            memory = memories.get(url)
            if memory is not None and memory.holds(now):
                return memory
        return None

    def _learn(self, url: str, now: datetime) -> _Memory[T]:
        memories, most = self._trusted, MAX_TRUSTED
        try:
            outcome: Trusted[T] | _Refused = self._load(url, now)
        except VerificationError as error:
            outcome = _Refused(reason=error.reason)
            memories, most = self._refused, MAX_REFUSED
        memory = _Memory(outcome=outcome, since=now)
        with self._writing:
            self._trusted.pop(url, None)
            self._refused.pop(url, None)
            if len(memories) >= most:
                del memories[next(iter(memories))]
            memories[url] = memory
        return memory
