"""Making the exercise that is up easier or harder, because the patient asks for it."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.count import counting
from skill.dialogue.count.place import keep_place, record_partial
from skill.dialogue.questions import symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import dosing, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.dose import ActivityDose, Level
from skill.domain.movement.equipment import missing
from skill.domain.movement.exercise import ExerciseId, Form
from skill.domain.movement.ladder import Raised
from skill.domain.patient.session import PlannedExercise
from skill.domain.progress.harder_doses import Hurdle, NotYet, next_rung

LEVELS = tuple(Level)


def easier(moment: Moment) -> Reply:
    """Take back what was raised, or go one level down; from the lowest, the gentler form. It stays so."""
    if symptom_question.is_owed(moment):
        return counting.say_and_wait(moment, cues.FirstTell())
    if not moment.session.under_way:
        return counting.say_and_resume(moment, cues.NothingToChange())
    planned, exercise_id = moment.planned, moment.planned.exercise_id
    if moment.exercise.is_walk and _shorter(moment) is not None:
        return _shorter_walk(moment)
    if planned.dose is not None:
        return _for_today(moment, replace(planned, dose=None, level=Level.BEGINNER, step=0), cues.EasierToday())
    index = LEVELS.index(planned.level)
    if planned.step or index > 0:
        level = planned.level if planned.step else LEVELS[index - 1]
        return _at_rung(moment, level, 0, cues.MadeEasier(exercise_id=exercise_id, level=level), raised=False)
    if planned.form is Form.USUAL and not planned.movement_id:
        return _in_form(moment, Form.EASIER, cues.GentlerForm(exercise_id=exercise_id))
    return counting.say_and_wait(moment, cues.AlreadyGentlest(exercise_id=exercise_id))


def harder(moment: Moment) -> Reply:
    """From the gentler form back to the usual one; else one step up, when it is earned (docs/clinical.md §4.2)."""
    if symptom_question.is_owed(moment):
        return counting.say_and_wait(moment, cues.FirstTell())
    if not moment.session.under_way:
        return counting.say_and_resume(moment, cues.NothingToChange())
    planned, exercise_id = moment.planned, moment.planned.exercise_id
    if planned.form is Form.EASIER and missing(moment.exercise.needs, moment.patient.lacking):
        return counting.say_and_resume(moment, cues.AlreadyHardest(exercise_id=exercise_id))
    if planned.form is Form.EASIER:
        return _in_form(moment, Form.USUAL, cues.BackToUsual(exercise_id=exercise_id))
    if planned.dose is not None:
        return counting.say_and_resume(moment, cues.DoseIsPrescribed(exercise_id=exercise_id))
    if moment.exercise.is_walk:
        return counting.say_and_resume(moment, cues.WalkGrows())
    found = next_rung(moment.progress_inputs, exercise_id, planned.level, planned.step)
    if isinstance(found, NotYet):
        return counting.say_and_resume(moment, _why_not(exercise_id, found))
    said = cues.MadeHarder(exercise_id=exercise_id, raised=found.raised or Raised.VERSION)
    return _at_rung(moment, found.level, found.step, said, raised=True)


def _why_not(exercise_id: ExerciseId, not_yet: NotYet) -> Cue:
    left = not_yet.need - not_yet.have
    match not_yet.hurdle:
        case Hurdle.TOP:
            return cues.AlreadyHardest(exercise_id=exercise_id)
        case Hurdle.CLEARED:
            return cues.HarderOnceCleared()
        case Hurdle.PHASE:
            return cues.HarderInLaterPhase(exercise_id=exercise_id)
        case Hurdle.UNCHANGED:
            return cues.HarderOnceChanged()
        case Hurdle.ONE_A_DAY:
            return cues.OneRaisedToday()
        case Hurdle.SESSIONS:
            return cues.HarderLater(exercise_id=exercise_id, sessions_left=left)
        case Hurdle.DAYS:
            return cues.HarderAfterDays(exercise_id=exercise_id, days_left=left)


def _shorter(moment: Moment) -> int | None:
    """Return the minutes of half the walk that is up; None when that would be less than a short one."""
    dose, least = moment.dose, moment.rules.weekly.targets[moment.patient.phase].walk_minutes.least
    half = dose.minutes // 2 if isinstance(dose, ActivityDose) else 0
    return half if half >= least else None


def _shorter_walk(moment: Moment) -> Reply:
    return _for_today(moment, replace(moment.planned, minutes=_shorter(moment)), cues.ShorterWalk())


def _for_today(moment: Moment, changed: PlannedExercise, said: Cue) -> Reply:
    """Change the exercise that is up in this routine only, and begin it again."""
    moment = record_partial(keep_place(moment))
    session = moment.session
    exercises = (*session.exercises[: session.index], changed, *session.exercises[session.index + 1 :])
    return routine.begin(moment.with_session(exercises=exercises), said)


def _at_rung(moment: Moment, level: Level, step: int, said: Cue, *, raised: bool) -> Reply:
    """Put the exercise that is up at another dose, and begin it again."""
    moment = record_partial(keep_place(moment))
    return routine.begin(dosing.at_rung(moment, level, step, raised=raised), said)


def _in_form(moment: Moment, form: Form, said: Cue) -> Reply:
    """Put the exercise that is up in another form, remember it, and begin it again."""
    moment = record_partial(keep_place(moment))
    session, planned, patient = moment.session, moment.planned, moment.patient
    changed = replace(planned, form=form)
    exercises = (*session.exercises[: session.index], changed, *session.exercises[session.index + 1 :])
    moment = moment.with_patient(forms={**patient.forms, planned.exercise_id: form})
    return routine.begin(moment.with_session(exercises=exercises), said)
