"""Every word of the glossary is in the code, once."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|`]+) \| `([\w.]+)` \| [^|]+ \| [^|]+ \|$", GLOSSARY, re.MULTILINE)


@pytest.mark.parametrize(("word", "name"), ROWS)
def test_the_word_is_in_the_code(word: str, name: str) -> None:
    module, _, attribute = name.rpartition(".")

    assert hasattr(import_module(module), attribute), word


def test_every_row_is_read_and_no_word_is_there_twice() -> None:
    words = [word for word, _ in ROWS]

    assert len(ROWS) == len(re.findall(r"^\| (?!word |---)", GLOSSARY, re.MULTILINE))
    assert len(set(words)) == len(words) > 40
