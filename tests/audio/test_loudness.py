"""Loudness and true peak, against an independent meter and against what can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyloudnorm import Meter

from audio.loudness import LoudnessMeter, PeakMeter, decibels, true_peak

RATE = 24_000


def some_speech(seconds: float, seed: int = 0) -> np.ndarray:
    """Noise in bursts, with pauses."""
    generator = np.random.default_rng(seed)
    samples = generator.normal(0, 0.1, round(seconds * RATE))
    bursts = np.repeat(generator.choice([0.0, 0.3, 1.0], -(-len(samples) // 4800)), 4800)[: len(samples)]
    return (samples * bursts).astype(np.float32)


@pytest.mark.parametrize("seconds", [1.0, 7.3, 30.0])
def test_loudness_is_what_pyloudnorm_measures(seconds: float) -> None:
    samples = some_speech(seconds)
    meter = LoudnessMeter(RATE)
    meter.add(samples)

    expected = Meter(RATE, "DeMan").integrated_loudness(samples.astype(np.float64))

    assert expected == pytest.approx(meter.integrated_lufs, abs=0.15)


@settings(max_examples=15)
@given(st.lists(st.integers(1, 20_000), min_size=1, max_size=12))
def test_it_does_not_matter_in_which_pieces_sound_arrives(lengths: list[int]) -> None:
    samples = some_speech(2.0)
    whole, pieces = (LoudnessMeter(RATE), PeakMeter()), (LoudnessMeter(RATE), PeakMeter())
    for meter in whole:
        meter.add(samples)
    cuts = np.cumsum(lengths)
    for piece in np.split(samples, cuts[cuts < len(samples)]):
        for meter in pieces:
            meter.add(piece)

    assert whole[0].integrated_lufs == pytest.approx(pieces[0].integrated_lufs, abs=1e-9)
    assert whole[1].finish() == pytest.approx(pieces[1].finish(), abs=1e-6)


def test_silence_has_no_loudness() -> None:
    meter = LoudnessMeter(RATE)
    meter.add(np.zeros(RATE, np.float32))

    assert meter.integrated_lufs == -np.inf


@pytest.mark.parametrize("amplitude", [0.1, 0.7])
@pytest.mark.parametrize(("hertz", "phase"), [(RATE / 4, np.pi / 4), (RATE / 6, 0.0), (1000, 0.1)])
def test_a_peak_between_two_samples_is_found(hertz: float, phase: float, amplitude: float) -> None:
    times = np.arange(RATE) / RATE
    fade = np.minimum(1, np.minimum(times, times[::-1]) * 50)
    samples = (amplitude * fade * np.sin(2 * np.pi * hertz * times + phase)).astype(np.float32)

    assert decibels(amplitude) == pytest.approx(decibels(true_peak(samples)), abs=0.06)


def test_peaks_are_told_with_their_place_and_only_those_that_matter() -> None:
    samples = np.zeros(10 * RATE, np.float32)
    samples[3 * RATE] = 0.9
    samples[7 * RATE] = 0.5
    meter = PeakMeter(0.8)
    meter.add(samples)
    meter.finish()

    assert len(meter.peaks) == 1
    assert 0 <= 3 * RATE - meter.peaks[0].sample < PeakMeter.PIECE_SAMPLES
    assert meter.peaks[0].value == pytest.approx(0.9, abs=0.01)
