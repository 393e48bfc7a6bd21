"""What Amazon asks of an interaction model (docs/alexa-platform.md §4, §9 checks 45 to 57), and what listeners do."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from interaction_model import invocation, sample_rules
from interaction_model.amazon import Intent, LanguageModel, SlotType, as_json
from interaction_model.complaint import Complaint
from interaction_model.forms import SlotPhrases, Spoken, SpokenForm, fold, forms_of
from interaction_model.overlaps import overlaps

MOST_INTENTS = 250
MOST_PHRASES = 50_000
"""Values and synonyms of all custom slot types together."""
MOST_BYTES = 1_500_000
LONGEST_PHRASE = 140
"""Characters of a slot value or synonym."""
SENSITIVITIES = ("LOW", "MEDIUM", "HIGH")
# fmt: off
LOCALES = frozenset({
    "ar-SA", "de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "hi-IN",
    "it-IT", "ja-JP", "nl-NL", "pt-BR",
})
NEEDED_INTENTS = tuple(f"AMAZON.{name}Intent" for name in ("Cancel", "Help", "Stop", "NavigateHome", "Fallback"))
BUILT_IN_INTENTS = frozenset(f"AMAZON.{name}Intent" for name in (
    "Cancel", "Fallback", "Help", "LoopOff", "LoopOn", "NavigateHome", "Next", "No", "Pause", "Previous", "Repeat",
    "Resume", "ShuffleOff", "ShuffleOn", "StartOver", "Stop", "Yes",
))
# fmt: on

_NAME = re.compile(r"[A-Za-z][A-Za-z_]*")
_BAD_NAME = "is no name; letters and underscores are allowed, a letter first"
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def breaches(model: LanguageModel, phrases: SlotPhrases) -> Iterator[Complaint]:
    """Yield every rule that *model* breaks. *phrases* are what may be said for its slots."""
    yield from formal_breaches(model)
    yield from ambiguities(model, phrases)


def formal_breaches(model: LanguageModel) -> Iterator[Complaint]:
    """Yield every rule of form that *model* breaks: sizes, names, characters, twice the same words."""
    yield from _of_the_whole(model)
    for objection in invocation.objections(model.invocation_name):
        yield Complaint(trail=("invocation_name",), problem=objection)
    yield from _of_intent_names(model)
    declared = frozenset(custom.name for custom in model.types)
    for intent in model.intents:
        yield from _of_slots(intent, declared)
        yield from _of_samples(intent)
    yield from _of_type_names(model)
    for custom in model.types:
        yield from _of_values(custom)
        yield from _of_phrases(custom)


def ambiguities(model: LanguageModel, phrases: SlotPhrases) -> Iterator[Complaint]:
    """Yield every two samples of *model* that the same words may mean."""
    for overlap in overlaps(forms_of(model), phrases):
        problem = f"{overlap.words!r} means {_shown(overlap.first)} and {_shown(overlap.second)}"
        yield Complaint(trail=("intents", overlap.second.intent, overlap.second.index), problem=problem)


def _of_the_whole(model: LanguageModel) -> Iterator[Complaint]:
    if model.locale not in LOCALES:
        yield Complaint(trail=("locale",), problem=f"Alexa does not speak {model.locale}")
    size = len(json.dumps(as_json(model), ensure_ascii=False).encode())
    if size > MOST_BYTES:
        yield Complaint(trail=(), problem=f"the model has {size} bytes; at most {MOST_BYTES} are allowed")
    if len(model.intents) > MOST_INTENTS:
        problem = f"there are {len(model.intents)} intents; at most {MOST_INTENTS} are allowed"
        yield Complaint(trail=("intents",), problem=problem)
    count = sum(len(value.phrases) for custom in model.types for value in custom.values)
    if count > MOST_PHRASES:
        problem = f"there are {count} values and synonyms; at most {MOST_PHRASES} are allowed"
        yield Complaint(trail=("slot_types",), problem=problem)
    if model.fallback_sensitivity not in SENSITIVITIES:
        problem = f"must be {', '.join(SENSITIVITIES)}, not {model.fallback_sensitivity}"
        yield Complaint(trail=("fallback_sensitivity",), problem=problem)


def _of_intent_names(model: LanguageModel) -> Iterator[Complaint]:
    times = Counter(intent.name for intent in model.intents)
    for name in NEEDED_INTENTS:
        if name not in times:
            yield Complaint(trail=("intents",), problem=f"{name} is missing; every skill needs it")
    for name, count in times.items():
        if count > 1:
            yield Complaint(trail=("intents", name), problem=f"is there {count} times")
        if name.startswith("AMAZON."):
            if name not in BUILT_IN_INTENTS:
                yield Complaint(trail=("intents", name), problem="Amazon has no such intent")
        elif not _NAME.fullmatch(name):
            yield Complaint(trail=("intents", name), problem=_BAD_NAME)


def _of_slots(intent: Intent, declared: frozenset[str]) -> Iterator[Complaint]:
    above = ("intents", intent.name, "slots")
    if intent.built_in and intent.slots:
        yield Complaint(trail=above, problem="Amazon's own intents have no slots")
    used = {name for sample in intent.samples for name in sample_rules.slots_in(sample)}
    for name, count in Counter(slot.name for slot in intent.slots).items():
        trail, slot_type = (*above, name), intent.slot_types[name]
        if count > 1:
            yield Complaint(trail=trail, problem=f"is there {count} times")
        if not _NAME.fullmatch(name):
            yield Complaint(trail=trail, problem=_BAD_NAME)
        if not slot_type.startswith("AMAZON.") and slot_type not in declared:
            yield Complaint(trail=trail, problem=f"there is no slot type {slot_type}")
        if name not in used:
            yield Complaint(trail=trail, problem="is in no sample; nobody can fill it")


def _of_samples(intent: Intent) -> Iterator[Complaint]:
    if not intent.samples and not intent.built_in:
        yield Complaint(trail=("intents", intent.name), problem="has no samples; nobody can say it")
    for index, sample in enumerate(intent.samples):
        for objection in sample_rules.objections(sample, intent.slot_types):
            yield Complaint(trail=("intents", intent.name, index), problem=f"{sample!r} {objection}")


def _of_type_names(model: LanguageModel) -> Iterator[Complaint]:
    used = {slot.type for intent in model.intents for slot in intent.slots}
    for name, count in Counter(custom.name for custom in model.types).items():
        trail = ("slot_types", name)
        if count > 1:
            yield Complaint(trail=trail, problem=f"is there {count} times")
        if not _NAME.fullmatch(name):
            yield Complaint(trail=trail, problem=_BAD_NAME)
        if name not in used:
            yield Complaint(trail=trail, problem="no slot has this type")


def _of_values(custom: SlotType) -> Iterator[Complaint]:
    if not custom.values:
        yield Complaint(trail=("slot_types", custom.name), problem="has no values")
    for value_id, count in Counter(value.id for value in custom.values).items():
        trail = ("slot_types", custom.name, value_id)
        if not _ID.fullmatch(value_id):
            yield Complaint(trail=trail, problem="is no id; ids are in kebab-case")
        if count > 1:
            yield Complaint(trail=trail, problem=f"is there {count} times")
    for value in custom.values:
        if not value.phrases:
            yield Complaint(trail=("slot_types", custom.name, value.id), problem="has no words")


def _of_phrases(custom: SlotType) -> Iterator[Complaint]:
    owners: dict[Spoken, str] = {}
    for value in custom.values:
        for index, phrase in enumerate(value.phrases):
            trail = ("slot_types", custom.name, value.id, index)
            for objection in sample_rules.wrong_characters(phrase):
                yield Complaint(trail=trail, problem=f"{phrase!r} {objection}")
            if len(phrase) > LONGEST_PHRASE:
                yield Complaint(trail=trail, problem=f"is longer than {LONGEST_PHRASE} characters")
            spoken = fold(phrase)
            if not spoken:
                yield Complaint(trail=trail, problem="has no words in it")
            elif spoken in owners:
                yield Complaint(trail=trail, problem=f"{phrase!r} is said for {owners[spoken]} already")
            owners.setdefault(spoken, value.id)


def _shown(form: SpokenForm) -> str:
    return f"{form.intent} {form.sample!r}"
