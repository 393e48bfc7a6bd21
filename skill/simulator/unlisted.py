"""Slot values that no list has: "do the moonwalk" is DoExerciseIntent with an exercise nobody knows.

A custom slot is no enumeration for Alexa: an unlisted word still arrives, with ER_SUCCESS_NO_MATCH
(docs/alexa-platform.md §4.3). It is taken for one only when the sample around it is said word for word, and the word is
new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skill.simulator.exact import Reading
from skill.simulator.language_model import FIRST_NAME, SLOT, LanguageModel, Sample, SlotPhrase
from skill.simulator.words import fold

OPEN_TYPES = frozenset({"EXERCISE", "BODY_PLACE", "EVERYDAY_ACTIVITY", FIRST_NAME})
"""The slot types that name things, of which there are more than any list has."""
LEAST_LITERAL_WORDS = 2
MOST_SLOT_WORDS = 2
_LITTLE_WORDS = frozenset({"the", "a", "an", "my", "of", "on", "in", "to", "and", "with"})


class UnlistedMatcher:
    """Finds samples that an utterance is but for the value of its one custom slot."""

    def __init__(self, model: LanguageModel) -> None:
        """Take the samples of *model* with one custom slot, the most literal first."""
        literal = _words_of(sample.literal for sample in model.samples)
        self._known = {
            slot_type: literal | _words_of(one.words for one in phrases) for slot_type, phrases in model.phrases.items()
        }
        usable = sorted(_usable(model), key=lambda one: -len(one.literal.split()))
        self._around = tuple((sample, *_around_slot(sample)) for sample in usable)

    def reading(self, text: str) -> Reading | None:
        """Return what *text* (folded) is if its slot holds words that are nowhere in the model; None otherwise."""
        for sample, before, after in self._around:
            if text.startswith(f"{before} ") and text.endswith(f" {after}" if after else ""):
                words = text[len(before) : len(text) - len(after)].strip()
                ((name, slot_type),) = sample.slots.items()
                if self._is_new(words, slot_type):
                    return Reading(sample=sample, slots={name: SlotPhrase(words=words, heard=words)})
        return None

    def _is_new(self, words: str, slot_type: str) -> bool:
        said = [word for word in words.split() if word not in _LITTLE_WORDS]
        return bool(said) and len(words.split()) <= MOST_SLOT_WORDS and self._known[slot_type].isdisjoint(said)


def _usable(model: LanguageModel) -> Iterator[Sample]:
    for sample in model.samples:
        types = tuple(sample.slots.values())
        if len(types) == 1 and types[0] in OPEN_TYPES and len(sample.literal.split()) >= LEAST_LITERAL_WORDS:
            yield sample


def _around_slot(sample: Sample) -> tuple[str, str]:
    before, _, after = SLOT.split(sample.text)
    return fold(before), fold(after)


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in fold(text).split()) - _LITTLE_WORDS
