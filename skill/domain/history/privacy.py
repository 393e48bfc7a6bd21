"""What may be kept of what a patient tells about symptoms: it depends on the coach's mode and the patient's consent."""

from __future__ import annotations

from enum import StrEnum

from skill.domain.history.facts import (
    AdviceGiven,
    CareAdvised,
    ExerciseJudged,
    Fact,
    NextDayReported,
    Outcome,
    SymptomReported,
    WeekRated,
)


class SymptomsMode(StrEnum):
    """How the coach deals with symptoms (`SPINE_COACH_SYMPTOMS`)."""

    DURABLE = "durable"
    """Asks, and keeps the answers of those who agree; for the others as `SESSION`."""
    SESSION = "session"
    """Asks, uses the answers while the session lasts, and keeps none."""
    POLICY_SAFE = "policy-safe"
    """Asks for no symptom: it says the rule, and the patient chooses (docs/clinical.md §2.3)."""


class Consent(StrEnum):
    """The patient's answer to whether answers about symptoms may be kept."""

    GIVEN = "given"
    REFUSED = "refused"


ABOUT_SYMPTOMS: tuple[type[Fact], ...] = (SymptomReported, ExerciseJudged, NextDayReported, WeekRated, AdviceGiven)
"""The facts that tell something about symptoms."""


def keeps_reports(mode: SymptomsMode, consent: Consent | None) -> bool:
    """Return whether answers about symptoms are kept: never before the patient agreed."""
    return mode is SymptomsMode.DURABLE and consent is Consent.GIVEN


def outcome_kept(outcome: Outcome, *, keeps_reports: bool) -> Outcome:
    """Return what is kept of how an exercise ended: where no report is kept, only whether it was done or left."""
    return outcome if keeps_reports or outcome is Outcome.COMFORTABLE else Outcome.SKIPPED


def may_keep(fact: Fact, mode: SymptomsMode, consent: Consent | None) -> bool:
    """Return whether *fact* may be kept: of symptoms with consent only, and where none is asked nothing of care."""
    if isinstance(fact, CareAdvised):
        return mode is not SymptomsMode.POLICY_SAFE
    return keeps_reports(mode, consent) or not isinstance(fact, ABOUT_SYMPTOMS)


class Keeping(StrEnum):
    """What becomes of answers about symptoms."""

    KEPT = "kept"
    WHILE_WE_EXERCISE = "while-we-exercise"
    """Used while the session lasts, then forgotten; the patient may agree to more."""
    NEVER_KEPT = "never-kept"
    """Used while the session lasts, then forgotten, whatever the patient says."""
    NEVER_ASKED = "never-asked"


def keeping_of(mode: SymptomsMode, consent: Consent | None) -> Keeping:
    """Return what becomes of answers about symptoms in *mode*, with this *consent*."""
    match mode:
        case SymptomsMode.DURABLE:
            return Keeping.KEPT if consent is Consent.GIVEN else Keeping.WHILE_WE_EXERCISE
        case SymptomsMode.SESSION:
            return Keeping.NEVER_KEPT
        case SymptomsMode.POLICY_SAFE:
            return Keeping.NEVER_ASKED
