"""What is done off the turn, in one thread of each server process: tried until nothing is left to do."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from threading import Event, Lock, Thread
from weakref import WeakSet

log = logging.getLogger(__name__)

Task = Callable[[], bool]
"""Does what there is to do, and returns whether nothing is left."""

FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
"""Pauses between tries double up to this; a store that is back is noticed within it."""
IDLE_SECONDS = 60.0
"""How often to look when nothing was left: another server may have deleted somebody."""


class Upkeep:
    """Runs its tasks when woken, and again until none has anything left. Safe in threads, and across a fork."""

    def __init__(self, pauses: tuple[float, float] = (FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS)) -> None:
        """Pause between tries for *pauses*, the first and the longest, in seconds."""
        self.tasks: list[Task] = []
        self._pauses = pauses
        self._lock = Lock()
        self._woken = Event()
        self._process = 0
        _all.add(self)

    def wake(self) -> None:
        """Have the tasks done soon."""
        with self._lock:
            self._woken.set()
            if self._process != os.getpid():
                self._process = os.getpid()
                Thread(target=self._run, name="upkeep", daemon=True).start()

    def work(self) -> bool:
        """Do every task once, now, and return whether nothing is left."""
        left = [task for task in tuple(self.tasks) if not _done(task)]
        return not left

    def _run(self) -> None:
        first, longest = self._pauses
        pause, failing = IDLE_SECONDS, False
        while True:
            self._woken.wait(pause)
            self._woken.clear()
            done = self.work()
            pause = IDLE_SECONDS if done else min(2 * pause, longest) if failing else first
            failing = not done

    def after_fork(self) -> None:
        """Forget the parent's thread, and the locks it may have held."""
        self._lock, self._woken = Lock(), Event()


def _done(task: Task) -> bool:
    try:
        return task()
    except Exception as error:
        log.error("upkeep: %s", type(error).__name__)
        return False


_all: WeakSet[Upkeep] = WeakSet()


def _after_fork() -> None:
    for upkeep in tuple(_all):
        upkeep.after_fork()


os.register_at_fork(after_in_child=_after_fork)
