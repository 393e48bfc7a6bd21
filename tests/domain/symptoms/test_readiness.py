"""Before a session, ten minutes after a stop, and on the next day."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from skill.domain.movement.exercise import Section
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care, RedFlag, urgency
from skill.domain.symptoms.overrides import JudgeContext
from skill.domain.symptoms.readiness import Allowed, LastSession, may_begin, next_day, recheck
from skill.domain.symptoms.report import NOTHING_NEW, BodySide, Change, Report
from skill.domain.symptoms.verdicts import Reason, Verdict
from skill.domain.symptoms.zones import Zone
from tests.domain.symptoms.judged import NEW, rules

THIGH, CALF = Zone.ABOVE_KNEE_OR_ELBOW, Zone.BELOW_KNEE_OR_ELBOW
CALM = Report(zone=THIGH, strength=4, side=BodySide.LEFT, new=NOTHING_NEW)


def last(verdict: Verdict = Verdict.CONTINUE, *, strength: int | None = 4, moved_out: bool = False) -> LastSession:
    return LastSession(verdict=verdict, strength=strength, moved_out=moved_out)


@pytest.mark.parametrize("strength", range(11))
def test_the_pain_at_the_start_decides_what_is_allowed(strength: int) -> None:
    expected = Allowed.ROUTINE
    if strength >= 6:
        expected = Allowed.RECOVERY_AT_BEGINNER
    if strength >= 8:
        expected = Allowed.NOTHING

    found = may_begin(replace(CALM, strength=strength), rules())

    assert found.allowed is expected
    assert found.at_beginner == (expected is Allowed.RECOVERY_AT_BEGINNER)
    assert found.care is None


@pytest.mark.parametrize(("yesterday", "care"), [(7, None), (8, Care.SEEK_SOON), (10, Care.SEEK_SOON), (None, None)])
def test_still_eight_or_more_on_the_next_day_calls_for_care(yesterday: int | None, care: Care | None) -> None:
    found = may_begin(replace(CALM, strength=8), rules(), last=last(strength=yesterday))

    assert (found.allowed, found.care) == (Allowed.NOTHING, care)
    assert (found.reason is Reason.STILL_TOO_STRONG) == (care is not None)


def test_pain_that_was_strong_yesterday_and_is_not_today_is_no_reason_to_wait() -> None:
    assert may_begin(CALM, rules(), last=last(strength=9)).allowed is Allowed.ROUTINE


@pytest.mark.parametrize("blank", [{"zone": None}, {"strength": None}, {"new": None}])
def test_without_an_answer_nothing_is_coached(blank: dict[str, None]) -> None:
    found = may_begin(replace(CALM, **blank), rules())  # type: ignore[arg-type]

    assert (found.allowed, found.reason, found.care) == (Allowed.NOTHING, Reason.UNANSWERED, None)


@pytest.mark.parametrize(
    ("new", "allowed", "care"),
    [
        ("none", Allowed.ROUTINE, None),
        ("tingling", Allowed.RECOVERY_AT_BEGINNER, None),
        ("numbness", Allowed.NOTHING, Care.SEEK_TODAY),
        ("weakness", Allowed.NOTHING, Care.SEEK_TODAY),
        ("both sides", Allowed.NOTHING, Care.EMERGENCY),
    ],
)
def test_what_is_new_since_the_last_session_decides_too(new: str, allowed: Allowed, care: Care | None) -> None:
    found = may_begin(replace(CALM, new=NEW[new]), rules())

    assert (found.allowed, found.care) == (allowed, care)
    assert (Limit.NO_COACHING in found.limits) == (care is not None)


def test_an_old_symptom_in_both_legs_is_not_new() -> None:
    assert may_begin(replace(CALM, side=BodySide.BOTH), rules()).allowed is Allowed.ROUTINE


def test_a_red_flag_at_the_start_leads_to_its_words() -> None:
    found = may_begin(replace(CALM, red_flags=(RedFlag.CHEST,)), rules())

    assert (found.allowed, found.cue) == (Allowed.NOTHING, "EmergencyChest")


def test_danger_counts_though_the_strength_was_never_told() -> None:
    assert may_begin(Report(new=NEW["weakness"]), rules()).care is Care.SEEK_TODAY


def test_no_worse_answer_at_the_start_allows_more() -> None:
    grid = {
        (strength, new): may_begin(replace(CALM, strength=strength, new=answer), rules())
        for strength in range(11)
        for new, answer in NEW.items()
    }
    order = list(Allowed)

    for (strength, new), found in grid.items():
        for worse in [(strength + 1, new), *((strength, b) for a, b in pairwise(NEW) if a == new)]:
            if worse in grid:
                assert order.index(grid[worse].allowed) >= order.index(found.allowed), (strength, new, worse)
                assert urgency(grid[worse].care) >= urgency(found.care), (strength, new, worse)


CONTEXT = JudgeContext(section=Section.RECOVERY, been_below_joint=True, stops=1)


@pytest.mark.parametrize(
    ("now", "verdict", "reason"),
    [
        (CALM, Verdict.SWAP, Reason.MOVED_BACK),
        (replace(CALM, zone=Zone.SPINE, strength=2), Verdict.SWAP, Reason.MOVED_BACK),
        (replace(CALM, strength=5), Verdict.SWAP, Reason.MOVED_BACK),
        (replace(CALM, strength=6), Verdict.STOP_SESSION, Reason.STRONGER_IN_LIMB),
        (replace(CALM, zone=CALF), Verdict.STOP_SESSION, Reason.MOVED_OUT),
        (replace(CALM, zone=Zone.SPINE, strength=6), Verdict.STOP_SESSION, Reason.NOT_BACK),
        (replace(CALM, zone=None), Verdict.STOP_SESSION, Reason.UNANSWERED),
        (replace(CALM, new=NEW["weakness"]), Verdict.SEEK_TODAY, Reason.NEW_WEAKNESS),
    ],
)
def test_after_a_stop_only_symptoms_that_moved_back_open_the_gentler_option(
    now: Report, verdict: Verdict, reason: Reason
) -> None:
    found = recheck(CALM, now, CONTEXT, rules())

    assert (found.verdict, found.reason) == (verdict, reason)
    assert found.consequence.offers_gentler == (verdict is Verdict.SWAP)


NEXT_DAYS = {
    "as well as before, after a good session": (
        Change.SAME, False, last(), Reason.CALM, Allowed.ROUTINE, None),
    "better, after the session was ended": (
        Change.BETTER, False, last(Verdict.STOP_SESSION), Reason.STOPPED_YESTERDAY, Allowed.ROUTINE, None),
    "worse, after a good session": (
        Change.WORSE, False, last(), Reason.WORSE_NEXT_DAY, Allowed.ROUTINE, None),
    "further out, after a good session": (
        Change.SAME, True, last(), Reason.WORSE_NEXT_DAY, Allowed.ROUTINE, None),
    "worse after exercise and still worse": (
        Change.WORSE, False, last(Verdict.STOP_EXERCISE), Reason.STILL_WORSE, Allowed.NOTHING, Care.SEEK_SOON),
    "worse after a lighter try and still worse": (
        Change.WORSE, False, last(Verdict.REDUCE), Reason.STILL_WORSE, Allowed.NOTHING, Care.SEEK_SOON),
    "moved out and not back": (
        Change.SAME, True, last(Verdict.STOP_SESSION, moved_out=True), Reason.NOT_BACK, Allowed.NOTHING,
        Care.SEEK_SOON),
    "moved out, not back, and worse": (
        Change.WORSE, True, last(Verdict.STOP_SESSION, moved_out=True), Reason.STILL_WORSE, Allowed.NOTHING,
        Care.SEEK_SOON),
    "no answer after a stop": (
        None, None, last(Verdict.STOP_EXERCISE, moved_out=True), Reason.STILL_WORSE, Allowed.NOTHING,
        Care.SEEK_SOON),
    "no answer after a good session": (
        None, None, last(), Reason.WORSE_NEXT_DAY, Allowed.ROUTINE, None),
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "moved_out", "session", "reason", "allowed", "care"), NEXT_DAYS.values(), ids=NEXT_DAYS
)
def test_the_next_day(
    change: Change | None,
    moved_out: bool | None,
    session: LastSession,
    reason: Reason,
    allowed: Allowed,
    care: Care | None,
) -> None:
    found = next_day(change, moved_out, session, rules())

    assert (found.reason, found.allowed, found.care) == (reason, allowed, care)
    assert found.drop_back == (reason is Reason.WORSE_NEXT_DAY)
    assert found.at_beginner == (reason is Reason.STOPPED_YESTERDAY)


def test_still_worse_leaves_all_exercises_out_until_it_is_cleared() -> None:
    assert Limit.NO_COACHING in next_day(Change.WORSE, False, last(Verdict.STOP_SESSION), rules()).limits
    assert next_day(Change.SAME, True, last(Verdict.STOP_SESSION, moved_out=True), rules()).limits == (Limit.NO_LOAD,)


def test_the_stricter_of_two_counts_with_the_care_and_the_reasons_of_both() -> None:
    strong = may_begin(replace(CALM, strength=6), rules())
    worse = next_day(Change.WORSE, False, last(Verdict.STOP_SESSION), rules())

    together = strong.combined_with(worse)

    assert together == worse.combined_with(strong)
    assert (together.allowed, together.care) == (Allowed.NOTHING, Care.SEEK_SOON)
    assert together.reasons == (Reason.STILL_WORSE, Reason.STRONG_TODAY)
    assert together.at_beginner
