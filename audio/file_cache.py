"""Files kept under what decides their content, so that nothing is made twice.

Any number of threads and processes may share one folder: a file is made by whoever comes first, and the others wait for
it. It is written beside its place and moved there, and starts with the digest of the rest, so that whatever a crash or
a bad disk leaves behind is noticed and made again.
"""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from audio.files import cannot_write, write_whole
from skill.errors import AudioError

_DIGEST_BYTES = 32


class KeptFiles:
    """A folder of such files. Raises `AudioError` with the path and the remedy when it cannot be written."""

    def __init__(self, folder: Path, ending: str) -> None:
        """Keep files whose names end in *ending* under *folder*, which is made when it is needed."""
        self._folder = folder
        self._ending = ending

    def holds(self, key: str) -> bool:
        """Return whether something is kept under *key*; only reading it tells whether it is whole."""
        return self._path(key).is_file()

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under *key* (a hexadecimal digest), made by *make* if nobody has made it yet."""
        path = self._path(key)
        found = _read(path)
        if found is not None:
            return found
        with _only_one(path):
            found = _read(path)
            if found is None:
                found = make()
                write_whole(path, hashlib.sha256(found).digest() + found)
            return found

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}{self._ending}"


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    """Hold the lock of *path*: a file's lock, because it counts between processes as it does between threads."""
    lock_path = path.with_suffix(".lock")
    with cannot_write(lock_path):
        lock_path.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_path.open("wb")
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
        lock_path.unlink(missing_ok=True)  # whoever waits for it finds the file made, and needs no lock


def _read(path: Path) -> bytes | None:
    """Return the content of *path*, or None when there is none, or what is there is damaged."""
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise AudioError(f"cannot read {path}: {error.strerror}; delete it, and it is made again") from error
    digest, rest = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    return rest if rest and hashlib.sha256(rest).digest() == digest else None
