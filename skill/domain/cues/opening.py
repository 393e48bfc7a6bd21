"""First launch, set-up and welcome."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import Region


@cue
class Welcome(Cue):
    """Who Spine Coach is for, at the first launch."""


@cue
class Disclaimer(Cue):
    """What it is not, in one breath."""

    emergency_number: str


@cue
class EnglishOnly(Cue):
    """The coach speaks English only; the device is set to another language."""


@cue
class InACar(Cue):
    """The device is a car's, where nobody can lie down: come back at home."""


@cue
class WelcomeBack(Cue):
    """A short welcome; *visits* is how many sittings there were before."""

    visits: int
    name: str | None
    """What the patient wants to be called."""


@cue
class AskRegion(Question):
    """Neck, low back or both?"""


@cue
class RegionIs(Cue):
    """The region is understood."""

    region: Region


@cue
class RegionHint(Cue):
    """How to tell whether it is the neck or the low back."""


@cue
class AskFloor(Question):
    """Can you get down to the floor and back up on your own, safely?"""


@cue
class FloorIs(Cue):
    """The answer about the floor is understood."""

    floor: bool


@cue
class AskMinutes(Question):
    """How many minutes are there today?"""
