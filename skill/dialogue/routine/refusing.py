"""Why an exercise the patient names is not done now, whether coached or played."""

from __future__ import annotations

from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.exercise import Exercise
from skill.domain.patient.session import PlannedExercise
from skill.domain.plan.eligibility import in_phase, is_recovery, may_do, within_limits
from skill.domain.plan.todays_routine import minutes_apart
from skill.domain.symptoms.readiness import Allowed


def why_not(moment: Moment, asked: Exercise, planned: PlannedExercise) -> Cue | None:
    """Return why *planned*, which was *asked* for, is not done now; None when it may be."""
    catalog, patient, prescription = moment.catalog, moment.patient, moment.prescription
    if prescription and asked.id in prescription.leave_out:
        return cues.PrescribedLeaveOut(exercise_id=asked.id)
    if not in_phase(patient, asked, prescription):
        return cues.NotInThisPhase(exercise_id=asked.id, phase=asked.phases[0])
    if not within_limits(catalog, patient, planned.exercise_id):
        return cues.LimitedExercise(exercise_id=planned.exercise_id)
    if not may_do(catalog, patient, planned.exercise_id, moment.day, prescription):
        return cues.LeftOutToday(exercise_id=planned.exercise_id)
    wait = minutes_apart(catalog, patient, catalog.exercises[planned.exercise_id].region, moment.now)
    if wait:
        return cues.BlockTooSoon(minutes=wait)
    if moment.notes.allowed is not Allowed.ROUTINE and not is_recovery(catalog, planned.exercise_id):
        return cues.TooStrongFor(exercise_id=planned.exercise_id)
    return None
