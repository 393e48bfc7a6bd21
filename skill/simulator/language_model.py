"""The interaction model as the simulator reads it: Amazon's JSON, taken apart once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from skill.simulator.numbers import spoken_durations, spoken_numbers
from skill.simulator.words import fold

NUMBER, DURATION = "AMAZON.NUMBER", "AMAZON.DURATION"
FIRST_NAME = "AMAZON.FirstName"
"""No name is listed: any new word is one (`skill.simulator.unlisted`)."""
SEARCH_QUERY = "AMAZON.SearchQuery"
"""Any words at all."""
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPhrase:
    """Something that can be said for a slot."""

    words: str
    """As it is said, folded."""
    heard: str
    """What Alexa gives as the slot's value: the words; the digits of a number; a duration in ISO 8601."""
    id: str | None = None
    name: str | None = None
    """The name of the value that it is a synonym of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One sample of one intent."""

    intent: str
    text: str
    slots: Mapping[str, str]
    """The types of the slots in it, by the slots' names."""

    @property
    def literal(self) -> str:
        """Return the words of it that are no slots."""
        return SLOT.sub(" ", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """Everything that can be said to the skill."""

    language: str
    invocation_name: str
    samples: tuple[Sample, ...]
    declared: Mapping[str, Mapping[str, str]]
    """The types of all slots of each intent, by the slots' names."""
    phrases: Mapping[str, tuple[SlotPhrase, ...]]
    """What can be said for each slot type."""

    @classmethod
    def of(cls, model: Mapping[str, Any], locale: str = "en-US") -> LanguageModel:
        """Return the language model in *model*, the parsed JSON that Amazon takes. Raise `KeyError` if it is none."""
        written = model["interactionModel"]["languageModel"]
        language = locale.split("-")[0]
        declared = {
            intent["name"]: {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
            for intent in written["intents"]
        }
        return cls(
            language=language,
            invocation_name=fold(written["invocationName"]),
            samples=tuple(_samples(written["intents"], declared)),
            declared=declared,
            phrases={one["name"]: tuple(_values(one)) for one in written.get("types", ())} | _of_amazon(language),
        )

    def phrase_of(self, slot_type: str, value_id: str) -> SlotPhrase | None:
        """Return the name of the value *value_id* of *slot_type*; None when there is no such value."""
        return next((one for one in self.phrases.get(slot_type, ()) if one.id == value_id), None)


def _samples(intents: list[Any], declared: Mapping[str, Mapping[str, str]]) -> Iterator[Sample]:
    for intent in intents:
        types = declared[intent["name"]]
        for text in intent["samples"]:
            yield Sample(intent=intent["name"], text=text, slots={name: types[name] for name in SLOT.findall(text)})


def _values(slot_type: Mapping[str, Any]) -> Iterator[SlotPhrase]:
    for value in slot_type["values"]:
        name = value["name"]["value"]
        for words in (name, *value["name"].get("synonyms", ())):
            yield SlotPhrase(words=fold(words), heard=words.casefold(), id=value.get("id"), name=name)


def _of_amazon(language: str) -> dict[str, tuple[SlotPhrase, ...]]:
    numbers = spoken_numbers(language)
    durations = spoken_durations(language, numbers)
    return {
        NUMBER: tuple(SlotPhrase(words=words, heard=digits) for words, digits in numbers.items()),
        FIRST_NAME: (),
        DURATION: tuple(SlotPhrase(words=words, heard=iso) for words, iso in durations.items()),
    }
