"""Loudness and true peak, against an independent meter and against what can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from pyloudnorm import Meter

from audio.loudness import CELL_SAMPLES, decibels, integrated_lufs, powers, true_peak

RATE = 24_000


def some_speech(seconds: float, seed: int = 0) -> np.ndarray:
    """Noise in bursts, with pauses."""
    generator = np.random.default_rng(seed)
    samples = generator.normal(0, 0.1, round(seconds * RATE))
    bursts = np.repeat(generator.choice([0.0, 0.3, 1.0], -(-len(samples) // 4800)), 4800)[: len(samples)]
    return (samples * bursts).astype(np.float32)


@pytest.mark.parametrize("seconds", [1.0, 7.3, 30.0])
@pytest.mark.parametrize("seed", [0, 1])
def test_loudness_is_what_pyloudnorm_measures(seconds: float, seed: int) -> None:
    samples = some_speech(seconds, seed)
    expected = Meter(RATE, "DeMan").integrated_loudness(samples.astype(np.float64))

    assert expected == pytest.approx(integrated_lufs(powers(samples)), abs=0.2)


def test_a_pause_is_not_counted_in() -> None:
    """Both gates: ten quiet minutes between words make them no softer."""
    words = powers(some_speech(5.0))
    hush = np.zeros(60_000)

    assert integrated_lufs(words) == pytest.approx(integrated_lufs(np.concatenate((words, hush, words))), abs=0.3)


@pytest.mark.parametrize("samples", [np.zeros(RATE), np.zeros(100)], ids=["silence", "a blink"])
def test_silence_has_no_loudness(samples: np.ndarray) -> None:
    assert integrated_lufs(powers(samples.astype(np.float32))) == -np.inf


@pytest.mark.parametrize("amplitude", [0.1, 0.7])
@pytest.mark.parametrize(("hertz", "phase"), [(RATE / 4, np.pi / 4), (RATE / 6, 0.0), (1000, 0.1)])
@pytest.mark.parametrize("seconds", [0.2, 3.0])
def test_a_peak_between_two_samples_is_found(hertz: float, phase: float, amplitude: float, seconds: float) -> None:
    times = np.arange(round(seconds * RATE)) / RATE
    fade = np.minimum(1, np.minimum(times, times[::-1]) * 50)
    samples = (amplitude * fade * np.sin(2 * np.pi * hertz * times + phase)).astype(np.float32)

    assert decibels(amplitude) == pytest.approx(decibels(true_peak(samples)), abs=0.06)


@pytest.mark.parametrize("place", [0, 1, 767, 768, 5000, 9999])
def test_a_lone_peak_is_found_wherever_it_is(place: int) -> None:
    samples = np.zeros(10_000, np.float32)
    samples[place] = 0.9

    assert true_peak(samples) == pytest.approx(0.9, abs=0.02)


def test_nothing_has_no_peak() -> None:
    assert true_peak(np.zeros(0, np.float32)) == 0
    assert true_peak(np.zeros(CELL_SAMPLES, np.float32)) == 0
