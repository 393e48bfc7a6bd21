"""The way through the phases, as the patient hears it: what opens the next one, and going on to it."""

from __future__ import annotations

from skill.dialogue.count import counting, gate
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening, reviewing
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.exercise import Phase
from skill.domain.plan.todays_routine import directional_exercise
from skill.domain.progress.gate_conditions import ConditionProgress, GateCondition, PhaseGate
from skill.domain.symptoms.zones import Zone


def where_i_stand(moment: Moment) -> Reply:
    """Tell the phase, and the first condition of the next one that is not met yet, with the patient's own numbers."""
    if moment.patient.region is None:
        return counting.say_and_resume(moment)
    moment = counting.interrupted(moment)
    found = reviewing.gate_of(moment)
    phase = cues.PhaseIs(phase=moment.patient.phase)
    if not moment.record.whole:
        return counting.say_and_wait(moment, phase, cues.NotesOutOfReach())
    if found is None:
        return counting.say_and_wait(moment, phase, cues.LastPhase())
    if reviewing.goes_by_prescription(moment):
        return counting.say_and_wait(moment, phase, cues.PhaseIsPrescribed())
    if not found.is_open:
        return counting.say_and_wait(moment, phase, *_unmet(moment, found))
    if moment.blocked or moment.session.under_way:
        return counting.say_and_wait(moment, phase, cues.NextPhaseIsOpen(to=found.to))
    return opening.offer_phase(moment, found.to, phase)


def what_comes_next(moment: Moment) -> tuple[Cue, ...]:
    """Return the phase, and what opens the next one: the first condition that is not met yet."""
    phase, found = cues.PhaseIs(phase=moment.patient.phase), reviewing.gate_of(moment)
    if found is None:
        return phase, cues.LastPhase()
    return (phase, cues.NextPhaseIsOpen(to=found.to)) if found.is_open else (phase, *_unmet(moment, found))


def move_on(moment: Moment) -> Reply:
    """Go on to the phase that is open."""
    found = reviewing.gate_of(moment)
    if moment.blocked:
        return gate.refuse(moment)
    if found is None or not found.is_open:
        return opening.start_afresh(moment)
    moment = reviewing.in_phase(moment, found.to, set_back=False)
    return opening.start_afresh(moment, cues.PhaseBegins(phase=found.to))


def stay_here(moment: Moment) -> Reply:
    """Stay in the phase; it is offered again some days later, or when asked for."""
    moment = moment.with_patient(phase_declined_on=moment.today)
    return opening.start_afresh(moment, cues.PhaseStays(phase=moment.patient.phase))


def _unmet(moment: Moment, found: PhaseGate) -> tuple[Cue, ...]:
    first = found.unmet[0]
    by_time = (cues.PhaseGoesByTime(),) if first.condition is GateCondition.DAYS_IN_PHASE else ()
    further = (cues.FurtherConditions(count=len(found.unmet) - 1),) if len(found.unmet) > 1 else ()
    return (*by_time, _waits(moment, found.to, first), *further)


def _waits(moment: Moment, to: Phase, unmet: ConditionProgress) -> Cue:
    region = unmet.region or moment.patient.region
    if unmet.condition is GateCondition.ZONE and unmet.region:
        zones = moment.rules.zones[unmet.region]
        have, need = zones.id_of(Zone(unmet.have)), zones.id_of(Zone(unmet.need))
        return cues.NextPhaseWaitsForPlace(to=to, have_zone=have, need_zone=need)
    exercise_id = directional_exercise(moment.catalog, moment.patient, region, moment.today)
    if unmet.condition is GateCondition.STANDARD_DOSE and exercise_id:
        return cues.NextPhaseWaitsForDose(to=to, exercise_id=exercise_id)
    return cues.NextPhaseWaits(
        to=to,
        condition=unmet.condition,
        region=unmet.region,
        have=unmet.have,
        need=unmet.need,
        left=max(0, unmet.need - unmet.have),
    )
