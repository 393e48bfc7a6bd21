"""One utterance about the symptoms: the furthest place that was named, and what is new, or taken back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.catalog import load_catalog
from skill.domain.movement.exercise import Region
from skill.domain.symptoms.checkup import Checkup, Inquiry, SymptomUtterance
from skill.domain.symptoms.filling_in import with_answer
from skill.domain.symptoms.report import NOTHING_NEW, New, NewSymptom, Occasion, Report
from skill.domain.symptoms.zones import Zone

ZONES = load_catalog().rules.zones[Region.LOW_BACK]
IDS = tuple(one.id for one in ZONES.zones)
ASKED = Checkup(occasion=Occasion.AFTER_EXERCISE, region=Region.LOW_BACK)
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
