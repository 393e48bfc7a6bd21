"""Walking together with the coach."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, cue


@cue
class ExtraWalksCount(Cue):
    """Walks beside today's count towards the week's minutes as well (docs/clinical.md §4.3); said once."""


@cue
class WalkTogetherIs(Cue):
    """We walk so many minutes together, and how to pause it."""

    minutes: int


@cue
class WalkIsShorter(Cue):
    """For now a walk is no longer than so many minutes."""

    minutes: int


@cue
class WalkBegins(Cue):
    """Off we go, at an easy pace."""


@cue
class WalkGoesOn(Cue):
    """On we go with this minute."""

    minute_number: int


@cue
class WalkPicksUp(Cue):
    """So many minutes are done; now the usual pace."""

    minutes_done: int


@cue
class MinutesWalked(Cue):
    """So many minutes are done, so many are left."""

    minutes_done: int
    minutes_left: int


@cue
class WalkEasesOff(Cue):
    """The last minutes are easy."""

    minutes_left: int


@cue
class WalkPosture(Cue):
    """A word about posture or breathing; *variant* is 1 to 4, in turn."""

    variant: int


@cue
class WalkCheckIn(Cue):
    """What to do when symptoms build."""


@cue
class WalkAt(Cue):
    """The place in the walk."""

    minute_number: int
    minutes: int


@cue
class WalkPausedAt(Cue):
    """The walk is paused after so many whole minutes."""

    minutes_done: int


@cue
class WalkLeft(Cue):
    """How much of the walk is left."""

    minutes_left: int


@cue
class WalkMinuteTaken(Cue):
    """The patient's word for the minute is taken."""

    minute_number: int


@cue
class NoSuchMinute(Cue):
    """The walk has fewer minutes."""

    minutes: int
