"""Utterances that are samples, word for word: all samples in one tree, walked with the utterance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from skill.simulator.language_model import SEARCH_QUERY, SLOT, LanguageModel, Sample, SlotPhrase
from skill.simulator.words import fold

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to take an utterance."""

    sample: Sample
    slots: Mapping[str, SlotPhrase]
    score: float = 1.0
    """How near it is: 1 is word for word."""


@dataclass(slots=True)
class _Node:
    """A place in the samples, with what may come next."""

    words: dict[str, _Node] = field(default_factory=dict)
    slots: dict[tuple[str, str], _Node] = field(default_factory=dict)
    """By the slot's name and type."""
    samples: list[int] = field(default_factory=list)
    """The samples that end here."""


class ExactMatcher:
    """Finds the samples that an utterance is."""

    def __init__(self, model: LanguageModel) -> None:
        """Put the samples of *model* into the tree."""
        self._samples = model.samples
        self._phrases: dict[str, dict[_Words, SlotPhrase]] = {}
        for slot_type, phrases in model.phrases.items():
            known = self._phrases.setdefault(slot_type, {})
            for phrase in phrases:
                known.setdefault(_spoken(phrase.words), phrase)
        self._longest = {name: max(map(len, known), default=0) for name, known in self._phrases.items()}
        self._root = _Node()
        for number, sample in enumerate(model.samples):
            self._enter(number, sample)

    def readings(self, text: str) -> list[Reading]:
        """Return every sample that *text* (folded) is, the most literal first."""
        said = _spoken(text)
        found = sorted(self._walked(self._root, said, {}), key=lambda one: (len(_in_slots(one[1])), one[0]))
        return [Reading(sample=self._samples[number], slots=slots) for number, slots in found]

    def _enter(self, number: int, sample: Sample) -> None:
        parts = SLOT.split(sample.text)
        node = self._root
        for place, part in enumerate(parts):
            if place % 2:
                node = node.slots.setdefault((part, sample.slots[part]), _Node())
                continue
            for word in _written(part):
                node = node.words.setdefault(word, _Node())
        node.samples.append(number)

    def _walked(
        self, node: _Node, said: _Words, slots: Mapping[str, SlotPhrase]
    ) -> Iterator[tuple[int, Mapping[str, SlotPhrase]]]:
        """Yield every sample below *node* that *said* is, with what its slots hold."""
        if not said:
            yield from ((number, slots) for number in node.samples)
            return
        if (after := node.words.get(said[0])) is not None:
            yield from self._walked(after, said[1:], slots)
        for (name, slot_type), after in node.slots.items():
            if slot_type == SEARCH_QUERY:
                words = " ".join(said)
                yield from self._walked(after, (), {**slots, name: SlotPhrase(words=words, heard=words)})
                continue
            known = self._phrases.get(slot_type, {})
            for length in range(1, min(self._longest.get(slot_type, 0), len(said)) + 1):
                if (phrase := known.get(said[:length])) is not None:
                    yield from self._walked(after, said[length:], {**slots, name: phrase})


def _spoken(text: str) -> _Words:
    """Return *text* (folded) as words; a possessive's ending is a word of its own, for it may follow a slot."""
    return tuple(f"{text} ".replace("'s ", " 's ").split())


def _written(part: str) -> _Words:
    """Return what stands between two slots of a sample as words."""
    if part.startswith("'s"):
        return ("'s", *_spoken(fold(part[2:])))
    return _spoken(fold(part))


def _in_slots(slots: Mapping[str, SlotPhrase]) -> _Words:
    return tuple(word for phrase in slots.values() for word in phrase.words.split())
