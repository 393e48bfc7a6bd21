"""The MP3 guides: the page, the files, the feed. No name from a URL ever reaches the file system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, render_template, request, send_file, url_for

from audio.feed import feed
from audio.manifest import NAME, Chapter, File, GuideFiles, Manifest, read_manifest
from skill.bootstrap import Application
from skill.screen.figures import figure_ids, svg

YEAR_SECONDS = 365 * 24 * 3600
TYPES = {
    ".mp3": "audio/mpeg",
    ".vtt": "text/vtt",
    ".json": "application/json+chapters",
    ".zip": "application/zip",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}
SECTIONS = {
    "recovery": "Recovery",
    "strengthening": "Strengthening",
    "stretching": "Stretching",
    "weight-loss": "Weight loss",
    "routine": "Whole routines",
}
REGIONS = {"low-back": "low back", "neck": "neck", "both": "low back and neck"}
VOICES = {"gtts": "Google's voice", "hibari": "the bundled voice", "espeak": "eSpeak"}
LEVELS = {"beginner": "Beginner", "standard": "Standard", "progressed": "Progressed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One guide as the page shows it."""

    track: GuideFiles
    label: str

    @property
    def length(self) -> str:
        """Return its length, such as "4 min 05 s"."""
        return spoken_length(self.track.duration_seconds)

    @property
    def voice(self) -> str:
        """Return who speaks it."""
        name = self.track.voice.partition(" ")[0]
        return VOICES.get(name, name)

    @property
    def megabytes(self) -> str:
        """Return its size."""
        return f"{self.track.mp3.bytes / 1_000_000:.1f} MB"

    @property
    def chapters(self) -> Iterator[tuple[Chapter, str]]:
        """Yield each chapter and its time, such as "1:05"."""
        for chapter in self.track.chapters:
            minutes, seconds = divmod(int(chapter.start_seconds), 60)
            yield chapter, f"{minutes}:{seconds:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """An exercise with its recordings, or one routine."""

    id: str
    title: str
    summary: str
    region: str
    figure: str
    """SVG, drawn by the project."""
    recordings: tuple[Recording, ...]


def blueprint(application: Application) -> Blueprint:
    """Return the blueprint of everything under `/guides/`."""
    pages = Blueprint("guides", __name__, url_prefix="/guides")
    folder = application.settings.guides_dir

    @pages.get("/")
    def page() -> str:
        manifest = _manifest(folder)
        sections = tuple(_sections(manifest)) if manifest else ()
        return render_template("guides.html", manifest=manifest, sections=sections, levels=LEVELS)

    @pages.get("/feed.xml", defaults={"edition": "full"})
    @pages.get("/daily.xml", defaults={"edition": "daily"})
    def podcast(edition: str) -> Response:
        manifest = _manifest(folder) or abort(404)
        outside = urlsplit(application.settings.public_url or request.host_url)
        body = feed(manifest, f"{outside.scheme}://{outside.netloc}{url_for('guides.page')}", edition)
        response = Response(body, mimetype="application/rss+xml")
        response.add_etag()
        response.make_conditional(request)
        return response

    @pages.get("/<name>")
    def newest(name: str) -> Response:
        file = _files(_manifest(folder)).get(name) or abort(404)
        return _sent(folder, file, max_age=0)

    @pages.get("/files/<sha256>/<name>")
    def unchanging(sha256: str, name: str) -> Response:
        file = _files(_manifest(folder)).get(name)
        if file is None or file.sha256 != sha256:
            abort(404)
        response = _sent(folder, file, max_age=YEAR_SECONDS)
        response.cache_control.immutable = True
        return response

    return pages


def spoken_length(seconds: float) -> str:
    """Return a length for the eye, such as "4 min 05 s"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def _sent(folder: Path, file: File, *, max_age: int) -> Response:
    path = folder / file.name
    if not path.is_file():
        abort(404)
    kind = TYPES.get(path.suffix, "application/octet-stream")
    response = send_file(path, mimetype=kind, conditional=True, etag=file.sha256, max_age=max_age)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _manifest(folder: Path) -> Manifest | None:
    try:
        changed = (folder / NAME).stat().st_mtime_ns
    except OSError:
        return None
    return _read(folder, changed)


@lru_cache(maxsize=4)
def _read(folder: Path, _changed: int) -> Manifest | None:
    return read_manifest(folder)


def _files(manifest: Manifest | None) -> dict[str, File]:
    """Return every file that may be sent, by its name."""
    if manifest is None:
        return {}
    files = [file for track in manifest.tracks for file in track.files.values()]
    files += [file for file in (manifest.cover, manifest.archive) if file]
    return {file.name: file for file in files}


def _sections(manifest: Manifest) -> Iterator[tuple[str, str, tuple[GuideEntry, ...]]]:
    for section, title in SECTIONS.items():
        tracks = [track for track in manifest.tracks if track.section == section]
        if tracks:
            yield section, title, tuple(_entries(tracks))


def _label(track: GuideFiles) -> str:
    """Return what a recording is called beside the others of its exercise, such as "Beginner, daily"."""
    level = LEVELS.get(track.level or "", "Guide")
    return level if track.edition == "full" else f"{level}, {track.edition}"


def _entries(tracks: list[GuideFiles]) -> Iterator[GuideEntry]:
    tracks = sorted(tracks, key=lambda track: track.edition != "full")
    entries: dict[str, list[GuideFiles]] = {}
    for track in tracks:
        entry_id = track.id.removesuffix("-daily") if track.level is None else track.figure
        entries.setdefault(entry_id, []).append(track)
    for entry_id, group in entries.items():
        members = sorted(group, key=lambda track: (track.level not in ("standard", None), track.level or ""))
        first = members[0]
        title = first.title if first.level is None else first.title.rsplit(",", 1)[0]
        yield GuideEntry(
            id=entry_id,
            title=title,
            summary=first.summary,
            region=REGIONS.get(first.region, first.region),
            figure=svg(first.figure, title) if first.figure in figure_ids() else "",
            recordings=tuple(Recording(track=one, label=_label(one)) for one in members),
        )
