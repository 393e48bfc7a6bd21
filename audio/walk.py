"""A walk, minute by minute: the time, and calm reminders of how to walk."""

from __future__ import annotations

from collections.abc import Iterator

from audio.guide import GuidePart
from audio.voices.phrases import sentences
from skill.speech.messages import Messages

MINUTE_SECONDS = 60
WARM_UP_MINUTES = 3
"""docs/clinical.md §1.11, step 1."""
EASE_OFF_MINUTES = 2
"""docs/clinical.md §1.11, step 6."""
CALM_WORDS = 6


def walk(messages: Messages, minutes: int) -> Iterator[GuidePart]:
    """Yield the beats of a walk of *minutes*, a minute each, and its end."""
    for behind in range(minutes):
        text = " ".join(_words(messages, behind, minutes))
        yield GuidePart(sentences=sentences(text), seconds=MINUTE_SECONDS)
    yield GuidePart(sentences=sentences(messages.text("walk-done", minutes=minutes)), pause_seconds=2.0)


def _words(messages: Messages, behind: int, minutes: int) -> Iterator[str]:
    if not behind:
        yield messages.text("walk-off-you-go")
        return
    left = minutes - behind
    if left > 1:
        yield messages.text("walk-minutes", minutes=behind)
    # the most telling word only: on a short walk several of them fall on the same minute
    if left == 1:
        yield messages.text("walk-last-minute")
    elif left == EASE_OFF_MINUTES:
        yield messages.text("walk-ease-off")
    elif behind == minutes // 2 and minutes > 2 * (WARM_UP_MINUTES + EASE_OFF_MINUTES):
        yield messages.text("walk-halfway")
    elif behind == WARM_UP_MINUTES:
        yield messages.text("walk-steady")
    else:
        yield messages.text("walk-calm", variant=(behind - 1) % CALM_WORDS + 1)
