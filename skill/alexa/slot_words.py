"""What each slot's words stand for, by our own interaction model: for when Alexa does not say it, or not readably."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class SlotWords:
    """The ids of slot values by what is said for them, word for word."""

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By slot type, then by words in lower case."""
    types: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The slot type by intent and slot."""

    @classmethod
    def of(cls, model: Mapping[str, Any]) -> SlotWords:
        """Return the words in *model*, the parsed JSON that Amazon takes. Raise `KeyError` if it is none."""
        written = model["interactionModel"]["languageModel"]
        return cls(
            ids={kind["name"]: dict(_ids(kind)) for kind in written["types"]},
            types={
                (intent["name"], slot["name"]): slot["type"]
                for intent in written["intents"]
                for slot in intent.get("slots", ())
            },
        )

    def id_of(self, intent: str, slot: str, heard: str, resolved: str | None) -> str | None:
        """Return the id of what was *heard* for a slot of an intent, which Alexa has *resolved* to one, or to none.

        Hers counts when our model has it; else that of the words, word for word; else hers again.
        """
        ids = self.ids.get(self.types.get((intent, slot), ""), {})
        return resolved if resolved in ids.values() else ids.get(_plain(heard), resolved)


def _ids(kind: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return words and ids of a slot type; words of two values mean the first."""
    return [
        (_plain(words), value["id"])
        for value in reversed(kind["values"])
        for words in (value["name"]["value"], *value["name"].get("synonyms", ()))
    ]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
