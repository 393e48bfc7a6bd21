"""What the content calls each exercise: its name and its other names, from its own Fluent file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.catalog.words import NAME, Text, Words, read_words

_SERIES = "alias"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase, and where it is written."""

    text: str
    path: str
    line: int
    column: int


def exercise_names(content: Path, locale: str, determiners: tuple[str, ...]) -> dict[str, tuple[Phrase, ...]]:
    """Return the names of every exercise that has words in *locale*, by its id, the first of each the name proper.

    A name that starts with one of *determiners* ("a walk") is taken without it, and once.
    Raise `Refused` when a file cannot be read.
    """
    paths = sorted(content.glob(f"exercises/*/{locale}.ftl"))
    return {path.parent.name: tuple(_names(path, content, determiners)) for path in paths}


def _names(path: Path, content: Path, determiners: tuple[str, ...]) -> Iterator[Phrase]:
    exercise_id = path.parent.name
    words = read_words(path, path.relative_to(content.parent).as_posix())
    said: set[str] = set()
    for text in _texts(words, exercise_id):
        bare = _without(text.value or "", determiners)
        if bare and bare.casefold() not in said:
            said.add(bare.casefold())
            yield Phrase(text=bare, path=words.path, line=text.line, column=text.column)


def _texts(words: Words, exercise_id: str) -> Iterator[Text]:
    texts = words.messages.get(exercise_id, {})
    names = (NAME, *(f"{_SERIES}-{number}" for number in words.numbers(exercise_id, _SERIES)))
    yield from (texts[name] for name in names if name in texts)


def _without(text: str, determiners: tuple[str, ...]) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in determiners else text
