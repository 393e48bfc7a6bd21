"""What is said when, for those who read along: WebVTT, and chapters as podcast apps take them."""

from __future__ import annotations

import json

from audio.timeline import Timeline, seconds_of

CHAPTERS_VERSION = "1.2.0"
"""Of the podcast namespace's JSON chapters, https://podcasting2.org/docs/podcast-namespace/tags/chapters."""


def web_vtt(timeline: Timeline) -> str:
    """Return the words of *timeline* as WebVTT, a cue for each sentence."""
    cues = (
        f"{number}\n{_time(spoken.start)} --> {_time(spoken.end)}\n{_escaped(spoken.text)}\n"
        for number, spoken in enumerate(timeline.spoken, start=1)
    )
    return "\n".join(("WEBVTT\n", *cues))


def chapters_json(timeline: Timeline, title: str) -> str:
    """Return the chapters of *timeline* in the podcast namespace's JSON form."""
    chapters = [
        {"startTime": seconds_of(start), "endTime": seconds_of(end), "title": name}
        for name, start, end in chapter_spans(timeline)
    ]
    return json.dumps({"version": CHAPTERS_VERSION, "title": title, "chapters": chapters}, indent=1) + "\n"


def chapter_spans(timeline: Timeline) -> tuple[tuple[str, int, int], ...]:
    """Return the title, first sample and end of each chapter; the first one begins with the file."""
    starts = [0, *(chapter.start for chapter in timeline.chapters[1:])]
    ends = [*starts[1:], timeline.samples]
    titles = [chapter.title for chapter in timeline.chapters]
    return tuple(zip(titles, starts, ends, strict=True))


def _time(samples: int) -> str:
    milliseconds = round(seconds_of(samples) * 1000)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    seconds, milliseconds = divmod(milliseconds, 1000)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
