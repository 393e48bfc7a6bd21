"""The exercise's own words, from its folder."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, words
from skill.domain.dose import Level
from skill.domain.exercise import ExerciseId, Form


@words
class Setup(Cue):
    """How to set up for the exercise, in the form asked for."""

    exercise_id: ExerciseId
    form: Form = Form.USUAL


@words
class Step(Cue):
    """One step of the exercise; *step_number* starts at 1."""

    exercise_id: ExerciseId
    step_number: int


@words
class FormHow(Cue):
    """How the easier or the standing form is done, in a sentence or two: it replaces the steps."""

    exercise_id: ExerciseId
    form: Form


@words
class Variant(Cue):
    """What the dose's level means for the movement ("onto your forearms only")."""

    exercise_id: ExerciseId
    level: Level


@words
class Breathing(Cue):
    """How to breathe in the exercise."""

    exercise_id: ExerciseId


@words
class Caution(Cue):
    """One thing to be careful about; *caution_number* starts at 1."""

    exercise_id: ExerciseId
    caution_number: int


@words
class Mistake(Cue):
    """One common mistake, said as what to do instead; *mistake_number* starts at 1."""

    exercise_id: ExerciseId
    mistake_number: int


@words
class NotFor(Cue):
    """Who should not do the exercise; *reason_number* starts at 1."""

    exercise_id: ExerciseId
    reason_number: int


@words
class StopRule(Cue):
    """When to stop the exercise at once."""

    exercise_id: ExerciseId


@words
class StopRuleForAll(Cue):
    """When to stop any exercise at once."""


@words
class Purpose(Cue):
    """What the exercise is for."""

    exercise_id: ExerciseId


@words
class MovementHow(Cue):
    """How a movement of a circuit is done."""

    movement_id: str
