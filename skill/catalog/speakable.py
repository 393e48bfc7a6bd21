"""What a voice can say, and how long it takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WORDS_PER_SENTENCE = 20
"""docs/clinical.md §1: longer ones are lost on the ear."""
CHARACTERS_PER_SENTENCE = 160
CHARACTERS_PER_SECOND = 12.0
WORD_LEAD_SECONDS = 0.2
"""With the rate above, no beat word measured with the bundled voice is longer than its estimate."""

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_PUNCTUATION = frozenset(" .,;:?!'’-")
_GLUED = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")
_ALL_CAPITALS = re.compile(r"\b[^\W\d_]*[A-Z]{2,}[^\W\d_]*\b")


def spoken_seconds(text: str) -> float:
    """Return an upper estimate of how long a beat's word takes to say."""
    return len(text) / CHARACTERS_PER_SECOND + WORD_LEAD_SECONDS


def problems_of_sentences(text: str) -> Iterator[str]:
    """Yield what is wrong with *text*, which is one sentence or a few."""
    yield from problems_of_words(text)
    for sentence in _SENTENCE_END.split(text):
        words = len(sentence.split())
        if words > WORDS_PER_SENTENCE:
            yield f"{words} words in one sentence; at most {WORDS_PER_SENTENCE} can be followed by ear"
        if len(sentence) > CHARACTERS_PER_SENTENCE:
            yield f"{len(sentence)} characters in one sentence; at most {CHARACTERS_PER_SENTENCE}"
    if text and text[-1] not in ".?!":
        yield "a sentence ends with a full stop, a question mark or an exclamation mark"


def problems_of_words(text: str) -> Iterator[str]:
    """Yield what no voice can say in *text*."""
    if not any(character.isalpha() for character in text):
        yield "there is nothing to say"
    for character in sorted(set(text)):
        if not _is_sayable(character):
            yield f"{character!r} ({unicodedata.name(character, 'control character')}) cannot be said"
    for pattern, remedy in ((_GLUED, "write numbers apart, as words"), (_ALL_CAPITALS, "write abbreviations out")):
        yield from (f"{found.group()!r} cannot be said; {remedy}" for found in pattern.finditer(text))


@lru_cache(maxsize=256)
def _is_sayable(character: str) -> bool:
    """Return whether *character* is punctuation a voice observes, a digit, or a letter of a script it knows."""
    if character in _PUNCTUATION or character in "0123456789":
        return True
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN ")
