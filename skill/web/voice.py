"""Clips of the bundled voice for the simulator, made by another process."""

from __future__ import annotations

import atexit
import json
import logging
import subprocess
import sys
import threading

from skill.web.voice_process import LENGTH

log = logging.getLogger(__name__)

MOST_CHARACTERS = 1000
LOCALES_SPOKEN = ("en",)


class ClipMaker:
    """Makes clips; starts its process at the first, and none again once it has failed. Safe in many threads."""

    def __init__(self, command: tuple[str, ...] | None = None) -> None:
        """Make them with *command*, the bundled voice by default. No clip is kept: it may hold a patient's words."""
        self._command = command or (sys.executable, "-m", "skill.web.voice_process")
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._failed = False

    def clip(self, text: str, locale: str) -> bytes | None:
        """Return *text* as a WAV file; None when this machine has no voice for it."""
        if not text.strip() or len(text) > MOST_CHARACTERS or not locale.startswith(LOCALES_SPOKEN):
            return None
        with self._lock:
            if self._failed:
                return None
            try:
                return self._asked(text, locale)
            except (OSError, EOFError) as error:
                log.warning("the simulator has no voice: %s", type(error).__name__)
                self._failed = True
                return None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def _asked(self, text: str, locale: str) -> bytes | None:
        process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        process.stdin.write(json.dumps({"text": text, "locale": locale}).encode() + b"\n")
        process.stdin.flush()
        (length,) = LENGTH.unpack(_exactly(process, LENGTH.size))
        return _exactly(process, length) if length else None

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        atexit.register(self.close)
        return self._process


def _exactly(process: subprocess.Popen[bytes], length: int) -> bytes:
    content = process.stdout.read(length) if process.stdout else b""
    if len(content) != length:
        raise EOFError
    return content
