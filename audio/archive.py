"""All guides in one zip. They are compressed already, so they are only stored; the same guides give the same bytes."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from audio.files import whole_file
from audio.manifest import File, Manifest

NAME = "all.zip"
KINDS = ("mp3", "vtt")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16


def archive_digest(manifest: Manifest) -> str:
    """Return a digest of what the archive of *manifest* holds."""
    return hashlib.sha256("\n".join(f"{file.name} {file.sha256}" for file in _members(manifest)).encode()).hexdigest()


def write_archive(manifest: Manifest, folder: Path) -> File:
    """Write the archive into *folder*; its digest is the one of its contents. Errors as in `files.whole_file`."""
    path = folder / NAME
    with whole_file(path) as unfinished, ZipFile(unfinished, "w", ZIP_STORED) as archive:
        for file in _members(manifest):
            member = ZipInfo(file.name, _LONG_AGO)
            member.external_attr = _READABLE
            member.file_size = file.bytes
            with (folder / file.name).open("rb") as source, archive.open(member, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)
    return File(name=NAME, bytes=path.stat().st_size, sha256=archive_digest(manifest))


def _members(manifest: Manifest) -> tuple[File, ...]:
    files = (track.files[kind] for track in manifest.tracks for kind in KINDS)
    return tuple(sorted(files, key=lambda file: file.name))
