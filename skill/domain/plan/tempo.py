"""How fast a dose is counted for a patient: steps of a second, within what is safe."""

from __future__ import annotations

from dataclasses import replace

from skill.domain.catalog.catalog import Rules
from skill.domain.movement.dose import Dose, Tempo
from skill.domain.movement.exercise import ExerciseId
from skill.domain.patient.patient import Patient


def paced(dose: Dose, patient: Patient, exercise_id: ExerciseId, rules: Rules) -> Dose:
    """Return *dose* at the patient's own tempo and rests. Sets, reps, holds and sides stay as they are."""
    step = patient.tempo_steps.get(exercise_id, 0)
    tempo = Tempo(
        up_seconds=_movement_seconds(dose.tempo.up_seconds, step, rules),
        down_seconds=_movement_seconds(dose.tempo.down_seconds, step, rules),
    )
    rest = rest_seconds(dose, patient.rest_steps, rules)
    if tempo == dose.tempo and rest == dose.rest_between_sets_seconds:
        return dose
    return replace(dose, tempo=tempo, rest_between_sets_seconds=rest)


def can_step(dose: Dose, step: int, rules: Rules) -> bool:
    """Return whether *step* still changes anything about the tempo compared with one step less."""
    if step > 0:
        return step <= rules.slowest_tempo_step and bool(dose.tempo.up_seconds or dose.tempo.down_seconds)
    nearer = step + 1
    movements = (dose.tempo.up_seconds, dose.tempo.down_seconds)
    return any(
        _movement_seconds(seconds, step, rules) < _movement_seconds(seconds, nearer, rules) for seconds in movements
    )


def rest_seconds(dose: Dose, steps: int, rules: Rules) -> int:
    """Return the rest between sets after *steps* longer (above 0) or shorter."""
    planned = dose.rest_between_sets_seconds
    if not planned or not steps:
        return planned
    lowest = min(planned, rules.shortest_rest_seconds)
    highest = max(planned, rules.longest_rest_seconds)
    return min(highest, max(lowest, planned + steps * rules.rest_step_seconds))


def _movement_seconds(seconds: int, step: int, rules: Rules) -> int:
    """Return a movement's seconds at *step*; one that takes no time stays so."""
    if not seconds:
        return 0
    fastest = min(seconds, rules.fastest_movement_seconds)
    return max(fastest, seconds + min(step, rules.slowest_tempo_step))
