"""The secret patients' keys are made with, when none is set: made once, kept for the owner's eyes only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import platformdirs

from skill.errors import ConfigError


def kept_secret(folder: Path | None = None) -> bytes:
    """Return the secret in *folder* (the user's data folder by default), made now if there is none.

    Raise `ConfigError` when the folder cannot be written.
    """
    path = (folder or platformdirs.user_data_path("spine-coach")) / "secret"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            _write(path)
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"The secret cannot be kept in {path} ({error.strerror}). "
            "Make the folder writable, or set SPINE_COACH_SECRET."
        ) from error


def _write(path: Path) -> None:
    """Write a new secret whole or not at all; when two processes try, the first one wins."""
    draft = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_hex(32))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
