"""The screens: their items in order, and what belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from skill.catalog.documents import ContentFile, Location, Refused, unknown_sources
from skill.catalog.mistakes import Mistake, unknown
from skill.catalog.tables import mistakes_of_cue
from skill.catalog.words import NAME, Words
from skill.domain.safety.screen_items import Asking, Condition, Screening, ScreenItem, ScreenOutcome, words_id

REPROMPT = "reprompt"
SIGN = "sign"
"""The attribute that is said when nobody answered."""


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
    """Yield what an item cannot be asked without: its question, `.reprompt`, `.sign`, and `.which` if asked."""
    for item in (*screening.first_use, *screening.daily):
        message = words_id(item.id)
        needed = [NAME, REPROMPT, SIGN, *([Asking.WHICH, f"{Asking.WHICH}-{REPROMPT}"] if item.which else [])]
        texts = words.messages.get(message, {})
        for attribute in needed:
            if attribute not in texts:
                yield words.mistake(message, attribute, f"missing: what {item.id} of rules/screening.yaml is asked in")


def _mistakes(document: ContentFile, screening: Screening, sources: Collection[str]) -> Iterator[Mistake]:
    yield from unknown_sources(document, ("source",), screening.source, sources)
    yield from _conditions(document, screening)
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
    """Yield each condition that the first-use screen does not ask about exactly once, or the daily one asks about."""
    asked = [item.named for item in screening.first_use]
    for condition in Condition:
        if asked.count(condition) != 1:
            problem = f"`{condition}` is named by {asked.count(condition)} items; it needs to be one"
            yield document.mistake(("first_use",), problem)
    for index, item in enumerate(screening.daily):
        if item.named:
            yield document.mistake(("daily", index, "named"), "only items of the first-use screen are named")


def _outcomes(item: ScreenItem) -> Iterator[tuple[Location, ScreenOutcome]]:
    if item.outcome:
        yield ("outcome",), item.outcome
    for answer, outcome in item.which.items():
        yield ("which", answer), outcome
