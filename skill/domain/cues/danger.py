"""Danger: stop, seek help, and cleared again."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words


@words
class PainStop(Cue):
    """It hurts: stop, take the easiest position."""


@words
class IfEmergency(Cue):
    """Something bad was reported that was not understood: how to get help if it is an emergency."""

    emergency_number: str


@words
class EmergencyBack(Cue):
    """clinical.md §2.8 EMERGENCY_BACK."""

    emergency_number: str


@words
class EmergencyNeck(Cue):
    """clinical.md §2.8 EMERGENCY_NECK."""

    emergency_number: str


@words
class EmergencyChest(Cue):
    """clinical.md §2.8 EMERGENCY_CHEST."""

    emergency_number: str


@words
class EmergencyTrauma(Cue):
    """clinical.md §2.8 EMERGENCY_TRAUMA."""

    emergency_number: str


@words
class EmergencyGeneral(Cue):
    """clinical.md §2.8 EMERGENCY_GENERAL."""

    emergency_number: str


@words
class SeekToday(Cue):
    """clinical.md §2.8 SEEK_TODAY."""


@words
class SeekSoon(Cue):
    """clinical.md §2.8 SEEK_SOON."""


@words
class CareNeeded(Cue):
    """Coaching waits until a clinician has checked what was reported."""


@words
class AskCleared(Question):
    """Has a clinician checked it, and said exercise is fine?"""


@words
class Cleared(Cue):
    """Thank you; we start gently again."""


@words
class NotClearedYet(Cue):
    """Then we wait; how to go on."""


@words
class NotDiagnose(Cue):
    """I cannot diagnose; a clinician can."""
