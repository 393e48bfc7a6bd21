"""The small tables: sources, the rules' numbers, red flags, emergency numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from skill.catalog.documents import ContentFile, Refused, collecting, unknown_sources
from skill.catalog.mistakes import Mistake, unknown
from skill.domain.catalog.catalog import Rules, Source
from skill.domain.cues import KINDS
from skill.domain.safety.red_flags import Care, RedFlag, RedFlagRule

RULE_NAMES = frozenset(field.name for field in fields(Rules) if field.type == "int")
"""The rules that are single numbers."""

DEFAULT_COUNTRY = "default"

_T = TypeVar("_T")

_ADDRESS = re.compile(r"(https?://\S+)?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_EMERGENCY_NUMBER = re.compile(r"\d{2,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSource:
    """A source as its file has it, under its key."""

    name: str
    url: str
    """Empty when it has no address."""
    spoken: str = ""
    """Its name for the ear, where the part before the first comma is none."""
    year: int | None = None

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("name must say what the source is")
        if not _ADDRESS.fullmatch(self.url):
            raise ValueError("url must be empty or one address that begins with https:// or http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenNumber:
    """A rule's number and where it comes from."""

    value: int
    source: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.value < 1:
            raise ValueError(f"value must be at least 1, not {self.value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRedFlag:
    """What a red flag leads to and where that comes from."""

    care: Care
    cue: str
    source: tuple[str, ...]


def read_sources(document: ContentFile) -> dict[str, Source]:
    """Return the sources by key. Raise `Refused`."""
    written = _read_each(document, WrittenSource)
    return {
        key: Source(
            key=key,
            name=source.name,
            url=source.url,
            spoken=source.spoken or _spoken(source.name),
            year=source.year or _year(source.name),
        )
        for key, source in written.items()
    }


def _spoken(name: str) -> str:
    """Return the part of a source's *name* that can be said: up to the first comma or bracket."""
    return re.split(r"[,(;:]| - ", name.replace("'", ""))[0].strip()


def _year(name: str) -> int | None:
    """Return the year in a source's *name*, the last one there."""
    years = re.findall(r"\b((?:19|20)\d\d)\b", name)
    return int(years[-1]) if years else None


def read_numbers(document: ContentFile, sources: Collection[str]) -> dict[str, int]:
    """Return the rules' numbers in one file, by the names of the fields of `Rules`. Raise `Refused`."""
    mistakes = [document.mistake((name,), unknown("rule", name, RULE_NAMES)) for name in _strays(document, RULE_NAMES)]
    numbers: dict[str, WrittenNumber] = {}
    with collecting(mistakes):
        numbers = _read_each(document, WrittenNumber)
    for name, number in numbers.items():
        mistakes.extend(unknown_sources(document, (name, "source"), number.source, sources))
    if mistakes:
        raise Refused(*mistakes)
    return {name: number.value for name, number in numbers.items()}


def read_red_flags(document: ContentFile, sources: Collection[str]) -> dict[RedFlag, RedFlagRule]:
    """Return what every red flag leads to. Raise `Refused`, also when one is missing."""
    mistakes = [document.mistake((name,), unknown("red flag", name, RedFlag)) for name in _strays(document, RedFlag)]
    mistakes += [document.mistake((flag.value,), "missing") for flag in RedFlag if flag not in document.tree]
    written: dict[str, WrittenRedFlag] = {}
    with collecting(mistakes):
        written = _read_each(document, WrittenRedFlag)
    for name, flag in written.items():
        mistakes.extend(unknown_sources(document, (name, "source"), flag.source, sources))
        mistakes.extend(_mistakes_of_cue(document, name, flag))
    if mistakes:
        raise Refused(*mistakes)
    return {
        RedFlag(name): RedFlagRule(care=flag.care, cue=flag.cue, source=", ".join(flag.source))
        for name, flag in written.items()
    }


def read_emergency_numbers(document: ContentFile) -> Mapping[str, str]:
    """Return the number to call by country code and `default`. Raise `Refused`."""
    mistakes = []
    for country, number in document.tree.items():
        if country != DEFAULT_COUNTRY and not _COUNTRY.fullmatch(str(country)):
            mistakes.append(document.mistake((country,), "must be two capital letters (ISO 3166), or `default`"))
        if not isinstance(number, str) or not _EMERGENCY_NUMBER.fullmatch(number):
            mistakes.append(document.mistake((country,), f'must be two to four digits in quotes, not "{number}"'))
    if DEFAULT_COUNTRY not in document.tree:
        mistakes.append(document.mistake((DEFAULT_COUNTRY,), "missing: the number where no country is known"))
    if mistakes:
        raise Refused(*mistakes)
    return {str(country): str(number) for country, number in document.tree.items()}


def _mistakes_of_cue(document: ContentFile, name: str, flag: WrittenRedFlag) -> Iterator[Mistake]:
    """Yield a cue that does not exist, or that calls for other care than the flag."""
    if flag.cue not in KINDS:
        yield document.mistake((name, "cue"), unknown("cue", flag.cue, KINDS))
    elif (flag.care is Care.EMERGENCY) != flag.cue.startswith("Emergency"):
        yield document.mistake((name, "cue"), f"{flag.cue} are not words for {flag.care}")


def _strays(document: ContentFile, known: Iterable[str]) -> list[str]:
    names = {str(name) for name in known}
    return [str(key) for key in document.tree if key not in names]


def _read_each(document: ContentFile, form: type[_T]) -> dict[str, _T]:
    """Return every value of the file as a *form*. Raise `Refused` with the mistakes of all."""
    read, mistakes = {}, list[Mistake]()
    for key, value in document.tree.items():
        with collecting(mistakes):
            read[str(key)] = document.read(form, value, at=(key,))
    if mistakes:
        raise Refused(*mistakes)
    return read
