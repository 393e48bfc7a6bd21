"""What the tests of the guides share: a hand-made guide, its clips, and its sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio.clips import Clip, ClipStore
from audio.encode import Encoded, Encoder
from audio.guide import Guide, GuidePart
from audio.timeline import Timeline, laid_out
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase, Region
from skill.speech.messages import Messages, messages_for
from tests.audio.voices import ToneVoice

COUNT = tuple(
    GuidePart(sentences=(word,), seconds=seconds, chapter=chapter, ticks=True)
    for rep in range(1, 13)
    for word, seconds, chapter in (
        ("Up", 2, f"Set {rep // 6 + 1}" if rep in (1, 6) else ""),
        ("Hold", 3, ""),
        ("Down", 2, ""),
        (str(rep), 1, ""),
    )
)
"""A minute and a half of beats."""


@pytest.fixture(scope="session")
def messages() -> Messages:
    """The shipped words."""
    return messages_for("en-US")


@pytest.fixture(scope="session")
def guide() -> Guide:
    """A small guide with free words, beats of every usual length, a rest, and an end."""
    return Guide(
        id="little",
        title="Little guide, standard level",
        name="Little guide",
        summary="For tests. It has no other use.",
        section="strengthening",
        phases=(Phase.STRENGTHENING,),
        region=Region.LOW_BACK,
        level=Level.STANDARD,
        figure=ExerciseId("bridge"),
        track_number=3,
        parts=(
            GuidePart(
                sentences=("Little guide.", "It is for tests & nobody else."), pause_seconds=0.7, chapter="Start"
            ),
            *COUNT,
            GuidePart(sentences=("Rest for 20 seconds.",), seconds=20, chapter="Rest"),
            *COUNT,
            GuidePart(sentences=("That was the last one.", "Relax."), pause_seconds=1.4, chapter="Close"),
        ),
    )


@pytest.fixture(scope="session")
def voice() -> ToneVoice:
    """A quick voice that never fails."""
    return ToneVoice()


@pytest.fixture(scope="session")
def clips(guide: Guide, voice: ToneVoice, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Clip]:
    """Every sentence of the guide, spoken."""
    store = ClipStore(tmp_path_factory.mktemp("clips"))
    return {text: store.spoken(voice, text, "en-US") for part in guide.parts for text in part.sentences}


@pytest.fixture(scope="session")
def timeline(guide: Guide, clips: dict[str, Clip]) -> Timeline:
    """The guide in samples."""
    return laid_out(guide, {text: len(clip) for text, clip in clips.items()})


@pytest.fixture(scope="session")
def sound(timeline: Timeline, clips: dict[str, Clip], tmp_path_factory: pytest.TempPathFactory) -> Encoded:
    """The guide as an MP3."""
    return Encoder(tmp_path_factory.mktemp("runs")).encoded(timeline, clips)


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    """An encoder that has encoded nothing yet."""
    return Encoder(tmp_path / "runs")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder for guides that is not there yet."""
    return tmp_path / "guides"
