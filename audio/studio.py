"""What the guides of one build share: nothing is spoken or encoded twice. Importing it loads the audio libraries."""

from __future__ import annotations

from pathlib import Path

from audio.clips import ClipStore
from audio.encode import Encoder


class Studio:
    """The clips and the encoder of one build."""

    def __init__(self, clips: Path) -> None:
        """Keep clips in the folder *clips*."""
        self.clips = ClipStore(clips)
        self.encoder = Encoder()
