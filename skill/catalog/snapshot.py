"""A checked catalog, kept as JSON under the hash of everything it came from, so that an unchanged one loads at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from os import getpid
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NewType, get_args, get_origin, get_type_hints

from skill.domain.catalog.catalog import Catalog

_FILE = "catalog.json"
_UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError, StopIteration)
_CODE = Path(__file__).parents[1]


def key_of(root: Path) -> str:
    """Return a hash of the content in *root* and of the code that reads and checks it."""
    digest = sha256()
    code = (*(_CODE / "catalog").glob("*.py"), *(_CODE / "domain").glob("*.py"))
    for path in (*sorted(code), *sorted(root.rglob("*"))):
        digest.update(f"{path}\0".encode())
        if path.is_file():
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def load(folder: Path, key: str) -> Catalog | None:
    """Return the catalog kept in *folder* under *key*; None when there is none, or none that can be read."""
    try:
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return _decoded(Catalog, kept["catalog"]) if kept["key"] == key else None
    except _UNREADABLE:
        return None


def save(folder: Path, key: str, catalog: Catalog) -> None:
    """Keep *catalog* in *folder* under *key*. A folder that cannot be written costs time at the next start, no more."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f"{_FILE}.{getpid()}"
        draft.write_text(json.dumps({"key": key, "catalog": asdict(catalog)}), encoding="utf-8")
        draft.replace(folder / _FILE)


def _decoded(form: Any, value: Any) -> Any:  # noqa: ANN401 - JSON in, any of the domain's values out
    """Return *value* as a *form*: what `asdict` and JSON made of one, undone."""
    if isinstance(form, NewType):
        return value
    if hints := _fields(form):
        return form(**{name: _decoded(hints[name], part) for name, part in value.items()})
    if isinstance(form, type) and issubclass(form, Enum):
        return form(value)
    arguments = get_args(form)
    match get_origin(form):
        case origin if origin is tuple:
            return tuple(_decoded(arguments[0], part) for part in value)
        case origin if origin is Mapping:
            return {_decoded(arguments[0], key): _decoded(arguments[1], part) for key, part in value.items()}
        case origin if origin is UnionType:
            return _decoded(_meant(arguments, value), value)
        case _:
            return value


def _meant(choices: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401 - as above
    """Return which of *choices* a value is: the one with its fields, or the one that is not None."""
    if value is None:
        return NoneType
    if isinstance(value, dict):
        return next(choice for choice in choices if _fields(choice).keys() == value.keys())
    return next(choice for choice in choices if choice is not NoneType)


@cache
def _fields(form: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return get_type_hints(form) if is_dataclass(form) else {}
