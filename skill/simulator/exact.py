"""Utterances that are samples, word for word: hassil's templates and slot lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hassil import Intents, RecognizeResult, recognize_all

from skill.simulator.language_model import SEARCH_QUERY, SLOT, LanguageModel, Sample, SlotPhrase
from skill.simulator.words import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to take an utterance."""

    sample: Sample
    slots: Mapping[str, SlotPhrase]
    score: float = 1.0
    """How near it is: 1 is word for word."""


class ExactMatcher:
    """Finds the samples that an utterance is."""

    def __init__(self, model: LanguageModel) -> None:
        """Compile the samples of *model*; hassil does the most of it at the first utterance, which is made here."""
        self._samples = {(sample.intent, _template(sample)): sample for sample in reversed(model.samples)}
        self._phrases = {name: {one.words: one for one in reversed(found)} for name, found in model.phrases.items()}
        self._intents = Intents.from_dict(_as_hassil(model))
        self.readings("um")

    def readings(self, text: str) -> list[Reading]:
        """Return every sample that *text* (folded) is, the most literal first."""
        found = sorted(recognize_all(text, self._intents), key=lambda one: -one.text_chunks_matched)
        return [self._reading(one) for one in found]

    def _reading(self, found: RecognizeResult) -> Reading:
        template = found.intent_sentence.text if found.intent_sentence else None
        sample = self._samples[found.intent.name, template or ""]
        slots = {
            entity.name: self._phrase(sample.slots[entity.name], entity.text.strip()) for entity in found.entities_list
        }
        return Reading(sample=sample, slots=slots)

    def _phrase(self, slot_type: str, words: str) -> SlotPhrase:
        if slot_type == SEARCH_QUERY:
            return SlotPhrase(words=words, heard=words)
        return self._phrases[slot_type][words]


def _as_hassil(model: LanguageModel) -> dict[str, Any]:
    intents: dict[str, Any] = {}
    for sample in model.samples:
        data = intents.setdefault(sample.intent, {"data": [{"sentences": []}]})["data"]
        data[0]["sentences"].append(_template(sample))
    lists: dict[str, Any] = {_list(name): {"values": list(_values(found))} for name, found in model.phrases.items()}
    lists[_list(SEARCH_QUERY)] = {"wildcard": True}
    return {"language": model.language, "intents": intents, "lists": lists}


def _template(sample: Sample) -> str:
    parts = SLOT.split(sample.text)
    words = [fold(part) for part in parts[::2]]
    slots = [f"{{{_list(sample.slots[name])}:{name}}}" for name in parts[1::2]]
    between = [piece for pair in zip(words, [*slots, ""], strict=True) for piece in pair if piece]
    return " ".join(between).replace("} 's", "}'s")


def _list(slot_type: str) -> str:
    return slot_type.lower().replace(".", "_")


def _values(phrases: tuple[SlotPhrase, ...]) -> Iterator[dict[str, str]]:
    for words in dict.fromkeys(phrase.words for phrase in phrases):
        yield {"in": words, "out": words}
