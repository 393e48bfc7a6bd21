"""Tables of rules: a file, or a part of one, whose keys are known and whose every value names its sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Protocol, TypeVar

from skill.catalog.documents import ContentFile, Location, Refused, collecting, keys_of, unknown_sources
from skill.catalog.mistakes import Mistake, unknown
from skill.catalog.rules import WrittenNumber
from skill.domain.cues import KINDS
from skill.domain.safety.red_flags import Care


class Sourced(Protocol):
    """A rule that says where it comes from."""

    @property
    def source(self) -> tuple[str, ...]:
        """Return the keys of its sources."""


_Key = TypeVar("_Key", bound=str)
_Rule = TypeVar("_Rule", bound=Sourced)
_Numbers = TypeVar("_Numbers")


def read_table(
    document: ContentFile,
    keys: Iterable[_Key],
    form: type[_Rule],
    sources: Collection[str],
    *,
    what: str,
    at: Location = (),
) -> dict[_Key, _Rule]:
    """Return the *form* that stands under each of *keys* in the mapping *at*, in the order of *keys*.

    *what* names a key in mistakes. Raise `Refused`, also when one is missing or unknown.
    """
    written, wanted = _mapping_at(document, at), tuple(keys)
    mistakes = [document.mistake((*at, key), unknown(what, key, wanted)) for key in written if key not in wanted]
    mistakes += [document.mistake((*at, key), "missing") for key in wanted if key not in written]
    table: dict[_Key, _Rule] = {}
    for key in wanted:
        if key in written:
            with collecting(mistakes):
                table[key] = document.read(form, written[key], at=(*at, key))
                mistakes.extend(unknown_sources(document, (*at, key, "source"), table[key].source, sources))
    if mistakes:
        raise Refused(*mistakes)
    return table


def read_numbers_as(document: ContentFile, form: type[_Numbers], sources: Collection[str]) -> _Numbers:
    """Return the numbers of the file as a *form*, whose fields are all whole numbers. Raise `Refused`."""
    names = [field.name for field in fields(form)]  # type: ignore[arg-type]
    numbers = read_table(document, names, WrittenNumber, sources, what="rule")
    try:
        return form(**{name: number.value for name, number in numbers.items()})
    except ValueError as error:
        raise Refused(document.mistake((str(error).split(" ", 1)[0],), str(error))) from error


def mistakes_of_cue(document: ContentFile, at: Location, cue: str | None, care: Care | None) -> Iterator[Mistake]:
    """Yield a cue that does not exist, or that calls for other care than *care*."""
    if cue is None:
        return
    if cue not in KINDS:
        yield document.mistake((*at, "cue"), unknown("cue", cue, KINDS))
    elif (care is Care.EMERGENCY) != cue.startswith("Emergency"):
        yield document.mistake((*at, "cue"), f"{cue} are not words for {care}")


def _mapping_at(document: ContentFile, at: Location) -> Mapping[str, Any]:
    node: Any = document.tree
    for step in at:
        node = keys_of(node).get(str(step))
    return keys_of(node)
