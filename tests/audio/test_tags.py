"""What a player reads from a guide, by an independent reader."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from audio.encode import Encoded
from audio.sound import SAMPLE_RATE
from audio.tags import Tags, tagged
from audio.timeline import Timeline

COVER = b"\x89PNG\r\n\x1a\n and so on"
TAGS = Tags(
    title="Bridge, standard level",
    artist="Spine Coach",
    album="Spine Coach exercise guides",
    genre="Speech",
    track_number=3,
    locale="en-US",
    voice="hibari 0.2.1 (heart), in place of gtts",
    cover=COVER,
)


@pytest.fixture(scope="module")
def file(sound: Encoded, timeline: Timeline) -> bytes:
    return tagged(sound.mp3, TAGS, timeline)


@pytest.fixture(scope="module")
def read(file: bytes) -> ID3:
    return ID3(BytesIO(file), translate=False)


def test_the_tags_are_id3_version_2_3_and_the_sound_is_untouched(file: bytes, sound: Encoded) -> None:
    assert file.startswith(b"ID3\x03\x00")
    assert file.endswith(sound.mp3)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("TIT2", "Bridge, standard level"),
        ("TPE1", "Spine Coach"),
        ("TALB", "Spine Coach exercise guides"),
        ("TCON", "Speech"),
        ("TRCK", "3"),
        ("TLAN", "eng"),
        ("TXXX:Voice", "hibari 0.2.1 (heart), in place of gtts"),
    ],
)
def test_what_a_player_shows(read: ID3, frame: str, expected: str) -> None:
    assert [expected] == read[frame].text


def test_the_cover_is_in_front(read: ID3) -> None:
    (picture,) = read.getall("APIC")

    assert (picture.mime, picture.type, picture.data) == ("image/png", 3, COVER)


def test_the_chapters_cover_the_whole_guide_without_a_gap(read: ID3, timeline: Timeline) -> None:
    (contents,) = read.getall("CTOC")
    chapters = [read[f"CHAP:{name}"] for name in contents.child_element_ids]
    titles = [str(chapter.sub_frames["TIT2"]) for chapter in chapters]

    assert titles == ["Start", "Set 1", "Set 2", "Rest", "Set 1", "Set 2", "Close"]
    assert [chapter.end_time for chapter in chapters[:-1]] == [chapter.start_time for chapter in chapters[1:]]
    assert chapters[0].start_time == 0
    assert chapters[-1].end_time == round(timeline.samples / SAMPLE_RATE * 1000)
    assert [chapter.start * 1000 // SAMPLE_RATE for chapter in timeline.chapters[1:]] == [
        chapter.start_time for chapter in chapters[1:]
    ]


def test_chapters_stand_in_the_tag_in_the_order_of_time(file: bytes, read: ID3) -> None:
    """Many players take them as they come."""
    (contents,) = read.getall("CTOC")
    in_file = re.findall(rb"CHAP.{6}(chapter-\d+)\0", file, re.DOTALL)

    assert [name.decode() for name in in_file] == contents.child_element_ids


def test_the_words_are_in_step_with_the_sound(read: ID3, timeline: Timeline) -> None:
    (synced,) = read.getall("SYLT")

    assert synced.format == 2
    assert synced.lang == "eng"
    assert synced.text == [(word.text, round(word.start * 1000 / SAMPLE_RATE)) for word in timeline.spoken]


def test_the_words_are_there_to_read(read: ID3) -> None:
    (lyrics,) = read.getall("USLT")

    assert lyrics.text.splitlines()[:3] == ["Little guide.", "It is for tests & nobody else.", "Up"]


def test_a_player_sees_the_right_length_and_bit_rate(file: bytes, timeline: Timeline) -> None:
    info: Any = MP3(BytesIO(file)).info

    assert info.length == pytest.approx(timeline.samples / SAMPLE_RATE, abs=0.1)
    assert (info.bitrate, info.sample_rate, info.channels, info.version, info.layer) == (48_000, 24_000, 1, 2, 3)


def test_the_same_input_gives_the_same_bytes(file: bytes, sound: Encoded, timeline: Timeline) -> None:
    assert file == tagged(sound.mp3, TAGS, timeline)
