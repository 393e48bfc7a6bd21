"""The sample that is nearest to an utterance that is none, by the words they share.

A word counts the more, the fewer intents use it. A slot is filled by a phrase of its type inside the utterance. The
phrases of slots that may stand alone ("{red_flag}") count as samples themselves, so that they may be near, too.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from heapq import nsmallest
from itertools import pairwise

from skill.simulator.exact import Reading
from skill.simulator.language_model import LanguageModel, Sample, SlotPhrase
from skill.simulator.words import Words, stems

UNKNOWN_WEIGHT = 2.0
"""What a word counts that no sample has."""
LEAST_WEIGHT = 0.2
NEGATIONS = frozenset({"not", "no", "never", "without"})
NEGATION_PENALTY = 0.6
DANGER_NEGATION_PENALTY = 0.45
"""What is left of the score when one of the two is denied: "my legs are not numb"."""
REACH_OF_A_NEGATION_WORDS = 2
_PARTS = re.compile(r"\{\w+\}|[^\s{}]+")
_PASSED_OVER = frozenset({"a", "an", "the", "any", "my", "really"})
ORDER_SHARE = 0.1
"""How much of the score the order of the words decides."""
TYPO_SIMILARITY = 0.8
SHORTEST_TYPO_LETTERS = 4
LONGEST_PHRASE_WORDS = 9
CHOICES_PER_SLOT = 3
CANDIDATES = 40
CONTAINED_SHARE = 0.75
"""How much of the score of a danger sample it decides that the whole sample is in the utterance."""
LEAST_CONTAINED_WEIGHT = 4.0
"""A danger sample lighter than this ("my leg") has to be near as any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    sample: Sample
    words: Words
    weight: float
    order: Words
    """The words with the slots, by their names in braces, in their places."""
    filled: Mapping[str, SlotPhrase]
    """The slots of a phrase that stands for a sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    start: int
    end: int
    phrase: SlotPhrase


class NearestMatcher:
    """Finds the samples that are nearest to an utterance."""

    def __init__(self, model: LanguageModel, leaving_out: frozenset[str] = frozenset()) -> None:
        """Index the samples of *model* but those of the intents *leaving_out*."""
        self._weights = _weights(model)
        self._vocabulary: dict[str, list[str]] = defaultdict(list)
        for word in self._weights:
            self._vocabulary[word[0]].append(word)
        self._phrases = _phrases_by_words(model, lambda words: words)
        self._bare_phrases = _phrases_by_words(model, _bare)
        self._entries = tuple(self._entry(*one) for one in _samples(model) if one[0].intent not in leaving_out)
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._entries):
            for word in dict.fromkeys(entry.words):
                self._postings[word].append(number)
        self._by_intent: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._entries):
            self._by_intent[entry.sample.intent].append(number)
        self._with_slots: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, entry in enumerate(self._entries):
            if entry.sample.slots and not entry.filled:
                self._with_slots[tuple(sorted(set(entry.sample.slots.values())))].append(number)

    def readings(self, text: str, danger: frozenset[str]) -> list[Reading]:
        """Return the nearest samples to *text*, the nearest first, each with its score from 0 to 1.

        A sample of the intents *danger* may also be a part of a longer utterance.
        """
        words = tuple(self._known(word) for word in stems(text))
        spans = self._spans(words)
        entries = [self._entries[number] for number in self._candidates(words, spans, danger)]
        found = (
            self._reading(entry, words, chosen, is_danger=entry.sample.intent in danger)
            for entry in entries
            for chosen in _fillings(entry, spans)
        )
        return sorted(found, key=lambda one: -one.score)

    def _entry(self, sample: Sample, text: str, filled: Mapping[str, SlotPhrase]) -> _Entry:
        words = stems(text)
        order = words if filled else tuple(word for part in _PARTS.findall(sample.text) for word in _in_braces(part))
        return _Entry(sample=sample, words=words, order=order, weight=self._weight(words), filled=filled)

    def _weight(self, words: Words) -> float:
        return sum(self._weights.get(word, UNKNOWN_WEIGHT) for word in words)

    def _known(self, word: str) -> str:
        """Return *word*, or the known word that it is a slip of."""
        if word in self._weights or len(word) < SHORTEST_TYPO_LETTERS or word.isdigit():
            return word
        alike = self._vocabulary.get(word[0], ())
        near = get_close_matches(word, alike, n=1, cutoff=TYPO_SIMILARITY)
        return near[0] if near else word

    def _spans(self, words: Words) -> Mapping[str, tuple[_Span, ...]]:
        """Return, for each slot type, where *words* hold a phrase of it, the longest first."""
        found: dict[str, list[_Span]] = defaultdict(list)
        for length in range(min(len(words), LONGEST_PHRASE_WORDS), 0, -1):
            for start in range(len(words) - length + 1):
                for slot_type, phrase in self._phrases_in(words[start : start + length]):
                    found[slot_type].append(_Span(start=start, end=start + length, phrase=phrase))
        return {slot_type: tuple(spans) for slot_type, spans in found.items()}

    def _phrases_in(self, words: Words) -> Iterable[tuple[str, SlotPhrase]]:
        """Return the phrases that *words* are, little words apart: "carry my bag" is "carry a bag"."""
        exact = self._phrases.get(words, ())
        return exact if exact or words[0] in _PASSED_OVER else self._bare_phrases.get(_bare(words), ())

    def _candidates(self, words: Words, spans: Mapping[str, tuple[_Span, ...]], danger: frozenset[str]) -> list[int]:
        """Return the entries that share the most with *words*, by a rough count."""
        shared: defaultdict[int, float] = defaultdict(float)
        for word in dict.fromkeys(words):
            weight = self._weights.get(word, 0.0)
            for number in self._postings.get(word, ()):
                shared[number] += weight
        for types, numbers in self._with_slots.items():
            if spans.keys() >= set(types):
                weight = sum(self._weight(words[spans[one][0].start : spans[one][0].end]) for one in types)
                for number in numbers:
                    shared[number] += weight
        total = self._weight(words)
        entries = self._entries
        rough = ((-share / (total + entries[number].weight + 1), number) for number, share in shared.items())
        best = [number for _, number in nsmallest(CANDIDATES, rough)]
        dangers = (number for intent in sorted(danger) for number in self._by_intent[intent])
        contained = (one for one in dangers if shared.get(one, 0.0) >= LEAST_CONTAINED_WEIGHT)
        return list(dict.fromkeys((*best, *contained)))

    def _reading(self, entry: _Entry, words: Words, chosen: Mapping[str, _Span], *, is_danger: bool) -> Reading:
        taken = {place for span in chosen.values() for place in range(span.start, span.end)}
        rest = tuple(word for place, word in enumerate(words) if place not in taken)
        in_slots = self._weight(words) - self._weight(rest)
        shared = Counter(rest) & Counter(entry.words)
        matched = in_slots + self._weight(tuple(shared.elements()))
        wanted = entry.weight + in_slots
        score = 2 * matched / (self._weight(words) + wanted)
        if is_danger and wanted >= LEAST_CONTAINED_WEIGHT:
            score = max(score, CONTAINED_SHARE * matched / wanted + (1 - CONTAINED_SHARE) * score)
        score *= 1 - ORDER_SHARE + ORDER_SHARE * _in_order(_with_slots(words, chosen), entry.order)
        if _denies(words, taken, frozenset(entry.words)) or (_negates(entry.words) and not _negates(words)):
            score *= DANGER_NEGATION_PENALTY if is_danger else NEGATION_PENALTY
        slots = entry.filled or {name: span.phrase for name, span in chosen.items()}
        return Reading(sample=entry.sample, slots=slots, score=score)


def _weights(model: LanguageModel) -> dict[str, float]:
    """Return what each word counts: the logarithm of how few intents, or slot types, use it."""
    users: dict[str, set[str]] = defaultdict(set)
    for sample in model.samples:
        for word in stems(sample.literal):
            users[word].add(sample.intent)
    for slot_type, phrases in model.phrases.items():
        for phrase in phrases:
            for word in stems(phrase.words):
                users[word].add(slot_type)
    among = len(model.declared) + len(model.phrases)
    return {word: max(LEAST_WEIGHT, math.log(among / (0.5 + len(used)))) for word, used in users.items()}


def _bare(words: Words) -> Words:
    return tuple(word for word in words if word not in _PASSED_OVER)


def _phrases_by_words(model: LanguageModel, key: Callable[[Words], Words]) -> dict[Words, list[tuple[str, SlotPhrase]]]:
    found: dict[Words, dict[str, SlotPhrase]] = defaultdict(dict)
    for slot_type, phrases in model.phrases.items():
        for phrase in phrases:
            found[key(stems(phrase.words))].setdefault(slot_type, phrase)
    return {words: list(by_type.items()) for words, by_type in found.items()}


def _samples(model: LanguageModel) -> Iterator[tuple[Sample, str, Mapping[str, SlotPhrase]]]:
    """Yield each sample with its literal words, and each phrase of a custom slot that may stand alone as a sample."""
    for sample in model.samples:
        yield sample, sample.literal, {}
        if not sample.literal.strip() and len(sample.slots) == 1:
            ((name, slot_type),) = sample.slots.items()
            if not slot_type.startswith("AMAZON."):
                yield from ((sample, phrase.words, {name: phrase}) for phrase in model.phrases[slot_type])


def _fillings(entry: _Entry, spans: Mapping[str, tuple[_Span, ...]]) -> list[dict[str, _Span]]:
    """Return ways to fill the slots of *entry* with phrases that do not overlap; none when one is not there."""
    fillings: list[dict[str, _Span]] = [{}]
    for name, slot_type in () if entry.filled else entry.sample.slots.items():
        fillings = [
            {**chosen, name: span}
            for chosen in fillings
            for span in spans.get(slot_type, ())[:CHOICES_PER_SLOT]
            if all(_apart(span, other) for other in chosen.values())
        ]
    return fillings


def _with_slots(words: Words, chosen: Mapping[str, _Span]) -> Words:
    """Return *words* with the name of each slot in braces in the place of its phrase."""
    starts = {span.start: (name, span.end) for name, span in chosen.items()}
    written, place = [], 0
    while place < len(words):
        name, end = starts.get(place, ("", place + 1))
        written.append(f"{{{name}}}" if name else words[place])
        place = end
    return tuple(written)


def _in_braces(part: str) -> Words:
    return (part,) if part.startswith("{") else stems(part)


def _negates(words: Words) -> bool:
    return not NEGATIONS.isdisjoint(words)


def _denies(words: Words, taken: set[int], written: frozenset[str]) -> bool:
    """Return whether a word of *words* denies one that the sample has, and the sample does not deny it, too."""
    for place, word in enumerate(words):
        if word in NEGATIONS and word not in written and place not in taken:
            after = [later for later in range(place + 1, len(words)) if words[later] not in _PASSED_OVER]
            if any(later in taken or words[later] in written for later in after[:REACH_OF_A_NEGATION_WORDS]):
                return True
    return False


def _apart(one: _Span, other: _Span) -> bool:
    return one.end <= other.start or other.end <= one.start


def _in_order(said: Words, written: Words) -> float:
    """Return the share of the neighbors in *written* that are neighbors in *said*, other words left out."""
    both = frozenset(said) & frozenset(written)
    in_said = [word for word in said if word in both]
    in_written = [word for word in written if word in both]
    if len(in_written) < 2:
        return 1.0
    pairs = set(pairwise(in_said))
    return sum(pair in pairs for pair in pairwise(in_written)) / (len(in_written) - 1)
