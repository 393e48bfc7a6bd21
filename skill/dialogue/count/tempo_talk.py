"""Slower, faster, longer and shorter rests: the tempo is remembered for each exercise."""

from __future__ import annotations

from skill.dialogue.count import counting
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.dose import Dose
from skill.domain.plan.tempo import can_step, rest_seconds


def slower(moment: Moment) -> Reply:
    """Count this exercise a step slower from now on."""
    return _step_tempo(moment, 1, cues.Slower(), cues.SlowestAlready())


def faster(moment: Moment) -> Reply:
    """Count this exercise a step faster from now on, as far as is safe."""
    return _step_tempo(moment, -1, cues.Faster(), cues.FastestAlready())


def longer_rest(moment: Moment) -> Reply:
    """Rest longer between sets from now on."""
    return _step_rest(moment, 1)


def shorter_rest(moment: Moment) -> Reply:
    """Rest shorter between sets from now on."""
    return _step_rest(moment, -1)


def _step_tempo(moment: Moment, change: int, said: Cue, no_further: Cue) -> Reply:
    dose = moment.dose if moment.session.under_way else None
    if not isinstance(dose, Dose):
        return counting.say_and_resume(moment, cues.NothingToChange())
    exercise_id = moment.planned.exercise_id
    step = moment.patient.tempo_steps.get(exercise_id, 0) + change
    if step * change > 0 and not can_step(dose, step, moment.rules):
        return counting.say_and_resume(moment, no_further)
    steps = {**moment.patient.tempo_steps, exercise_id: step}
    return counting.go_on_with(moment, said, tempo_steps=steps)


def _step_rest(moment: Moment, change: int) -> Reply:
    dose = moment.dose if moment.session.under_way else None
    steps = moment.patient.rest_steps
    if not isinstance(dose, Dose) or rest_seconds(dose, steps, moment.rules) == rest_seconds(
        dose, steps + change, moment.rules
    ):
        return counting.say_and_resume(moment, cues.RestAlready(longest=change > 0))
    said = cues.RestIs(seconds=rest_seconds(dose, steps + change, moment.rules))
    return counting.go_on_with(moment, said, rest_steps=steps + change)
