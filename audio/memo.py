"""Something made once for each key, however many threads ask for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Made = TypeVar("_Made")


class Memo(Generic[_Key, _Made]):
    """Keeps what was made, by its key. What failed is not kept: the next one who asks tries again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._futures: dict[_Key, Future[_Made]] = {}

    def get(self, key: _Key, make: Callable[[], _Made]) -> _Made:
        """Return what belongs to *key*; the first to ask makes it, and the others wait for that."""
        with self._lock:
            known = self._futures.get(key)
            future = known or self._futures.setdefault(key, Future())
        if known is None:
            try:
                future.set_result(make())
            except BaseException as error:
                with self._lock:
                    del self._futures[key]
                future.set_exception(error)
        return future.result()
