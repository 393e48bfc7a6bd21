"""YAML files with the place of everything in them: the only user of ruamel.yaml and pydantic.

A file is read as a YAML 1.2 tree that remembers lines and columns, then checked against a frozen dataclass of the
domain. pydantic says which field is wrong, the tree says where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Any, Generic, TypeGuard, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError

from skill.catalog.mistakes import Mistake, did_you_mean, unknown
from skill.domain.movement.dose import ActivityDose, CircuitDose, Dose

Location = tuple[str | int, ...]
"""The way to a value: keys and list indices from the top of its file."""

_T = TypeVar("_T")

_ADAPTERS: dict[object, TypeAdapter[Any]] = {}
_DOSE_NAMES = frozenset(kind.__name__ for kind in (Dose, ActivityDose, CircuitDose))


class Refused(Exception):
    """A file or a part of it is wrong. *mistakes* holds every mistake that was found."""

    def __init__(self, *mistakes: Mistake) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(map(str, mistakes)))


@contextmanager
def collecting(mistakes: list[Mistake]) -> Iterator[None]:
    """Add the mistakes of what is refused inside to *mistakes*, and go on after it."""
    try:
        yield
    except Refused as refused:
        mistakes.extend(refused.mistakes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """One YAML file that is a mapping."""

    path: str
    """As shown in mistakes."""
    tree: CommentedMap

    def mistake(self, where: Location, problem: str) -> Mistake:
        """Return the mistake *problem* at *where*, or at the nearest thing around it that exists."""
        line, column = self._position(where)
        field = ".".join(str(step) for step in where) or "file"
        return Mistake(path=self.path, line=line, column=column, field=field, problem=problem)

    def depth(self, where: Location) -> int:
        """Return how many steps of *where* lead to something written here, from 0 to all."""
        return next((length for length in range(len(where), 0, -1) if self._node(where[:length]) is not None), 0)

    def read(
        self,
        form: type[_T],
        value: object,
        *,
        at: Location = (),
        dose: type = Dose,
        known: frozenset[str] = frozenset(),
    ) -> _T:
        """Return *value*, which stands at *at*, as a *form*.

        Every key must be one of the form's and every type exact: `"10"` is no number and `no` is no truth value.
        Where the form takes several kinds of dose, *dose* is the one that is meant. *known* are further keys to
        offer in place of a misspelled one. Raise `Refused` with every mistake.
        """
        text = json.dumps(value, default=str)
        try:
            return _adapter(form).validate_json(text, strict=True, extra="forbid")
        except ValidationError as error:
            known |= _vocabulary(form)
            found = [
                self._mistake_of(details, at, known)
                for details in error.errors(include_url=False)
                if _is_about(details, dose)
            ]
            raise Refused(*found) from error

    def _mistake_of(self, details: ErrorDetails, at: Location, known: frozenset[str]) -> Mistake:
        where = at + tuple(step for step in details["loc"] if step not in _DOSE_NAMES)
        problem = _problem(details, known)
        return self.mistake(self._named_in(problem, where), problem)

    def _named_in(self, problem: str, where: Location) -> Location:
        """Return the key that a dataclass's own complaint begins with, when it has that key."""
        word = problem.split(" ", 1)[0]
        here = self._node(where)
        return (*where, word) if isinstance(here, CommentedMap) and word in here else where

    def _node(self, where: Location) -> object:
        node: object = self.tree
        for step in where:
            if not _has(node, step):
                return None
            node = node[step]
        return node

    def _position(self, where: Location) -> tuple[int, int]:
        node: object = self.tree
        line, column = 0, 0
        for step in where:
            if not _has(node, step):
                break
            line, column = node.lc.key(step) if isinstance(node, CommentedMap) else node.lc.item(step)
            node = node[step]
        return line + 1, column + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Generic[_T]):
    """A value and the file it was read from."""

    value: _T
    document: ContentFile


def read_document(path: Path, shown: str) -> ContentFile:
    """Return the mapping in the YAML file at *path*, called *shown* in mistakes. Raise `Refused`."""
    try:
        tree = parsed(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise Refused(Mistake(path=shown, field="file", problem="not UTF-8 text")) from error
    except MarkedYAMLError as error:
        raise Refused(_syntax_mistake(error, shown)) from error
    if not isinstance(tree, CommentedMap):
        raise Refused(Mistake(path=shown, field="file", problem="must be a mapping of keys to values"))
    return ContentFile(path=shown, tree=tree)


def parsed(text: str) -> object:
    """Return the tree of a YAML 1.2 *text*, with lines and columns. Raise `MarkedYAMLError`."""
    return YAML().load(text)


def keys_of(node: object) -> Mapping[str, Any]:
    """Return *node* when it is a mapping, else an empty one: its type is somebody else's complaint."""
    return cast("Mapping[str, Any]", node) if isinstance(node, Mapping) else {}


def unknown_sources(
    document: ContentFile, where: Location, keys: tuple[str, ...], known: Collection[str]
) -> Iterator[Mistake]:
    """Yield a mistake for each of the *keys* listed at *where* that is no source, and one when none is listed."""
    if not keys:
        yield document.mistake(where, "name at least one source")
    for index, key in enumerate(keys):
        if key not in known:
            yield document.mistake((*where, index), unknown("source", key, known))


def _has(node: object, step: str | int) -> TypeGuard[CommentedMap | CommentedSeq]:
    """Return whether *step* leads further from *node*, to something written there."""
    return isinstance(node, CommentedMap | CommentedSeq) and step in (node.lc.data or {})


def _syntax_mistake(error: MarkedYAMLError, shown: str) -> Mistake:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = str(error.problem or error.context or "unreadable").split("\n", 1)[0]
    if isinstance(error, DuplicateKeyError):
        problem = f"the key {problem.split(chr(34))[1]!r} is there twice"
    return Mistake(path=shown, line=line, column=column, field="yaml", problem=problem)


def _adapter(form: type[_T]) -> TypeAdapter[_T]:
    if form not in _ADAPTERS:
        _ADAPTERS[form] = TypeAdapter(form)
    return _ADAPTERS[form]


def _vocabulary(form: object) -> frozenset[str]:
    """Return the names of every field inside *form*."""
    if not is_dataclass(form):
        return frozenset().union(*(_vocabulary(part) for part in get_args(form)))
    hints = get_type_hints(form)
    return frozenset(hints).union(*(_vocabulary(hint) for hint in hints.values()))


def _is_about(details: ErrorDetails, dose: type) -> bool:
    """Return whether an error is about the kind of dose that is meant: pydantic reports all kinds it tried."""
    return all(step == dose.__name__ for step in details["loc"] if step in _DOSE_NAMES)


def _problem(details: ErrorDetails, known: frozenset[str]) -> str:
    given = details["input"]
    match details["type"]:
        case "missing":
            return "missing"
        case "unexpected_keyword_argument":
            return unknown("key", details["loc"][-1], known)
        case "enum":
            expected = details["ctx"]["expected"]
            return f"{given!r} is not {expected}{did_you_mean(given, expected.split(chr(39))[1::2])}"
        case "value_error":
            return details["msg"].removeprefix("Value error, ")
        case _:
            wanted = details["msg"].removeprefix("Input ")
            return wanted if isinstance(given, dict | list) else f"{wanted}, not {given!r}"
