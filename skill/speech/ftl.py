"""Fluent made strict: nothing is spoken that has an error, a hole or a missing value in it.

`fluent.runtime` on its own says "Hello name." when the name is missing, forgets an entry it cannot read, and wraps
each value in invisible characters. Here the first two raise, and the third is off.

Reading a file only finds where its entries begin, which takes a millisecond. An entry is parsed when it is first said,
or when `StrictBundle.mistakes` looks at all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from skill.errors import ContentError, SpeechError
from skill.speech.differences import AS_WRITTEN, Differences

Value = str | int
"""What Fluent takes for a variable here."""

_ENTRY_STARTS = re.compile(r"[A-Za-z-]")
_ENTRY_ID = re.compile(r"(-?[A-Za-z][A-Za-z0-9_-]*) *=")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message or term (`-id`) of a file, as text."""

    id: str
    path: Path
    line: int
    """Its first line, from 1."""
    source: str

    @property
    def where(self) -> str:
        """Return `path:line`."""
        return f"{self.path}:{self.line}"


class StrictBundle:
    """The entries of some Fluent files in one language. Safe to share between threads."""

    def __init__(self, locale: str, paths: Iterable[Path], differences: Differences = AS_WRITTEN) -> None:
        """Read *paths*, and what *differences* has in place of them.

        Raise `ContentError` when a file holds a line outside any entry, an id twice, or nothing's difference.
        """
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._differences = differences
        mistakes: list[str] = []
        self._entries = _by_id(paths, mistakes)
        for entry_id, entry in _by_id(differences.paths, mistakes).items():
            if entry_id not in self._entries:
                mistakes.append(f"{entry.where}:1: {entry_id}: the base of {locale} says nothing of this name")
            self._entries[entry_id] = entry
        if mistakes:
            raise ContentError(mistakes)

    def __contains__(self, message_id: str) -> bool:
        return message_id in self._entries

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Return all entries by id, in the order of the files."""
        return self._entries

    def message(self, message_id: str) -> ast.Message | ast.Term:
        """Return the parsed entry.

        Raise `ContentError` when it cannot be parsed, `SpeechError` when it does not exist.
        """
        return _parse(self._entry(message_id))

    def has(self, message_id: str, attribute: str | None = None) -> bool:
        """Return whether there is such a message, with such an attribute, or with a value when none is named."""
        if message_id not in self._entries or message_id.startswith("-"):
            return False
        self._load(message_id)
        message = self._bundle.get_message(message_id)
        return message.value is not None if attribute is None else attribute in message.attributes

    def format(self, message_id: str, attribute: str | None = None, /, **values: Value) -> str:
        """Return the text of a message, or of its attribute, with every run of white space made one space.

        Raise `SpeechError` when it is missing or empty, or lacks a value; `ContentError` when it cannot be read.
        """
        entry = self._entry(message_id)
        if not self.has(message_id, attribute):
            what = f"attribute .{attribute}" if attribute else "words of its own"
            raise SpeechError(f"{entry.where}: {message_id} has no {what}: add it there")
        message = self._bundle.get_message(message_id)
        pattern = message.value if attribute is None else message.attributes[attribute]
        text, errors = self._bundle.format_pattern(pattern, values)  # type: ignore[arg-type]  # has() found it
        name = message_id if attribute is None else f"{message_id}.{attribute}"
        if errors:
            reasons = "; ".join(str(error) for error in errors)
            raise SpeechError(f"{entry.where}: {name}: {reasons} (there is: {', '.join(sorted(values)) or 'nothing'})")
        spoken = _SPACES.sub(" ", str(text)).strip()
        if not spoken:
            raise SpeechError(f"{entry.where}: {name} is empty here: nobody would hear anything")
        return spoken

    def mistakes(self, entry_ids: Iterable[str]) -> list[str]:
        """Return what is wrong with the entries of these ids, as `path:line:column: id: what`."""
        found: list[str] = []
        for entry_id in entry_ids:
            try:
                self._load(entry_id)
            except ContentError as error:
                found += error.mistakes
        return list(dict.fromkeys(found))

    def _entry(self, message_id: str) -> Entry:
        try:
            return self._entries[message_id]
        except KeyError:
            folders = sorted({str(entry.path.parent) for entry in self._entries.values()})
            raise SpeechError(f"no message {message_id}: add it to a file in {' or '.join(folders)}") from None

    def _load(self, entry_id: str, on_the_way: tuple[str, ...] = ()) -> None:
        """Hand an entry to Fluent, and before it what it refers to. Doing it twice changes nothing.

        Raise `ContentError` when it cannot be parsed, or refers to nothing or to itself.
        """
        if self._bundle.has_message(entry_id):
            return
        entry, on_the_way = self._entries[entry_id], (*on_the_way, entry_id)
        message = _parse(entry)
        for name in references(message):
            if name not in self._entries:
                raise ContentError([f"{entry.where}:1: {entry_id}: refers to {name}, which does not exist"])
            if name in on_the_way:
                raise ContentError([f"{entry.where}:1: {entry_id}: refers to {name}, which leads back to it"])
            self._load(name, on_the_way)
        own = entry.path in self._differences.paths
        self._bundle.add_resource(ast.Resource([message if own else self._differences.apply(message)]))


def variables(node: ast.BaseNode) -> frozenset[str]:
    """Return the names of the variables *node* uses, without the dollar sign."""
    found = _Names()
    found.visit(node)
    return frozenset(found.variables)


def references(node: ast.BaseNode) -> tuple[str, ...]:
    """Return the ids of the messages and terms (`-id`) that *node* refers to."""
    found = _Names()
    found.visit(node)
    return tuple(dict.fromkeys(found.references))


class _Names(Visitor):
    def __init__(self) -> None:
        self.variables: list[str] = []
        self.references: list[str] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.variables.append(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.references.append(f"-{node.id.name}")
        self.generic_visit(node)


def entries_of(path: Path, mistakes: list[str]) -> Iterator[Entry]:
    """Yield the entries of *path*; note every line that belongs to none.

    An entry goes on until a line that starts with a letter, `-` or `#`: the rule by which Fluent itself finds its
    way after a mistake.
    """
    begin = 1
    lines: list[str] = []
    for number, text in enumerate([*_lines(path, mistakes), "#"], start=1):
        if not text.startswith("#") and not _ENTRY_STARTS.match(text):
            lines.append(text)
            continue
        yield from _entry_of(path, begin, lines, mistakes)
        begin, lines = (number + 1, []) if text.startswith("#") else (number, [text])


def _lines(path: Path, mistakes: list[str]) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        mistakes.append(f"{path}:1:1: is not UTF-8 ({error.reason} at byte {error.start}): save it as UTF-8")
        return []


def _entry_of(path: Path, begin: int, lines: list[str], mistakes: list[str]) -> Iterator[Entry]:
    while lines and not lines[0].strip():
        begin, lines = begin + 1, lines[1:]
    if not lines:
        return
    found = _ENTRY_ID.match(lines[0])
    if found is None:
        mistakes.append(f"{path}:{begin}:1: {lines[0].strip()[:40]!r} is no entry: write `id = words`")
        return
    yield Entry(id=found[1], path=path, line=begin, source="\n".join(lines).rstrip() + "\n")


def _by_id(paths: Iterable[Path], mistakes: list[str]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for path in paths:
        for entry in entries_of(path, mistakes):
            if entry.id in entries:
                mistakes.append(f"{entry.where}:1: {entry.id}: is already in {entries[entry.id].where}")
            entries.setdefault(entry.id, entry)
    return entries


def _parse(entry: Entry) -> ast.Message | ast.Term:
    parsed = FluentParser().parse(entry.source).body
    junk = [one for one in parsed if isinstance(one, ast.Junk)]
    if junk:
        raise ContentError(_explain(entry, one) for one in junk)
    (message,) = parsed
    if not isinstance(message, ast.Message | ast.Term):
        raise ContentError([f"{entry.where}:1: {entry.id}: is no message"])
    names = [attribute.id.name for attribute in message.attributes]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ContentError(f"{entry.where}:1: {entry.id}: has .{name} twice" for name in twice)
    return message


def _explain(entry: Entry, junk: ast.Junk) -> str:
    if not junk.annotations:
        return f"{entry.where}:1: {entry.id}: cannot be read"
    first = junk.annotations[0]
    start = first.span.start if first.span else 0
    before = entry.source[:start]
    column = start - (before.rfind("\n") + 1) + 1
    return f"{entry.path}:{entry.line + before.count(chr(10))}:{column}: {entry.id}: {first.message}"
