"""How a count goes out: in one part, or in two with a short question between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from skill.dialogue.reply import Reply
from skill.domain import cues
from skill.domain.count.script import Script
from skill.domain.cues import Cue, Question
from skill.domain.patient.session import Count
from skill.speech.messages import Messages
from skill.speech.parts import split
from skill.speech.timing import SLOW_RATE, spoken_ms

LISTENING_SECONDS = 8
"""The microphone stays open so long after a question (docs/alexa-platform.md §1.3)."""
SHORTEST_PART_SECONDS = 30
LEAD_SLACK, LEAD_MARGIN_SECONDS = 1.05, 0.3
"""How much longer than its words are estimated to be the slot for them is."""


class Channel(StrEnum):
    """What plays the count."""

    APLA = "apla"
    """APL for audio: each beat exactly its slot."""
    SSML = "ssml"
    """Speech with breaks: works everywhere, keeps time by estimate."""

    @property
    def longest_seconds(self) -> int:
        """Return how long one part may last: 240 s by the platform, 90 s by good sense (docs/alexa-platform.md §2)."""
        return 240 if self is Channel.APLA else 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The parts of a count. Two go out at once, the second as the reprompt: silence means go on."""

    channel: Channel
    parts: tuple[Script, ...]
    closing: tuple[Question, ...]
    """What is asked after each part that goes out now: the last one, or whether to go on."""
    lead_seconds: float
    gap_seconds: float
    closing_seconds: float | None
    """The question after the whole count; None when more of it is to come than goes out now."""
    lead_inside: bool = False
    """Whether what is said before the count is in its document, in a slot of its own, so that its length is known."""

    def timed(self, count: Count) -> Count:
        """Return *count* with what is needed to find the place in it later."""
        return replace(
            count,
            lead_seconds=self.lead_seconds,
            part_seconds=tuple(part.seconds for part in self.parts[: len(self.closing)]),
            gap_seconds=self.gap_seconds,
            closing_seconds=self.closing_seconds,
        )


def plan_delivery(reply: Reply, messages: Messages, channel: Channel, *, seen: bool = False) -> Delivery | None:
    """Return how the script of *reply* goes out on *channel*; None when it has none.

    Where it is *seen* too, the words before the count get a slot of their own where the channel has slots: the screen
    must know when the first beat comes (docs/decisions/one-scene-many-screens.md).
    """
    if reply.script is None or reply.question is None:
        return None
    slowness = 1 / SLOW_RATE if reply.patient.slow_speech else 1.0
    go_on = slowness * _seconds(messages, cues.ShallIGoOn())
    lead = slowness * _seconds(messages, *reply.cues)
    lead_inside = seen and channel is Channel.APLA and lead > 0
    if lead_inside:
        lead = round(LEAD_SLACK * lead + LEAD_MARGIN_SECONDS, 1)
    asking = max(slowness * _seconds(messages, reply.question), go_on)
    limit = max(SHORTEST_PART_SECONDS, int(channel.longest_seconds - lead - asking))
    parts = split(reply.script, limit)
    closing: tuple[Question, ...] = (reply.question,)
    if len(parts) > 1:
        closing = (cues.ShallIGoOn(), reply.question if len(parts) == 2 else cues.ShallIGoOn())
    return Delivery(
        channel=channel,
        parts=parts,
        closing=closing,
        lead_seconds=lead,
        gap_seconds=LISTENING_SECONDS + go_on,
        closing_seconds=slowness * _seconds(messages, closing[-1]) if len(parts) == len(closing) else None,
        lead_inside=lead_inside,
    )


def _seconds(messages: Messages, *said: Cue) -> float:
    return sum(spoken_ms(messages.say(cue)) for cue in said) / 1000
