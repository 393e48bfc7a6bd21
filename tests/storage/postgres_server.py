"""A PostgreSQL server of the tests' own, where Debian's package (or another one) is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.storage.surroundings import NOBODY
from tests.web.server import free_port

_PLACES = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/local/bin"), Path("/usr/bin"))


def binaries() -> Path | None:
    """Return the folder of the server's programs; None when it is not installed."""
    return next((place for place in _PLACES if (place / "initdb").exists() and (place / "pg_ctl").exists()), None)


@contextmanager
def running_server() -> Iterator[str]:
    """Yield the URL of an empty database on a server that is gone afterwards."""
    programs = binaries()
    assert programs is not None
    folder = Path(tempfile.mkdtemp())
    port = free_port()
    as_whom: dict[str, Any] = {}
    if os.geteuid() == 0:  # the server refuses to be root
        os.chown(folder, NOBODY, NOBODY)
        as_whom = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **as_whom)

    run(str(programs / "initdb"), "--pgdata", str(data), "--username", "coach", "--auth", "trust", "--no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    run(str(programs / "pg_ctl"), "--pgdata", str(data), "--wait", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://coach@127.0.0.1:{port}/postgres"
    finally:
        run(str(programs / "pg_ctl"), "--pgdata", str(data), "--wait", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
