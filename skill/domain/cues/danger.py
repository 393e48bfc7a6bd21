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
class AskIfWrong(Question):
    """Something was not understood while exercising: say stop if something feels wrong, else go on."""

    again: bool
    """Whether it is asked a second time, in other words."""


@cue
class IfMisheard(Cue):
    """How a warning sign that was misheard is taken back."""


@cue
class AskingToBeSure(Cue):
    """It was misheard, the patient says: some questions come first."""


@cue
class MisheardAfterAll(Cue):
    """Every question was answered with no: the hold is lifted."""


@cue
class SayEmergency(Cue):
    """Before any help in an exercise: what to say if something is wrong."""


@cue
class AskEmergencyOrHow(Question):
    """Help was asked for in an exercise: is it an emergency, or how the exercise goes?"""


@cue
class AskBreathAtRest(Question):
    """Out of breath without effort: is it hard to breathe even at rest?"""


@cue
class CatchYourBreath(Cue):
    """Out of breath after effort: take a moment; tell when it is hard at rest."""


@cue
class SelfHarm(Cue):
    """clinical.md docs/clinical.md §3.4b: somebody wants to die, or to harm themselves. Never a clinical answer."""

    emergency_number: str
    country: str
    """ISO 3166: whose line to call."""


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


@cue
class ClinicianLooked(Cue):
    """A clinician has looked at it, though nothing waited for that: it goes on."""
