"""Trouble: what is said when something of ours fails."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue


@cue
class CannotSave(Cue):
    """Nothing can be saved now; we can go on."""


@cue
class CannotKeep(Cue):
    """Nothing can be saved now, and the session ends: this is not remembered."""


@cue
class CannotRemember(Cue):
    """The record cannot be read now: nothing is coached, and who was told to get care should do that first."""


@cue
class AskHearAgain(Question):
    """How to hear again what was just said; asked to keep the microphone open while nothing can be saved."""


@cue
class SafeStop(Cue):
    """Something went wrong on our side: stop and rest."""
