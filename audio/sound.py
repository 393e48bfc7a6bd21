"""The form every guide has. Nothing here loads an audio library."""

from __future__ import annotations

from audio.versions import installed_version

SAMPLE_RATE = 24_000
"""Hz. With MPEG-2 Layer III at 48 kbps this is what Alexa's `<audio>` takes (docs/alexa-platform.md §3.1)."""
FRAME_SAMPLES = 576
"""An MPEG-2 Layer III frame: 24 ms. What is not bound to a beat begins with one."""
FRAME_BYTES = 144
"""At 48 kbps every frame is as long."""
BIT_RATE_KBPS = 48
LOUDEST_TRUE_PEAK_DBFS = -2.0
"""Amazon's ceiling for a skill's audio (docs/audio.md §3)."""
LOWEST_LUFS, HIGHEST_LUFS = -16.0, -14.0
"""Amazon asks for about -14; with the ceiling above, 48 kbps reaches -15 (docs/audio.md §3)."""

MASTERING_VERSION = "2"
"""Raise it when `mastering.py` changes the sound of a clip: clips are kept under it."""
PACING_VERSION = "1"
"""Raise it when `voices/pace.py` changes how a slower clip sounds."""
RENDERING_VERSION = "3"
"""Raise it when `timeline.py`, `runs.py`, `encode.py`, `tick.py` or `tags.py` change the bytes of a guide."""


def encoding() -> tuple[str, ...]:
    """Return everything but its clips that decides how a guide's sound becomes bytes."""
    return (RENDERING_VERSION, installed_version("lameenc"), installed_version("mutagen"))
