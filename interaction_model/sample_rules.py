"""What Amazon asks of a sample utterance (docs/alexa-platform.md §4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

SEARCH_QUERY = "AMAZON.SearchQuery"

_SLOT = re.compile(r"\{([A-Za-z_]+)\}")
_SLOT_ALONE = re.compile(r"(?<!\S)\{[A-Za-z_]+\}(?:'s)?(?!\S)")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")


def slots_in(sample: str) -> tuple[str, ...]:
    """Return the names of the slots in *sample*, in order."""
    return tuple(_SLOT.findall(sample))


def objections(sample: str, slot_types: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with *sample* of an intent that declares the slots *slot_types*."""
    slots, words = slots_in(sample), _SLOT.sub("", sample)
    if not sample.strip():
        yield "is empty"
    elif sample != " ".join(sample.split()):
        yield "has a space too many"
    if len(_SLOT_ALONE.findall(sample)) != len(slots):
        yield "has a slot that touches a word; put spaces around it"
    yield from wrong_characters(words)
    for name in dict.fromkeys(slots):
        if name not in slot_types:
            yield f"has the slot {name}, which the intent does not declare"
        if slots.count(name) > 1:
            yield f"has the slot {name} twice"
    if SEARCH_QUERY in (slot_types.get(name) for name in slots):
        if len(slots) > 1:
            yield f"has another slot beside {SEARCH_QUERY}"
        if not words.split():
            yield f"has no words beside {SEARCH_QUERY}"


def wrong_characters(text: str) -> Iterator[str]:
    """Yield what *text* has in it that is not said."""
    if any(one.isdigit() for one in text):
        yield "has digits; write numbers as words"
    wrong = sorted({one for one in _INITIAL.sub("", text) if not (one.isalnum() or one in " '-")})
    if wrong:
        yield f"has {''.join(wrong)!r}; letters, spaces, apostrophes, hyphens and initials are allowed"
