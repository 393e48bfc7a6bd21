"""The shipped content, read and checked once in a process."""

from __future__ import annotations

from functools import cache

from skill.catalog import load_catalog
from skill.domain.catalog.catalog import Catalog


@cache
def shipped_catalog() -> Catalog:
    """Return the catalog of the content that ships with the skill."""
    return load_catalog()
