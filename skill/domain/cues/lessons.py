"""What is worth knowing, and where what was said comes from."""

from __future__ import annotations

from skill.domain.catalog.lessons import LessonId
from skill.domain.cues.cue import Cue, cue


@cue
class LessonOfTheDay(Cue):
    """One or two sentences worth knowing."""

    lesson_id: LessonId


@cue
class ComesFrom(Cue):
    """The source of what was said, by its name."""

    source: str


@cue
class ComesFromBackground(Cue):
    """What was said is general professional knowledge, that a physical therapist has still to sign off."""


@cue
class NoSourceNeeded(Cue):
    """What was said last needs no source: it was a question, or about the patient's own record."""


@cue
class SourceOnCard(Cue):
    """A source as the card shows it, with its year and address."""

    source: str
    year: str | None
    address: str


@cue
class SourcesTitle(Cue):
    """What stands above the sources on the card."""
