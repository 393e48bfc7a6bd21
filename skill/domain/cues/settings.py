"""What the coach knows about the patient's circumstances, and that a change was taken."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.equipment import EquipmentKind
from skill.domain.movement.exercise import ExerciseId, Region, Side
from skill.domain.movement.weekdays import Weekday


@cue
class SpeakingSlowly(Cue):
    """From now on everything but the count is spoken more slowly."""


@cue
class SpeakingAsUsual(Cue):
    """Everything is spoken at the usual pace again."""


@cue
class CountingInSpeech(Cue):
    """From now on the count is spoken instead of played."""


@cue
class CountingOnTheBeat(Cue):
    """The count is played on the exact beat again."""


@cue
class HowLouder(Cue):
    """What to say to the device so that it is louder."""


@cue
class SideIs(Cue):
    """The painful side is taken down."""

    side: Side


@cue
class AskSide(Question):
    """Which side hurts?"""


@cue
class Lacking(Cue):
    """Something is not at hand, and what follows from it."""

    equipment: EquipmentKind


@cue
class AtHand(Cue):
    """Something is at hand again."""

    equipment: EquipmentKind


@cue
class AskEquipment(Question):
    """What is it that is, or is not, at hand?"""


@cue
class NeedsEquipment(Cue):
    """An exercise needs something that is not at hand; here is what to do instead."""

    exercise_id: ExerciseId
    instead: ExerciseId


@cue
class DaysAre(Cue):
    """The days of the week for training; none means any day."""

    days: tuple[Weekday, ...]


@cue
class DaysInARow(Cue):
    """Some of the days follow each other, and strengthening needs a day between."""


@cue
class AskDays(Question):
    """On which days?"""


@cue
class NameIs(Cue):
    """What the patient is called is taken down."""

    name: str


@cue
class AskName(Question):
    """What shall I call you?"""


@cue
class NameForgotten(Cue):
    """The name is forgotten."""


@cue
class SettingsOfBody(Cue):
    """Which part of the spine, and whether the floor can be used."""

    region: Region | None
    floor: bool | None
    side: Side | None


@cue
class SettingsOfRoutine(Cue):
    """When, and without what."""

    days: tuple[Weekday, ...]
    lacking: tuple[EquipmentKind, ...]


@cue
class SettingsOfTalk(Cue):
    """How much is said, and what the patient is called."""

    instructions: str
    quiet: bool
    name: str | None


@cue
class HowToChange(Cue):
    """Any of it can be changed by telling."""


@cue
class AskSetUpAgain(Question):
    """Really ask all the set-up questions again?"""


@cue
class SetUpAgain(Cue):
    """The set-up begins anew; what was done is kept."""


@cue
class SetUpKept(Cue):
    """Everything stays as it was."""
