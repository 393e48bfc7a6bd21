"""The voices that need no network, and how one stands in for another."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from audio.voices import VOICE_NAMES, Voice, identity, voices_from
from audio.voices.espeak import EspeakVoice
from audio.voices.hibari import HibariVoice
from skill.errors import AudioError, VoiceUnavailable

OFFLINE = [HibariVoice(), EspeakVoice()]
WORDS = ("Hold.", "7", "Rest for 45 seconds.", "Lift to the straight line, and no higher.")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gtts", ("gtts", "hibari", "espeak")),
        ("hibari", ("hibari", "espeak")),
        ("espeak", ("espeak",)),
    ],
)
def test_each_voice_is_followed_by_those_that_may_stand_in_for_it(name: str, expected: tuple[str, ...]) -> None:
    assert expected == tuple(voice.name for voice in voices_from(name))


def test_an_unknown_voice_is_an_error_that_offers_the_nearest() -> None:
    with pytest.raises(AudioError, match="no voice 'hibarii'; did you mean hibari"):
        voices_from("hibarii")


@pytest.mark.parametrize("voice", OFFLINE, ids=lambda voice: voice.name)
def test_a_voice_says_words_and_numbers(voice: Voice) -> None:
    for text in WORDS:
        samples = voice.speak(text, "en-US")

        assert samples.dtype == np.float32
        assert 0.3 < len(samples) / voice.sample_rate < 8
        assert 0.05 < np.abs(samples).max() <= 1


@pytest.mark.parametrize("voice", OFFLINE, ids=lambda voice: voice.name)
def test_the_same_text_sounds_the_same_bit_for_bit_from_several_threads_too(voice: Voice) -> None:
    texts = WORDS * 3
    alone = [voice.speak(text, "en-US") for text in WORDS] * 3
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: voice.speak(text, "en-US"), texts))

    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))


@pytest.mark.parametrize("voice", OFFLINE, ids=lambda voice: voice.name)
def test_a_language_a_voice_does_not_speak_is_refused(voice: Voice) -> None:
    with pytest.raises(VoiceUnavailable):
        voice.speak("Hold.", "xx-XX")


@pytest.mark.parametrize("name", VOICE_NAMES)
def test_what_decides_a_voices_sound_is_told_without_loading_its_engine(name: str) -> None:
    script = (
        "import sys\n"
        "from audio.voices import identity, voices_from\n"
        f"print(identity(voices_from({name!r})[0]))\n"
        "print(sorted({'numpy', 'onnxruntime', 'gtts', 'hibari', 'espeakng_loader'} & set(sys.modules)))"
    )
    told, loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert str(tuple(identity(voices_from(name)[0]))) == told
    assert loaded == "[]"


def test_espeak_that_crashes_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audio.voices.espeak._command", lambda: [sys.executable, "-c", "import os; os.abort()"])

    with pytest.raises(VoiceUnavailable, match="ended with -6"):
        EspeakVoice().speak("Hold.", "en-US")


def test_hibari_that_cannot_be_loaded_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hibari", None)

    with pytest.raises(VoiceUnavailable, match="hibari cannot be loaded"):
        HibariVoice().speak("Hold.", "en-US")
