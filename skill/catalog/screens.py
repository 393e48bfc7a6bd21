"""The screens: their items in order, and what belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from skill.catalog.documents import ContentFile, Location, Refused, unknown_sources
from skill.catalog.mistakes import Mistake, unknown
from skill.catalog.tables import mistakes_of_cue
from skill.catalog.words import NAME, Words
from skill.domain.safety.red_flags import Care
from skill.domain.safety.screen_items import (
    Asking,
    Condition,
    Screening,
    ScreenItem,
    ScreenKind,
    ScreenOutcome,
    words_id,
)

REPROMPT = "reprompt"
"""The attribute that is said when nobody answered."""
SIGN = "sign"
"""The attribute that names an item."""
SIGNS = "signs"
"""What the message's id ends in that holds a list without its question."""


def read_screening(document: ContentFile, sources: Collection[str]) -> Screening:
    """Return the screens. Raise `Refused`."""
    screening = document.read(Screening, document.tree)
    mistakes = list(_mistakes(document, screening, sources))
    if mistakes:
        raise Refused(*mistakes)
    return screening


def mistakes_of_exercises(document: ContentFile, screening: Screening, exercises: Collection[str]) -> Iterator[Mistake]:
    """Yield what is named as walking and rest, and is no exercise."""
    for index, name in enumerate(screening.walking_and_rest):
        if name not in exercises:
            yield document.mistake(("walking_and_rest", index), unknown("exercise", name, exercises))


def mistakes_of_words(words: Words, screening: Screening) -> Iterator[Mistake]:
    """Yield what an item cannot be asked without: its question, `.reprompt`, `.sign`, and more where more is asked."""
    for item in (*screening.first_use, *screening.daily):
        needed = [NAME, REPROMPT, SIGN]
        for asking in (*([Asking.WHICH] if item.which else []), *([Asking.CONFIRM] if item.is_confirmed else [])):
            needed += [asking, f"{asking}-{REPROMPT}"]
        yield from _missing(words, item.id, needed)
    for group in screening.groups:
        yield from _missing(words, group.id, [NAME, REPROMPT])
        yield from _missing(words, f"{group.id}-{SIGNS}", [NAME])


def _missing(words: Words, item_id: str, needed: Collection[str]) -> Iterator[Mistake]:
    message = words_id(item_id)
    texts = words.messages.get(message, {})
    for attribute in needed:
        if attribute not in texts:
            yield words.mistake(message, attribute, f"missing: what {item_id} of rules/screening.yaml is asked in")


def _mistakes(document: ContentFile, screening: Screening, sources: Collection[str]) -> Iterator[Mistake]:
    yield from unknown_sources(document, ("source",), screening.source, sources)
    yield from _conditions(document, screening)
    yield from _groups(document, screening)
    seen: set[str] = set()
    for name, screen in (("first_use", screening.first_use), ("daily", screening.daily)):
        for index, item in enumerate(screen):
            at: Location = (name, index)
            if item.id in seen:
                yield document.mistake((*at, "id"), f"the item `{item.id}` is there twice")
            seen.add(item.id)
            yield from unknown_sources(document, (*at, "source"), item.source, sources)
            for where, outcome in _outcomes(item):
                yield from mistakes_of_cue(document, (*at, *where), outcome.cue, outcome.care)


def _conditions(document: ContentFile, screening: Screening) -> Iterator[Mistake]:
    """Yield each condition that the first-use screen does not ask about, or twice in one list; or the daily one."""
    named = {item.id: item.named for item in screening.first_use}
    for condition in Condition:
        if condition not in named.values():
            yield document.mistake(("first_use",), f"`{condition}` is named by no item")
    for index, group in enumerate(screening.groups):
        asked = [named.get(item_id) for item_id in group.items]
        for condition in Condition:
            if asked.count(condition) > 1:
                yield document.mistake(("groups", index, "items"), f"`{condition}` is named by two items of one list")
    for index, item in enumerate(screening.daily):
        if item.named:
            yield document.mistake(("daily", index, "named"), "only items of the first-use screen are named")


def _groups(document: ContentFile, screening: Screening) -> Iterator[Mistake]:
    """Yield each item that no list asks somebody it is for, and each list with an item of another screen or region."""
    for name, screen in (("first_use", screening.first_use), ("daily", screening.daily)):
        kind = ScreenKind.FIRST_USE if name == "first_use" else ScreenKind.DAILY
        for index, item in enumerate(screen):
            for region in item.regions:
                if not any(item.id in group.items for group in screening.groups_of(kind, region)):
                    yield document.mistake((name, index, "regions"), f"no list asks {item.id} of {region}")
    for index, group in enumerate(screening.groups):
        known = {item.id for item in screening.of(group.screen)}
        for position, item_id in enumerate(group.items):
            if item_id not in known:
                yield document.mistake(("groups", index, "items", position), unknown("item", item_id, known))
        if group.cue is not None:
            yield from mistakes_of_cue(document, ("groups", index), group.cue, Care.EMERGENCY)


def _outcomes(item: ScreenItem) -> Iterator[tuple[Location, ScreenOutcome]]:
    if item.outcome:
        yield ("outcome",), item.outcome
    for answer, outcome in item.which.items():
        yield ("which", answer), outcome
