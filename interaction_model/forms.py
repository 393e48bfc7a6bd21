"""A sample taken apart, and the phrases that each slot in it may be: what can be said, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from unicode_rbnf import RbnfEngine

from interaction_model.amazon import LanguageModel, SlotType

NUMBERS = range(0, 101)
"""The numbers that are known as words."""

Spoken = tuple[str, ...]
"""Words as they sound: see `fold`."""
SlotPhrases = Mapping[str, Mapping[Spoken, "Heard"]]
"""What may be said for each slot type, and what a slot then holds."""

_NOT_SPOKEN = re.compile(r"[.,?!;:]")
_PART = re.compile(r"\{(\w+)\}('s)?|([^\s{}]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a slot holds, in the terms of Alexa's request."""

    heard: str
    """The slot's `value`: the words, or for Amazon's own types the number ("6") or the duration ("PT10M")."""
    id: str | None = None
    """The id it is resolved to; None for Amazon's own types."""
    name: str | None = None
    """The name it is resolved to; None for Amazon's own types."""
    kind: str
    """The slot type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A slot inside a sample; its *type* is "" when the intent does not declare it."""

    name: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenForm:
    """A sample, and what it stands for."""

    intent: str
    index: int
    """Its place among the intent's samples, from 0."""
    sample: str
    parts: tuple[str | Slot, ...]

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the names of the slots in it, in order."""
        return tuple(part.name for part in self.parts if isinstance(part, Slot))


def fold(text: str) -> Spoken:
    """Return *text* as words that compare equal when they sound equal: case, hyphens and punctuation are gone."""
    plain = _NOT_SPOKEN.sub(" ", text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return tuple(plain.replace("-", " ").split())


def forms_of(model: LanguageModel) -> tuple[SpokenForm, ...]:
    """Return every sample of *model*, in its order."""
    return tuple(
        SpokenForm(intent=intent.name, index=index, sample=sample, parts=tuple(_parts(sample, intent.slot_types)))
        for intent in model.intents
        for index, sample in enumerate(intent.samples)
    )


def phrases_of(model: LanguageModel, durations: Mapping[str, tuple[str, ...]]) -> SlotPhrases:
    """Return, for each slot type, what may be said for it. Of two equal phrases the first counts.

    *durations* says how ISO 8601 durations are said, `{number}` standing for each of `NUMBERS`.
    """
    numbers = _numbers(model.locale)
    of_amazon = {"AMAZON.NUMBER": numbers, "AMAZON.DURATION": _durations(durations, numbers)}
    return of_amazon | {custom.name: _values(custom) for custom in model.types}


def _parts(sample: str, slot_types: Mapping[str, str]) -> Iterator[str | Slot]:
    for found in _PART.finditer(sample):
        slot, possessive, word = found.groups()
        if slot:
            yield Slot(name=slot, type=slot_types.get(slot, ""))
        yield from fold(possessive or word or "")


def _values(custom: SlotType) -> dict[Spoken, Heard]:
    phrases: dict[Spoken, Heard] = {}
    for value in custom.values:
        for words in value.phrases:
            heard = Heard(heard=words.casefold(), id=value.id, name=value.phrases[0], kind=custom.name)
            phrases.setdefault(fold(words), heard)
    return phrases


@cache
def _numbers(locale: str) -> dict[Spoken, Heard]:
    engine = RbnfEngine.for_language(locale.split("-")[0])
    spelled = ((number, engine.format_number(number).text) for number in NUMBERS)
    return {fold(words): Heard(heard=str(number), kind="AMAZON.NUMBER") for number, words in spelled}


def _durations(durations: Mapping[str, tuple[str, ...]], numbers: Mapping[Spoken, Heard]) -> dict[Spoken, Heard]:
    phrases: dict[Spoken, Heard] = {}
    for iso, spoken in durations.items():
        counts = {" ".join(words): number.heard for words, number in numbers.items()} if "{number}" in iso else {"": ""}
        for said, count in counts.items():
            heard = Heard(heard=iso.replace("{number}", count), kind="AMAZON.DURATION")
            phrases.update({fold(words.replace("{number}", said)): heard for words in spoken})
    return phrases
