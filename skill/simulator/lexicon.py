"""The words the pretend Echo listens for beyond the samples, read from `vocabulary/<locale>.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from skill.catalog.documents import read_document

FOLDER = Path(__file__).with_name("vocabulary")
_ANY_ENDING = re.compile(r"(?<=[a-z])\*")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRule:
    """What a sign is made of: the names of the things that must all be in one part of a sentence."""

    flag: str
    """The id of the warning sign (`skill.domain.safety.red_flags.RedFlag`)."""
    all: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Things that must not be there."""
    whole: bool = False
    """Whether the things may be in different parts of the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Words that mean one intent whatever else is said with them."""

    intent: str
    words: tuple[str, ...]
    unless: str = ""
    """What must not be said with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """`vocabulary/<locale>.yaml`: things by their names, each a list of patterns, and rules made of them."""

    things: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    signs: tuple[SignRule, ...] = ()
    denials: str = ""
    subjects: str = ""
    within: str = ""
    parts: str = ""
    gone: str = ""
    others: str = ""
    myself: str = ""
    always_mine: tuple[str, ...] = ()
    """Signs that are told even by a question that names nobody."""
    long_ago: str = ""
    figures: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()
    sides: Mapping[str, str] = field(default_factory=dict)
    moves: tuple[str, ...] = ()
    drifts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    no_drift: str = ""
    report_words: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)
    pain_words: str = ""
    no_place: str = ""


def words_pattern(*patterns: str) -> re.Pattern[str]:
    """Return what matches any of *patterns* between word boundaries; `*` after a letter is any ending of the word."""
    whole = "|".join(_ANY_ENDING.sub(r"\\w*", one) for one in patterns)
    return re.compile(rf"\b(?:{whole})(?!\w)") if whole else re.compile(r"(?!)")


@cache
def lexicon(locale: str) -> Lexicon:
    """Return the words of *locale*; none when nobody has written any. Raise `Refused` when they cannot be read."""
    path = FOLDER / f"{locale}.yaml"
    if not path.is_file():
        return Lexicon()
    file = read_document(path, path.relative_to(FOLDER.parent.parent.parent).as_posix())
    return file.read(Lexicon, {key.replace("-", "_"): value for key, value in file.tree.items()})
