"""How the patient is doing: what was done, how the symptoms moved, and what comes next."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import Region


@cue
class NothingToTell(Cue):
    """Nothing is kept yet."""


@cue
class TooEarlyToTell(Cue):
    """Only so many days are known, too few to say how it goes."""

    days: int


@cue
class ActiveDays(Cue):
    """On how many of the last days something was done."""

    days: int
    of_days: int


@cue
class SessionsDone(Cue):
    """How many routines were finished in those days."""

    sessions: int


@cue
class NotActiveLately(Cue):
    """Nothing was done in the last days: that is fine, any day is a good one to begin again."""


@cue
class StreakIs(Cue):
    """So many active days in a row."""

    days: int


@cue
class AskMoreProgress(Question):
    """Want to hear more?"""


@cue
class ActiveDaysLonger(Cue):
    """On how many days of the last weeks something was done, and the minutes walked and swum in them."""

    days: int
    weeks: int
    minutes: int


@cue
class FurthestMoved(Cue):
    """Over some weeks the furthest place moved. Places are ids of zones (rules/zones.yaml)."""

    weeks: int
    zone_before: str
    zone_now: str


@cue
class FurthestStayed(Cue):
    """Over some weeks the furthest place stayed where it was."""

    weeks: int
    zone_now: str


@cue
class StrengthMoved(Cue):
    """Its strength changed, from 0 to 10."""

    strength_before: int
    strength_now: int


@cue
class StrengthStayed(Cue):
    """Its strength stayed the same, from 0 to 10."""

    strength_now: int


@cue
class AboutRegion(Cue):
    """What follows is about one part of the spine; said where a patient has both."""

    region: Region


@cue
class NoTrendYet(Cue):
    """Symptoms of one day only, or of none, are kept: there is nothing to compare."""
