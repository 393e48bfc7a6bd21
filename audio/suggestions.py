"""Help with a name somebody got wrong."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def near_matches(word: str, known: Collection[str]) -> str:
    """Return the end of a sentence that offers the nearest of *known*, or says what there is."""
    near = [name for name in known if word and (word in name or name in word)]
    near += get_close_matches(word, known, n=5, cutoff=0.6)
    if near:
        return f"; did you mean {', '.join(dict.fromkeys(near[:5]))}?"
    return f"; there are: {', '.join(known)}"
