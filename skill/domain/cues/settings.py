"""What the coach knows about the patient's circumstances, and that a change was taken."""

from __future__ import annotations

from skill.domain.activity import Weekday
from skill.domain.cues.cue import Cue, Question, words
from skill.domain.equipment import Equipment
from skill.domain.exercise import ExerciseId, Region, Side


@words
class SideIs(Cue):
    """The painful side is taken down."""

    side: Side


@words
class AskSide(Question):
    """Which side hurts?"""


@words
class Lacking(Cue):
    """Something is not at hand, and what follows from it."""

    equipment: Equipment


@words
class AtHand(Cue):
    """Something is at hand again."""

    equipment: Equipment


@words
class AskEquipment(Question):
    """What is it that is, or is not, at hand?"""


@words
class NeedsEquipment(Cue):
    """An exercise needs something that is not at hand; here is what to do instead."""

    exercise_id: ExerciseId
    instead: ExerciseId


@words
class DaysAre(Cue):
    """The days of the week for training; none means any day."""

    days: tuple[Weekday, ...]


@words
class DaysInARow(Cue):
    """Some of the days follow each other, and strengthening needs a day between."""


@words
class AskDays(Question):
    """On which days?"""


@words
class NameIs(Cue):
    """What the patient is called is taken down."""

    name: str


@words
class AskName(Question):
    """What shall I call you?"""


@words
class NameForgotten(Cue):
    """The name is forgotten."""


@words
class SettingsOfBody(Cue):
    """Which part of the spine, and whether the floor can be used."""

    region: Region | None
    floor: bool | None
    side: Side | None


@words
class SettingsOfRoutine(Cue):
    """When, and without what."""

    days: tuple[Weekday, ...]
    lacking: tuple[Equipment, ...]


@words
class SettingsOfTalk(Cue):
    """How much is said, and what the patient is called."""

    instructions: str
    quiet: bool
    name: str | None


@words
class HowToChange(Cue):
    """Any of it can be changed by telling."""


@words
class AskSetUpAgain(Question):
    """Really ask all the set-up questions again?"""


@words
class SetUpAgain(Cue):
    """The set-up begins anew; what was done is kept."""


@words
class SetUpKept(Cue):
    """Everything stays as it was."""
