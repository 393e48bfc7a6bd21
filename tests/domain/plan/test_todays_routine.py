"""Which exercises today: the planner, on the shipped content."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.catalog.prescription import Prescribed, Prescription
from skill.domain.count.script import script_for
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.equipment import EquipmentKind
from skill.domain.movement.exercise import Direction, ExerciseId, Floor, Form, Phase, Region
from skill.domain.patient.patient import BlockDone, Day, Patient
from skill.domain.plan.eligibility import may_do
from skill.domain.plan.planned_exercise import dose_of, minutes_of, place_in_plan
from skill.domain.plan.todays_routine import (
    DoneForToday,
    NoExerciseAllowed,
    NoRoutineFits,
    Plan,
    TodaysRoutine,
    TooSoon,
    plan_routine,
    too_early,
)
from skill.domain.safety.limits import Limit, allowed
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
MONDAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
PATIENTS = [
    Patient(region=region, floor=floor, phase=phase) for region, floor, phase in product(Region, (True, False), Phase)
]


def name(patient: Patient) -> str:
    return f"{patient.phase}, {patient.region}, {'floor' if patient.floor else 'no floor'}"


def plan(patient: Patient, today: date = MONDAY, minutes: int | None = None, now: datetime = MORNING) -> Plan:
    return plan_routine(CATALOG, patient, now, today, minutes)


def names(patient: Patient, today: date = MONDAY, minutes: int | None = None) -> list[str]:
    found = plan(patient, today, minutes)
    assert isinstance(found, TodaysRoutine)
    return list(dict.fromkeys(one.exercise_id for one in found.exercises))


def with_day(patient: Patient, **changes: Any) -> Patient:
    return replace(patient, day=replace(Day(on=MONDAY), **changes))


LIMITS = [(), (Limit.NO_NECK,), (Limit.WALKING_AND_REST_ONLY,), (Limit.NO_LOAD,), (Limit.NO_NECK, Limit.NO_LOAD)]


@pytest.mark.parametrize("patient", PATIENTS, ids=name)
@pytest.mark.parametrize("limits", LIMITS, ids="+".join)
def test_nothing_is_planned_that_waits_for_a_clinician(patient: Patient, limits: tuple[Limit, ...]) -> None:
    resting = CATALOG.rules.screening.walking_and_rest
    for days in range(8):
        found = plan(replace(patient, limits=limits), MONDAY + timedelta(days=days))

        assert isinstance(found, TodaysRoutine | NoExerciseAllowed)
        if isinstance(found, TodaysRoutine):
            planned = [CATALOG.exercises[one.exercise_id] for one in found.exercises]
            assert [one.id for one in planned if not allowed(one, limits, resting)] == []


def test_without_the_neck_the_low_back_has_every_day() -> None:
    patient = Patient(region=Region.BOTH, floor=True, limits=(Limit.NO_NECK,))
    low_back = Patient(region=Region.LOW_BACK, floor=True)

    assert [names(patient, MONDAY + timedelta(days=day)) for day in range(2)] == [
        names(low_back, MONDAY + timedelta(days=day)) for day in range(2)
    ]


def test_who_may_do_nothing_that_is_planned_is_told_so() -> None:
    assert plan(Patient(region=Region.NECK, limits=(Limit.NO_COACHING,))) == NoExerciseAllowed()


@pytest.mark.parametrize(
    ("patient", "expected"),
    [
        pytest.param(
            Patient(region=Region.LOW_BACK, floor=True),
            ["rest-on-the-belly", "prone-press-up", "walking"],
            id="recovery, low back",
        ),
        pytest.param(
            Patient(region=Region.LOW_BACK, floor=False),
            ["backward-bend", "walking"],
            id="recovery, low back, no floor",
        ),
        pytest.param(
            Patient(region=Region.NECK),
            ["cervical-retraction", "lateral-neck-flexion", "walking"],
            id="recovery, neck",
        ),
        pytest.param(
            Patient(region=Region.BOTH, floor=True), ["backward-bend", "walking"], id="recovery, both: low back first"
        ),
    ],
)
def test_the_first_sitting_of_a_day(patient: Patient, expected: list[str]) -> None:
    assert expected == names(patient)


@pytest.mark.parametrize("patient", PATIENTS, ids=name)
def test_every_patient_gets_a_routine_they_can_do(patient: Patient) -> None:
    for days in range(7):
        today = MONDAY + timedelta(days=days)
        found = plan(patient, today)
        assert isinstance(found, TodaysRoutine)
        for planned in found.exercises:
            exercise = CATALOG.exercises[planned.exercise_id]
            assert patient.phase in exercise.phases
            if not patient.floor and exercise.floor is not Floor.NOT_NEEDED:
                assert planned.form is Form.WITHOUT_FLOOR
                assert exercise.has_own_form_without_floor


@pytest.mark.parametrize("patient", PATIENTS, ids=name)
def test_the_same_patient_and_day_give_the_same_routine(patient: Patient) -> None:
    assert plan(patient) == plan(replace(patient))


@given(patient=st.sampled_from(PATIENTS), minutes=st.integers(1, 90), days=st.integers(0, 30))
def test_a_routine_fits_the_time_there_is(patient: Patient, minutes: int, days: int) -> None:
    found = plan(patient, MONDAY + timedelta(days=days), minutes)

    if isinstance(found, TodaysRoutine):
        assert minutes_of(CATALOG, found.exercises) <= minutes
    else:
        whole = plan(patient, MONDAY + timedelta(days=days))
        assert isinstance(found, NoRoutineFits)
        assert isinstance(whole, TodaysRoutine)
        assert minutes_of(CATALOG, whole.exercises[:1]) > minutes


@pytest.mark.parametrize("patient", PATIENTS, ids=name)
def test_minutes_are_those_of_the_scripts(patient: Patient) -> None:
    found = plan(patient)
    assert isinstance(found, TodaysRoutine)
    seconds = 0
    for planned in found.exercises:
        dose = dose_of(CATALOG, planned)
        exercise = CATALOG.exercises[planned.exercise_id]
        counted = isinstance(dose, Dose)
        counts = CATALOG.rules.count
        seconds += 60 + (script_for(exercise, dose, counts).seconds if counted else dose.minutes * 60)  # type: ignore[union-attr, arg-type]

    assert seconds <= minutes_of(CATALOG, found.exercises) * 60 < seconds + 60


def test_later_sittings_of_the_day_are_shorter() -> None:
    patient = with_day(Patient(region=Region.NECK), blocks=(BlockDone(block_id="main", at=MORNING),))

    assert names(patient) == ["cervical-retraction"]


def test_a_day_has_only_so_many_sittings() -> None:
    done = tuple(
        BlockDone(block_id="main", at=MORNING + timedelta(hours=hour)) for hour in range(CATALOG.rules.blocks_per_day)
    )

    assert DoneForToday() == plan(with_day(Patient(region=Region.NECK), blocks=done))


def test_low_back_and_neck_are_kept_apart_while_in_recovery() -> None:
    ended = MORNING - timedelta(minutes=20)
    done = BlockDone(block_id="low-back", at=ended)
    patient = with_day(
        Patient(region=Region.BOTH, floor=True),
        blocks=(done,),
        worked_at={Region.LOW_BACK: ended, Region.BOTH: MORNING},
    )

    assert TooSoon(minutes=40) == plan(patient)
    assert isinstance(plan(patient, now=MORNING + timedelta(minutes=40)), TodaysRoutine)
    later = plan(patient, now=MORNING + timedelta(minutes=40))
    assert isinstance(later, TodaysRoutine)
    assert [ExerciseId("cervical-retraction")] == [one.exercise_id for one in later.exercises]


def test_strengthening_days_are_never_two_in_a_row() -> None:
    patient = Patient(region=Region.LOW_BACK, floor=True, phase=Phase.STRENGTHENING)
    trained: list[date] = []
    for days in range(14):
        today = MONDAY + timedelta(days=days)
        found = plan(patient, today)
        assert isinstance(found, TodaysRoutine)
        if not found.rest_day:
            trained.append(today)
            patient = replace(patient, days_done={found.routine_id: tuple(trained)})

    assert all(later - earlier > timedelta(days=1) for earlier, later in pairwise(trained))
    assert len(trained) == 6


def test_what_made_things_worse_is_left_out_that_day() -> None:
    patient = with_day(Patient(region=Region.LOW_BACK, floor=True), closed_directions=(Direction.EXTENSION,))

    assert names(patient) == ["walking"]


def test_the_patients_own_level_wins() -> None:
    patient = Patient(region=Region.NECK, levels={ExerciseId("cervical-retraction"): Level.PROGRESSED})
    found = plan(patient)

    assert isinstance(found, TodaysRoutine)
    assert Level.PROGRESSED is found.exercises[0].level


def test_a_circuit_becomes_its_movements() -> None:
    patient = Patient(region=Region.LOW_BACK, floor=True, phase=Phase.WEIGHT_LOSS)
    found = plan(patient)
    assert isinstance(found, TodaysRoutine)
    movements = [one for one in found.exercises if one.exercise_id == "strength-training"]

    assert movements
    assert all(one.movement_id for one in movements)


def test_a_circuit_without_the_floor_leaves_out_what_is_done_on_it() -> None:
    patient = Patient(region=Region.LOW_BACK, floor=False, phase=Phase.WEIGHT_LOSS)
    found = plan(patient)
    assert isinstance(found, TodaysRoutine)
    movements = {one.movement_id for one in found.exercises if one.exercise_id == "strength-training"}

    assert "bridge" not in movements
    assert len(movements) >= 2


@pytest.mark.parametrize(
    ("phase", "expected"), [(Phase.RECOVERY, Level.STANDARD), (Phase.STRENGTHENING, Level.PROGRESSED)]
)
def test_both_sided_neck_tilts_wait_for_the_strengthening_phase(phase: Phase, expected: Level) -> None:
    tilt = CATALOG.exercises[ExerciseId("lateral-neck-flexion")]
    patient = Patient(region=Region.NECK, phase=phase, levels={tilt.id: Level.PROGRESSED})

    assert place_in_plan(CATALOG, patient, tilt, Level.BEGINNER).level is expected


def test_what_a_clinician_leaves_out_is_not_open() -> None:
    prescription = Prescription(given_on=MONDAY, leave_out=(ExerciseId("bridge"),))
    patient = Patient(region=Region.LOW_BACK, floor=True, phase=Phase.STRENGTHENING)

    assert may_do(CATALOG, patient, ExerciseId("bridge"), Day(on=MONDAY))
    assert not may_do(CATALOG, patient, ExerciseId("bridge"), Day(on=MONDAY), prescription)


def test_without_the_floor_another_exercise_takes_the_place_of_one_that_needs_it() -> None:
    patient = Patient(region=Region.LOW_BACK, floor=False)
    planned = place_in_plan(CATALOG, patient, CATALOG.exercises[ExerciseId("prone-press-up")], Level.BEGINNER)

    assert planned.exercise_id == "backward-bend"


@pytest.mark.parametrize(
    ("hour", "day", "planned"),
    [
        (7, Day(on=MONDAY), False),
        (9, Day(on=MONDAY), False),
        (10, Day(on=MONDAY), True),
        (20, Day(on=MONDAY), True),
        (7, Day(on=MONDAY, up_an_hour=True), True),
    ],
)
def test_bending_waits_until_ten_unless_one_has_been_up_for_an_hour(hour: int, day: Day, planned: bool) -> None:
    patient = Patient(region=Region.LOW_BACK, floor=True, phase=Phase.STRENGTHENING, day=day)
    now = datetime(2026, 11, 23, hour, 59, tzinfo=timezone(timedelta(hours=-5)))

    found = plan(patient, now=now)

    assert isinstance(found, TodaysRoutine)
    assert ("cat-camel-stretch" in [one.exercise_id for one in found.exercises]) is planned


def test_bending_is_open_early_in_a_later_round_and_where_a_clinician_wants_it() -> None:
    cat_camel, early = CATALOG.exercises[ExerciseId("cat-camel-stretch")], MORNING.replace(hour=7)
    morning = Day(on=MONDAY, blocks=(BlockDone(block_id="morning", at=early),))
    wanted = Prescription(given_on=MONDAY, exercises=(Prescribed(exercise=cat_camel.id),))

    assert too_early(cat_camel, Day(on=MONDAY), early)
    assert not too_early(cat_camel, morning, early)
    assert not too_early(cat_camel, Day(on=MONDAY), early, wanted)


def test_who_told_of_a_pool_swims_every_other_day_and_nobody_else_is_sent_to_one() -> None:
    dry = Patient(region=Region.LOW_BACK, floor=True, phase=Phase.WEIGHT_LOSS)
    pool = replace(dry, at_hand=(EquipmentKind.POOL,))
    activities = {"walking", "swimming"}

    def done(patient: Patient) -> list[set[str]]:
        return [activities.intersection(names(patient, MONDAY + timedelta(days=days))) for days in range(4)]

    assert done(dry) == [{"walking"}] * 4
    assert sorted(done(pool)[:2], key=str) == [{"swimming"}, {"walking"}]
    assert done(pool)[:2] == done(pool)[2:]
    assert done(replace(pool, lacking=(EquipmentKind.POOL,))) == [{"walking"}] * 4
