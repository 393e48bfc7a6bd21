"""Before a routine is planned: does the record call for a step back, for a clinician, or open the next phase?"""

from __future__ import annotations

from datetime import timedelta

from skill.dialogue.routine import dosing
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import AdviceGiven, CareAdvised, DoseChanged, PhaseChanged
from skill.domain.movement.exercise import Phase
from skill.domain.progress.gate_conditions import PhaseGate
from skill.domain.progress.lasting_change import advice_due
from skill.domain.progress.phase_gates import next_gate
from skill.domain.progress.setbacks import care_due, setback
from skill.domain.progress.week_growth import active_days
from skill.domain.symptoms.verdicts import Verdict


def reviewed(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Return the moment after what the record calls for, and what to say of it.

    A clinician is advised first, then it goes one phase back (docs/clinical.md §4.1). Nothing while the store is down.
    """
    if not moment.record.whole:
        return moment, ()
    moment, back = _back_after_long(moment)
    moment, cared = with_care(moment)
    moment, set_back = _set_back(moment)
    moment, advised = _advised(moment)
    return dosing.with_todays_walk(moment), (*back, *set_back, *cared, *advised)


def gate_of(moment: Moment) -> PhaseGate | None:
    """Return the gate to the next phase; None in the last phase, and while the record is not at hand."""
    return next_gate(moment.progress_inputs) if moment.record.whole else None


def goes_by_prescription(moment: Moment) -> bool:
    """Return whether a clinician has said which phase it is: then the coach does not offer the next."""
    return moment.prescription is not None and moment.prescription.phase is not None


def opens_now(moment: Moment) -> Phase | None:
    """Return the phase to offer: the next one, if it is open and was not declined lately."""
    if goes_by_prescription(moment):
        return None
    gate, declined = gate_of(moment), moment.patient.phase_declined_on
    waits = declined is not None and moment.today - declined < timedelta(days=moment.rules.phases.recent_days)
    return gate.to if gate and gate.is_open and not waits else None


def in_phase(moment: Moment, phase: Phase, *, set_back: bool) -> Moment:
    """Return the moment in another phase, or in the same begun again."""
    moment = moment.noting(PhaseChanged(phase=phase, set_back=set_back, on=moment.today))
    return moment.with_patient(phase=phase, phase_since=moment.today, phase_declined_on=None)


def _back_after_long(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Begin again one dose lower after a long time away, once (docs/clinical.md §4.5)."""
    days_before = [day for day in active_days(moment.progress_inputs) if day < moment.today]
    if not days_before or moment.today in active_days(moment.progress_inputs):
        return moment, ()
    away = (moment.today - days_before[-1]).days
    lowered = any(change.on > days_before[-1] for change in moment.record.of(DoseChanged))
    if away < moment.rules.phases.days_away_for_lower_dose or lowered:
        return moment, ()
    lower = dosing.one_step_lower(moment)
    said = (cues.LowerAfterAway(weeks=away // 7),) if lower.facts != moment.facts else ()
    return lower, said


def _advised(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Advise to see a physical therapist: the routine goes on, and nothing is blocked (docs/clinical.md §2.6a)."""
    due = advice_due(moment.progress_inputs)
    if due is None or moment.patient.limits:
        return moment, ()
    said = cues.TherapistCanSee(reason=due.reason, weeks=due.days // 7)
    return moment.noting(AdviceGiven(reason=due.reason, region=due.region, on=moment.today)), (said,)


def _set_back(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    due = setback(moment.progress_inputs)
    if due is None:
        return moment, ()
    said = cues.SetBack(
        phase=moment.patient.phase,
        to=due.to,
        reason=due.reason,
        count=due.count,
        days=moment.rules.phases.setback_stay_days,
    )
    return dosing.at_beginner(in_phase(moment, due.to, set_back=True)), (said,)


def with_care(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Advise to see a clinician soon, once, until that is cleared; what loads the back is left out meanwhile."""
    limits = moment.rules.symptoms.consequences[Verdict.SEEK_SOON].limits
    due = care_due(moment.progress_inputs)
    if due is None or set(limits) <= set(moment.patient.limits):
        return moment, ()
    moment = moment.with_patient(
        limits=tuple(dict.fromkeys((*moment.patient.limits, *limits))),
        screened=moment.patient.screened.after_care(not_before=moment.today + timedelta(days=1)),
    )
    said = cues.CareIsDue(reason=due.reason, count=due.count, weeks=due.days // 7)
    return moment.noting(CareAdvised(care=due.care, on=moment.today)), (said, cues.SeekSoonMeanwhile())
