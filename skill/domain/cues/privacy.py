"""What is kept about the patient, and what they let us keep."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.history.privacy import Keeping
from skill.domain.movement.exercise import Region


@cue
class AskConsent(Question):
    """May answers about symptoms be kept? In full once, in short when it was *asked_before* and not answered."""

    asked_before: bool


@cue
class ConsentGiven(Cue):
    """They are kept from now on, and how to take that back."""


@cue
class ConsentRefused(Cue):
    """They are used while we exercise, and forgotten."""


@cue
class ConsentWithdrawn(Cue):
    """What was kept about symptoms is deleted, and nothing more is kept."""


@cue
class NothingToKeep(Cue):
    """This coach keeps no answers about symptoms, so there is nothing to agree to or to take back."""


@cue
class Privacy(Cue):
    """What is kept, in each way of dealing with symptoms."""

    keeping: Keeping


@cue
class WhatIsKnown(Cue):
    """How much there is: days with exercise, and reports about symptoms."""

    days: int
    reports: int


@cue
class AskChoice(Question):
    """The rule after an exercise, which the patient applies: continue, easier or stop? (docs/clinical.md §2.3)

    *in_short* it is only the choice: the rule was said in full before, in the same sitting.
    """

    region: Region
    in_short: bool = False


@cue
class CannotDelete(Cue):
    """The store is down, so nothing could be deleted."""
