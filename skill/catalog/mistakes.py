"""What is wrong in a content file, and where: one line an editor can jump to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mistake:
    """One mistake. Lines and columns count from 1; *path* starts at the content folder's own name."""

    path: str
    line: int = 1
    column: int = 1
    field: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.field}: {self.problem}"


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the nearest of *known*, or nothing when none is near."""
    near = get_close_matches(str(word), sorted(known), n=1)
    return f"; did you mean `{near[0]}`?" if near else ""


def unknown(what: str, word: object, known: Iterable[str]) -> str:
    """Return the sentence for a *word* that names no *what*."""
    return f"unknown {what} `{word}`{did_you_mean(word, known)}"
