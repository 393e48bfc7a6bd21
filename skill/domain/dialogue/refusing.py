"""Why an exercise the patient names is not done now, whether coached or played."""

from __future__ import annotations

from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.exercise import Exercise
from skill.domain.moment import Moment
from skill.domain.openness import in_phase, is_recovery, may_do, within_limits
from skill.domain.plan import minutes_apart
from skill.domain.readiness import Allowed
from skill.domain.session import PlannedExercise


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
