"""First launch, set-up and welcome."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import Region


@words
class Welcome(Cue):
    """Who Spine Coach is for, at the first launch."""


@words
class Disclaimer(Cue):
    """What it is not, in one breath."""

    emergency_number: str


@words
class WelcomeBack(Cue):
    """A short welcome; *visits* is how many sittings there were before."""

    visits: int
    name: str | None
    """What the patient wants to be called."""


@words
class AskRegion(Question):
    """Neck, low back or both?"""


@words
class RegionIs(Cue):
    """The region is understood."""

    region: Region


@words
class RegionHint(Cue):
    """How to tell whether it is the neck or the low back."""


@words
class AskFloor(Question):
    """Can you get down to the floor and back up on your own, safely?"""


@words
class FloorIs(Cue):
    """The answer about the floor is understood."""

    floor: bool


@words
class AskMinutes(Question):
    """How many minutes are there today?"""
