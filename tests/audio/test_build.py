"""A build makes only what changed, in one voice, and leaves nothing broken whatever happens."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser
import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3

from audio.build import BuildReport, Built, Event, FellBack, Planned, build
from audio.folder import only_builder
from audio.manifest import NAME, read_manifest
from audio.voices import Voice
from skill.domain.catalog.catalog import Catalog
from skill.domain.cues import Cue
from skill.errors import AudioError, ContentError
from skill.speech.messages import Messages
from tests.audio.voices import BrokenVoice, ToneVoice

NAMES = ("cat-camel-stretch-beginner", "swimming")
"""The shortest ones."""


class Builder:
    """Builds the two shortest guides again and again, as one would from the command line."""

    def __init__(self, catalog: Catalog, messages: Messages, tmp_path: Path) -> None:
        self.catalog = catalog
        self.messages: Any = messages
        self.out, self.cache = tmp_path / "guides", tmp_path / "clips"
        self.events: list[Event] = []

    def __call__(self, *voices: Voice, names: tuple[str, ...] = NAMES, **options: Any) -> BuildReport:
        self.events.clear()
        usual: dict[str, Any] = {"out": self.out, "cache": self.cache, "progress": self.events.append}
        return build(self.catalog, self.messages, voices=voices or (ToneVoice(),), names=names, **(usual | options))

    def reword(self, old: str, new: str) -> None:
        """Change a sentence."""
        self.messages = Reworded(self.messages, old, new)

    def digests(self) -> dict[str, str]:
        return {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in self.out.iterdir()
            if not path.name.startswith(".")
        }


@pytest.fixture
def builder(catalog: Catalog, messages: Messages, tmp_path: Path) -> Builder:
    """A builder that starts from nothing."""
    return Builder(catalog, messages, tmp_path)


@pytest.fixture(scope="session")
def once(catalog: Catalog, messages: Messages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a first build leaves."""
    folder = tmp_path_factory.mktemp("once")
    Builder(catalog, messages, folder)()
    return folder


@pytest.fixture
def again(builder: Builder, once: Path, tmp_path: Path) -> Builder:
    """A builder that finds everything built."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return builder


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if not path.name.startswith(".")}


def assert_whole(out: Path) -> None:
    """Whatever the manifest names is there and is what it says."""
    manifest = read_manifest(out)
    for track in manifest.tracks if manifest else ():
        for file in track.files.values():
            content = (out / file.name).read_bytes()
            assert len(content) == file.bytes
            assert hashlib.sha256(content).hexdigest() == file.sha256


def test_a_build_makes_sound_transcript_chapters_cover_manifest_and_archive(builder: Builder) -> None:
    report = builder()

    assert report.built == NAMES
    assert set(builder.digests()) == {
        *(f"{name}{ending}" for name in NAMES for ending in (".mp3", ".vtt", ".chapters.json", ".png")),
        "manifest.json",
        "cover.png",
        "all.zip",
    }
    assert_whole(builder.out)
    track = report.manifest.track("swimming")
    assert track is not None
    assert track.section == "weight-loss"
    assert track.voice == "tone 1 (hum)"
    samples, rate = soundfile.read(builder.out / "swimming.mp3")
    assert len(samples) / rate == pytest.approx(track.duration_seconds, abs=0.1)
    assert [
        chapter["title"] for chapter in json.loads((builder.out / "swimming.chapters.json").read_text())["chapters"]
    ] == [chapter.title for chapter in track.chapters]


def test_it_tells_what_happens(again: Builder) -> None:
    again.reword("Rest at the wall", "Rest at the steps")
    again(names=("swimming",))

    planned, built = again.events
    assert planned == Planned(to_make=1, unchanged=0, sentences=1)
    assert isinstance(built, Built)
    assert built.name == "swimming"
    assert built.audio_seconds > 60


class PacedVoice(ToneVoice):
    """Is asked for one text a second, as Google is."""

    seconds_a_request = 1.0


def test_a_voice_that_is_asked_one_by_one_begins_with_what_is_soon_ready(builder: Builder) -> None:
    """So that the bar moves, and what was made before a break is whole."""
    builder(PacedVoice(), names=("rest-on-the-belly-daily", "swimming", "bridge"), workers=1)

    planned, *built = builder.events
    assert isinstance(planned, Planned)
    assert planned.seconds == planned.sentences > 100
    assert [event.name for event in built if isinstance(event, Built)] == [
        "rest-on-the-belly-daily", "swimming", "bridge",
    ]  # fmt: skip


def test_a_break_in_the_midst_of_a_guide_keeps_what_was_spoken(builder: Builder) -> None:
    class Interrupted(PacedVoice):
        def speak(self, text: str, locale: str, pace: int | None = None) -> np.ndarray:
            if sum(self.spoken.values()) == 7:
                raise KeyboardInterrupt
            return super().speak(text, locale)

    with pytest.raises(KeyboardInterrupt):
        builder(Interrupted(), names=("bridge", "swimming"), workers=2)
    voice = PacedVoice()
    builder(voice, names=("swimming",))

    planned = builder.events[0]
    assert isinstance(planned, Planned)
    assert planned.sentences == sum(voice.spoken.values())
    assert_whole(builder.out)


def test_nothing_changed_is_nothing_done(again: Builder) -> None:
    before = times(again.out)
    voice = ToneVoice()
    report = again(voice)

    assert (report.built, report.unchanged) == ((), NAMES)
    assert not voice.spoken
    assert before == times(again.out)


def test_the_same_words_and_voice_give_the_same_bytes_anywhere(again: Builder, tmp_path: Path) -> None:
    first = again.digests()
    again.out, again.cache = tmp_path / "elsewhere", tmp_path / "other-clips"
    again(workers=3)

    assert first == again.digests()


class Reworded:
    """The words, with one sentence changed."""

    def __init__(self, messages: Messages, old: str, new: str) -> None:
        self._messages, self._old, self._new = messages, old, new

    def __getattr__(self, name: str) -> object:
        return getattr(self._messages, name)

    def say(self, cue: Cue) -> str:
        return self._messages.say(cue).replace(self._old, self._new)


def test_one_changed_sentence_makes_one_clip_and_the_guides_that_say_it(again: Builder) -> None:
    again.reword("Rest at the wall", "Rest at the steps")
    voice = ToneVoice()
    report = again(voice)

    assert report.built == ("swimming",)
    assert list(voice.spoken) == ["Rest at the steps whenever you need to."]
    assert_whole(again.out)


@pytest.mark.parametrize(
    ("change", "built"),
    [
        pytest.param({"tick": True}, NAMES, id="ticks"),
        pytest.param({}, (), id="nothing"),
    ],
)
def test_what_changes_the_bytes_makes_them_again(
    again: Builder, change: dict[str, Any], built: tuple[str, ...]
) -> None:
    assert again(**change).built == built


def test_another_voice_makes_every_guide_again(again: Builder) -> None:
    assert again(ToneVoice("other")).built == NAMES


@pytest.mark.parametrize("name", ["swimming.mp3", "swimming.vtt", "swimming.chapters.json", "swimming.png"])
@pytest.mark.parametrize("damage", ["lost", "cut"])
def test_a_lost_or_damaged_file_is_made_again(again: Builder, name: str, damage: str) -> None:
    whole = again.digests()
    if damage == "lost":
        (again.out / name).unlink()
    else:
        (again.out / name).write_bytes((again.out / name).read_bytes()[:100])

    assert again(names=("swimming",)).built == ("swimming",)
    assert again.digests() == whole


@pytest.mark.parametrize("content", ["", "{", "[]"], ids=["empty", "half", "a list"])
def test_a_damaged_manifest_is_made_again(again: Builder, content: str) -> None:
    (again.out / NAME).write_text(content)

    report = again(names=("swimming",))

    assert [track.id for track in report.manifest.tracks] == ["swimming"]
    assert_whole(again.out)


def test_only_the_guides_asked_for_are_made_and_the_others_stay(again: Builder) -> None:
    before = again.digests()
    again.reword("Rest at the wall", "Rest at the steps")
    report = again(names=("swimming",))
    after = again.digests()

    assert report.built == ("swimming",)
    assert {track.id for track in report.manifest.tracks} == set(NAMES)
    changed = {name for name in after if after[name] != before[name]}
    assert {"swimming.mp3", "manifest.json", "all.zip"} <= changed
    assert not any(name.startswith("cat-camel") for name in changed)


def test_the_archive_holds_the_files_as_they_are(again: Builder) -> None:
    with zipfile.ZipFile(again.out / "all.zip") as archive:
        assert archive.testzip() is None
        assert all(member.compress_type == zipfile.ZIP_STORED for member in archive.infolist())
        for name in archive.namelist():
            assert archive.read(name) == (again.out / name).read_bytes()


def test_the_feed_is_written_when_its_address_is_known(builder: Builder) -> None:
    builder(base_url="https://coach.example/guides/")
    episodes = feedparser.parse((builder.out / "feed.xml").read_bytes()).entries

    assert [int(one.enclosures[0].length) for one in episodes] == [
        (builder.out / one.enclosures[0].href.rpartition("/")[2]).stat().st_size for one in episodes
    ]


# One voice for the whole of a guide -----------------------------------------------------------------------------


def test_a_voice_that_fails_in_the_middle_has_said_nothing_of_the_guide(builder: Builder) -> None:
    """Never two voices in one file: what the next voice speaks, it speaks from the first word on."""
    alone = builder(ToneVoice("other"), names=("swimming",), out=builder.out.with_name("alone")).manifest.tracks[0]
    broken, other = BrokenVoice(sentences=20), ToneVoice("other")
    report = builder(broken, other, names=("swimming",), cache=builder.cache.with_name("fresh"))
    track = report.manifest.tracks[0]

    assert sum(broken.spoken.values()) == 20
    assert set(broken.spoken) < set(other.spoken)
    assert alone.duration_seconds == track.duration_seconds
    sound = [
        (folder / "swimming.mp3").read_bytes()[-200_000:] for folder in (builder.out, builder.out.with_name("alone"))
    ]
    assert sound[0] == sound[1]


def test_the_stand_in_is_named_on_the_terminal_in_the_tags_and_in_the_manifest(builder: Builder) -> None:
    report = builder(BrokenVoice(), ToneVoice("other"), names=("swimming",))

    notice = FellBack(name="swimming", voice="broken", reason="too many requests (429)")
    assert report.fallbacks == (notice,)
    assert notice in builder.events
    assert report.manifest.tracks[0].voice == "other 1 (hum), in place of broken"
    assert ID3(builder.out / "swimming.mp3")["TXXX:Voice"].text == ["other 1 (hum), in place of broken"]


def test_a_stand_ins_guide_is_not_made_again_while_the_first_voice_is_away(builder: Builder) -> None:
    builder(BrokenVoice(), ToneVoice("other"), names=("swimming",))
    other = ToneVoice("other")
    report = builder(BrokenVoice(), other, names=("swimming",))

    assert report.unchanged == ("swimming",)
    assert not other.spoken


def test_the_first_voice_takes_over_when_it_is_back(builder: Builder) -> None:
    builder(BrokenVoice("first"), ToneVoice("other"), names=("swimming",))
    report = builder(ToneVoice("first"), ToneVoice("other"), names=("swimming",))

    assert report.built == ("swimming",)
    assert report.manifest.tracks[0].voice == "first 1 (hum)"


def test_guides_in_another_voice_are_left_alone_when_asked(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make run` works offline, and must not undo an evening with Google's voice."""
    monkeypatch.setattr("audio.build.voices_from", lambda name: (ToneVoice("first"), ToneVoice("other")))
    builder(ToneVoice("first"), names=("swimming",))
    kept = builder(ToneVoice("other"), keep_voices=True)

    assert kept.unchanged == ("swimming",)
    assert kept.manifest.voices == {"first": 1, "other": 1}

    builder.reword("Rest at the wall", "Rest at the steps")
    assert builder(ToneVoice("other"), keep_voices=True).built == ("swimming",)


class SlowCounter(ToneVoice):
    """Takes its time over numbers."""

    def speak(self, text: str, locale: str, pace: int | None = None) -> np.ndarray:
        samples = super().speak(text, locale)
        return np.repeat(samples, 8) if text.isdigit() else samples


def test_a_voice_too_slow_for_the_count_is_replaced(again: Builder) -> None:
    name = "cat-camel-stretch-beginner"
    report = again(SlowCounter("slow"), ToneVoice(), names=(name,))

    track = report.manifest.track(name)
    assert track is not None
    assert track.voice == "tone 1 (hum), in place of slow"
    assert "too slow" in report.fallbacks[0].reason


def test_without_any_voice_there_is_an_error_and_what_was_there_stays(again: Builder) -> None:
    before = again.digests()

    with pytest.raises(AudioError, match=r"no voice can speak swimming: broken: .*; dead: "):
        again(BrokenVoice(), BrokenVoice("dead"), names=("swimming",))
    assert again.digests() == before


# What must be refused ---------------------------------------------------------------------------------------------


def test_an_unknown_name_is_refused_before_anything_is_written(builder: Builder) -> None:
    with pytest.raises(AudioError, match="no guide 'swiming'; did you mean swimming"):
        builder(names=("swiming",))
    assert not builder.out.exists()


@pytest.mark.parametrize("words", ["Do this 2x a day.", "Повторите.", "呼吸"])
def test_words_no_voice_can_say_are_refused_before_anything_is_spoken(builder: Builder, words: str) -> None:
    builder.reword("Rest at the wall whenever you need to.", words)
    voice = ToneVoice()

    with pytest.raises(AudioError, match="cannot be said"):
        builder(voice)
    assert not voice.spoken


def test_two_builds_do_not_write_to_one_folder_at_once(builder: Builder) -> None:
    with only_builder(builder.out), pytest.raises(AudioError, match="another build is writing to"):
        builder()


def test_a_folder_that_is_a_file_is_an_error_with_its_path(builder: Builder) -> None:
    builder.out.write_text("in the way")

    with pytest.raises(AudioError, match=r"cannot write .*guides: .*choose another folder"):
        builder()


def test_a_full_disk_is_an_error_and_the_next_build_goes_on(again: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = again.digests()
    (again.out / "swimming.mp3").unlink()
    written = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if self.name.startswith(".swimming.mp3"):
            written(self, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return written(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(AudioError, match=r"cannot write .*swimming\.mp3: the disk is full"):
        again()
    monkeypatch.undo()

    assert_whole(again.out)
    assert not list(again.out.glob(".*.unfinished"))
    assert again().built == ("swimming",)
    assert again.digests() == whole


def test_a_guide_that_is_no_longer_made_is_taken_away_by_a_full_build(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder()
    monkeypatch.setattr("audio.build.guide_names", lambda catalog: ("swimming",))
    monkeypatch.setattr("audio.build.written_guides", _only_swimming)
    report = builder(names=())

    assert report.removed == ("cat-camel-stretch-beginner",)
    assert [track.id for track in report.manifest.tracks] == ["swimming"]
    assert not list(builder.out.glob("cat-camel*"))


def _only_swimming(catalog: Catalog, messages: Messages, names: tuple[str, ...]) -> tuple[object, ...]:
    from audio.guides import written_guides

    return written_guides(catalog, messages, ("swimming",))


# Killed ---------------------------------------------------------------------------------------------------------

BUILD = """
import pickle, sys
from pathlib import Path
from audio.build import build
from skill.speech.messages import messages_for
from tests.audio.voices import ToneVoice

catalog, out, cache, *names = sys.argv[1:]
print("ready", flush=True)
build(
    pickle.loads(Path(catalog).read_bytes()),
    messages_for("en-US"),
    out=Path(out),
    cache=Path(cache),
    voices=(ToneVoice(),),
    names=names,
)
"""
KILLED_NAMES = ("swimming", "swimming-beginner", "swimming-progressed")


def test_a_build_killed_at_any_moment_leaves_nothing_broken_and_the_next_one_goes_on(
    builder: Builder, tmp_path: Path
) -> None:
    import pickle

    reference = Builder(builder.catalog, builder.messages, tmp_path / "reference")
    reference(names=KILLED_NAMES)
    catalog = tmp_path / "catalog"
    catalog.write_bytes(pickle.dumps(builder.catalog))
    command = [sys.executable, "-c", BUILD, str(catalog), str(builder.out), str(builder.cache), *KILLED_NAMES]
    for seconds in (0.4, 1.3, 2.0):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert_whole(builder.out)
        for path in builder.out.glob("*.mp3"):
            assert soundfile.info(BytesIO(path.read_bytes())).samplerate == 24_000

    builder(names=KILLED_NAMES)

    assert builder.digests() == reference.digests()
    assert not list(builder.out.glob(".*.unfinished"))


def test_an_error_in_the_words_is_not_hidden(builder: Builder) -> None:
    class Wordless(Reworded):
        def say(self, cue: object) -> str:
            raise ContentError(["content/x.ftl:1:1: gone"])

    builder.messages = Wordless(builder.messages, "", "")

    with pytest.raises(ContentError):
        builder()


def test_the_manifest_is_replaced_never_edited(again: Builder) -> None:
    """A reader that holds the old manifest open keeps the whole of it."""
    before = (again.out / NAME).read_text()
    with (again.out / NAME).open() as old:
        again.reword("Rest at the wall", "Rest at the steps")
        again(names=("swimming",))

        assert old.read() == before
    assert (again.out / NAME).read_text() != before
