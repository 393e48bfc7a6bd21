"""One utterance about the symptoms: the furthest place that was named, and what is new, or taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.catalog import load_catalog
from skill.domain.movement.dose import Dose
from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.symptoms.checkup import Checkup, Inquiry, Lighter, SymptomUtterance
from skill.domain.symptoms.filling_in import with_answer
from skill.domain.symptoms.report import NOTHING_NEW, Change, New, NewSymptom, Occasion, Report
from skill.domain.symptoms.zones import Zone
from tests.shipped import shipped_catalog

ZONES = load_catalog().rules.zones[Region.LOW_BACK]
IDS = tuple(one.id for one in ZONES.zones)
ASKED = Checkup(occasion=Occasion.AFTER_EXERCISE, region=Region.LOW_BACK)
SAME_AGAIN = SymptomUtterance(change=Change.SAME)
BEFORE = Report(zone=Zone.ABOVE_KNEE_OR_ELBOW, strength=3)


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        (SymptomUtterance(place="thigh", also_place="foot"), 5),
        (SymptomUtterance(place="foot", also_place="thigh"), 5),
        (SymptomUtterance(place="below-knee", region=Region.LOW_BACK), 4),
        (SymptomUtterance(region=Region.LOW_BACK), 1),
        (SymptomUtterance(place="same-place"), 3),
        (SymptomUtterance(place="nowhere"), 0),
        (SymptomUtterance(place="below-joint"), 4),
        (SymptomUtterance(place="foot", also_place="leg"), 5),
    ],
    ids=str,
)
def test_the_furthest_place_that_is_named_counts(told: SymptomUtterance, zone: int) -> None:
    assert with_answer(ASKED, told, ZONES, BEFORE).report.zone == zone


@pytest.mark.parametrize("nearer", ["nowhere", "spine", "buttock", "thigh"])
def test_a_whole_leg_beside_a_nearer_place_is_asked_about(nearer: str) -> None:
    heard = with_answer(ASKED, SymptomUtterance(place=nearer, also_place="leg"), ZONES, BEFORE)

    assert heard.next_inquiry() is Inquiry.JOINT


@given(st.sampled_from(IDS), st.sampled_from(IDS), st.booleans())
def test_naming_one_more_place_never_brings_it_nearer(place: str, other: str, back: bool) -> None:
    one = with_answer(ASKED, SymptomUtterance(place=place), ZONES, BEFORE).report.zone
    region = Region.LOW_BACK if back else None
    both = with_answer(ASKED, SymptomUtterance(place=place, also_place=other, region=region), ZONES, BEFORE).report.zone

    assert one is not None
    assert both is not None
    assert both >= one


@pytest.mark.parametrize("open_one", [{"something_new": True}, {"sides_open": True}], ids=str)
def test_nothing_after_something_new_is_asked_again(open_one: dict[str, Any]) -> None:
    report = Report(zone=Zone.SPINE, strength=3, new=New(kinds=(NewSymptom.TINGLING,)))
    checkup = Checkup(occasion=Occasion.AFTER_EXERCISE, region=Region.LOW_BACK, report=report, **open_one)

    assert with_answer(checkup, SymptomUtterance(new=NOTHING_NEW), ZONES, BEFORE).next_inquiry() is Inquiry.NEW


def asked_for(inquiry: Inquiry, report: Report | None = None, **open_: Any) -> Checkup:
    usual = report or Report(zone=Zone.SPINE)
    return Checkup(occasion=Occasion.AFTER_EXERCISE, region=Region.LOW_BACK, report=usual, asking=inquiry, **open_)


@pytest.mark.parametrize(
    ("asked", "told", "zone", "strength", "new"),
    [
        (asked_for(Inquiry.NEW), SymptomUtterance(place="nowhere"), Zone.SPINE, None, NOTHING_NEW),
        (asked_for(Inquiry.NEW), SAME_AGAIN, Zone.SPINE, None, NOTHING_NEW),
        (asked_for(Inquiry.STRENGTH), SymptomUtterance(place="nowhere"), Zone.SPINE, 0, None),
        (asked_for(Inquiry.STRENGTH), SAME_AGAIN, Zone.SPINE, BEFORE.strength, None),
        (asked_for(Inquiry.ZONE, Report()), SAME_AGAIN, BEFORE.zone, None, None),
        (
            asked_for(Inquiry.ALL, Report()),
            SymptomUtterance(change=Change.SAME),
            BEFORE.zone,
            BEFORE.strength,
            NOTHING_NEW,
        ),
        (
            asked_for(Inquiry.ALL, Report(), hurt=True),
            SymptomUtterance(change=Change.SAME),
            BEFORE.zone,
            BEFORE.strength,
            None,
        ),
        (asked_for(Inquiry.KIND), SAME_AGAIN, Zone.SPINE, None, None),
    ],
    ids=str,
)
def test_the_same_and_nowhere_answer_the_question_that_is_open(
    asked: Checkup, told: SymptomUtterance, zone: Zone, strength: int | None, new: New | None
) -> None:
    report = with_answer(asked, told, ZONES, BEFORE).report

    assert (report.zone, report.strength, report.new) == (zone, strength, new)


def test_a_whole_limb_is_asked_about_and_where_it_came_from_is_kept() -> None:
    in_limb = with_answer(ASKED, SymptomUtterance(place="leg", from_place="foot"), ZONES, BEFORE)

    assert in_limb.in_limb
    assert in_limb.came_from is Zone.FOOT_OR_HAND
    assert in_limb.next_inquiry() is Inquiry.JOINT


@pytest.mark.parametrize(
    ("asked", "zone", "new"),
    [
        (asked_for(Inquiry.JOINT, Report(), in_limb=True), Zone.BELOW_KNEE_OR_ELBOW, None),
        (asked_for(Inquiry.KIND, something_new=True), Zone.SPINE, New(kinds=(NewSymptom.UNCLEAR,))),
        (asked_for(Inquiry.SIDES, sides_open=True), Zone.SPINE, New(kinds=(), both_sides=None)),
    ],
    ids=["a whole limb", "something new", "on which sides"],
)
def test_what_stays_unanswered_is_read_with_care(asked: Checkup, zone: Zone, new: New | None) -> None:
    """docs/clinical.md §2.5, override 10."""
    careful = asked.given_up()

    assert careful is not None
    assert careful.report.zone is zone
    assert careful.report.new == new
    assert not careful.in_limb
    assert not careful.something_new


def test_other_questions_cannot_be_read_with_care() -> None:
    assert asked_for(Inquiry.ZONE, Report()).given_up() is None


@pytest.mark.parametrize(("reps", "hold", "lighter"), [(10, 3, (5, 3)), (1, 60, (1, 30)), (1, 1, (1, 1))])
def test_a_lighter_dose_has_fewer_repetitions_or_a_shorter_hold(reps: int, hold: int, lighter: tuple[int, int]) -> None:
    dose = shipped_catalog().exercises[ExerciseId("prone-press-up")].doses.beginner
    assert isinstance(dose, Dose)
    dose = replace(dose, reps=reps, hold_seconds=hold)
    found = Lighter(reps_percent=50, range_percent=50, sets=1).of(dose)

    assert (found.sets, found.reps, found.hold_seconds) == (1, *lighter)
