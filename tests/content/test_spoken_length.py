"""The bundled voice says every beat's word within its estimate, so what fits by estimate fits in the guides."""

from __future__ import annotations

import pytest

from skill.catalog import CONTENT
from skill.catalog.speakable import spoken_seconds
from skill.catalog.words import plain_texts, read_words

SAMPLES_PER_SECOND = 24_000
QUIET = 0.01
"""Of the loudest sample: below it, the voice has not begun or has ended."""


def test_no_beat_takes_longer_than_its_estimate() -> None:
    hibari = pytest.importorskip("hibari")
    voice = hibari.Hibari(threads=1)
    beats = {
        text
        for path in CONTENT.glob("exercises/*/en-US.ftl")
        for _, attribute, text in plain_texts(read_words(path, path.name))
        if attribute in ("up", "hold", "down")
    }

    too_long = {beat for beat in beats if _spoken(voice(beat, seed=0)) > spoken_seconds(beat)}

    assert len(beats) > 20
    assert too_long == set()


def _spoken(samples: object) -> float:
    """Return the seconds from the first to the last sample that is heard."""
    numpy = pytest.importorskip("numpy")
    levels = numpy.abs(numpy.asarray(samples))
    heard = numpy.flatnonzero(levels > QUIET * levels.max())
    return float(heard[-1] - heard[0]) / SAMPLES_PER_SECOND
