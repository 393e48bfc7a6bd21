"""Text in pieces: whole sentences, and phrases short enough for a voice that takes only so much at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
_BREAKS = (_SENTENCE_ENDS, re.compile(r"(?<=[,;:–—])\s+"), re.compile(r"\s+"))
"""Where a text may be cut, best first: after a sentence, after a clause, between two words."""


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of *text*."""
    return tuple(one for one in _SENTENCE_ENDS.split(text.strip()) if one)


def phrases(text: str, longest: int) -> tuple[str, ...]:
    """Return *text* in pieces of at most *longest* characters, cut at the best places.

    Nothing but white space is lost. A single word that is longer is cut anywhere.
    """
    return tuple(_cut(" ".join(text.split()), longest, 0))


def _cut(text: str, longest: int, grade: int) -> Iterator[str]:
    if len(text) <= longest:
        if text:
            yield text
        return
    if grade == len(_BREAKS):
        yield from (text[start : start + longest] for start in range(0, len(text), longest))
        return
    piece = ""
    for part in _BREAKS[grade].split(text):
        joined = f"{piece} {part}".strip()
        if len(joined) <= longest and grade:
            piece = joined
            continue
        yield from _cut(piece, longest, grade + 1)
        piece = part
    yield from _cut(piece, longest, grade + 1)
