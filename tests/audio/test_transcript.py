"""The transcript and the chapters, as a browser and a podcast app read them."""

from __future__ import annotations

import html
import json
import re

from audio.sound import SAMPLE_RATE
from audio.timeline import Timeline
from audio.transcript import chapters_json, web_vtt

CUE = re.compile(
    r"(?P<id>\d+)\n(?P<start>\d\d:\d\d:\d\d\.\d{3}) --> (?P<end>\d\d:\d\d:\d\d\.\d{3})\n(?P<text>[^\n]+)\n"
)


def seconds(stamp: str) -> float:
    hours, minutes, rest = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def test_every_word_has_its_cue_at_its_time(timeline: Timeline) -> None:
    header, *blocks = web_vtt(timeline).split("\n\n")
    cues = [CUE.fullmatch(f"{block.rstrip()}\n") for block in blocks]

    assert header == "WEBVTT"
    assert [word.text for word in timeline.spoken] == [html.unescape(cue["text"]) for cue in cues if cue]
    for cue, word in zip(cues, timeline.spoken, strict=True):
        assert cue
        assert abs(seconds(cue["start"]) - word.start / SAMPLE_RATE) <= 0.0005
        assert abs(seconds(cue["end"]) - word.end / SAMPLE_RATE) <= 0.0005


def test_what_would_be_markup_is_escaped(timeline: Timeline) -> None:
    assert "tests &amp; nobody" in web_vtt(timeline)


def test_the_chapters_are_the_namespaces_own_form(timeline: Timeline) -> None:
    content = json.loads(chapters_json(timeline, "Little guide"))

    assert content["version"] == "1.2.0"
    assert content["title"] == "Little guide"
    assert [chapter.title for chapter in timeline.chapters] == [one["title"] for one in content["chapters"]]
    starts = [one["startTime"] for one in content["chapters"]]
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert [one["endTime"] for one in content["chapters"]] == [*starts[1:], timeline.samples / SAMPLE_RATE]
