"""How the patient is doing: what was done, how the symptoms moved, and what comes next."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import Region


@words
class NothingToTell(Cue):
    """Nothing is kept yet."""


@words
class TooEarlyToTell(Cue):
    """Only so many days are known, too few to say how it goes."""

    days: int


@words
class ActiveDays(Cue):
    """On how many of the last days something was done."""

    days: int
    of_days: int


@words
class SessionsDone(Cue):
    """How many routines were finished in those days."""

    sessions: int


@words
class NotActiveLately(Cue):
    """Nothing was done in the last days: that is fine, any day is a good one to begin again."""


@words
class StreakIs(Cue):
    """So many active days in a row."""

    days: int


@words
class AskMoreProgress(Question):
    """Want to hear more?"""


@words
class ActiveDaysLonger(Cue):
    """On how many days of the last weeks something was done, and the minutes walked and swum in them."""

    days: int
    weeks: int
    minutes: int


@words
class FurthestMoved(Cue):
    """Over some weeks the furthest place moved. Places are ids of zones (rules/zones.yaml)."""

    weeks: int
    zone_before: str
    zone_now: str


@words
class FurthestStayed(Cue):
    """Over some weeks the furthest place stayed where it was."""

    weeks: int
    zone_now: str


@words
class StrengthMoved(Cue):
    """Its strength changed, from 0 to 10."""

    strength_before: int
    strength_now: int


@words
class StrengthStayed(Cue):
    """Its strength stayed the same, from 0 to 10."""

    strength_now: int


@words
class AboutRegion(Cue):
    """What follows is about one part of the spine; said where a patient has both."""

    region: Region


@words
class NoTrendYet(Cue):
    """Symptoms of one day only, or of none, are kept: there is nothing to compare."""
