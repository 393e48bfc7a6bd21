"""What a guide is: parts in order, each some sentences and how long the guide stays with them."""

from __future__ import annotations

from dataclasses import dataclass

from skill.domain.catalog.recordings import Edition
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase, Region


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePart:
    """Some sentences, and the time they have."""

    sentences: tuple[str, ...] = ()
    seconds: int | None = None
    """The exact length of a beat: its words start with it. None: as long as its words and the pause after them."""
    pause_seconds: float = 0.0
    """Silence after the words; only without *seconds*."""
    chapter: str = ""
    """The title of the chapter that starts here; empty when none does."""
    ticks: bool = False
    """Whether a soft tick may mark its seconds."""


COUNTING_SECONDS = 8
"""A beat that is shorter belongs to the count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One recording, before any voice has spoken it."""

    id: str
    """Kebab-case: the file's name, and its address under `/guides/`."""
    title: str
    name: str
    """A shorter title, for the cover."""
    summary: str
    """A sentence or two for players, the page and the feed."""
    section: str
    """The part of the program: a `Section`, or "routine"."""
    phases: tuple[Phase, ...]
    region: Region
    level: Level | None
    """None for a routine."""
    edition: Edition = Edition.FULL
    figure: ExerciseId
    """The exercise whose picture it shows."""
    track_number: int
    parts: tuple[GuidePart, ...]

    @property
    def sentences(self) -> dict[str, bool]:
        """Return each sentence, and whether it belongs to the count, which keeps the voice's own pace."""
        counted = {
            text: True
            for part in self.parts
            if part.seconds is not None and part.seconds < COUNTING_SECONDS
            for text in part.sentences
        }
        return dict.fromkeys((text for part in self.parts for text in part.sentences), False) | counted

    @property
    def is_routine(self) -> bool:
        """Return whether it goes through several exercises."""
        return self.level is None
