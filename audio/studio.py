"""What the guides of one build share: nothing is spoken or encoded twice. Importing it loads the audio libraries."""

from __future__ import annotations

from pathlib import Path

from audio.clips import ClipStore
from audio.covers import Cover, cover_key, drawn_cover
from audio.encode import Encoder
from audio.file_cache import KeptFiles


class Studio:
    """The clips, the encoder and the covers of one build."""

    def __init__(self, cache: Path) -> None:
        """Keep clips, encoded runs and covers in the folder *cache*."""
        self.clips = ClipStore(cache / "clips")
        self.encoder = Encoder(cache / "runs")
        self._covers = KeptFiles(cache / "covers", ".covers")

    def cover(self, figure_id: str, name: str, show: str, section: str) -> Cover:
        """Return the cover of a guide."""
        key = cover_key(figure_id, name, show, section)
        return Cover.from_bytes(self._covers.get(key, lambda: drawn_cover(figure_id, name, show, section).to_bytes()))
