"""The last resort: eSpeak NG from espeakng-loader's own library, through ctypes, without any system package."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from audio.versions import installed_version
from audio.voices import espeak_process
from audio.voices.pace import at_pace
from skill.errors import VoiceUnavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDS_PER_MINUTE = 160
ACCENTS = {"en-AU": "en-gb", "en-IN": "en-gb", "en-CA": "en-us"}
"""Where eSpeak has no voice of the country's own, the nearest one."""
TIMEOUT_SECONDS = 30


class EspeakVoice:
    """Speaks with eSpeak NG, each text in a process of its own. Safe to call from several threads."""

    name = "espeak"
    seconds_a_request = 0.0
    sample_rate = espeak_process.SAMPLE_RATE

    @property
    def version(self) -> str:
        """Return the version of the packaged library."""
        return installed_version("espeakng-loader")

    @property
    def settings(self) -> str:
        """Return the speaking rate."""
        return f"{WORDS_PER_MINUTE} words a minute"

    def speak(self, text: str, locale: str, pace: int | None = None) -> NDArray[np.float32]:
        """Return *text* spoken. Raise `VoiceUnavailable` when eSpeak does not know the locale, or fails."""
        return at_pace(lambda speed: self._at_speed(text, locale, speed), text, self.sample_rate, pace)

    def _at_speed(self, text: str, locale: str, speed: float) -> NDArray[np.float32]:
        import numpy as np

        command = [*_command(), ACCENTS.get(locale, locale.lower()), str(round(WORDS_PER_MINUTE * speed))]
        try:
            ended = subprocess.run(  # noqa: S603 - our own interpreter and our own script
                command, input=text.encode(), capture_output=True, timeout=TIMEOUT_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise VoiceUnavailable(f"eSpeak does not answer ({error})") from error
        match ended.returncode:
            case espeak_process.OK:
                return np.frombuffer(ended.stdout, "<i2").astype(np.float32) / np.float32(32_768)
            case espeak_process.UNKNOWN_VOICE:
                raise VoiceUnavailable(f"eSpeak has no voice for {locale}")
            case code:
                raise VoiceUnavailable(f"eSpeak ended with {code}: {ended.stderr.decode(errors='replace')[-200:]}")


def _command() -> list[str]:
    """Return how to start eSpeak; `-I -S` leaves out everything but the standard library, which starts in no time."""
    try:
        import espeakng_loader

        library, data = espeakng_loader.get_library_path(), espeakng_loader.get_data_path()
    except (ImportError, RuntimeError) as error:
        raise VoiceUnavailable(f"eSpeak is not installed ({error})") from error
    return [sys.executable, "-I", "-S", espeak_process.__file__, library, data]
