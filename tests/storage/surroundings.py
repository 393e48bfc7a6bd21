"""The machine around a store: a server to test with, an ordinary user to be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POSTGRES_VARIABLE = "SPINE_COACH_TEST_POSTGRES_URL"
"""Names an empty PostgreSQL database to test with as well; each test makes a schema of its own in it."""
POSTGRES_URL = os.environ.get(POSTGRES_VARIABLE)

NOBODY = 65534


@contextmanager
def ordinary_user(folder: Path) -> Iterator[None]:
    """Step down from root, to whom no file is read-only, and own *folder* as somebody else."""
    if os.geteuid() != 0:
        yield
        return
    for file in (folder, *folder.iterdir()):
        os.chown(file, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def open_files(path: Path) -> list[str]:
    """Return the files whose name begins with *path* and that this process has open."""
    files = (file.readlink() for file in Path("/proc/self/fd").iterdir() if file.is_symlink())
    return [str(file) for file in files if str(file).startswith(str(path))]
