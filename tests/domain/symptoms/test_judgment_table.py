"""Every combination of zones, strengths, new symptoms, sections and histories.

They are held against the pseudo-code, and against what must hold whatever the pseudo-code says.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from skill.domain.movement.exercise import Section
from skill.domain.safety.red_flags import Care, urgency
from skill.domain.symptoms.verdicts import Ends, Verdict
from skill.domain.symptoms.zones import Zone
from tests.domain.symptoms import pseudocode
from tests.domain.symptoms.judged import NEW, SOME_STRENGTHS, Case, judged, table

STOPS = Verdict.STOP_EXERCISE.severity
ENDS = Verdict.STOP_SESSION.severity
NEWS = tuple(NEW)


def test_tens_of_thousands_of_combinations_are_judged() -> None:
    assert len(table()) > 50_000
    assert {case.section for case in table()} == set(Section)


def test_every_verdict_is_that_of_the_pseudo_code() -> None:
    wrong = [
        (case, (judgment.verdict, judgment.care), expected(case))
        for case, judgment in table().items()
        if (judgment.verdict, judgment.care) != expected(case)
    ]

    assert wrong[:5] == []


def test_the_pseudo_code_is_followed_to_the_letter_but_where_it_would_reward_a_worse_answer() -> None:
    departures = [case for case, judgment in table().items() if (judgment.verdict, judgment.care) != literal(case)]

    assert departures
    assert all(_is_departure(case) for case in departures)


def _is_departure(case: Case) -> bool:
    very_strong = case.strength >= 8 and judged(case).care is Care.SEEK_SOON
    stopped_under_load = case.section is not Section.RECOVERY and case.strength in (6, 7)
    return very_strong or (stopped_under_load and judged(case).verdict is Verdict.STOP_SESSION)


def test_a_symptom_that_moved_out_always_stops() -> None:
    for case, judgment in table().items():
        if max(case.zone, 1) > max(case.zone_before, 1) or case.new != "none":
            assert judgment.verdict.severity >= STOPS, case


def test_eight_or_more_always_ends_the_session() -> None:
    for case, judgment in table().items():
        if case.strength >= 8:
            assert judgment.verdict.severity >= ENDS, case
            assert judgment.consequence.ends is Ends.SESSION, case


def test_a_limb_symptom_two_points_worse_never_goes_on_at_the_same_dose() -> None:
    for case, judgment in table().items():
        if case.zone >= 2 and case.strength - case.strength_before >= 2:
            assert judgment.verdict.severity >= Verdict.REDUCE.severity, case
            done = judgment.consequence
            assert done.reps_percent < 100 or done.ends is not Ends.NOTHING, case


def test_an_emergency_always_wins() -> None:
    for case, judgment in table().items():
        if case.new == "both sides":
            assert judgment.verdict is Verdict.EMERGENCY, case
            assert judgment.care is Care.EMERGENCY, case
            assert judgment.cue == "EmergencyBack", case


def test_nothing_is_more_permissive_when_one_answer_gets_worse() -> None:
    everything = table()
    for case, judgment in everything.items():
        for worse in worsened(case):
            assert everything[worse].is_as_careful_as(judgment), f"{case} -> {worse}"


def test_no_history_that_is_worse_makes_anything_more_permissive() -> None:
    everything = table()
    for case, judgment in everything.items():
        for worse in (case._replace(stops=1), case._replace(been_below=False)):
            if worse in everything:
                assert everything[worse].is_as_careful_as(judgment), f"{case} -> {worse}"


def test_care_is_never_advised_without_its_words() -> None:
    for case, judgment in table().items():
        assert (judgment.cue is None) == (judgment.care is None), case
        assert judgment.reasons, case


@pytest.mark.parametrize("section", [Section.STRETCHING, Section.WEIGHT_LOSS])
def test_stretching_and_walking_are_judged_like_strengthening(section: Section) -> None:
    for case, judgment in table().items():
        if case.section is section:
            same = table()[case._replace(section=Section.STRENGTHENING)]
            assert judgment == same, case


def test_every_verdict_of_the_table_is_reached() -> None:
    reached = {judgment.verdict for judgment in table().values()}

    # SWAP and SEEK_SOON follow from days of no change: see test_judgment.py
    assert reached == set(Verdict) - {Verdict.SWAP, Verdict.SEEK_SOON}
    assert {urgency(judgment.care) for judgment in table().values()} == {0, 1, 2, 3}


def worsened(case: Case) -> Iterator[Case]:
    """Yield *case* with one answer worse."""
    if case.zone < max(Zone):
        yield case._replace(zone=Zone(case.zone + 1))
    strengths = SOME_STRENGTHS if case.new != "none" else tuple(range(11))
    stronger = [strength for strength in strengths if strength > case.strength]
    if stronger:
        yield case._replace(strength=stronger[0])
    index = NEWS.index(case.new)
    if index + 1 < len(NEWS):
        worse = case._replace(new=NEWS[index + 1])
        if worse in table():
            yield worse


def literal(case: Case) -> tuple[str, str | None]:
    """Return what the pseudo-code says to the letter."""
    return pseudocode.verdict(
        phase=case.section.value,
        zone_before=int(case.zone_before),
        pain_before=case.strength_before,
        zone_after=int(case.zone),
        pain_after=case.strength,
        new="none" if case.new == "both sides" else case.new,
        both_sides=case.new == "both sides",
        first_time=not case.been_below,
        stops=case.stops,
    )


def expected(case: Case) -> tuple[str, str | None]:
    """Return what the pseudo-code says, made monotone."""
    return pseudocode.made_monotone(
        literal(case),
        phase=case.section.value,
        zone_before=int(case.zone_before),
        pain_before=case.strength_before,
        zone_after=int(case.zone),
        pain_after=case.strength,
        new=case.new,
        first_time=not case.been_below,
    )
