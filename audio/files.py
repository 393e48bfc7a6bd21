"""Files that are either whole or not there."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from skill.errors import AudioError

UNFINISHED = ".unfinished"
"""How the name of a file ends while it is being written. One that is left over belongs to a killed process."""

_REMEDIES = {
    errno.ENOSPC: "the disk is full: free some space, or choose another folder",
    errno.EDQUOT: "the quota is used up: free some space, or choose another folder",
    errno.EACCES: "it may not be written: choose another folder, or change who may write there",
    errno.EPERM: "it may not be written: choose another folder, or change who may write there",
    errno.EROFS: "the disk is read-only: choose another folder",
    errno.ENOTDIR: "a part of the path is a file: choose another folder",
    errno.EEXIST: "there is a file where a folder is needed: choose another folder",
    errno.EISDIR: "there is a folder where a file is needed: move it away",
}


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path*, whose folder is made. Readers find the old file or the new one, never a part.

    Raise `AudioError` with the path and the remedy when it cannot be written; nothing is left behind then.
    """
    with whole_file(path) as unfinished:
        unfinished.write_bytes(content)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the path to write to; what is there when the block ends becomes *path*. Errors as in `write_whole`."""
    with cannot_write(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=UNFINISHED, dir=path.parent)
        os.close(handle)
        unfinished = Path(name)
        try:
            yield unfinished
            unfinished.chmod(0o644)
            unfinished.replace(path)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise


@contextmanager
def cannot_write(path: Path) -> Iterator[None]:
    """Turn an `OSError` into an `AudioError` that names *path* and says what to do."""
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, error.strerror or str(error))
        raise AudioError(f"cannot write {path}: {remedy}") from error
