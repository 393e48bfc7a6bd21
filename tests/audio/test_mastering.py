"""A mastered clip starts with its word, is as loud as the others, and never clicks."""

from __future__ import annotations

import numpy as np
import pytest

from audio.loudness import decibels, true_peak
from audio.mastering import CEILING_DBFS, NOMINAL_LUFS, mastered, voiced_lufs
from tests.audio.voices import ToneVoice

RATE = 24_000


@pytest.fixture(params=["Hold.", "7", "Rest for 45 seconds. Next is set 2 of 2, 10 again."])
def spoken(request: pytest.FixtureRequest) -> np.ndarray:
    return ToneVoice().speak(request.param, "en-US")


def test_the_silence_around_a_word_is_gone(spoken: np.ndarray) -> None:
    clip = mastered(spoken, RATE)
    voiced = np.flatnonzero(np.abs(clip) > 0.01)

    assert voiced[0] < 0.015 * RATE
    assert len(clip) - voiced[-1] < 0.06 * RATE
    assert len(spoken) - 0.5 * RATE == pytest.approx(len(clip), abs=0.05 * RATE)


def test_it_begins_and_ends_with_nothing(spoken: np.ndarray) -> None:
    clip = mastered(spoken, RATE)

    assert np.abs(clip[:2]).max() < 0.001
    assert np.abs(clip[-2:]).max() < 0.001


@pytest.mark.parametrize("gain", [0.02, 0.3, 4.0])
def test_every_clip_is_as_loud_as_the_others(spoken: np.ndarray, gain: float) -> None:
    clip = mastered(spoken * np.float32(gain), RATE)

    assert pytest.approx(voiced_lufs(clip), abs=1.2) == NOMINAL_LUFS


def test_no_peak_is_above_the_ceiling_between_samples_either() -> None:
    generator = np.random.default_rng(1)
    spiky = (generator.normal(0, 0.02, RATE) + (generator.random(RATE) > 0.999) * 0.9).astype(np.float32)

    assert decibels(true_peak(mastered(spiky, RATE))) < CEILING_DBFS + 0.5


@pytest.mark.parametrize("rate", [16_000, 22_050, 44_100, 48_000])
def test_other_sample_rates_keep_their_length(rate: int) -> None:
    times = np.arange(rate) / rate
    tone = (0.3 * np.sin(2 * np.pi * 300 * times)).astype(np.float32)

    assert len(mastered(tone, rate)) / RATE == pytest.approx(1.0, abs=0.06)


@pytest.mark.parametrize("length", [0, 1, 100, RATE])
def test_silence_comes_back_empty(length: int) -> None:
    assert len(mastered(np.zeros(length, np.float32), RATE)) == 0
