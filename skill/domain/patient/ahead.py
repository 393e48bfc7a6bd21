"""What is remembered of a day that is still to come counts as today, as it does in the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from skill.domain.patient.patient import Patient
from skill.domain.safety.screen_rules import Screened


def as_of(patient: Patient, today: date) -> Patient:
    """Return *patient* with no day after *today*; the same one when there is none."""
    return replace(
        patient,
        day=replace(patient.day, on=min(patient.day.on, today)) if patient.day else None,
        phase_since=_least(patient.phase_since, today),
        phase_declined_on=_least(patient.phase_declined_on, today),
        week_asked_on=_least(patient.week_asked_on, today),
        goals_asked_on=_least(patient.goals_asked_on, today),
        days_done={key: tuple(dict.fromkeys(min(on, today) for on in days)) for key, days in patient.days_done.items()},
        screened=_screened(patient.screened, today),
    )


def _screened(screened: Screened, today: date) -> Screened:
    return replace(screened, on=_least(screened.on, today), daily_on=_least(screened.daily_on, today))


def _least(on: date | None, today: date) -> date | None:
    return None if on is None else min(on, today)
