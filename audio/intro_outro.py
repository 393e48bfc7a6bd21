"""How every recording begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audio.guide import GuidePart
from audio.parts import PLACE_SECONDS, said
from skill.domain import cues
from skill.speech.messages import Messages


def introduction(messages: Messages, emergency_number: str, title: str, who: Sequence[str]) -> Iterator[GuidePart]:
    """Yield the title, who it is for, and what it is not."""
    yield said(f"{title}.", 1.0, messages.text("guide-chapter-introduction"))
    yield from (said(text) for text in who)
    yield said(messages.say(cues.Disclaimer(emergency_number=emergency_number)))


def before_the_first(messages: Messages, *, gentlest: bool) -> Iterator[GuidePart]:
    """Yield who should not start today (docs/clinical.md §2.4, §3.3), and what to notice for the questions after."""
    yield said(messages.text("guide-do-not-start"))
    yield said(messages.text("guide-notice-before"), PLACE_SECONDS)
    yield said(messages.text("guide-gate"))
    if not gentlest:
        yield said(messages.text("guide-gate-strengthening"))
    yield said(messages.text("guide-pause-any-time"))


def farewell(messages: Messages) -> Iterator[GuidePart]:
    """Yield what to do if tomorrow is worse, and goodbye."""
    yield said(messages.text("guide-worse-tomorrow"))
    yield said(messages.text("guide-goodbye"))
