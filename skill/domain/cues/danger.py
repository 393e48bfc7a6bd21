"""Danger: stop, seek help, and cleared again."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue


@cue
class PainStop(Cue):
    """It hurts: stop, take the easiest position."""


@cue
class IfEmergency(Cue):
    """Something bad was reported that was not understood: how to get help if it is an emergency."""

    emergency_number: str


@cue
class EmergencyBack(Cue):
    """docs/clinical.md §2.8 EMERGENCY_BACK."""

    emergency_number: str


@cue
class EmergencyNeck(Cue):
    """docs/clinical.md §2.8 EMERGENCY_NECK."""

    emergency_number: str


@cue
class EmergencyChest(Cue):
    """docs/clinical.md §2.8 EMERGENCY_CHEST."""

    emergency_number: str


@cue
class EmergencyTrauma(Cue):
    """docs/clinical.md §2.8 EMERGENCY_TRAUMA."""

    emergency_number: str


@cue
class EmergencyGeneral(Cue):
    """docs/clinical.md §2.8 EMERGENCY_GENERAL."""

    emergency_number: str


@cue
class SeekToday(Cue):
    """docs/clinical.md §2.8 SEEK_TODAY."""


@cue
class SeekSoon(Cue):
    """docs/clinical.md §2.8 SEEK_SOON."""


@cue
class CareNeeded(Cue):
    """Coaching waits until a clinician has checked what was reported."""


@cue
class AskCleared(Question):
    """Has a clinician checked it, and said exercise is fine?"""


@cue
class Cleared(Cue):
    """Thank you; we start gently again."""


@cue
class NotClearedYet(Cue):
    """Then we wait; how to go on."""


@cue
class NotDiagnose(Cue):
    """I cannot diagnose; a clinician can."""
