"""The exercise's own words, from its folder."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, cue
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import Exercise, ExerciseId, Form


@cue
class Setup(Cue):
    """How to set up for the exercise, in the form asked for."""

    exercise_id: ExerciseId
    form: Form = Form.USUAL


@cue
class Step(Cue):
    """One step of the exercise; *step_number* starts at 1."""

    exercise_id: ExerciseId
    step_number: int


@cue
class LevelStep(Cue):
    """One step of a level that changes the movement; *step_number* starts at 1."""

    exercise_id: ExerciseId
    level: Level
    step_number: int


@cue
class FormHow(Cue):
    """How the easier or the standing form is done, in a sentence or two: it replaces the steps."""

    exercise_id: ExerciseId
    form: Form


@cue
class Variant(Cue):
    """What the dose's level means for the movement ("onto your forearms only")."""

    exercise_id: ExerciseId
    level: Level


@cue
class Breathing(Cue):
    """How to breathe in the exercise."""

    exercise_id: ExerciseId


@cue
class Caution(Cue):
    """One thing to be careful about; *caution_number* starts at 1."""

    exercise_id: ExerciseId
    caution_number: int


@cue
class Mistake(Cue):
    """One common mistake, said as what to do instead; *mistake_number* starts at 1."""

    exercise_id: ExerciseId
    mistake_number: int


@cue
class NotFor(Cue):
    """Who should not do the exercise; *reason_number* starts at 1."""

    exercise_id: ExerciseId
    reason_number: int


@cue
class StopRule(Cue):
    """When to stop the exercise at once."""

    exercise_id: ExerciseId


@cue
class StopRuleForAll(Cue):
    """When to stop any exercise at once."""


@cue
class Purpose(Cue):
    """What the exercise is for."""

    exercise_id: ExerciseId


@cue
class MovementHow(Cue):
    """How a movement of a circuit is done."""

    movement_id: str


def usual_steps(exercise: Exercise, level: Level) -> tuple[Cue, ...]:
    """Return how *exercise* is done in its usual form at *level*, step by step.

    Where the level changes the movement its own steps replace the usual ones; else a sentence says what it means.
    """
    own = exercise.own_steps(level)
    if own:
        numbers = range(1, own + 1)
        return tuple(LevelStep(exercise_id=exercise.id, level=level, step_number=number) for number in numbers)
    steps = (Step(exercise_id=exercise.id, step_number=number) for number in range(1, exercise.steps + 1))
    return (Variant(exercise_id=exercise.id, level=level), *steps)
