"""What is said before an exercise: in breaths at first, a reminder once it is known, as little as the patient wants.

The first breath holds the name, the dose and the position. The steps come one or two at a time, on "next", and the rest
is skipped with "ready". Who wants everything explained in full hears it at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.prescription import NeckTilt
from skill.domain.cues import Cue
from skill.domain.cues.exercise_words import usual_steps
from skill.domain.history.facts import Outcome
from skill.domain.history.story import last_time
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import Exercise, Form
from skill.domain.patient.instructions import Instructions
from skill.domain.patient.session import PlannedExercise
from skill.domain.plan.planned_exercise import movements_of

STEPS_IN_A_BREATH = 2
Breath = tuple[Cue, ...]
"""What is said before it is waited."""


def instructions(moment: Moment, *, full: bool = False) -> Iterator[Cue]:
    """Yield what is said when the exercise that is up is introduced; everything when *full*."""
    wanted = Instructions.FULL if full else moment.patient.instructions
    yield _name(moment)
    if wanted is Instructions.QUICK:
        yield from _in_short(moment)
        return
    yield _how_much(moment)
    if moment.exercise.is_walk and moment.session.first_time:
        yield cues.ExtraWalksCount()
    yield from _last_time(moment)
    if wanted is Instructions.FULL:
        yield from _in_full(moment)
    elif _is_known(moment):
        yield cues.ReadyAgain(exercise_id=moment.planned.exercise_id, movement_id=moment.planned.movement_id)
    else:
        yield from _position(moment)


def _last_time(moment: Moment) -> Breath:
    """Return what of the last time is worth knowing now: that it was too much, or where it stopped."""
    if times_heard(moment) == 0 or moment.counted_dose is None or not moment.record.whole:
        return ()
    last = last_time(moment.record, moment.planned.exercise_id, moment.planned.movement_id)
    if last is None or last.on == moment.today:
        return ()
    if last.outcome is Outcome.WORSE:
        return (cues.LastTimeTooMuch(),)
    if last.last_reps < last.last_planned:
        return (cues.LastTimeStopped(reps=last.last_reps, planned_reps=last.last_planned),)
    return ()


def come_in_breaths(moment: Moment) -> bool:
    """Return whether more breaths wait after the introduction of the exercise that is up: it is new."""
    return moment.patient.instructions is Instructions.AS_NEEDED and not _is_known(moment)


def breaths(moment: Moment) -> tuple[Breath, ...]:
    """Return what comes after the name, the dose and the position, one or two things at a time.

    Who should leave it out comes first, the first time it is introduced at all; when to stop comes last.
    """
    steps = _steps(moment)
    who = _in_pairs(tuple(_not_for(moment))) if steps and moment.session.first_time else ()
    return (*who, *steps)


def _in_pairs(cues: Breath) -> tuple[Breath, ...]:
    return tuple(cues[index : index + STEPS_IN_A_BREATH] for index in range(0, len(cues), STEPS_IN_A_BREATH))


def _steps(moment: Moment) -> tuple[Breath, ...]:
    planned, exercise = moment.planned, moment.exercise
    stop: Breath = (cues.StopRule(exercise_id=exercise.id),)
    if planned.movement_id:
        return ((cues.MovementHow(movement_id=planned.movement_id),), stop) if _begins_circuit(moment) else ()
    breathing: Breath = (cues.Breathing(exercise_id=exercise.id),) if isinstance(moment.dose, Dose) else ()
    if planned.form is not Form.USUAL:
        return (tuple(how_to(moment, planned)), (*breathing, *stop))
    return (*_in_pairs(tuple(how_to(moment, planned))[1:]), (*breathing, *stop))


def unsaid_cautions(moment: Moment) -> Breath:
    """Return who should leave the exercise that is up out, and when to stop it, as far as that was skipped."""
    said = moment.session.breath
    if said is None:
        return ()
    skipped = (cue for breath in breaths(moment)[said:] for cue in breath)
    return tuple(cue for cue in skipped if isinstance(cue, cues.NotFor | cues.StopRule))


def _is_known(moment: Moment) -> bool:
    return times_heard(moment) >= moment.rules.short_instructions_after


def _position(moment: Moment) -> Breath:
    """Return how to get into place; of a circuit's movement in its midst, how it goes is all there is to say."""
    planned = moment.planned
    if planned.movement_id and not _begins_circuit(moment):
        return (cues.MovementHow(movement_id=planned.movement_id),)
    return (cues.Setup(exercise_id=planned.exercise_id, form=planned.form),)


def goes_straight_to_the_count(moment: Moment) -> bool:
    """Return whether the count of the exercise that is up begins without waiting for "ready": quick, and known."""
    quick = moment.patient.instructions is Instructions.QUICK
    return quick and times_heard(moment) > 0 and moment.counted_dose is not None


def times_heard(moment: Moment) -> int:
    """Return how often the exercise, or the circuit's movement, that is up was introduced."""
    return moment.patient.heard.get(_key(moment.planned), 0)


def note_heard(moment: Moment) -> Moment:
    """Return the moment with the exercise that is up introduced once more."""
    heard = {**moment.patient.heard, _key(moment.planned): times_heard(moment) + 1}
    return moment.with_patient(heard=heard)


def how_to(moment: Moment, planned: PlannedExercise) -> Iterator[Cue]:
    """Yield how an exercise, or a circuit's movement, is done, in the form it is planned in.

    Where a clinician taught the other direction, that takes the place of the words for the usual one.
    """
    exercise = moment.catalog.exercises[planned.exercise_id]
    taught = _as_taught(moment, exercise)
    if planned.movement_id:
        yield cues.MovementHow(movement_id=planned.movement_id)
        return
    if planned.form is not Form.USUAL:
        yield cues.FormHow(exercise_id=exercise.id, form=planned.form)
        return
    yield cues.Setup(exercise_id=exercise.id)
    for step in usual_steps(exercise, planned.level):
        if taught is None or not isinstance(step, cues.Variant | cues.Step):
            yield step
        elif isinstance(step, cues.Step):
            yield taught if step.step_number == exercise.away_step else step


def _as_taught(moment: Moment, exercise: Exercise) -> Cue | None:
    """Return the words for going toward the painful side; None where it goes away from it."""
    toward = moment.prescription is not None and moment.prescription.neck_tilt is NeckTilt.TOWARD
    return cues.TowardAsTaught(side=moment.patient.painful_side) if toward and exercise.away_step else None


def _in_short(moment: Moment) -> Iterator[Cue]:
    """Yield the dose, the stop rule and where the steps are while the exercise is new; else the count says enough."""
    new = not times_heard(moment)
    if new or not isinstance(moment.dose, Dose):
        yield _how_much(moment)
    if new:
        yield from _who_should_not(moment)
        yield cues.StopRule(exercise_id=moment.planned.exercise_id)
        yield cues.IfNew()


def _in_full(moment: Moment) -> Iterator[Cue]:
    planned, exercise_id = moment.planned, moment.planned.exercise_id
    if planned.movement_id:
        if _begins_circuit(moment):
            yield from _who_should_not(moment)
            yield cues.Setup(exercise_id=exercise_id)
            yield cues.StopRule(exercise_id=exercise_id)
        yield from how_to(moment, planned)
        return
    yield from _who_should_not(moment)
    yield from how_to(moment, planned)
    if isinstance(moment.dose, Dose):
        yield cues.Breathing(exercise_id=exercise_id)
    yield cues.StopRule(exercise_id=exercise_id)


def _who_should_not(moment: Moment) -> Iterator[Cue]:
    """Yield who should leave the exercise out, the first time it is introduced at all (docs/clinical.md §4.6)."""
    if is_first_time(moment):
        yield from _not_for(moment)


def is_first_time(moment: Moment) -> bool:
    """Return whether the exercise that is up, or the circuit it is of, was never introduced before."""
    exercise_id, heard = moment.exercise.id, moment.patient.heard
    return not any(times and key.partition("/")[0] == exercise_id for key, times in heard.items())


def _not_for(moment: Moment) -> Iterator[Cue]:
    exercise = moment.exercise
    for number in range(1, exercise.not_for + 1):
        yield cues.NotFor(exercise_id=exercise.id, reason_number=number)


def _begins_circuit(moment: Moment) -> bool:
    session = moment.session
    return session.index == 0 or session.exercises[session.index - 1].movement_id is None


def _name(moment: Moment) -> Cue:
    session, planned = moment.session, moment.planned
    if planned.movement_id:
        movements = [one.movement_id for one in movements_of(moment.catalog, planned, moment.patient.lacking)]
        number = movements.index(planned.movement_id) + 1
        return cues.MovementIntro(movement_id=planned.movement_id, movement_number=number, movements=len(movements))
    return cues.ExerciseIntro(
        exercise_id=planned.exercise_id,
        form=planned.form,
        exercise_number=session.exercise_number,
        exercises=session.exercise_count,
    )


def _how_much(moment: Moment) -> Cue:
    dose = moment.dose
    if isinstance(dose, Dose):
        return cues.DoseIs(sets=dose.sets, reps=dose.reps, hold_seconds=dose.hold_seconds, per_side=dose.per_side)
    if moment.walks_together:
        return cues.WalkTogetherIs(minutes=dose.minutes)
    return cues.ActivityIs(exercise_id=moment.planned.exercise_id, minutes=dose.minutes)


def _key(planned: PlannedExercise) -> str:
    """Return under what it is counted how often it was introduced: what is done another way is new."""
    if planned.movement_id:
        return f"{planned.exercise_id}/{planned.movement_id}"
    is_changed = planned.form is Form.USUAL and planned.level is not Level.BEGINNER
    return f"{planned.exercise_id}/{planned.level}" if is_changed else planned.exercise_id
