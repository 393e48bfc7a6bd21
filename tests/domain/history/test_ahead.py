"""What is dated tomorrow counts as today: facts, and what is remembered of the patient."""

from __future__ import annotations

from datetime import timedelta

from skill.domain.history.ahead import as_of
from skill.domain.movement.exercise import ExerciseId
from skill.domain.patient import ahead
from skill.domain.patient.patient import Day, Patient
from skill.domain.safety.screen_rules import Screened
from tests.domain.diary import BRIDGE, TODAY, Diary, day


def days_of(diary: Diary) -> list[int]:
    return [(TODAY - fact.on).days for fact in as_of(tuple(diary.facts), TODAY)]  # type: ignore[attr-defined]


def test_what_was_done_tomorrow_where_one_came_from_counts_as_today() -> None:
    assert days_of(Diary().did(1).did(-1)) == [1, 0]


def test_a_clock_that_ran_ahead_for_a_while_is_put_right_by_what_came_after() -> None:
    assert days_of(Diary().did(9).did(-700).did(-700).did(5).did(0)) == [9, 5, 5, 5, 0]


def test_a_walk_of_yesterday_told_today_moves_nothing() -> None:
    assert days_of(Diary().did(0).walked(1, 10)) == [0, 1, 1]


def test_what_is_remembered_of_tomorrow_is_remembered_of_today() -> None:
    tomorrow = TODAY + timedelta(days=1)
    patient = Patient(
        day=Day(on=tomorrow, closed_exercises=(BRIDGE,)),
        days_done={"recovery-neck": (day(3), TODAY, tomorrow)},
        screened=Screened(on=day(9), daily_on=tomorrow),
        phase_since=tomorrow,
    )

    found = ahead.as_of(patient, TODAY)

    assert found.day == Day(on=TODAY, closed_exercises=(ExerciseId("bridge"),))
    assert found.days_done == {"recovery-neck": (day(3), TODAY)}
    assert (found.screened.on, found.screened.daily_on, found.phase_since) == (day(9), TODAY, TODAY)
    assert ahead.as_of(found, TODAY) == found
