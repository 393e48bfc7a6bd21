"""The words of one exercise in one language: its Fluent file, with the place of every text.

A message's value is a name; its attributes are everything else that is said. Attributes that come in numbers
(`.step-1`, `.step-2`) are counted, so no number stands in the YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

from skill.catalog.documents import Refused
from skill.catalog.mistakes import Mistake

NAME = ""
"""The key of a message's own value among its texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One value or attribute. *value* is None when it is not plain text."""

    value: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The messages of a file, each a mapping of `NAME` and attribute names to texts."""

    path: str
    messages: Mapping[str, Mapping[str, Text]]
    mistakes: tuple[Mistake, ...]
    """What is wrong with the file as a file: these do not keep the rest from being checked."""

    def mistake(self, message: str, attribute: str, problem: str) -> Mistake:
        """Return the mistake *problem* about an attribute, or where it should be."""
        texts = self.messages.get(message, {})
        at = texts.get(attribute) or texts.get(NAME) or Text(value=None, line=1, column=1)
        field = f"{message}.{attribute}" if attribute else message
        return Mistake(path=self.path, line=at.line, column=at.column, field=field, problem=problem)

    def numbers(self, message: str, series: str) -> tuple[int, ...]:
        """Return the numbers of a message's attributes in a *series*, such as `step`, in the file's order."""
        split = (split_number(attribute) for attribute in self.messages.get(message, {}))
        return tuple(number for name, number in split if name == series and number)


@lru_cache(maxsize=256)
def split_number(attribute: str) -> tuple[str, int]:
    """Return an attribute's series and number: `("step", 3)` for `step-3`, and 0 where there is no number."""
    series, _, number = attribute.rpartition("-")
    return (series, int(number)) if number.isdecimal() and not number.startswith("0") else (attribute, 0)


def read_words(path: Path, shown: str) -> Words:
    """Return the words in the Fluent file at *path*, called *shown* in mistakes. Raise `Refused`."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Refused(Mistake(path=shown, field="file", problem="not UTF-8 text")) from error
    return _Reader(shown, text).read()


def parsed(text: str) -> ast.Resource:
    """Return the syntax tree of a Fluent *text*."""
    return FluentParser().parse(text)


class _Reader:
    """Turns a file's syntax tree into words, and its offsets into lines and columns."""

    def __init__(self, shown: str, text: str) -> None:
        self._shown, self._text = shown, text
        self._messages: dict[str, dict[str, Text]] = {}
        self._mistakes: list[Mistake] = []

    def read(self) -> Words:
        for entry in parsed(self._text).body:
            match entry:
                case ast.Junk():
                    self._junk(entry)
                case ast.Message():
                    self._message(entry)
                case ast.Term():
                    self._complain(entry, f"-{entry.id.name}", "exercises have messages only, no terms")
                case _:  # comments
                    pass
        return Words(path=self._shown, messages=self._messages, mistakes=tuple(self._mistakes))

    def _junk(self, junk: ast.Junk) -> None:
        for annotation in junk.annotations:
            self._complain(annotation, "fluent", str(annotation.message))

    def _message(self, message: ast.Message) -> None:
        name = message.id.name
        if name in self._messages:
            self._complain(message, name, "this message is there twice")
            return
        texts = self._messages[name] = {NAME: self._text_of(message, message.value)}
        for attribute in message.attributes:
            if attribute.id.name in texts:
                self._complain(attribute, f"{name}.{attribute.id.name}", "this attribute is there twice")
            texts[attribute.id.name] = self._text_of(attribute, attribute.value)

    def _text_of(self, node: ast.SyntaxNode, pattern: ast.Pattern | None) -> Text:
        line, column = self._position(node)
        elements = pattern.elements if pattern else []
        plain = [element.value for element in elements if isinstance(element, ast.TextElement)]
        whole = len(plain) == len(elements) > 0
        return Text(value=" ".join("".join(plain).split()) if whole else None, line=line, column=column)

    def _complain(self, node: ast.SyntaxNode, field: str, problem: str) -> None:
        line, column = self._position(node)
        self._mistakes.append(Mistake(path=self._shown, line=line, column=column, field=field, problem=problem))

    def _position(self, node: ast.SyntaxNode) -> tuple[int, int]:
        offset = node.span.start if node.span else 0
        before = self._text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")


def plain_texts(words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield the message, the attribute and the text of everything that is plain text."""
    for message, texts in words.messages.items():
        for attribute, text in texts.items():
            if text.value is not None:
                yield message, attribute, text.value
