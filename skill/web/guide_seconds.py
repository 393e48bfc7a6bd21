"""How long the guides of a folder are, for a player that plays no sound."""

from __future__ import annotations

from collections.abc import Callable

from audio.manifest import Manifest
from skill.simulator.audio_player import USUAL_SECONDS


def seconds_in(manifest: Manifest | None) -> Callable[[str], float]:
    """Return what tells how long the guide at a URL is; where it was not built, what is usual."""

    def seconds(url: str) -> float:
        track = manifest.track(url.rsplit("/", 1)[1].removesuffix(".mp3")) if manifest else None
        return track.duration_seconds if track else USUAL_SECONDS

    return seconds
