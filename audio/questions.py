"""The three questions after an exercise, and what each answer means to somebody the recording cannot hear.

What to ask: docs/clinical.md §2.3. What an answer means: §2.5 to §2.7, read for "stop this recording" or "carry on".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from audio.guide import GuidePart
from audio.voices.phrases import sentences
from skill.domain.movement.exercise import Exercise, Region, Section
from skill.speech.messages import Messages

ANSWER_SECONDS = 5.0
"""To feel for the answer."""
MEANING_SECONDS = 0.8


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions after *exercise*, for somebody with symptoms in *region*."""

    messages: Messages
    exercise: Exercise
    region: Region
    emergency_number: str

    def parts(self, *, again: bool) -> Iterator[GuidePart]:
        """Yield the questions and the meanings; *again* leaves out the ones that were heard before."""
        yield self._text("guide-questions-again" if again else "guide-questions-intro", 2.0)
        yield self._text("guide-ask-where", ANSWER_SECONDS)
        yield self._text("guide-if-moved-in")
        yield self._text("guide-if-moved-out")
        if not again:
            yield self._text("guide-after-moved-out")
            yield self._text("guide-far-out")
        yield self._text("guide-ask-how-strong", ANSWER_SECONDS)
        yield self._text("guide-if-stronger")
        if not again:
            yield self._text("guide-if-sorer")
        yield self._text("guide-if-strong")
        yield self._text("guide-ask-new", ANSWER_SECONDS)
        yield self._text("guide-if-new")
        yield self._text("guide-if-tingling")
        if not again:
            yield self._text("guide-if-emergency")
        yield self._text("guide-if-none", 1.5)

    def _text(self, message_id: str, pause_seconds: float = MEANING_SECONDS) -> GuidePart:
        number = " ".join(self.emergency_number)
        limit = "eight" if self.exercise.section is Section.RECOVERY else "six"
        text = self.messages.text(message_id, region=self.region, limit=limit, emergency_number=number)
        return GuidePart(sentences=sentences(text), pause_seconds=pause_seconds)
