"""What an utterance means, word for word: an exact matcher for tests.

It is not how Alexa understands, which guesses. An utterance that is not a sample, with one of the known phrases in each
slot, means nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from interaction_model.build import DEFAULT_LOCALE, language_model
from interaction_model.forms import Heard, Slot, SlotPhrases, Spoken, SpokenForm, fold, forms_of, phrases_of
from interaction_model.sample_rules import SEARCH_QUERY
from interaction_model.source import Source, read_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The one meaning of an utterance."""

    intent: str
    slots: Mapping[str, Heard]
    """The filled slots by name."""
    sample: str
    """The sample that was said."""


class Ambiguous(Exception):
    """An utterance has several meanings. The message names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """Finds the sample that an utterance is."""

    forms: tuple[SpokenForm, ...]
    phrases: SlotPhrases
    """What may be said for each slot type."""

    @classmethod
    def of(cls, source: Source) -> Matcher:
        """Return the matcher for what is written in *source*."""
        model = language_model(source)
        return cls(forms=forms_of(model), phrases=phrases_of(model, source.words.durations))

    def match(self, utterance: str) -> Match | None:
        """Return what *utterance* means, None when it is no sample. Raise `Ambiguous` when it is several."""
        spoken = fold(utterance)
        found = [
            Match(intent=form.intent, slots=MappingProxyType(slots), sample=form.sample)
            for form in self.forms
            for slots in _readings(form.parts, spoken, self.phrases)
        ]
        closed = [one for one in found if not _is_open(one)]
        if closed or found:
            found = closed or [max(found, key=lambda one: len(one.sample))]
        if len(found) > 1:
            raise Ambiguous(f"{utterance!r} is {' and '.join(f'{one.intent} {one.sample!r}' for one in found)}")
        return found[0] if found else None


def match(utterance: str, locale: str = DEFAULT_LOCALE) -> Match | None:
    """Return what *utterance* means, None when it is no sample of *locale*.

    Case, hyphens and punctuation do not matter. Numbers are known as words from zero to one hundred.
    Raise `Ambiguous` when it could mean several things.
    """
    return matcher(locale).match(utterance)


def spoken_forms(locale: str = DEFAULT_LOCALE) -> tuple[SpokenForm, ...]:
    """Return every sample of *locale* with its intent and slots."""
    return matcher(locale).forms


@cache
def matcher(locale: str = DEFAULT_LOCALE) -> Matcher:
    """Return the matcher of *locale*, read once. Raise `ContentError` when something cannot be read."""
    return Matcher.of(read_source(locale))


def _is_open(match: Match) -> bool:
    """Return whether any words at all would be understood in the place of some of these."""
    return any(slot.kind == SEARCH_QUERY for slot in match.slots.values())


def _readings(parts: tuple[str | Slot, ...], spoken: Spoken, phrases: SlotPhrases) -> Iterator[dict[str, Heard]]:
    """Yield every way to read all of *spoken* as *parts*."""
    if not parts:
        if not spoken:
            yield {}
        return
    first, *rest = parts
    if not isinstance(first, Slot):
        if spoken[:1] == (first,):
            yield from _readings(tuple(rest), spoken[1:], phrases)
        return
    if first.type == SEARCH_QUERY:
        if spoken and not rest:
            yield {first.name: Heard(heard=" ".join(spoken), kind=SEARCH_QUERY)}
        return
    known = phrases.get(first.type, {})
    for length in range(1, len(spoken) + 1):
        heard = known.get(spoken[:length])
        if heard is not None:
            for others in _readings(tuple(rest), spoken[length:], phrases):
                yield {first.name: heard} | others
