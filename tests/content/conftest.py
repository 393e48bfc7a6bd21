"""A copy of the shipped content to break, one thing at a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from skill.catalog import CONTENT, check_content, documents, words


@pytest.fixture(autouse=True, scope="package")
def _parse_each_text_once() -> Iterator[None]:
    """Parse a text that was parsed before no more: the trees are only read, and most files stay as they are."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (documents, words):
            patch.setattr(module, "parsed", lru_cache(maxsize=None)(module.parsed))
        yield


class Folder:
    """A content folder that may be edited."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def edit(self, name: str, old: str, new: str) -> str:
        """Put *new* in the place of the first *old* in a file, and return `path:line:column` of *new*."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r} to break"

        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self._place(name, text.index(old), new)

    def place(self, name: str, text: str) -> str:
        """Return `path:line:column` of the first *text* in a file."""
        return self._place(name, (self.root / name).read_text(encoding="utf-8").index(text), text)

    def write(self, name: str, text: str) -> None:
        """Write a file, its folder too."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def assert_breaks(self, name: str, old: str, new: str, *, at: str | None, field: str, problem: str) -> None:
        """Assert that *new* in the place of *old* is told as a mistake of *field*: where *at* is, or at *new* itself.

        An empty *at* is the top of the file.
        """
        place = self.edit(name, old, new)
        if at is not None:
            place = self.place(name, at) if at else f"content/{name}:1:1"

        mistakes = self.mistakes()

        told = any(one.startswith(f"{place}: {field}: ") and problem in one for one in mistakes)
        assert told, "\n".join([f"expected {place}: {field}: ... {problem}", *mistakes])

    def mistakes(self) -> tuple[str, ...]:
        """Return what the catalog says about the folder."""
        return check_content(self.root)

    def _place(self, name: str, offset: int, text: str) -> str:
        before = (self.root / name).read_text(encoding="utf-8")[: offset + len(text) - len(text.lstrip())]
        return f"content/{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.fixture
def content(tmp_path: Path) -> Folder:
    """A copy of the shipped content."""
    return Folder(shutil.copytree(CONTENT, tmp_path / "content"))
