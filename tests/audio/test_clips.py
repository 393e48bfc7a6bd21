"""Clips are spoken once, kept whole, and never trusted when damaged."""

from __future__ import annotations

import errno
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from audio.clips import ClipStore, clip_key
from audio.voices import Voice
from skill.errors import AudioError, VoiceUnavailable
from tests.audio.voices import BrokenVoice, ToneVoice

TEXTS = [f"Sentence number {n}." for n in range(8)]


def the_clip(folder: Path) -> Path:
    (path,) = folder.glob("*/*.clip")
    return path


def test_a_clip_is_spoken_once_and_found_again_by_the_next_build(tmp_path: Path) -> None:
    voice = ToneVoice()
    first = ClipStore(tmp_path).spoken(voice, "Hold.", "en-US")
    second = ClipStore(tmp_path).spoken(voice, "Hold.", "en-US")

    assert voice.spoken["Hold."] == 1
    assert np.array_equal(first.samples, second.samples)


@pytest.mark.parametrize(
    "change",
    [{"name": "other"}, {"version": "2"}, {"settings": "sing"}],
    ids=["the voice", "its version", "its settings"],
)
def test_whatever_decides_the_sound_decides_the_key(change: dict[str, str]) -> None:
    other = ToneVoice()
    for name, value in change.items():
        setattr(other, name, value)

    assert clip_key(ToneVoice(), "Hold.", "en-US") != clip_key(other, "Hold.", "en-US")


def test_the_text_and_the_language_decide_the_key_but_white_space_does_not() -> None:
    def key(text: str, locale: str = "en-US") -> str:
        return clip_key(ToneVoice(), text, locale)

    assert key("Hold.") != key("Hold")
    assert key("Hold.") != key("Hold.", "en-GB")
    assert key("Hold it.") == key("  Hold\n it. ")


def test_many_threads_speak_each_clip_once(tmp_path: Path) -> None:
    voice = ToneVoice()
    stores = [ClipStore(tmp_path) for _ in range(4)]
    with ThreadPoolExecutor(16) as pool:
        jobs = [pool.submit(store.spoken, voice, text, "en-US") for text in TEXTS for store in stores]
        for job in jobs:
            job.result()

    assert set(TEXTS) == set(voice.spoken)
    assert set(voice.spoken.values()) == {1}


def _speak_all(folder: Path, log: Path) -> None:
    class Logging(ToneVoice):
        def speak(self, text: str, locale: str, pace: int | None = None) -> np.ndarray:
            with log.open("a") as lines:
                lines.write(f"{text}\n")
            return super().speak(text, locale)

    store = ClipStore(folder)
    for text in TEXTS:
        store.spoken(Logging(), text, "en-US")


def test_many_processes_speak_each_clip_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_speak_all, args=(tmp_path / "clips", log)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0, 0]
    assert sorted(TEXTS) == sorted(log.read_text().splitlines())


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[:-1], id="a byte short"),
        pytest.param(lambda content: content[: len(content) // 2], id="half"),
        pytest.param(lambda content: content[:-2] + bytes([content[-2] ^ 1, content[-1]]), id="one bit"),
        pytest.param(lambda content: b"not a clip at all", id="something else"),
    ],
)
def test_a_damaged_clip_is_spoken_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    voice = ToneVoice()
    whole = ClipStore(tmp_path).spoken(voice, "Hold.", "en-US")
    path = the_clip(tmp_path)
    path.write_bytes(damage(path.read_bytes()))

    again = ClipStore(tmp_path).spoken(voice, "Hold.", "en-US")

    assert voice.spoken["Hold."] == 2
    assert np.array_equal(whole.samples, again.samples)
    assert np.array_equal(whole.samples, ClipStore(tmp_path).spoken(voice, "Hold.", "en-US").samples)
    assert voice.spoken["Hold."] == 2


def test_a_voice_that_fails_leaves_no_clip(tmp_path: Path) -> None:
    with pytest.raises(VoiceUnavailable):
        ClipStore(tmp_path).spoken(BrokenVoice(), "Hold.", "en-US")

    assert not list(tmp_path.glob("*/*.clip"))


class Mute(ToneVoice):
    def speak(self, text: str, locale: str, pace: int | None = None) -> np.ndarray:
        return np.zeros(24_000, np.float32)


def test_silence_is_no_clip(tmp_path: Path) -> None:
    voice: Voice = Mute()

    with pytest.raises(VoiceUnavailable, match=r"says nothing for 'Hold\.'"):
        ClipStore(tmp_path).spoken(voice, "Hold.", "en-US")


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        (errno.ENOSPC, "the disk is full: free some space"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "it may not be written"),
    ],
    ids=["disk full", "read-only", "no permission"],
)
def test_a_folder_that_cannot_be_written_is_an_error_with_path_and_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, remedy: str
) -> None:
    def fail(self: Path, _: bytes) -> int:
        raise OSError(code, os.strerror(code), str(self))

    monkeypatch.setattr(Path, "write_bytes", fail)

    with pytest.raises(AudioError, match=remedy) as raised:
        ClipStore(tmp_path).spoken(ToneVoice(), "Hold.", "en-US")

    assert str(tmp_path) in str(raised.value)
    monkeypatch.undo()
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".clip", ".unfinished")]


def test_a_file_in_the_place_of_the_folder_is_an_error_with_path_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("I am in the way")

    with pytest.raises(AudioError, match=r"clips.*choose another folder"):
        ClipStore(tmp_path / "clips").spoken(ToneVoice(), "Hold.", "en-US")
