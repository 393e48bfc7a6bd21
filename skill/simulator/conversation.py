"""A person talking to the pretend Echo: utterances in, what is heard out."""

from __future__ import annotations

from dataclasses import dataclass

from skill.simulator.device import Device
from skill.simulator.heard import Heard
from skill.simulator.understanding import Understanding, Understood, UtteranceKind

PLAYER_WORDS = frozenset(
    f"AMAZON.{name}Intent"
    for name in (
        *("Cancel", "LoopOff", "LoopOn", "Next", "Pause", "Previous", "Repeat", "Resume", "ShuffleOff", "ShuffleOn"),
        *("StartOver", "Stop"),
    )
)
"""What Alexa passes on outside a session, to the skill that played audio last (docs/alexa-platform.md §2.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """An utterance, and what came of it."""

    understood: Understood
    heard: Heard | None
    """None when the skill was not asked, or may not answer: the session is over."""
    reached: bool
    """Whether Alexa passed it on to the skill."""


class Conversation:
    """A device, and somebody who understands what is said to it."""

    def __init__(self, device: Device, understanding: Understanding) -> None:
        """Begin; nothing is said yet."""
        self.device = device
        self._understanding = understanding

    def say(self, utterance: str) -> Exchange:
        """Say *utterance*, which interrupts whatever is being said."""
        found = self._understanding.understand(utterance)
        if found.kind is UtteranceKind.LAUNCH:
            return Exchange(understood=found, heard=self.device.launch(), reached=True)
        to_the_player = found.intent in PLAYER_WORDS and self.device.player.stream is not None
        if not self.device.in_session and not found.opens and not to_the_player:
            return Exchange(understood=found, heard=None, reached=False)
        if found.kind is UtteranceKind.EXIT:
            self.device.exit()
            return Exchange(understood=found, heard=None, reached=True)
        speak = self.device.ask if found.opens else self.device.intent
        return Exchange(understood=found, heard=speak(found.intent, found.slots), reached=True)
