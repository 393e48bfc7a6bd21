"""Instructions are spoken slowly, counts as ever, and the voice gets no deeper."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.clips import ClipStore
from audio.guide import COUNTING_SECONDS, Guide
from audio.guides import written_guides
from audio.voices import Voice
from audio.voices.espeak import EspeakVoice
from audio.voices.hibari import HibariVoice
from audio.voices.pace import CALM_WORDS_A_MINUTE, SLOWEST, STRETCHED_AT_MOST, at_pace, stretched, words_a_minute
from skill.domain.catalog.catalog import Catalog
from skill.speech.messages import Messages
from tests.audio.voices import RATE, ToneVoice

INSTRUCTIONS = (
    "Don't start with new weakness, fever or chest pain, and get medical help today.",
    "Stop at once if leg symptoms get stronger or travel further down.",
    "Get up slowly, and take care.",
    "Press through your heels and lift your hips.",
    "This exercise is for people recovering from a herniated disc in the low back, from the recovery phase on.",
)


def hum(seconds: float, hertz: float = 150.0) -> NDArray[np.float32]:
    times = np.arange(round(seconds * RATE)) / RATE
    return np.asarray(0.3 * np.sin(2 * np.pi * hertz * times), np.float32)


def loudest_hertz(samples: NDArray[np.float32]) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum)) * RATE / len(samples)


@pytest.mark.parametrize("speed", [0.6, 0.73, 0.9, 1.0, 1.15])
@pytest.mark.parametrize("hertz", [90.0, 150.0, 240.0])
def test_a_stretched_sound_is_longer_and_no_deeper(speed: float, hertz: float) -> None:
    slow = stretched(hum(2.0, hertz), RATE, speed)

    assert len(slow) == pytest.approx(2.0 * RATE / speed, abs=1)
    assert loudest_hertz(slow) == pytest.approx(hertz, rel=0.02)
    level = float(np.sqrt(np.mean(np.square(slow[RATE // 2 : -RATE // 2]))))
    assert level == pytest.approx(0.3 / np.sqrt(2), rel=0.08)


@pytest.mark.parametrize("samples", [np.zeros(0, np.float32), hum(0.01), hum(0.05)], ids=["none", "10 ms", "50 ms"])
def test_the_shortest_sound_can_be_stretched(samples: NDArray[np.float32]) -> None:
    assert len(stretched(samples, RATE, 0.7)) == round(len(samples) / 0.7)


@pytest.mark.parametrize("own_pace", [140, 160, 215, 257, 400])
@pytest.mark.parametrize("first", [1.0, 0.7])
def test_words_are_brought_to_the_pace_and_never_beyond_the_voices_own(own_pace: int, first: float) -> None:
    text = "one two three four five six seven eight nine ten"
    seconds = 10 * 60 / own_pace
    samples = at_pace(lambda speed: hum(seconds / speed), text, RATE, CALM_WORDS_A_MINUTE, first)

    said = words_a_minute(text, samples, RATE)
    slowest = own_pace * SLOWEST * (1 - STRETCHED_AT_MOST)
    assert said == pytest.approx(max(slowest, min(own_pace, CALM_WORDS_A_MINUTE)), rel=0.05)


@pytest.mark.parametrize("voice", [HibariVoice(), EspeakVoice()], ids=lambda voice: voice.name)
@pytest.mark.parametrize("text", INSTRUCTIONS)
def test_a_voice_speaks_instructions_calmly(voice: Voice, text: str) -> None:
    usual = words_a_minute(text, voice.speak(text, "en-US"), voice.sample_rate)
    calm = words_a_minute(text, voice.speak(text, "en-US", CALM_WORDS_A_MINUTE), voice.sample_rate)

    assert calm <= 165
    assert calm >= min(150, usual * 0.97)


def test_the_count_keeps_the_voices_own_pace(catalog: Catalog, messages: Messages) -> None:
    for guide in written_guides(catalog, messages, ("bridge", "strength-training", "walking-daily")):
        assert counted_in(guide) == {text for text, counted in guide.sentences.items() if counted}


def counted_in(guide: Guide) -> set[str]:
    beats = (part for part in guide.parts if part.seconds is not None and part.seconds < COUNTING_SECONDS)
    return {text for part in beats for text in part.sentences}


def test_another_pace_is_another_clip(tmp_path: Path) -> None:
    voice, store = ToneVoice(), ClipStore(tmp_path)
    store.spoken(voice, "Press up.", "en-US", 157)

    assert store.holds(voice, "Press up.", "en-US", 157)
    assert not store.holds(voice, "Press up.", "en-US")
