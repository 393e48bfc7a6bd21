"""Making the exercise that is up easier or harder."""

from __future__ import annotations

from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.dialogue import counting, routine
from skill.domain.dialogue.place import hold_place, record_partial
from skill.domain.exercise import ActivityDose, Form, Level, Section
from skill.domain.limits import may_progress
from skill.domain.moment import Moment, Reply
from skill.domain.plan import open_level
from skill.domain.session import PlannedExercise

LEVELS = tuple(Level)


def easier(moment: Moment) -> Reply:
    """One level down; from the lowest, the gentler form. It stays so for the next sittings."""
    if not moment.session.under_way:
        return counting.back_to_it(moment, cues.NothingToChange())
    planned, exercise_id = moment.planned, moment.planned.exercise_id
    index = LEVELS.index(planned.level)
    if index > 0:
        level = LEVELS[index - 1]
        return _changed(moment, level, planned.form, cues.MadeEasier(exercise_id=exercise_id, level=level))
    if planned.form is Form.USUAL and not planned.movement_id:
        return _changed(moment, planned.level, Form.EASIER, cues.GentlerForm(exercise_id=exercise_id))
    return counting.stay(moment, cues.AlreadyGentlest(exercise_id=exercise_id))


def harder(moment: Moment) -> Reply:
    """From the gentler form back to the usual one; else one level up, when the days before were comfortable."""
    if not moment.session.under_way:
        return counting.back_to_it(moment, cues.NothingToChange())
    planned, exercise_id = moment.planned, moment.planned.exercise_id
    if planned.form is Form.EASIER:
        return _changed(moment, planned.level, Form.USUAL, cues.BackToUsual(exercise_id=exercise_id))
    index = LEVELS.index(planned.level)
    if planned.level is open_level(moment.exercise, moment.patient, LEVELS[min(index + 1, len(LEVELS) - 1)]):
        return counting.stay(moment, cues.AlreadyHardest(exercise_id=exercise_id))
    if not may_progress(moment.patient.limits):
        return counting.stay(moment, cues.HarderOnceCleared())
    days_left = _days_needed(moment) - len(moment.patient.comfortable.get(exercise_id, ()))
    if days_left > 0:
        return counting.stay(moment, cues.HarderLater(exercise_id=exercise_id, sessions_left=days_left))
    if len(moment.day.raised) >= moment.rules.raises_per_day:
        return counting.stay(moment, cues.OneRaisedToday())
    moment = moment.with_day(raised=(*moment.day.raised, exercise_id))
    level = LEVELS[index + 1]
    return _changed(moment, level, planned.form, cues.MadeHarder(exercise_id=exercise_id, level=level))


def _days_needed(moment: Moment) -> int:
    if moment.exercise.section is Section.RECOVERY:
        return moment.rules.comfortable_days_before_harder_in_recovery
    return moment.rules.comfortable_sessions_before_harder


def _changed(moment: Moment, level: Level, form: Form, said: Cue) -> Reply:
    """Put the exercise that is up at another level or form, remember it, and begin it again."""
    moment = record_partial(hold_place(moment))
    planned, patient, session = moment.planned, moment.patient, moment.session
    exercise_id = planned.exercise_id
    moment = moment.with_patient(
        levels={**patient.levels, exercise_id: level},
        forms={**patient.forms, exercise_id: form},
        comfortable={**patient.comfortable, exercise_id: ()},
    )
    changed = PlannedExercise(
        exercise_id=exercise_id, level=level, form=form, movement_id=_movement_at(moment, planned, level)
    )
    exercises = (*session.exercises[: session.index], changed, *session.exercises[session.index + 1 :])
    return routine.begin(moment.with_session(exercises=exercises), said)


def _movement_at(moment: Moment, planned: PlannedExercise, level: Level) -> str | None:
    """Return the planned movement if the circuit has it at *level* too."""
    return planned.movement_id if not isinstance(moment.exercise.doses.at(level), ActivityDose) else None
