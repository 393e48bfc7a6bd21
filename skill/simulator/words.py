"""Words as they compare: without case and punctuation, contractions written out, endings cut."""

from __future__ import annotations

import re
from functools import cache

Words = tuple[str, ...]

_NOT_SPOKEN = re.compile(r"[^\w\s'.]|\.(?!\d)|(?<!\w)'|'(?!\w)")
_CONTRACTIONS = (
    (re.compile(r"\bcan't\b|\bcannot\b|\bcant\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bdont\b"), "do not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\bgonna\b"), "going to"),
    (re.compile(r"\bwanna\b"), "want to"),
    (re.compile(r"\bgotta\b"), "got to"),
    (re.compile(r"\bgimme\b"), "give me"),
    (re.compile(r"\blemme\b"), "let me"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"\b(it|that|what|there|who|how|where|he|she|one)'s\b"), r"\1 is"),
    (re.compile(r"\b(that|what)s\b"), r"\1 is"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"\bim\b"), "i am"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'d\b"), " would"),
)
_MAY_BE_CONTRACTED = re.compile(r"'|cannot|cant|dont|gonna|wanna|gotta|gimme|lemme|\bim\b|\b(?:that|what)s\b")
_LIMBS = frozenset({"legs", "arms", "hands"})
_ENDINGS = re.compile(r"(?<=\w{3})(?:ing|ed|es|s)$")


def fold(text: str) -> str:
    """Return *text* so that what sounds equal is equal: lower case, no hyphens, no punctuation, single spaces."""
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("-", " ")
    return " ".join(_NOT_SPOKEN.sub(" ", plain).split())


@cache
def stems(text: str) -> Words:
    """Return the words of *text*, contractions written out, and the endings -s, -es, -ed and -ing cut."""
    return tuple(stem(word) for word in written_out(text).split())


def written_out(text: str) -> str:
    """Return *text* folded, with `I'm` as `i am` and so on."""
    folded = fold(text)
    if not _MAY_BE_CONTRACTED.search(folded):
        return folded
    for pattern, whole in _CONTRACTIONS:
        folded = pattern.sub(whole, folded)
    return " ".join(folded.split())


def stem(word: str) -> str:
    """Return *word* without a regular ending; one leg and both legs stay two words."""
    if word.endswith("ss") or word in _LIMBS:
        return word
    return _ENDINGS.sub("", word)
