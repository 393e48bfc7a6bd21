"""Which version of a package is installed: looked up once, because every key asks."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version


@cache
def installed_version(package: str) -> str:
    """Return the version of *package*."""
    return version(package)
