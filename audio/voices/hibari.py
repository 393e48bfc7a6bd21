"""The bundled neural voice: hibari-tts, whose model comes inside its package and needs no network."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from audio.versions import installed_version
from audio.voices.pace import at_pace
from skill.errors import VoiceUnavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SPEAKER = "heart"
"""The only speaker inside the package; hibari would download any other."""
SECONDS_PER_LETTER = 0.053
"""At its own speed, measured on the guides' sentences; only for a first guess."""
SEED = 0
"""With a fixed seed the same text gives the same samples, bit for bit."""


class HibariVoice:
    """Speaks English with the bundled model. Safe to call from several threads."""

    name = "hibari"
    seconds_a_request = 0.0
    sample_rate = 24_000

    def __init__(self) -> None:
        self._loading = threading.Lock()
        self._engine: Any = None

    @property
    def version(self) -> str:
        """Return hibari's version."""
        return installed_version("hibari-tts")

    @property
    def settings(self) -> str:
        """Return the speaker and the seed."""
        return f"{SPEAKER}, seed {SEED}"

    def speak(self, text: str, locale: str, pace: int | None = None) -> NDArray[np.float32]:
        """Return *text* spoken, at *pace* as it would speak slowly. Raise `VoiceUnavailable` if it is not English."""
        if not locale.startswith("en"):
            raise VoiceUnavailable(f"hibari speaks English only, not {locale}")
        engine = self._loaded()

        def at_speed(speed: float) -> NDArray[np.float32]:
            spoken: NDArray[np.float32] = engine(text, seed=SEED, speed=speed)
            return spoken

        guess = pace * SECONDS_PER_LETTER * len(text) / (60 * max(1, len(text.split()))) if pace else 1.0
        return at_pace(at_speed, text, self.sample_rate, pace, guess)

    def _loaded(self) -> Any:  # noqa: ANN401 - hibari has no types
        with self._loading:
            if self._engine is None:
                try:
                    from hibari import Hibari

                    self._engine = Hibari(voice=SPEAKER, threads=1)
                except (ImportError, OSError, RuntimeError) as error:
                    raise VoiceUnavailable(f"hibari cannot be loaded ({error})") from error
            return self._engine
