"""Sound at the terminal: clips of the bundled voice, played by whatever player this machine has."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from pathlib import Path
from queue import Queue

from skill.errors import ConfigError
from skill.web.voice import ClipMaker

PLAYERS = (
    ("paplay",),
    ("pw-play",),
    ("aplay", "-q"),
    ("afplay",),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet"),
)


class Speaker:
    """Says one thing after the other, until something else cuts it off."""

    def __init__(self, clips: ClipMaker, player: tuple[str, ...], locale: str) -> None:
        """Play clips with the command *player*, which takes the path of a WAV file."""
        self._clips, self._player, self._locale = clips, player, locale
        self._texts: Queue[str] = Queue()
        self._playing: subprocess.Popen[bytes] | None = None
        threading.Thread(target=self._play_all, daemon=True).start()

    @classmethod
    def open(cls, locale: str = "en-US") -> Speaker:
        """Return a speaker. Raise `ConfigError` when this machine has no player."""
        for command, *options in PLAYERS:
            path = shutil.which(command)
            if path:
                return cls(ClipMaker(), (path, *options), locale)
        names = ", ".join(player[0] for player in PLAYERS)
        raise ConfigError(
            f"--voice needs a player for sound, and none of {names} is here. Install one, or leave it out."
        )

    def say(self, text: str) -> None:
        """Say *text* after what is being said; "" cuts off everything at once."""
        if text:
            self._texts.put(text)
            return
        while not self._texts.empty():
            self._texts.get_nowait()
        if self._playing is not None:
            self._playing.kill()

    def _play_all(self) -> None:
        while True:
            clip = self._clips.clip(self._texts.get(), self._locale)
            if clip is None:
                continue
            with tempfile.NamedTemporaryFile(suffix=".wav") as file:
                Path(file.name).write_bytes(clip)
                self._playing = subprocess.Popen([*self._player, file.name])  # noqa: S603 - found on the PATH
                self._playing.wait()
