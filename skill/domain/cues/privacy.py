"""What is kept about the patient, and what they let us keep."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import Region
from skill.domain.privacy import Keeping


@words
class AskConsent(Question):
    """May answers about symptoms be kept?"""


@words
class ConsentGiven(Cue):
    """They are kept from now on, and how to take that back."""


@words
class ConsentRefused(Cue):
    """They are used while we exercise, and forgotten."""


@words
class ConsentWithdrawn(Cue):
    """What was kept about symptoms is deleted, and nothing more is kept."""


@words
class NothingToKeep(Cue):
    """This coach keeps no answers about symptoms, so there is nothing to agree to or to take back."""


@words
class Privacy(Cue):
    """What is kept, in each way of dealing with symptoms."""

    keeping: Keeping


@words
class WhatIsKnown(Cue):
    """How much there is: days with exercise, and reports about symptoms."""

    days: int
    reports: int


@words
class AskChoice(Question):
    """The rule after an exercise, which the patient applies: continue, easier or stop? (clinical.md §2.3)"""

    region: Region


@words
class CannotDelete(Cue):
    """The store is down, so nothing could be deleted."""
