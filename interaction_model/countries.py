"""A country's model from that of en-US: the same intents, its own words beside the American ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from interaction_model.amazon import Intent, LanguageModel, SlotType, SlotValue
from interaction_model.forms import Spoken, fold

Reword = Callable[[str], str]
"""Returns a text of en-US in the words of a country."""


def in_country(model: LanguageModel, locale: str, reword: Reword) -> LanguageModel:
    """Return *model* for *locale*: whatever *reword* changes is heard in both forms, the country's first.

    A form that something else is heard by already is left to that.
    """
    samples = {fold(sample): intent.name for intent in model.intents for sample in intent.samples}
    return replace(
        model,
        locale=locale,
        intents=tuple(_intent(intent, samples, reword) for intent in model.intents),
        types=tuple(_type(custom, reword) for custom in model.types),
    )


def _intent(intent: Intent, owners: Mapping[Spoken, str], reword: Reword) -> Intent:
    return replace(intent, samples=tuple(_in_both_forms(intent.samples, intent.name, owners, reword)))


def _type(custom: SlotType, reword: Reword) -> SlotType:
    owners = {fold(phrase): value.id for value in custom.values for phrase in value.phrases}
    return replace(custom, values=tuple(_value(value, owners, reword) for value in custom.values))


def _value(value: SlotValue, owners: Mapping[Spoken, str], reword: Reword) -> SlotValue:
    return replace(value, phrases=tuple(_in_both_forms(value.phrases, value.id, owners, reword)))


def _in_both_forms(phrases: Iterable[str], owner: str, owners: Mapping[Spoken, str], reword: Reword) -> Iterable[str]:
    """Return *phrases*, each preceded by its form in the country where that is another one and nobody else's."""
    both: dict[Spoken, str] = {}
    for phrase in phrases:
        form = reword(phrase)
        if owners.get(fold(form), owner) == owner:
            both.setdefault(fold(form), form)
        both.setdefault(fold(phrase), phrase)
    return both.values()
