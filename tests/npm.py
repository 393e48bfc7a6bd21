"""Programs from npm that only tests use, pinned, installed into the virtual environment when they are first wanted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

INSTALL_SECONDS = 90


def npm_package(name: str, version: str) -> Path | None:
    """Return the folder of an npm package with what it needs; None when npm is missing or cannot install it."""
    home = Path(sys.prefix) / "npm" / f"{name}-{version}"
    package = home / "node_modules" / name
    npm = shutil.which("npm")
    if not package.is_dir() and npm and shutil.which("node"):
        _install(npm, f"{name}@{version}", home)
    return package if package.is_dir() else None


def _install(npm: str, package: str, home: Path) -> None:
    """Install aside and move it into place whole, since several test processes may want it at once."""
    home.parent.mkdir(parents=True, exist_ok=True)
    aside = tempfile.mkdtemp(dir=home.parent)
    command = [npm, "install", "--prefix", aside, "--no-audit", "--no-fund", "--ignore-scripts", package]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=INSTALL_SECONDS)
        if done.returncode == 0 and not home.exists():
            os.rename(aside, home)  # noqa: PTH104 - fails when another process was first
    except (OSError, subprocess.TimeoutExpired):
        pass
    finally:
        shutil.rmtree(aside, ignore_errors=True)
