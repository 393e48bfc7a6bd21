"""Exercises and doses for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from skill.domain.movement.dose import Dose, Doses, Tempo
from skill.domain.movement.exercise import Exercise, ExerciseId, ExerciseKind, Floor, Phase, Position, Region, Section


def _dose(sets: int, reps: int, hold: int, up: int, down: int, pause: int, rest: int, per_side: bool) -> Dose:
    return Dose(
        sets=sets,
        reps=reps,
        hold_seconds=hold,
        tempo=Tempo(up_seconds=up, down_seconds=down),
        rest_between_reps_seconds=pause,
        rest_between_sets_seconds=rest if sets > 1 else 0,
        per_side=per_side,
        times_per_day=1,
        days_per_week=3,
    )


doses = st.builds(
    _dose,
    sets=st.integers(1, 4),
    reps=st.integers(1, 15),
    hold=st.integers(0, 120),
    up=st.integers(1, 4),
    down=st.integers(2, 4),
    pause=st.integers(0, 12),
    rest=st.integers(10, 120),
    per_side=st.booleans(),
)
"""Any dose that could be asked of a person."""


def exercise_with(dose: Dose, position: Position = Position.SUPINE) -> Exercise:
    """Return an exercise whose every level is *dose*."""
    return Exercise(
        id=ExerciseId("bridge"),
        region=Region.LOW_BACK,
        section=Section.STRENGTHENING,
        phases=tuple(Phase),
        order=1,
        kind=ExerciseKind.REPS,
        position=position,
        floor=Floor.FLOOR,
        equipment=(),
        muscles=(),
        doses=Doses(beginner=dose, standard=dose, progressed=dose),
        steps=3,
        cautions=1,
        mistakes=1,
        not_for=1,
        sources=("SEED",),
    )
