"""The content folder, read and checked: YAML and Fluent files become a `Catalog`, or every mistake in them at once."""

from __future__ import annotations

from pathlib import Path

from skill.catalog import snapshot
from skill.domain.catalog.catalog import Catalog
from skill.errors import ContentError

__all__ = ["CONTENT", "check_content", "load_catalog"]

CONTENT = Path(__file__).parents[1] / "content"
"""The content that ships with the skill."""


def load_catalog(root: Path = CONTENT, *, cache: Path | None = None) -> Catalog:
    """Return the catalog of the content folder *root*.

    With *cache*, a folder, a catalog whose files (and whose checks) have not changed since is taken from there
    unread and unchecked, and a new one is left there. Raise `ContentError` with every mistake in the folder.
    """
    key = snapshot.key_of(root) if cache else ""
    if cache and (kept := snapshot.load(cache, key)):
        return kept
    catalog = _checked(root)
    if cache:
        snapshot.save(cache, key, catalog)
    return catalog


def check_content(root: Path = CONTENT) -> tuple[str, ...]:
    """Return every mistake in *root* as `path:line:column: field: what is wrong`; nothing when all is well."""
    try:
        _checked(root)
    except ContentError as error:
        return error.mistakes
    return ()


def _checked(root: Path) -> Catalog:
    # Not at the top: ruamel.yaml, pydantic and Fluent cost more than the rest of a start, which a cache spares.
    from skill.catalog.documents import Refused
    from skill.catalog.loading import Loader

    try:
        return Loader(root).load()
    except Refused as refused:
        raise ContentError(map(str, refused.mistakes)) from None
