"""Trouble: what is said when something of ours fails."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, cue


@cue
class CannotSave(Cue):
    """Nothing can be saved now; we can go on."""


@cue
class CannotRemember(Cue):
    """The record cannot be read now: who was told to get care should do that first."""


@cue
class SafeStop(Cue):
    """Something went wrong on our side: stop and rest."""
