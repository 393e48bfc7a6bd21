"""The model as Amazon takes it (`interactionModels/custom/<locale>.json`), and the only place that spells its keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentSlot:
    """A slot of an intent."""

    name: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """An intent, with what may be said for it."""

    name: str
    slots: tuple[IntentSlot, ...] = ()
    samples: tuple[str, ...]

    @property
    def built_in(self) -> bool:
        """Return whether it is one of Amazon's own."""
        return self.name.startswith("AMAZON.")

    @property
    def slot_types(self) -> Mapping[str, str]:
        """Return slot type by slot name."""
        return {slot.name: slot.type for slot in self.slots}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue:
    """One value of a custom slot type."""

    id: str
    phrases: tuple[str, ...]
    """Its name, then its synonyms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotType:
    """A custom slot type."""

    name: str
    values: tuple[SlotValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """Everything that is heard in one locale."""

    locale: str
    invocation_name: str
    intents: tuple[Intent, ...]
    types: tuple[SlotType, ...]
    fallback_sensitivity: str
    """LOW, MEDIUM or HIGH."""


def as_json(model: LanguageModel) -> dict[str, Any]:
    """Return *model* in Amazon's format.

    There is no dialog model and there are no prompts: Spine Coach asks its own questions.
    """
    language_model = {
        "invocationName": model.invocation_name,
        "intents": [_intent(intent) for intent in model.intents],
        "types": [{"name": custom.name, "values": [_value(one) for one in custom.values]} for custom in model.types],
        "modelConfiguration": {"fallbackIntentSensitivity": {"level": model.fallback_sensitivity}},
    }
    return {"interactionModel": {"languageModel": language_model}}


def _intent(intent: Intent) -> dict[str, Any]:
    slots = [{"name": slot.name, "type": slot.type} for slot in intent.slots]
    between = {} if intent.built_in and not slots else {"slots": slots}
    return {"name": intent.name, **between, "samples": list(intent.samples)}


def _value(value: SlotValue) -> dict[str, Any]:
    return {"id": value.id, "name": {"value": "".join(value.phrases[:1]), "synonyms": list(value.phrases[1:])}}
