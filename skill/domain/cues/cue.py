"""What a cue is, and how each kind of it is made."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeVar, dataclass_transform


class Cue:
    """Something the coach can say. Two cues of the same kind with the same values are equal.

    What a frozen dataclass writes anew for each of its kinds is here once: writing it takes most of a start's time.
    """

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._values()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in values(self).items())
        return f"{type(self).__name__}({shown})"

    def _values(self) -> tuple[object, ...]:
        return tuple(map(self.__getattribute__, self.__slots__))


class Question(Cue):
    """Something the coach asks. It is asked once more, in its `.reprompt` words, after silence."""

    __slots__ = ()


_Kind = TypeVar("_Kind", bound=Cue)

KINDS: dict[str, type[Cue]] = {}
"""Every kind of cue by its type's name, in the order of definition."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def cue(kind: type[_Kind]) -> type[_Kind]:
    """Make *kind* a slotted, keyword-only dataclass (mypy holds it frozen), and enter it in `KINDS`."""
    made = dataclass(eq=False, repr=False, slots=True, kw_only=True)(kind)
    KINDS[made.__name__] = made
    return made


def values(cue: Cue) -> dict[str, object]:
    """Return the fields of *cue* by name."""
    return {field.name: getattr(cue, field.name) for field in fields(cue)}  # type: ignore[arg-type]
