"""How one country's English differs from the base: words said in place of words, and whole messages of its own.

A locale with a file `instead.ftl` has no words but these; all others are those of its base. An entry of that file is
words in place of words, its id the base's words with hyphens between them::

    physical-therapist = physiotherapist

They are replaced wherever a sentence of the base has them, whatever the case of their first letter. Every other file
of the folder holds messages that are said in place of the base's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fluent.syntax import ast
from fluent.syntax.visitor import Transformer

INSTEAD = "instead.ftl"


@dataclass(frozen=True, kw_only=True)
class Differences:
    """What a locale says otherwise than its base."""

    words: Mapping[str, str] = field(default_factory=dict)
    """The base's words, lower case, and what is said in their place."""
    paths: tuple[Path, ...] = ()
    """Files of messages that are said in place of the base's."""

    def reworded(self, text: str) -> str:
        """Return *text* of the base in this locale's words."""
        return self._pattern.sub(self._instead, text) if self.words else text

    def apply(self, node: ast.Message | ast.Term) -> ast.Message | ast.Term:
        """Return *node*, a message of the base, in this locale's words; *node* itself is changed."""
        if self.words:
            _Rewording(self).visit(node)
        return node

    def found(self, text: str) -> frozenset[str]:
        """Return which of the words that are replaced are in *text*."""
        return frozenset(_plain(found[0]) for found in self._pattern.finditer(text)) if self.words else frozenset()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        phrases = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)
        return re.compile(rf"(?<![\w'])(?:{phrases})(?!\w)", re.IGNORECASE)

    def _instead(self, found: re.Match[str]) -> str:
        said = self.words[_plain(found[0])]
        return said[:1].upper() + said[1:] if found[0][:1].isupper() else said


AS_WRITTEN = Differences()
"""No difference at all."""


def is_derived(folder: Path) -> bool:
    """Return whether *folder*, a locale's, holds differences from another locale only."""
    return (folder / INSTEAD).is_file()


def words_of_id(entry_id: str) -> str:
    """Return the base's words that an entry of `instead.ftl` is about."""
    return entry_id.replace("-", " ").casefold()


def message_files(folder: Path) -> Iterable[Path]:
    """Return the files of *folder* with messages of its own."""
    return sorted(path for path in folder.glob("*.ftl") if path.name != INSTEAD)


class _Rewording(Transformer):
    def __init__(self, differences: Differences) -> None:
        self._differences = differences

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802 - Fluent's name
        node.value = self._differences.reworded(node.value)
        return node


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
