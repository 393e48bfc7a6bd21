"""The model that Amazon takes, from what is written: build it and write it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from interaction_model.amazon import Intent, IntentSlot, LanguageModel, SlotType, SlotValue, as_json
from interaction_model.exercise_names import Phrase
from interaction_model.source import FOLDER, Source, read_source

DEFAULT_LOCALE = "en-US"


def build_model(locale: str = DEFAULT_LOCALE) -> dict[str, Any]:
    """Return the model of *locale* in Amazon's format. What is written decides it alone.

    Raise `ContentError` when something cannot be read.
    """
    return as_json(language_model(read_source(locale)))


def write(locale: str = DEFAULT_LOCALE) -> Path:
    """Build the model of *locale* into its file, and return the file's path."""
    path = model_path(locale)
    path.write_text(model_text(build_model(locale)), encoding="utf-8")
    return path


def model_path(locale: str) -> Path:
    """Return where the model of *locale* is kept."""
    return FOLDER / f"{locale}.json"


def model_text(model: Mapping[str, Any]) -> str:
    """Return *model* as the text of its file."""
    return json.dumps(model, indent=0, ensure_ascii=False) + "\n"


def intent_names(locale: str = DEFAULT_LOCALE) -> frozenset[str]:
    """Return the names of all intents in the model's file, Amazon's own included."""
    model = json.loads(model_path(locale).read_text(encoding="utf-8"))
    return frozenset(intent["name"] for intent in model["interactionModel"]["languageModel"]["intents"])


def language_model(source: Source) -> LanguageModel:
    """Return the model of *source*."""
    return LanguageModel(
        locale=source.words.locale,
        invocation_name=source.words.invocation_name,
        intents=tuple(_intent(name, samples, source) for name, samples in source.words.intents.items()),
        types=tuple(_type(name, values) for name, values in source.values.items()),
        fallback_sensitivity=source.meanings.fallback_sensitivity,
    )


def _intent(name: str, samples: tuple[str, ...], source: Source) -> Intent:
    meaning = source.meanings.intents.get(name)
    declared = meaning.slots if meaning else {}
    slots = tuple(IntentSlot(name=slot, type=slot_type) for slot, slot_type in declared.items())
    return Intent(name=name, slots=slots, samples=samples)


def _type(name: str, values: Mapping[str, tuple[Phrase, ...]]) -> SlotType:
    return SlotType(
        name=name,
        values=tuple(
            SlotValue(id=value_id, phrases=tuple(phrase.text for phrase in phrases))
            for value_id, phrases in values.items()
        ),
    )
