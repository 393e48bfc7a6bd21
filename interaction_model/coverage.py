"""Whether everything that is meant has words in the locale, and enough of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interaction_model.complaint import Complaint
from interaction_model.source import EXERCISE, Source

SAMPLES_WHEN_OFTEN = 20
SAMPLES = 8
NO_SAMPLES = frozenset({"AMAZON.FallbackIntent"})
"""Alexa makes the fallback's model from all other intents."""


def coverage(source: Source) -> Iterator[Complaint]:
    """Yield every intent, slot type and value id that is missing, unknown, or has too few words."""
    meant, said = source.meanings.intents, source.words.intents
    yield from _difference("intents", meant, said, "intents.yaml")
    for name, meaning in meant.items():
        needed = SAMPLES_WHEN_OFTEN if meaning.often else SAMPLES
        if name in said and name not in NO_SAMPLES and len(said[name]) < needed:
            problem = f"has {len(said[name])} samples; {needed} are needed"
            yield Complaint(trail=("intents", name), problem=problem)
    types = {**source.meanings.slot_types, EXERCISE: source.exercise_ids}
    yield from _difference("slot_types", types, source.words.slot_types, "intents.yaml")
    for name, ids in types.items():
        where = "skill/content/exercises" if name == EXERCISE else "intents.yaml"
        for complaint in _difference(name, ids, source.words.slot_types.get(name, {}), where):
            yield Complaint(trail=("slot_types", *complaint.trail), problem=complaint.problem)


def _difference(key: str, meant: Iterable[str], said: Iterable[str], where: str) -> Iterator[Complaint]:
    meant, said = tuple(meant), tuple(said)
    for name in meant:
        if name not in said:
            yield Complaint(trail=(key,), problem=f"{name} is missing; it is in {where}")
    for name in said:
        if name not in meant:
            yield Complaint(trail=(key, name), problem=f"is unknown; it is not in {where}")
