"""Questions that are near no sample: what they are about, by all the words in which it is asked.

A sample is near when it shares most of its words. A question in words of one's own shares a few with many samples of
the same topic instead. So the phrases of each value are taken together, a word counting the more the fewer values use
it, and the value whose words are most alike is meant, if it leads clearly.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from skill.simulator.exact import Reading
from skill.simulator.language_model import LanguageModel, Sample, SlotPhrase
from skill.simulator.mood import asks
from skill.simulator.words import stems

SHARE_OF_QUESTIONS = 0.3
"""A slot answers questions when at least so many of its phrases are questions."""
LEAST_LIKENESS = 0.095
"""Cosine of the words asked and the words of the value."""
CLEAR_LIKENESS = 0.25
"""From here on it outdoes a sample of another kind that is only just near."""
LEAST_LEAD = 0.005
"""By how much the value must be more alike than the next."""
RARITY = 1.5
"""The power that says how much more a rare word counts than a common one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """A value that can be asked about."""

    sample: Sample
    slot: str
    phrase: SlotPhrase


class AskedMatcher:
    """Finds what a question is about."""

    def __init__(self, model: LanguageModel) -> None:
        """Gather the phrases of *model*'s slots that answer questions, and of the other slots of the same intents."""
        self._answering = {sample.intent for sample in model.samples if _answers_questions(sample, model)}
        self._subjects: dict[str, _Subject] = {}
        used: dict[str, Counter[str]] = defaultdict(Counter)
        for subject, phrase in _subjects(model, self._answering):
            key = subject.phrase.id or subject.phrase.words
            self._subjects.setdefault(key, subject)
            used[key].update(dict.fromkeys(_features(phrase.words)).keys())
        users = Counter(feature for features in used.values() for feature in features)
        self._weights = {feature: math.log(1 + len(used) / count) ** RARITY for feature, count in users.items()}
        self._unknown_weight = math.log(1 + len(used))
        self._vectors = {
            key: _unit({one: math.sqrt(count) * self._weights[one] for one, count in features.items()})
            for key, features in used.items()
        }

    def answers(self, sample: Sample) -> bool:
        """Return whether *sample* is of an intent that answers questions."""
        return sample.intent in self._answering

    def _unknown(self, feature: str) -> float:
        return 0.0 if " " in feature else self._unknown_weight

    def reading(self, text: str, near: Reading | None) -> Reading | None:
        """Return what *text* (folded) asks about, with its likeness as the score; None when nothing leads clearly.

        *near* is the sample that is only just near, if one is: it is taken when it is a question of this kind, too.
        """
        answers = near is None or self.answers(near.sample)
        asked = _unit({one: self._weights.get(one, self._unknown(one)) for one in _features(text)})
        alike = {
            key: sum(asked.get(word, 0.0) * share for word, share in words.items())
            for key, words in self._vectors.items()
        }
        first, second = (*sorted(alike, key=lambda key: -alike[key])[:2], "", "")[:2]
        least = LEAST_LIKENESS if answers else CLEAR_LIKENESS
        if alike.get(first, 0.0) < least or alike[first] - alike.get(second, 0.0) < LEAST_LEAD:
            return None
        subject = self._subjects[first]
        return Reading(sample=subject.sample, slots={subject.slot: subject.phrase}, score=alike[first])


def _features(text: str) -> tuple[str, ...]:
    """Return the words of *text* and its pairs of neighbors, its beginning and its end among them."""
    words = stems(text)
    return (*words, *(" ".join(pair) for pair in pairwise(("", *words, ""))))


def _subjects(model: LanguageModel, intents: set[str]) -> Iterator[tuple[_Subject, SlotPhrase]]:
    for sample in _plainest(model, intents):
        ((slot, slot_type),) = sample.slots.items()
        for phrase in model.phrases[slot_type]:
            whole = SlotPhrase(words=phrase.words, heard=phrase.name or phrase.heard, id=phrase.id, name=phrase.name)
            yield _Subject(sample=sample, slot=slot, phrase=whole), phrase


def _answers_questions(sample: Sample, model: LanguageModel) -> bool:
    if sample.literal.strip() or len(sample.slots) != 1:
        return False
    phrases = model.phrases[next(iter(sample.slots.values()))]
    return sum(asks(phrase.words) for phrase in phrases) >= SHARE_OF_QUESTIONS * len(phrases) > 0


def _plainest(model: LanguageModel, intents: set[str]) -> Iterator[Sample]:
    """Yield, for each slot of *intents*, the first sample that has this slot only."""
    seen: set[tuple[str, ...]] = set()
    for sample in model.samples:
        key = (sample.intent, *sample.slots)
        if sample.intent in intents and len(sample.slots) == 1 and key not in seen:
            seen.add(key)
            yield sample


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
