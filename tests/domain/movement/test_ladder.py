"""One thing at a time from dose to dose: repetitions, then sets, then the hold, then the harder version."""

from __future__ import annotations

from itertools import pairwise

import pytest

from skill.domain.catalog.catalog import Catalog
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import ExerciseId
from skill.domain.movement.ladder import Raised, Rung, ladder, rung_above, rung_at, rung_below

LADDERS = {
    "prone-press-up": [
        "beginner 1x5 2s", "beginner+1 reps 1x10 2s", "standard version 1x10 2s", "standard+1 sets 2x10 2s",
        "progressed version 2x10 2s"],
    "bridge": [
        "beginner 1x8 2s", "beginner+1 reps 1x10 2s", "beginner+2 sets 2x10 2s", "beginner+3 hold 2x10 3s",
        "standard version 2x10 3s", "standard+1 reps 2x12 3s", "standard+2 sets 3x12 3s",
        "progressed version 3x12 3s"],
    "side-plank": [
        "beginner 1x3 5s", "beginner+1 sets 2x3 5s", "beginner+2 hold 2x3 10s", "standard version 2x3 10s",
        "standard+1 sets 3x3 10s", "progressed version 3x2 20s"],
    "lateral-neck-flexion": [
        "beginner 1x5 2s", "beginner+1 reps 1x10 2s", "beginner+2 hold 1x10 3s", "standard version 1x10 3s",
        "progressed version 1x3 15s"],
    "rest-on-the-belly": [
        "beginner 1x1 60s", "beginner+1 hold 1x1 120s", "standard version 1x1 120s", "standard+1 hold 1x1 300s",
        "progressed version 1x1 300s"],
}  # fmt: skip


def told(rung: Rung) -> str:
    """Return a rung in a few words."""
    assert isinstance(rung.dose, Dose)
    level = f"{rung.level}+{rung.step}" if rung.step else str(rung.level)
    dose = f"{rung.dose.sets}x{rung.dose.reps} {rung.dose.hold_seconds}s"
    return " ".join(part for part in (level, str(rung.raised or ""), dose) if part)


def time_under_work(dose: Dose) -> int:
    """Return the seconds that muscles work."""
    rests = dose.reps * dose.rest_between_reps_seconds * dose.sets * dose.sides
    return dose.work_seconds - rests - (dose.sets - 1) * dose.rest_between_sets_seconds


@pytest.mark.parametrize(("name", "rungs"), LADDERS.items(), ids=list(LADDERS))
def test_the_ladder_of(catalog: Catalog, name: str, rungs: list[str]) -> None:
    doses = catalog.exercises[ExerciseId(name)].doses

    assert [told(rung) for rung in ladder(doses)] == rungs


def test_each_step_changes_one_thing_and_is_never_more_than_the_dose_it_leads_to(catalog: Catalog) -> None:
    for exercise in catalog.exercises.values():
        for lower, higher in pairwise(ladder(exercise.doses)):
            if not isinstance(lower.dose, Dose) or not isinstance(higher.dose, Dose):
                continue
            if higher.raised is not Raised.VERSION:
                numbers = [
                    name for name in ("reps", "sets", "hold_seconds")
                    if getattr(lower.dose, name) != getattr(higher.dose, name)
                ]  # fmt: skip
                assert numbers == [{"reps": "reps", "sets": "sets", "hold": "hold_seconds"}[str(higher.raised)]]
            assert time_under_work(lower.dose) <= time_under_work(higher.dose), exercise.id


@pytest.mark.parametrize("name", ["walking", "swimming", "strength-training"])
def test_activities_and_circuits_have_no_rungs_between(catalog: Catalog, name: str) -> None:
    rungs = ladder(catalog.exercises[ExerciseId(name)].doses)

    assert [rung.level for rung in rungs] == list(Level)
    assert not any(rung.step for rung in rungs)
    assert not isinstance(rungs[0].dose, Dose)


def test_up_and_down_lead_back(catalog: Catalog) -> None:
    for exercise in catalog.exercises.values():
        rungs = ladder(exercise.doses)
        for lower, higher in pairwise(rungs):
            assert rung_above(exercise.doses, lower) == higher
            assert rung_below(exercise.doses, higher) == lower
        assert rung_above(exercise.doses, rungs[-1]) is None
        assert rung_below(exercise.doses, rungs[0]) is None


def test_a_level_and_a_step_find_their_rung_though_the_content_has_changed(catalog: Catalog) -> None:
    doses = catalog.exercises[ExerciseId("bridge")].doses

    assert rung_at(doses, Level.BEGINNER).dose == doses.beginner
    assert told(rung_at(doses, Level.BEGINNER, 2)) == "beginner+2 sets 2x10 2s"
    assert told(rung_at(doses, Level.BEGINNER, 9)) == "beginner+3 hold 2x10 3s"
