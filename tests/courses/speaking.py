"""How the simulated patient speaks: in sentences that are understood, or in samples word for word."""

from __future__ import annotations

from functools import cache

from interaction_model.samples import match
from skill.simulator.conversation import Conversation
from skill.simulator.device import Device, SlotValue
from skill.simulator.heard import Heard
from skill.simulator.understanding import Understanding, Understood
from skill.web.model import understanding_of
from tests.courses.course import CourseError
from tests.courses.life import Say

__all__ = ["Say", "say_samples", "say_sentences"]


def say_sentences(device: Device, words: str) -> Heard | None:
    """Say *words* as anybody might, and let them be understood."""
    return Conversation(device, _Remembering()).say(words).heard


def say_samples(device: Device, words: str) -> Heard | None:
    """Say *words*, which must be a sample of the interaction model."""
    return device.intent(*_sample(words))


class _Remembering(Understanding):
    """An understanding that understands the same words only once."""

    def __init__(self) -> None:
        """Take the one that is built."""

    def understand(self, utterance: str) -> Understood:
        """Return what *utterance* means."""
        return _understood(utterance)


@cache
def _understood(utterance: str) -> Understood:
    return understanding_of("en-US").understand(utterance)


@cache
def _sample(words: str) -> tuple[str, dict[str, SlotValue]]:
    found = match(words)
    if found is None:
        raise CourseError(f"not a sample of the interaction model: {words!r}")
    slots = {name: SlotValue(heard=slot.heard, id=slot.id, kind=slot.kind) for name, slot in found.slots.items()}
    return found.intent, slots
