"""The folder the guides are in: one builder at a time, and a manifest that never names what is not whole."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from audio import archive, feed, manifest
from audio.files import UNFINISHED, cannot_write, write_whole
from audio.manifest import File, GuideFiles, Manifest, read_manifest
from skill.errors import AudioError

LOCK = ".building"


class GuideFolder:
    """What is in *path* now, and how it changes. Use it inside `only_builder`."""

    def __init__(self, path: Path, empty: Manifest) -> None:
        """Take up what is there; a manifest in another language, or an unreadable one, counts as *empty*."""
        self._path = path
        found = read_manifest(path)
        same = found is not None and found.locale == empty.locale
        header = replace(empty, cover=None, archive=None, tracks=())
        self._manifest = replace(found, title=header.title, summary=header.summary) if found and same else header

    @property
    def manifest(self) -> Manifest:
        """Return what is there."""
        return self._manifest

    def whole_track(self, guide_id: str) -> GuideFiles | None:
        """Return a guide that is there with all its files undamaged; None otherwise."""
        track = self._manifest.track(guide_id)
        return track if track and all(map(self.is_whole, track.files.values())) else None

    def is_whole(self, file: File) -> bool:
        """Return whether *file* is there and undamaged."""
        try:
            with (self._path / file.name).open("rb") as content:
                return hashlib.file_digest(content, "sha256").hexdigest() == file.sha256
        except OSError:
            return False

    def publish(self, track: GuideFiles, contents: Mapping[str, bytes]) -> None:
        """Replace a guide and its files. At no moment does the manifest name a file that is another one."""
        if self._manifest.track(track.id):
            self._write(self._manifest.without(track.id))
        for kind, file in track.files.items():
            write_whole(self._path / file.name, contents[kind])
        self._write(self._manifest.with_track(track))

    def publish_cover(self, content: bytes, name: str, key: str) -> None:
        """Replace the cover of the whole collection."""
        self._write(replace(self._manifest, cover=None))
        write_whole(self._path / name, content)
        self._write(replace(self._manifest, cover=file_of(name, content), cover_key=key))

    def remove(self, track: GuideFiles) -> None:
        """Take a guide out that is no longer made."""
        self._write(self._manifest.without(track.id))
        for file in track.files.values():
            with suppress(OSError):
                (self._path / file.name).unlink()

    def finish(self, base_url: str | None) -> None:
        """Bring the archive up to date, and the feed when its address is known."""
        kept = self._manifest.archive
        path = self._path / archive.NAME
        current = kept and kept.sha256 == archive.archive_digest(self._manifest)
        if not (current and path.is_file() and kept and path.stat().st_size == kept.bytes):
            self._write(replace(self._manifest, archive=None))
            self._write(replace(self._manifest, archive=archive.write_archive(self._manifest, self._path)))
        if base_url:
            for edition, name in feed.FEED_NAMES.items():
                write_whole(self._path / name, feed.feed(self._manifest, base_url, edition))

    def _write(self, changed: Manifest) -> None:
        self._manifest = changed
        write_whole(self._path / manifest.NAME, changed.to_json().encode())


def file_of(name: str, content: bytes) -> File:
    """Return the description of a file with *content*."""
    return File(name=name, bytes=len(content), sha256=hashlib.sha256(content).hexdigest())


@contextmanager
def only_builder(path: Path) -> Iterator[None]:
    """Hold the folder for one builder, and clear away what killed ones left unfinished.

    Raise `AudioError` while somebody else builds into it.
    """
    with cannot_write(path):
        path.mkdir(parents=True, exist_ok=True)
        lock = (path / LOCK).open("wb")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AudioError(f"another build is writing to {path}: wait for it, or choose another folder") from None
        for left_over in path.glob(f".*{UNFINISHED}"):
            with suppress(OSError):
                left_over.unlink()
        yield
