"""Reads what two checkouts wrote down, and tells where they first differ."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

KEYS = ("in", "after", "request", "response", "document", "facts", "error")
"""What is compared of a line, in this order: what comes first is told first."""
Line = Mapping[str, Any] | None
"""A line of a book; None after its end."""
LONGEST = 400
"""Characters of a value that are shown."""


@dataclass
class Comparison:
    """What the comparison of two books came to."""

    conversations: set[str] = field(default_factory=set)
    turns: int = 0
    random_turns: int = 0
    states: Counter[str] = field(default_factory=Counter)
    """How many random steps were taken in each state of the dialogue."""
    difference: str = ""
    """Where the books first differ, in lines for a reader; empty when they are the same."""


def compare(old: Path, new: Path, renamed: Mapping[str, str], keys: Sequence[str] = KEYS) -> Comparison:
    """Hold *keys* of the book *new* against those of *old*, in which names of *renamed* are read as the new ones."""
    came_to = Comparison()
    for before, after in zip_longest(_lines(old, renamed), _lines(new, {})):
        came_to.difference = difference(before, after, keys)
        if came_to.difference:
            break
        came_to.turns += 1
        came_to.conversations.add(before.get("in", ""))
        if before.get("random"):
            came_to.random_turns += 1
            came_to.states[before["state"]] += 1
    return came_to


def difference(before: Line, after: Line, keys: Sequence[str] = KEYS) -> str:
    """Return where two lines of a book differ, in lines for a reader; "" when they say the same."""
    if before is None or after is None:
        longer = before or after or {}
        return f"{longer.get('in')}\n  only the {'old' if before else 'new'} one goes on: {longer.get('after')}"
    for key in keys:
        if before.get(key) != after.get(key):
            path, old, new = first_difference(_opened(before.get(key)), _opened(after.get(key)))
            where = "".join(f"[{step!r}]" for step in path)
            told = (before.get("in"), f"  after {before.get('after')}", f"  {key}{where}")
            return "\n".join((*map(str, told), f"  old: {_shown(old)}", f"  new: {_shown(new)}"))
    return ""


def first_difference(old: Any, new: Any) -> tuple[tuple[str | int, ...], Any, Any]:
    """Return the path to the first value that differs in two JSON values, and both values; `...` for an absent one."""
    if isinstance(old, dict) and isinstance(new, dict):
        pairs = [(key, old.get(key, ...), new.get(key, ...)) for key in dict.fromkeys((*old, *new))]
    elif isinstance(old, list) and isinstance(new, list):
        pairs = [(index, *both) for index, both in enumerate(zip_longest(old, new, fillvalue=...))]
    else:
        return (), old, new
    for key, one, other in pairs:
        if one != other:
            path, before, after = first_difference(one, other)
            return (key, *path), before, after
    return ("the order of its keys",), list(old), list(new)


def _lines(book: Path, renamed: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    with book.open(encoding="utf-8") as lines:
        for line in lines:
            for old, new in renamed.items():
                line = line.replace(old, new)
            yield json.loads(line)


def _opened(value: Any) -> Any:
    """Return what is in a text that is JSON; anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _shown(value: Any) -> str:
    text = "(absent)" if value is ... else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
