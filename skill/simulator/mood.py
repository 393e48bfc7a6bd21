"""Whether words ask, request, tell or command: "what is sciatica" does not say "it's sciatica"."""

from __future__ import annotations

import re
from enum import StrEnum

from skill.simulator.words import written_out

# fmt: off
_ASKING = frozenset({
    "what", "why", "how", "when", "which", "who", "whose", "where", "is", "are", "am", "was", "were", "does", "did",
    "has", "should", "shall", "might",
})
_ASKING_BEFORE_A_SUBJECT = frozenset({"do", "have", "had"})
_REQUESTING = frozenset({"can", "could", "may", "will", "would"})
_SUBJECTS = frozenset({
    "i", "you", "we", "he", "she", "they", "it", "my", "people", "discs", "doctors", "these", "those", "most", "many",
})
_TELLING = frozenset({
    "i", "we", "you", "he", "she", "they", "it", "my", "this", "that", "there", "both", "nothing", "something",
})
# fmt: on
_BEFORE = frozenset({"so", "well", "and", "but", "okay", "um", "then", "now", "at", "for", "in", "to", "on"})
"""Words that may come before the one that decides: "at what point"."""
_ASKED_AT_LAST = re.compile(
    r"\b(?:(?:is|was|are) (?:that|this|it|there|these)|(?:should|can|may|do|am|will) i|"
    r"(?:so|and|but) (?:why|how|when|where|which)|what (?:now|then|do|does|should|can)|which (?:one|do|should))\b"
)
"""A question after a statement: "my back aches a little is that okay"."""


class Mood(StrEnum):
    """What words are for."""

    ASKING = "asks"
    REQUESTING = "asks whether one may, or somebody would"
    """A question, or a polite command."""
    TELLING = "tells"
    COMMANDING = "commands"


def mood_of(text: str) -> Mood:
    """Return what *text* is for, by its first words."""
    words = written_out(text).split()
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    first, second = (*words[:2], "", "")[:2]
    if first in _ASKING or (first in _ASKING_BEFORE_A_SUBJECT and second in _SUBJECTS):
        return Mood.ASKING
    if first in _REQUESTING and second in _SUBJECTS:
        return Mood.REQUESTING
    return Mood.TELLING if first in _TELLING or first.startswith("{") else Mood.COMMANDING


def asks(text: str) -> bool:
    """Return whether *text* asks, at its beginning or after something it tells."""
    return mood_of(text) in {Mood.ASKING, Mood.REQUESTING} or _ASKED_AT_LAST.search(written_out(text)) is not None


def clashes(said: Mood, written: Mood) -> bool:
    """Return whether words of the mood *said* are unlikely to mean a sample of the mood *written*."""
    match said:
        case Mood.ASKING:
            return written in {Mood.TELLING, Mood.COMMANDING}
        case Mood.REQUESTING:
            return written is Mood.TELLING
        case _:
            return False
