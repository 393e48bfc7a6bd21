"""What is in a folder of guides: `manifest.json`, for the page, the feed and the next build.

A file the manifest names is whole and is the one it describes: a guide is taken out before its files are replaced, and
put in afterwards. Reading it needs no audio library.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

NAME = "manifest.json"
FORM = 1
"""Raise it when the form changes: an older manifest is then as good as none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of a guide."""

    name: str
    """In the same folder."""
    bytes: int
    sha256: str
    """In hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter's beginning."""

    title: str
    start_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideFiles:
    """One guide that is there."""

    id: str
    title: str
    summary: str
    section: str
    """`recovery`, `strengthening`, `stretching`, `weight-loss` or `routine`."""
    phases: tuple[str, ...]
    region: str
    level: str | None
    """None for a routine."""
    figure: str
    track_number: int
    duration_seconds: float
    voice: str
    """As said in the tags."""
    chapters: tuple[Chapter, ...]
    files: Mapping[str, File]
    """`mp3`, `vtt`, `chapters` and `cover`."""
    key: str
    """Everything the guide was made from, digested."""
    edition: str = "full"
    """`full` or `daily`; a manifest from before there were two has full ones only."""

    @property
    def mp3(self) -> File:
        """Return the sound."""
        return self.files["mp3"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The guides in a folder, in order."""

    locale: str
    title: str
    summary: str
    artist: str
    cover: File | None = None
    """Of the whole collection."""
    cover_key: str = ""
    """What the cover was made from, digested."""
    archive: File | None = None
    """All guides in one zip."""
    tracks: tuple[GuideFiles, ...] = ()
    form: int = field(default=FORM)

    def track(self, guide_id: str) -> GuideFiles | None:
        """Return a guide by its name; None when it is not there."""
        return next((track for track in self.tracks if track.id == guide_id), None)

    @property
    def voices(self) -> Mapping[str, int]:
        """Return how many guides each voice speaks, the most used first."""
        return dict(Counter(track.voice.partition(" ")[0] for track in self.tracks).most_common())

    def with_track(self, track: GuideFiles) -> Manifest:
        """Return the manifest with *track* in its place."""
        others = (other for other in self.tracks if other.id != track.id)
        return replace(self, tracks=tuple(sorted((*others, track), key=lambda one: (one.track_number, one.id))))

    def without(self, guide_id: str) -> Manifest:
        """Return the manifest without a guide."""
        return replace(self, tracks=tuple(track for track in self.tracks if track.id != guide_id))

    def to_json(self) -> str:
        """Return it as text."""
        return json.dumps(self, default=_fields, ensure_ascii=False) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of *folder*; None when there is none, or none that can be understood."""
    try:
        return _manifest(json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _fields(value: _Json) -> dict[str, object]:
    return {each.name: getattr(value, each.name) for each in fields(value)}


_Json = Any
"""Whatever JSON gives. What does not fit raises on the way, and there is no manifest."""


def _manifest(content: _Json) -> Manifest:
    if content["form"] != FORM:
        raise ValueError("another form")
    files = {kind: _file(content[kind]) if content[kind] else None for kind in ("cover", "archive")}
    return Manifest(**{**content, **files, "tracks": tuple(map(_track, content["tracks"]))})


def _track(content: _Json) -> GuideFiles:
    chapters = tuple(Chapter(**chapter) for chapter in content["chapters"])
    files = {kind: _file(file) for kind, file in content["files"].items()}
    return GuideFiles(**{**content, "phases": tuple(content["phases"]), "chapters": chapters, "files": files})


def _file(content: _Json) -> File:
    return File(**content)
