"""What players show of a guide: ID3 v2.3 with chapters, cover, and words in step with the sound."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from mutagen import id3

from audio.timeline import Timeline, seconds_of
from audio.transcript import chapter_spans

LANGUAGES = {"de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "pt": "por"}
"""ISO 639-2, as ID3 wants it."""
_frames: Any = id3  # only some of it has types
_UTF_16, _LATIN_1 = 1, 0
_FRONT_COVER = 3
_TOP_LEVEL_ORDERED = 0b11
_NOWHERE = 0xFFFFFFFF
"""A chapter's byte offset that says: go by the time."""
_MILLISECONDS, _LYRICS = 2, 1
_HEADER_BYTES = 10
"""Of the tag, and of each frame in it."""
_LAST = {b"CTOC": 1, b"CHAP": 2, b"USLT": 3, b"SYLT": 4, b"APIC": 5}
"""These come after all others, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a guide's tags say, its times apart."""

    title: str
    artist: str
    album: str
    genre: str
    track_number: int
    locale: str
    voice: str
    """The voice that was used, and whether it stands in for another."""
    cover: bytes
    """PNG."""


def tagged(mp3: bytes, tags: Tags, timeline: Timeline) -> bytes:
    """Return *mp3* with its tags in front. The same input gives the same bytes."""
    language = LANGUAGES.get(tags.locale.partition("-")[0], "und")
    header = _frames.ID3()
    for frame in (
        _frames.TIT2(encoding=_UTF_16, text=tags.title),
        _frames.TPE1(encoding=_UTF_16, text=tags.artist),
        _frames.TALB(encoding=_UTF_16, text=tags.album),
        _frames.TCON(encoding=_UTF_16, text=tags.genre),
        _frames.TRCK(encoding=_LATIN_1, text=str(tags.track_number)),
        _frames.TLAN(encoding=_LATIN_1, text=language),
        _frames.TLEN(encoding=_LATIN_1, text=str(_milliseconds(timeline.samples))),
        _frames.TXXX(encoding=_UTF_16, desc="Voice", text=tags.voice),
        _frames.APIC(encoding=_LATIN_1, mime="image/png", type=_FRONT_COVER, desc="", data=tags.cover),
        *_chapters(timeline),
        *_words(timeline, language),
    ):
        header.add(frame)
    content = BytesIO()
    header.save(content, v1=0, v2_version=3, padding=lambda _: 0)
    return _in_order(content.getvalue()) + mp3


def _in_order(tag: bytes) -> bytes:
    """Return *tag* with its chapters in the order of time, as players take them: mutagen sorts frames by size."""
    header, rest = tag[:_HEADER_BYTES], tag[_HEADER_BYTES:]
    frames: list[tuple[int, bytes]] = []
    while rest:
        size = _HEADER_BYTES + int.from_bytes(rest[4:8], "big")
        frame, rest = rest[:size], rest[size:]
        kind = frame[:4].decode()
        start = int.from_bytes(frame[frame.index(0, _HEADER_BYTES) + 1 :][:4], "big") if kind == "CHAP" else -1
        frames.append((start, frame))
    frames.sort(key=lambda one: (_LAST.get(one[1][:4], 0), one[0]))
    return header + b"".join(frame for _, frame in frames)


def _chapters(timeline: Timeline) -> list[Any]:
    chapters = [
        _frames.CHAP(
            element_id=f"chapter-{number}",
            start_time=_milliseconds(start),
            end_time=_milliseconds(end),
            start_offset=_NOWHERE,
            end_offset=_NOWHERE,
            sub_frames=[_frames.TIT2(encoding=_UTF_16, text=title)],
        )
        for number, (title, start, end) in enumerate(chapter_spans(timeline), start=1)
    ]
    contents = _frames.CTOC(
        element_id="contents",
        flags=_TOP_LEVEL_ORDERED,
        child_element_ids=[chapter.element_id for chapter in chapters],
        sub_frames=[],
    )
    return [*chapters, contents]


def _words(timeline: Timeline, language: str) -> tuple[Any, Any]:
    timed = [(spoken.text, _milliseconds(spoken.start)) for spoken in timeline.spoken]
    lines = "\n".join(spoken.text for spoken in timeline.spoken)
    return (
        _frames.SYLT(encoding=_UTF_16, lang=language, format=_MILLISECONDS, type=_LYRICS, desc="", text=timed),
        _frames.USLT(encoding=_UTF_16, lang=language, desc="", text=lines),
    )


def _milliseconds(samples: int) -> int:
    return round(seconds_of(samples) * 1000)
