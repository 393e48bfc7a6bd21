"""What the table of numbers does not show: words in place of numbers, sides, blanks, tries, and what follows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import Section
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care, RedFlag
from skill.domain.symptoms.judgment import judge, judge_change, judge_choice
from skill.domain.symptoms.overrides import JudgeContext
from skill.domain.symptoms.report import (
    NOTHING_NEW,
    BodySide,
    Change,
    Choice,
    Dizziness,
    New,
    NewSymptom,
    Report,
    same_as,
)
from skill.domain.symptoms.verdicts import Ends, Judgment, Reason, Verdict
from skill.domain.symptoms.zones import Zone
from tests.domain.symptoms.judged import NEW, rules

SPINE, BUTTOCK, THIGH, CALF, FOOT = tuple(Zone)[1:]
BASELINE = Report(zone=THIGH, strength=5, side=BodySide.LEFT)
SAME = Report(zone=THIGH, strength=5, side=BodySide.LEFT, new=NOTHING_NEW)
RECOVERY = JudgeContext(section=Section.RECOVERY, been_below_joint=True)


def judgment(after: Report, *, before: Report = BASELINE, **context: object) -> Judgment:
    """Return what comes of *after* in recovery."""
    return judge(before, after, replace(RECOVERY, **context), rules())  # type: ignore[arg-type]


REASONS = {
    "moved in and eased": (Report(zone=SPINE, strength=3), Verdict.CONTINUE, Reason.MOVED_IN_AND_EASED),
    "moved in": (Report(zone=BUTTOCK, strength=5), Verdict.CONTINUE, Reason.MOVED_IN),
    "moved to the spine, stronger": (
        Report(zone=SPINE, strength=7), Verdict.CONTINUE_GENTLY, Reason.MOVED_IN_BUT_STRONGER),
    "moved in, stronger, still in the limb": (
        Report(zone=BUTTOCK, strength=7), Verdict.REDUCE, Reason.MOVED_IN_BUT_STRONGER),
    "same place, easing": (Report(zone=THIGH, strength=3), Verdict.CONTINUE, Reason.EASED),
    "unchanged": (Report(zone=THIGH, strength=6), Verdict.CONTINUE, Reason.UNCHANGED),
    "stronger in the limb": (Report(zone=THIGH, strength=7), Verdict.STOP_EXERCISE, Reason.STRONGER_IN_LIMB),
    "moved out but easier": (Report(zone=CALF, strength=1), Verdict.STOP_EXERCISE, Reason.MOVED_OUT),
    "moved out and stronger": (
        Report(zone=CALF, strength=7), Verdict.STOP_SESSION, Reason.MOVED_OUT_AND_STRONGER),
    "moved far out": (Report(zone=FOOT, strength=1), Verdict.STOP_SESSION, Reason.MOVED_FAR_OUT),
    "very strong": (Report(zone=SPINE, strength=8), Verdict.STOP_SESSION, Reason.VERY_STRONG),
    "gone": (Report(zone=Zone.NOWHERE), Verdict.CONTINUE, Reason.MOVED_IN_AND_EASED),
}  # fmt: skip


@pytest.mark.parametrize(("after", "verdict", "reason"), REASONS.values(), ids=REASONS)
def test_a_verdict_names_its_reason(after: Report, verdict: Verdict, reason: Reason) -> None:
    found = judgment(replace(after, new=NOTHING_NEW))

    assert (found.verdict, found.reason) == (verdict, reason)


NEW_SYMPTOMS = {
    "tingling": (New(kinds=(NewSymptom.TINGLING,)), (Verdict.STOP_EXERCISE,), Reason.NEW_TINGLING),
    "numbness": (
        New(kinds=(NewSymptom.NUMBNESS,)), (Verdict.STOP_SESSION, Verdict.SEEK_TODAY), Reason.NEW_NUMBNESS),
    "weakness": (New(kinds=(NewSymptom.WEAKNESS,)), (Verdict.SEEK_TODAY,), Reason.NEW_WEAKNESS),
    "something, unclear what": (New(kinds=(NewSymptom.UNCLEAR,)), (Verdict.SEEK_TODAY,), Reason.NEW_WEAKNESS),
    "tingling and weakness": (
        New(kinds=(NewSymptom.TINGLING, NewSymptom.WEAKNESS)), (Verdict.SEEK_TODAY,), Reason.NEW_WEAKNESS),
    "tingling on both sides": (
        New(kinds=(NewSymptom.TINGLING,), both_sides=True), (Verdict.EMERGENCY,), Reason.NEW_ON_BOTH_SIDES),
    "tingling, unclear on which side": (
        New(kinds=(NewSymptom.TINGLING,), both_sides=None), (Verdict.EMERGENCY,), Reason.NEW_ON_BOTH_SIDES),
}  # fmt: skip


@pytest.mark.parametrize(("new", "verdicts", "reason"), NEW_SYMPTOMS.values(), ids=NEW_SYMPTOMS)
def test_a_new_symptom_outranks_a_report_that_is_better(
    new: New, verdicts: tuple[Verdict, ...], reason: Reason
) -> None:
    found = judgment(Report(zone=SPINE, strength=1, new=new))

    assert (found.verdicts, found.reason) == (verdicts, reason)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (BodySide.LEFT, BodySide.BOTH, Verdict.EMERGENCY),
        (None, BodySide.BOTH, Verdict.EMERGENCY),
        (BodySide.BOTH, BodySide.BOTH, Verdict.CONTINUE),
        (BodySide.LEFT, BodySide.RIGHT, Verdict.STOP_EXERCISE),
        (BodySide.BOTH, BodySide.LEFT, Verdict.CONTINUE),
        (BodySide.LEFT, None, Verdict.CONTINUE),
    ],
)
def test_one_leg_that_becomes_two_is_an_emergency_and_the_other_leg_is_further_out(
    before: BodySide | None, after: BodySide | None, verdict: Verdict
) -> None:
    found = judgment(replace(SAME, side=after), before=replace(BASELINE, side=before))

    assert found.verdict is verdict


def test_both_sides_of_the_spine_are_no_limbs() -> None:
    before, after = Report(zone=SPINE, strength=3, side=BodySide.LEFT), replace(SAME, zone=SPINE, strength=3)

    assert judgment(replace(after, side=BodySide.BOTH), before=before).verdict is Verdict.CONTINUE
    assert judgment(replace(after, zone=BUTTOCK, side=BodySide.BOTH), before=before).verdict is Verdict.EMERGENCY


@pytest.mark.parametrize(
    ("change", "number", "verdict"),
    [
        (Change.BETTER, None, Verdict.CONTINUE),
        (Change.SAME, None, Verdict.CONTINUE),
        (Change.WORSE, None, Verdict.STOP_EXERCISE),
        (Change.WORSE, 5, Verdict.STOP_EXERCISE),
        (Change.WORSE, 1, Verdict.STOP_EXERCISE),
        (Change.BETTER, 7, Verdict.STOP_EXERCISE),
        (None, 7, Verdict.STOP_EXERCISE),
        (None, 1, Verdict.CONTINUE),
    ],
)
def test_of_a_word_and_a_number_the_worse_counts(change: Change | None, number: int | None, verdict: Verdict) -> None:
    assert judgment(replace(SAME, strength=number, change=change)).verdict is verdict


def test_worse_from_six_without_a_number_counts_as_eight() -> None:
    found = judgment(replace(SAME, strength=None, change=Change.WORSE), before=replace(BASELINE, strength=6))

    assert found.reason is Reason.VERY_STRONG


def test_stronger_in_words_is_never_weaker_than_before_in_numbers() -> None:
    very_strong = replace(BASELINE, strength=8)

    assert judgment(replace(SAME, strength=4, change=Change.WORSE), before=very_strong).reason is Reason.VERY_STRONG


def test_the_same_as_before_is_the_same() -> None:
    found = judgment(replace(same_as(BASELINE), new=NOTHING_NEW))

    assert (found.verdict, found.reason) == (Verdict.CONTINUE, Reason.UNCHANGED)


@pytest.mark.parametrize(
    "blank", [{"zone": None}, {"strength": None}, {"new": None}, {"zone": None, "strength": None, "new": None}]
)
def test_an_answer_that_never_came_ends_the_session(blank: dict[str, None]) -> None:
    found = judgment(replace(SAME, **blank))  # type: ignore[arg-type]

    assert (found.verdict, found.reason, found.care) == (Verdict.STOP_SESSION, Reason.UNANSWERED, None)


def test_danger_counts_though_the_rest_was_never_answered() -> None:
    assert judgment(Report(new=NEW["weakness"])).verdict is Verdict.SEEK_TODAY
    assert judgment(Report(red_flags=(RedFlag.CHEST,))).cue == "EmergencyChest"


@pytest.mark.parametrize("blank", [Report(), Report(zone=THIGH), Report(strength=5)])
def test_what_was_never_known_before_is_read_with_care(blank: Report) -> None:
    found = judgment(replace(SAME, side=None), before=blank)

    assert found.verdict.severity >= Verdict.STOP_EXERCISE.severity
    assert found.care is None


@pytest.mark.parametrize("flag", RedFlag)
def test_a_red_flag_told_in_a_report_leads_to_its_care_and_words(flag: RedFlag) -> None:
    rule = rules().red_flags[flag]

    found = judgment(replace(SAME, zone=SPINE, strength=0, red_flags=(flag,)))

    assert (found.care, found.cue) == (rule.care, rule.cue)
    assert found.consequence.ends is Ends.SESSION
    assert found.reason is Reason.RED_FLAG


def test_of_two_red_flags_the_more_urgent_one_is_told() -> None:
    found = judgment(replace(SAME, red_flags=(RedFlag.FEVER, RedFlag.CHEST)))

    assert (found.verdict, found.cue) == (Verdict.EMERGENCY, "EmergencyChest")


@pytest.mark.parametrize(
    ("dizziness", "verdicts", "cue"),
    [
        (Dizziness.SETTLED, (Verdict.STOP_SESSION, Verdict.SEEK_SOON), "SeekSoon"),
        (Dizziness.LASTING, (Verdict.EMERGENCY,), "EmergencyNeck"),
    ],
)
def test_dizziness_ends_the_session(dizziness: Dizziness, verdicts: tuple[Verdict, ...], cue: str) -> None:
    found = judgment(replace(SAME, dizziness=dizziness))

    assert (found.verdicts, found.cue) == (verdicts, cue)
    assert {Limit.NO_NECK, Limit.NO_COACHING}.intersection(found.consequence.limits)


FIRST_ARRIVALS = {
    "thigh to calf, for the first time": (THIGH, CALF, False, Reason.FIRST_TIME_THIS_FAR),
    "thigh to calf, been there before": (THIGH, CALF, True, Reason.MOVED_OUT),
    "calf to foot": (CALF, FOOT, False, Reason.MOVED_OUT),
    "calf to calf": (CALF, CALF, False, Reason.UNCHANGED),
    "buttock to calf, been there before": (BUTTOCK, CALF, True, Reason.MOVED_FAR_OUT),
}


@pytest.mark.parametrize(("zone_before", "zone", "been", "reason"), FIRST_ARRIVALS.values(), ids=FIRST_ARRIVALS)
def test_the_first_arrival_below_the_knee_calls_for_care(
    zone_before: Zone, zone: Zone, been: bool, reason: Reason
) -> None:
    found = judgment(replace(SAME, zone=zone), before=replace(BASELINE, zone=zone_before), been_below_joint=been)

    assert found.reason is reason
    assert (found.care is Care.SEEK_SOON) == (reason in (Reason.FIRST_TIME_THIS_FAR, Reason.MOVED_FAR_OUT))


STRONGER_SPINE = Report(zone=SPINE, strength=5, new=NOTHING_NEW)
MILD_SPINE = Report(zone=SPINE, strength=3)


def test_a_lighter_try_comes_once() -> None:
    first = judgment(STRONGER_SPINE, before=MILD_SPINE)
    second = judgment(STRONGER_SPINE, before=MILD_SPINE, lightened=True)

    assert (first.verdict, first.reason) == (Verdict.REDUCE, Reason.STRONGER_AT_SPINE)
    assert second.verdict is Verdict.STOP_EXERCISE
    assert Reason.STRONGER_AGAIN in second.reasons


def test_a_gentle_try_that_gets_stronger_again_stops() -> None:
    gentle = replace(SAME, zone=SPINE, strength=7)

    assert judgment(gentle).verdict is Verdict.CONTINUE_GENTLY
    assert judgment(gentle, lightened=True).verdict is Verdict.STOP_EXERCISE


@pytest.mark.parametrize("context", [{"stops": 1}, {"swapped": True}], ids=["a second stop", "the gentler option"])
def test_a_second_stop_ends_the_session_and_keeps_its_reason(context: dict[str, Any]) -> None:
    found = judgment(replace(SAME, zone=CALF), **context)

    assert found.verdict is Verdict.STOP_SESSION
    assert found.reasons == (Reason.MOVED_OUT, Reason.SECOND_STOP)
    assert found.moved_out


def test_days_without_change_offer_the_gentler_option_and_stop_nothing() -> None:
    found = judgment(SAME, unchanged_for_days=True)

    assert found.verdict is Verdict.SWAP
    assert found.care is None
    assert found.consequence.ends is Ends.NOTHING
    assert judgment(SAME).verdict is Verdict.CONTINUE


def test_the_gentler_option_is_offered_for_no_change_only() -> None:
    assert judgment(replace(SAME, strength=2), unchanged_for_days=True).verdict is Verdict.CONTINUE
    assert judgment(replace(SAME, zone=CALF), unchanged_for_days=True).verdict is Verdict.STOP_EXERCISE
    assert judgment(SAME, unchanged_for_days=True, swapped=True).verdict is Verdict.CONTINUE


CONSEQUENCES = {
    Verdict.CONTINUE: {"ends": Ends.NOTHING, "reps_percent": 100},
    Verdict.CONTINUE_GENTLY: {"range_percent": 50, "reps_percent": 100, "more_sets": 1, "ends": Ends.NOTHING},
    Verdict.REDUCE: {"range_percent": 50, "reps_percent": 50, "more_sets": 1, "recheck_after_minutes": 10},
    Verdict.SWAP: {"offers_gentler": True, "ends": Ends.NOTHING},
    Verdict.STOP_EXERCISE: {
        "ends": Ends.EXERCISE, "closes_direction": True, "offers_gentler": True, "recheck_after_minutes": 10},
    Verdict.STOP_SESSION: {
        "ends": Ends.SESSION, "offers_gentler": False, "checks_next_day": True, "resumes_at": Level.BEGINNER},
    Verdict.SEEK_SOON: {"limits": (Limit.NO_LOAD,)},
    Verdict.SEEK_TODAY: {"ends": Ends.SESSION, "limits": (Limit.NO_COACHING,)},
    Verdict.EMERGENCY: {"ends": Ends.SESSION, "limits": (Limit.NO_COACHING,)},
}  # fmt: skip


@pytest.mark.parametrize(("verdict", "fields"), CONSEQUENCES.items(), ids=str)
def test_each_verdict_has_its_full_consequence(verdict: Verdict, fields: dict[str, object]) -> None:
    consequence = rules().consequences[verdict]

    assert {name: getattr(consequence, name) for name in fields} == fields


def test_a_verdict_with_care_has_the_consequences_of_both() -> None:
    found = judgment(replace(SAME, new=NEW["numbness"]))

    assert found.verdicts == (Verdict.STOP_SESSION, Verdict.SEEK_TODAY)
    assert found.consequence.ends is Ends.SESSION
    assert Limit.NO_COACHING in found.consequence.limits
    assert found.consequence.resumes_at is Level.BEGINNER


@pytest.mark.parametrize(("planned", "done"), [(10, 5), (5, 2), (2, 1), (1, 1)])
def test_half_the_repetitions_are_rounded_down_but_never_none(planned: int, done: int) -> None:
    assert rules().consequences[Verdict.REDUCE].reps_of(planned) == done


@pytest.mark.parametrize(
    ("choice", "verdict"),
    [
        (Choice.CONTINUE, Verdict.CONTINUE),
        (Choice.EASIER, Verdict.REDUCE),
        (Choice.STOP, Verdict.STOP_EXERCISE),
    ],
)
def test_policy_safe_answers_map_to_verdicts(choice: Choice, verdict: Verdict) -> None:
    assert judge_choice(choice, RECOVERY, rules()).verdict is verdict


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (Change.BETTER, Verdict.CONTINUE),
        (Change.SAME, Verdict.CONTINUE),
        (Change.WORSE, Verdict.STOP_EXERCISE),
    ],
)
def test_short_answers_map_to_verdicts(change: Change, verdict: Verdict) -> None:
    assert judge_change(change, RECOVERY, rules()).verdict is verdict


def test_short_answers_escalate_like_reports() -> None:
    once_stopped = replace(RECOVERY, stops=1)

    assert judge_change(Change.WORSE, once_stopped, rules()).verdict is Verdict.STOP_SESSION
    assert judge_choice(Choice.EASIER, replace(RECOVERY, lightened=True), rules()).verdict is Verdict.STOP_EXERCISE


reports = st.builds(
    Report,
    zone=st.none() | st.sampled_from(Zone),
    strength=st.none() | st.integers(0, 10),
    change=st.none() | st.sampled_from(Change),
    side=st.none() | st.sampled_from(BodySide),
    new=st.none()
    | st.builds(
        New,
        kinds=st.lists(st.sampled_from(NewSymptom), max_size=3).map(tuple),
        both_sides=st.none() | st.booleans(),
    ),
    dizziness=st.sampled_from(Dizziness),
    red_flags=st.lists(st.sampled_from(RedFlag), max_size=2).map(tuple),
)
contexts = st.builds(
    JudgeContext,
    section=st.sampled_from(Section),
    been_below_joint=st.booleans(),
    stops=st.integers(0, 3),
    lightened=st.booleans(),
    swapped=st.booleans(),
    unchanged_for_days=st.booleans(),
)


@given(before=reports, after=reports, context=contexts)
def test_any_report_has_a_judgment_and_a_blank_never_goes_on(
    before: Report, after: Report, context: JudgeContext
) -> None:
    found = judge(before, after, context, rules())

    assert found.reasons
    assert (found.care is None) == (found.cue is None)
    if after.missing:
        assert found.consequence.ends is Ends.SESSION
    if any(rules().red_flags[flag].care is Care.EMERGENCY for flag in after.red_flags):
        assert found.verdict is Verdict.EMERGENCY


@given(before=reports, after=reports, context=contexts, flag=st.sampled_from(RedFlag))
def test_one_more_red_flag_never_makes_anything_more_permissive(
    before: Report, after: Report, context: JudgeContext, flag: RedFlag
) -> None:
    flagged = replace(after, red_flags=(*after.red_flags, flag))

    assert judge(before, flagged, context, rules()).is_as_careful_as(judge(before, after, context, rules()))


@given(before=reports, after=reports, context=contexts)
def test_a_worse_word_never_makes_anything_more_permissive(
    before: Report, after: Report, context: JudgeContext
) -> None:
    found = [judge(before, replace(after, change=change), context, rules()) for change in Change]

    assert found[1].is_as_careful_as(found[0])
    assert found[2].is_as_careful_as(found[1])
