"""An exercise gets one step harder after comfortable sessions, one a day, and goes back when it was too much."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import Outcome
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase
from skill.domain.movement.ladder import Raised, Rung
from skill.domain.progress.harder_doses import Hurdle, NotYet, dropped_after, next_rung
from skill.domain.safety.limits import Limit
from skill.domain.symptoms.report import Change
from tests.domain.diary import BRIDGE, PRESS_UP, RETRACTION, Diary, day

BEGINNER = Level.BEGINNER


def press_ups(*days_ago: int) -> Diary:
    """Return a diary with a comfortable press-up on each of these days."""
    diary = Diary()
    for ago in days_ago:
        diary.did(ago, PRESS_UP, BEGINNER).felt(ago, 1, 3, after=PRESS_UP)
    return diary


def bridges(*days_ago: int) -> Diary:
    """Return a diary with a comfortable bridge on each of these days."""
    diary = Diary()
    for ago in days_ago:
        diary.did(ago, BRIDGE, BEGINNER).felt(ago, 1, 3, after=BRIDGE)
    return diary


def test_three_comfortable_days_running_raise_a_recovery_exercise_by_one_thing(catalog: Catalog) -> None:
    found = next_rung(press_ups(2, 1, 0).course(catalog), PRESS_UP, BEGINNER)

    assert isinstance(found, Rung)
    assert (found.level, found.step, found.raised) == (BEGINNER, 1, Raised.REPS)


def test_two_comfortable_sessions_running_raise_a_strengthening_exercise(catalog: Catalog) -> None:
    found = next_rung(bridges(9, 5).course(catalog, Phase.STRENGTHENING), BRIDGE, BEGINNER)

    assert isinstance(found, Rung)
    assert found.raised is Raised.REPS


NOT_YET: dict[str, tuple[Callable[[], Diary], ExerciseId, NotYet]] = {
    "two days": (lambda: press_ups(1, 0), PRESS_UP, NotYet(hurdle=Hurdle.DAYS, have=2, need=3)),
    "three days, with one between left out": (
        lambda: press_ups(3, 1, 0), PRESS_UP, NotYet(hurdle=Hurdle.DAYS, have=2, need=3)),
    "three days, but days ago": (
        lambda: press_ups(4, 3, 2), PRESS_UP, NotYet(hurdle=Hurdle.DAYS, have=0, need=3)),
    "three blocks on one day": (lambda: press_ups(0, 0, 0), PRESS_UP, NotYet(hurdle=Hurdle.DAYS, have=1, need=3)),
    "one that was worse": (
        lambda: press_ups(2, 1, 0).did(1, PRESS_UP, BEGINNER, Outcome.WORSE), PRESS_UP,
        NotYet(hurdle=Hurdle.DAYS, have=1, need=3)),
    "one that was cut short": (
        lambda: bridges(5, 3).did(3, BRIDGE, BEGINNER, complete=False), BRIDGE,
        NotYet(hurdle=Hurdle.SESSIONS, have=0, need=2)),
    "effort that hurt": (
        lambda: bridges(5, 3).felt(3, 1, 4, after=BRIDGE), BRIDGE, NotYet(hurdle=Hurdle.SESSIONS, have=0, need=2)),
    "one that moved out": (
        lambda: bridges(5, 3).moved_out(5, BRIDGE), BRIDGE, NotYet(hurdle=Hurdle.SESSIONS, have=1, need=2)),
    "worse on the next day": (
        lambda: bridges(5, 3).next_day(2, Change.WORSE), BRIDGE, NotYet(hurdle=Hurdle.SESSIONS, have=0, need=2)),
    "raised since": (
        lambda: bridges(5, 3).raised(3, BRIDGE, BEGINNER, 1).did(1, BRIDGE, BEGINNER), BRIDGE,
        NotYet(hurdle=Hurdle.SESSIONS, have=1, need=2)),
    "another one got harder today": (
        lambda: bridges(5, 3).raised(0, RETRACTION, BEGINNER, 1), BRIDGE, NotYet(hurdle=Hurdle.ONE_A_DAY)),
}  # fmt: skip


@pytest.mark.parametrize(("diary", "exercise_id", "hurdle"), NOT_YET.values(), ids=NOT_YET)
def test_why_does_it_not_get_harder(
    catalog: Catalog, diary: Callable[[], Diary], exercise_id: ExerciseId, hurdle: NotYet
) -> None:
    assert next_rung(diary().course(catalog, Phase.STRENGTHENING), exercise_id, BEGINNER) == hurdle


def test_what_got_harder_yesterday_does_not_hold_back_today(catalog: Catalog) -> None:
    diary = bridges(5, 3).raised(1, RETRACTION, BEGINNER, 1)

    assert isinstance(next_rung(diary.course(catalog, Phase.STRENGTHENING), BRIDGE, BEGINNER), Rung)


def test_what_got_easier_today_does_not_hold_back_either(catalog: Catalog) -> None:
    diary = bridges(5, 3).raised(0, RETRACTION, BEGINNER, 0, up=False)

    assert isinstance(next_rung(diary.course(catalog, Phase.STRENGTHENING), BRIDGE, BEGINNER), Rung)


@pytest.mark.parametrize("limit", Limit)
def test_nothing_gets_harder_before_a_clinician_cleared_it(catalog: Catalog, limit: Limit) -> None:
    inputs = bridges(5, 3).course(catalog, Phase.STRENGTHENING, limits=(limit,))

    assert next_rung(inputs, BRIDGE, BEGINNER) == NotYet(hurdle=Hurdle.CLEARED, need=1)


def test_the_top_is_the_top(catalog: Catalog) -> None:
    inputs = bridges(5, 3).course(catalog, Phase.STRENGTHENING)

    assert next_rung(inputs, BRIDGE, Level.PROGRESSED) == NotYet(hurdle=Hurdle.TOP)


@pytest.mark.parametrize(("phase", "opens"), [(Phase.RECOVERY, False), (Phase.STRENGTHENING, True)])
def test_a_progressed_dose_may_wait_for_its_phase(catalog: Catalog, phase: Phase, opens: bool) -> None:
    tilt = ExerciseId("lateral-neck-flexion")
    diary = Diary().did(2, tilt).did(1, tilt).did(0, tilt)

    found = next_rung(diary.course(catalog, phase), tilt, Level.STANDARD)

    assert isinstance(found, Rung) == opens
    assert opens or found == NotYet(hurdle=Hurdle.PHASE)


def test_without_reports_the_outcome_of_the_sessions_is_enough(catalog: Catalog) -> None:
    diary = Diary().did(5, BRIDGE, BEGINNER).did(3, BRIDGE, BEGINNER)

    inputs = diary.course(catalog, Phase.STRENGTHENING, keeps_reports=False)

    assert isinstance(next_rung(inputs, BRIDGE, BEGINNER), Rung)


def test_worse_on_the_next_day_drops_what_was_raised_by_one_step(catalog: Catalog) -> None:
    diary = Diary().raised(5, RETRACTION, BEGINNER, 1).raised(1, BRIDGE, BEGINNER, 2)

    dropped = dropped_after(diary.course(catalog), day(1))

    assert [(name, rung.level, rung.step) for name, rung in dropped] == [(BRIDGE, BEGINNER, 1)]


def test_a_new_version_drops_to_the_last_step_before_it(catalog: Catalog) -> None:
    dropped = dropped_after(Diary().raised(1, BRIDGE, Level.STANDARD, 0).course(catalog), day(1))

    assert [(rung.level, rung.step) for _, rung in dropped] == [(BEGINNER, 3)]


def test_what_went_back_already_goes_no_further(catalog: Catalog) -> None:
    diary = Diary().raised(1, BRIDGE, BEGINNER, 1).raised(0, BRIDGE, BEGINNER, 0, up=False)

    assert dropped_after(diary.course(catalog), day(1)) == ()
