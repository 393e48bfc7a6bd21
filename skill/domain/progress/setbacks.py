"""The way back: one phase back after flares, and when a clinician should look (docs/clinical.md §4.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from skill.domain.history.record import days_before
from skill.domain.movement.exercise import Phase, Region
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.progress.lasting_change import creeps_out
from skill.domain.safety.red_flags import Care

_PHASES = tuple(Phase)


class SetbackReason(StrEnum):
    """Why it goes one phase back."""

    OUTWARD_MOVES = "outward-moves"
    WORSE_NEXT_DAYS = "worse-next-days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setback:
    """One phase back: begin again at the beginner dose, and stay for some days."""

    to: Phase
    """Recovery from recovery: it is begun again."""
    reason: SetbackReason
    count: int
    """How often it happened."""
    days: int
    """Within how many days."""
    stay_until: date
    """The first day on which the next phase may open."""


class CareReason(StrEnum):
    """Why a clinician should look, though nothing is urgent."""

    FLARES = "flares"
    WORSENING = "worsening"
    """Slowly further out or stronger from day to day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareDue:
    """A clinician should look at it in a day or two."""

    reason: CareReason
    care: Care = Care.SEEK_SOON
    count: int
    """How many flares, or session days."""
    days: int
    """Within how many days."""
    region: Region | None = None


def setback(inputs: ProgressInputs) -> Setback | None:
    """Return the step back that the record since the last change of phase calls for; None when it calls for none."""
    rules, record = inputs.rules.phases, inputs.record.since_phase_changed
    counted = (
        (
            SetbackReason.OUTWARD_MOVES,
            len(record.outward_moves(days_before(inputs.today, rules.outward_moves_days))),
            rules.outward_moves_for_setback,
            rules.outward_moves_days,
        ),
        (
            SetbackReason.WORSE_NEXT_DAYS,
            len(record.worse_next_days(days_before(inputs.today, rules.flare_days))),
            rules.worse_next_days_for_setback,
            rules.flare_days,
        ),
    )
    for reason, count, enough, days in counted:
        if count >= enough:
            return Setback(
                to=_PHASES[max(0, _PHASES.index(inputs.phase) - 1)],
                reason=reason,
                count=count,
                days=days,
                stay_until=inputs.today + timedelta(days=rules.setback_stay_days),
            )
    return None


def care_due(inputs: ProgressInputs) -> CareDue | None:
    """Return why a clinician should look; None when nothing in the record since the last clearance says so."""
    rules, record = inputs.rules.phases, inputs.record.since_cleared
    flares = record.flares(days_before(inputs.today, rules.flare_days))
    if len(flares) >= rules.flares_for_care:
        return CareDue(reason=CareReason.FLARES, count=len(flares), days=rules.flare_days)
    for region in inputs.regions:
        if creeps_out(inputs, region):
            days = rules.worsening_within_days
            return CareDue(reason=CareReason.WORSENING, count=rules.worsening_session_days, days=days, region=region)
    return None
