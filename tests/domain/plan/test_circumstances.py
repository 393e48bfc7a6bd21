"""What the planner makes of the days and the things the patient has, on the shipped content."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.movement.dose import CircuitDose, Level
from skill.domain.movement.equipment import EquipmentKind, missing
from skill.domain.movement.exercise import ExerciseId, Form, Phase, Region
from skill.domain.movement.weekdays import Weekday, in_a_row, in_week_order
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import PlannedExercise
from skill.domain.plan.planned_exercise import place_in_plan
from skill.domain.plan.todays_routine import TodaysRoutine, plan_routine
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
WEEKDAYS = list(Weekday)
DAYS = st.sets(st.sampled_from(WEEKDAYS)).map(in_week_order)
THINGS = st.sets(st.sampled_from(list(EquipmentKind))).map(tuple)
PATIENTS = st.builds(
    lambda region, floor, phase: Patient(region=region, floor=floor, phase=phase),
    st.sampled_from(list(Region)),
    st.booleans(),
    st.sampled_from(list(Phase)),
)


def trained(patient: Patient, days: int = 28) -> list[date]:
    """Return the days on which *patient*, who does everything that is planned, trains."""
    found = []
    for on in (MONDAY + timedelta(days=number) for number in range(days)):
        plan = plan_routine(CATALOG, patient, NOON, on)
        assert isinstance(plan, TodaysRoutine)
        if not plan.rest_day:
            found.append(on)
        done = {key: (*patient.days_done.get(key, ()), on) for key in (plan.routine_id, *plan.block_ids)}
        patient = replace(patient, days_done={**patient.days_done, **done})
    return found


@given(days=DAYS.filter(bool), region=st.sampled_from(list(Region)), floor=st.booleans())
def test_strengthening_is_on_the_chosen_days_only_and_never_two_days_in_a_row(
    days: tuple[Weekday, ...], region: Region, floor: bool
) -> None:
    on = trained(Patient(region=region, floor=floor, phase=Phase.STRENGTHENING, training_days=days))

    assert on
    assert {WEEKDAYS[one.weekday()] for one in on} <= set(days)
    assert all(later - earlier > timedelta(days=1) for earlier, later in pairwise(on))


def test_three_chosen_days_are_three_days_every_week() -> None:
    days = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
    on = trained(Patient(region=Region.NECK, phase=Phase.STRENGTHENING, training_days=days))

    assert [WEEKDAYS[one.weekday()] for one in on] == [*days] * 4


def test_recovery_is_daily_whatever_the_days() -> None:
    on = trained(Patient(region=Region.NECK, phase=Phase.RECOVERY, training_days=(Weekday.SUNDAY,)))

    assert len(on) == 28


@given(patient=PATIENTS, lacking=THINGS)
def test_nothing_is_planned_that_needs_what_is_missing(patient: Patient, lacking: tuple[EquipmentKind, ...]) -> None:
    plan = plan_routine(CATALOG, replace(patient, lacking=lacking), NOON, MONDAY)

    assert isinstance(plan, TodaysRoutine)
    for one in plan.exercises:
        assert one.form is Form.EASIER or not missing(needs_of(one), lacking), one


def needs_of(planned: PlannedExercise) -> tuple[EquipmentKind, ...]:
    """Return what a planned exercise, or its movement, needs in its usual form."""
    exercise = CATALOG.exercises[planned.exercise_id]
    dose = exercise.doses.at(planned.level)
    movements = dose.movements if isinstance(dose, CircuitDose) else ()
    own = next((movement.needs for movement in movements if movement.id == planned.movement_id), ())
    return (*exercise.needs, *own)


@pytest.mark.parametrize(
    ("exercise_id", "lacking", "instead", "form"),
    [
        ("shoulder-row", (EquipmentKind.BAND,), "shoulder-row", Form.EASIER),
        ("shoulder-row", (EquipmentKind.POOL, EquipmentKind.MAT), "shoulder-row", Form.USUAL),
        ("swimming", (EquipmentKind.POOL,), "walking", Form.USUAL),
        ("bridge", tuple(EquipmentKind), "bridge", Form.USUAL),
    ],
    ids=["no band", "band at hand", "no pool", "needs nothing"],
)
def test_what_takes_the_place_of_an_exercise(
    exercise_id: str, lacking: tuple[EquipmentKind, ...], instead: str, form: Form
) -> None:
    patient = Patient(region=Region.LOW_BACK, floor=True, phase=Phase.WEIGHT_LOSS, lacking=lacking)
    planned = place_in_plan(CATALOG, patient, CATALOG.exercises[ExerciseId(exercise_id)], Level.BEGINNER)

    assert (planned.exercise_id, planned.form) == (instead, form)


def test_the_band_rows_of_the_circuit_are_left_out_without_a_band() -> None:
    patient = Patient(region=Region.LOW_BACK, floor=True, phase=Phase.WEIGHT_LOSS)
    for lacking, there in (((), True), ((EquipmentKind.BAND,), False)):
        plan = plan_routine(CATALOG, replace(patient, lacking=lacking), NOON, MONDAY)
        assert isinstance(plan, TodaysRoutine)
        assert ("band-row" in {one.movement_id for one in plan.exercises}) is there


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY), False),
        ((Weekday.MONDAY, Weekday.TUESDAY), True),
        ((Weekday.SUNDAY, Weekday.MONDAY), True),
        ((), False),
    ],
)
def test_days_in_a_row(days: tuple[Weekday, ...], expected: bool) -> None:
    assert in_a_row(days) is expected


@given(first=st.sampled_from(WEEKDAYS), second=st.sampled_from(WEEKDAYS))
def test_the_order_in_which_days_are_said_does_not_matter(first: Weekday, second: Weekday) -> None:
    assert in_week_order((first, second)) == in_week_order((second, first, first))
