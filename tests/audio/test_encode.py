"""What comes out of a decoder: the form, the loudness, the peaks, and every word at its time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from pyloudnorm import Meter
from scipy.signal import fftconvolve, resample_poly

from audio import encode
from audio.clips import Clip
from audio.encode import Encoded, Encoder, decoded, planned_lufs
from audio.guide import Guide, GuidePart
from audio.sound import SAMPLE_RATE
from audio.timeline import Timeline, laid_out
from skill.errors import EncodingFailed

FRAME_BYTES = 144
FRAME_SAMPLES = 576


@pytest.fixture(scope="module")
def heard(sound: Encoded) -> np.ndarray:
    samples, rate = soundfile.read(BytesIO(sound.mp3), dtype="float32")
    assert rate == SAMPLE_RATE
    assert samples.ndim == 1
    return samples


def test_every_frame_is_mpeg_2_layer_3_at_48_kbps_24_khz_mono(sound: Encoded) -> None:
    frames = np.frombuffer(sound.mp3, np.uint8).reshape(-1, FRAME_BYTES).astype(int)

    assert set(frames[:, 0]) == {0xFF}
    assert set(frames[:, 1] & 0xFE) == {0xF2}  # MPEG-2, Layer III
    assert set(frames[:, 2] >> 4) == {6}  # 48 kbps
    assert set((frames[:, 2] >> 2) & 3) == {1}  # 24 kHz
    assert set(frames[:, 3] >> 6) == {3}  # mono


def test_loudness_is_right_by_an_independent_meter(heard: np.ndarray, sound: Encoded) -> None:
    measured = Meter(SAMPLE_RATE).integrated_loudness(heard.astype(np.float64))

    assert -16 <= measured <= -14
    assert sound.lufs == pytest.approx(measured, abs=0.2)


def test_true_peak_is_right_by_an_independent_meter(heard: np.ndarray) -> None:
    between = np.abs(resample_poly(heard, 8, 1)).max()

    assert 20 * np.log10(between) <= -2.0


def test_every_word_is_heard_within_a_few_milliseconds_of_its_time_from_first_to_last(
    heard: np.ndarray, timeline: Timeline, clips: dict[str, Clip]
) -> None:
    reach = SAMPLE_RATE // 20
    lags = []
    for word in timeline.spoken:
        clip = clips[word.text].samples.astype(np.float64)
        around = np.pad(heard, reach)[word.start : word.end + 2 * reach].astype(np.float64)
        lags.append(int(np.argmax(fftconvolve(around, clip[::-1], mode="valid"))) - reach)

    assert max(map(abs, lags)) <= 0.002 * SAMPLE_RATE
    assert abs(lags[-1] - lags[0]) <= 2


def test_nothing_is_heard_between_the_words(heard: np.ndarray, timeline: Timeline) -> None:
    """No click at a join, no tick unless asked for: where nothing is said there is next to nothing."""
    quiet = np.ones(len(heard), bool)
    around = SAMPLE_RATE // 20
    for word in timeline.spoken:
        quiet[max(0, word.start - around) : word.end + around] = False

    assert np.abs(heard[quiet]).max() < 0.001


def test_no_word_jumps_in_or_out(heard: np.ndarray, timeline: Timeline) -> None:
    """The step from sample to sample around a word's edges is small beside the ones inside it."""
    for word in timeline.spoken[:20]:
        inside = np.abs(np.diff(heard[word.start : word.end])).max()
        for edge in (word.start, word.end):
            assert np.abs(np.diff(heard[edge - 60 : edge + 60])).max() < 0.25 * inside


def test_it_lasts_as_long_as_its_timeline(heard: np.ndarray, timeline: Timeline) -> None:
    assert 0 <= len(heard) - timeline.samples < 3 * FRAME_SAMPLES


def test_the_same_input_gives_the_same_bytes(
    sound: Encoded, timeline: Timeline, clips: dict[str, Clip], encoder: Encoder
) -> None:
    assert sound.mp3 == encoder.encoded(timeline, clips).mp3


def test_a_guide_sounds_as_if_it_had_been_encoded_in_one_go(
    heard: np.ndarray, timeline: Timeline, clips: dict[str, Clip]
) -> None:
    """Runs of words are encoded apart and joined: the words must not differ more than by the encoder's own noise."""
    plain = np.zeros(len(heard))
    for word in timeline.spoken:
        plain[word.start : word.end] += clips[word.text].samples / 32_767
    scale = float(heard @ plain / (plain @ plain))
    noise = heard - scale * plain

    assert 10 * np.log10(np.mean((scale * plain) ** 2) / np.mean(noise**2)) > 15


def test_the_decoder_has_nothing_to_complain_about(sound: Encoded, capfd: pytest.CaptureFixture[str]) -> None:
    """A frame that refers to bits of frames that are not there makes mpg123 write to standard error."""
    decoded(sound.mp3)

    assert capfd.readouterr().err == ""


def test_a_tick_is_heard_softly_on_each_second_of_work_when_it_is_asked_for(
    timeline: Timeline, clips: dict[str, Clip], encoder: Encoder
) -> None:
    ticking = decoded(encoder.encoded(timeline, clips, tick=True).mp3)
    said = np.zeros(len(ticking), bool)
    for word in timeline.spoken:
        said[max(0, word.start - 1200) : word.end + 1200] = True
    alone = [tick for tick in timeline.ticks if not said[tick]]

    assert len(alone) >= 20
    for tick in alone:
        assert 0.005 < np.abs(ticking[tick : tick + 480]).max() < 0.06


def test_loudness_is_foretold_from_the_clips(timeline: Timeline, clips: dict[str, Clip], sound: Encoded) -> None:
    """So that most guides have to be encoded once only."""
    plain = np.zeros(timeline.samples)
    for word in timeline.spoken:
        plain[word.start : word.end] += clips[word.text].samples / 32_767

    assert Meter(SAMPLE_RATE, "DeMan").integrated_loudness(plain) == pytest.approx(
        planned_lufs(timeline, clips), abs=0.1
    )


def test_what_is_said_again_is_not_encoded_again(
    timeline: Timeline, clips: dict[str, Clip], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoder: Encoder
) -> None:
    encodings: list[Any] = []
    really = encode._mp3

    def counted(*given: Any) -> Any:
        encodings.append(given)
        return really(*given)

    monkeypatch.setattr(encode, "_mp3", counted)
    encoder.encoded(timeline, clips)
    once = len(encodings)
    again = encoder.encoded(timeline, clips)
    next_build = Encoder(tmp_path / "runs").encoded(timeline, clips)

    assert len(encodings) == once
    assert again.mp3 == next_build.mp3
    assert again.lufs == next_build.lufs
    assert once < 0.8 * len(timeline.spoken)


def test_a_guide_in_which_nothing_is_said_is_refused(guide: Guide, encoder: Encoder) -> None:
    with pytest.raises(EncodingFailed, match="nothing is said"):
        encoder.encoded(laid_out(replace(guide, parts=(GuidePart(seconds=2),)), {}), {})


def test_words_that_cannot_be_both_loud_and_within_the_ceiling_are_refused(
    guide: Guide, clips: dict[str, Clip], encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Clips that were never mastered: spikes in silence."""
    monkeypatch.setattr(encode, "MOST_TRIES", 2)
    short = replace(guide, parts=guide.parts[:10])
    spikes = {}
    for text, clip in clips.items():
        samples = np.zeros(len(clip), np.float32)
        samples[500::6000] = 0.98
        spikes[text] = Clip.of(text, samples)

    with pytest.raises(EncodingFailed, match=r"LUFS with peaks of .* is the best there is"):
        encoder.encoded(laid_out(short, {text: len(clip) for text, clip in clips.items()}), spikes)
