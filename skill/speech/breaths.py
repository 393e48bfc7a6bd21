"""A longer text in breaths: whole sentences, shared out evenly."""

from __future__ import annotations

import re

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")


def in_breaths(text: str, breaths: int) -> tuple[str, ...]:
    """Return *text* as so many runs of whole sentences, as even as they can be; the last ones are empty when too few.

    The runs joined by a space are the text.
    """
    sentences = _SENTENCE_ENDS.split(text.strip())
    total = sum(len(one.split()) for one in sentences)
    runs: list[list[str]] = [[] for _ in range(breaths)]
    said = 0
    for sentence in sentences:
        words = len(sentence.split())
        middle = said + words / 2
        runs[min(breaths - 1, int(middle * breaths / total))].append(sentence)
        said += words
    return tuple(" ".join(run) for run in runs)
