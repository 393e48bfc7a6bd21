"""A report is filled piece by piece, and answers that cannot both be meant are found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skill.domain.symptoms.report import (
    NOTHING_NEW,
    BodySide,
    Change,
    Conflict,
    Dizziness,
    New,
    NewSymptom,
    Report,
    ReportPart,
    conflict_in,
    read_with_care,
    same_as,
    strength_of,
)
from skill.domain.symptoms.zones import Zone

THIGH, CALF = Zone.ABOVE_KNEE_OR_ELBOW, Zone.BELOW_KNEE_OR_ELBOW
BASELINE = Report(zone=THIGH, strength=5, side=BodySide.LEFT)


@pytest.mark.parametrize(
    ("report", "missing"),
    [
        (Report(), (ReportPart.ZONE, ReportPart.STRENGTH, ReportPart.NEW)),
        (Report(zone=CALF, strength=4), (ReportPart.NEW,)),
        (Report(zone=CALF), (ReportPart.STRENGTH, ReportPart.NEW)),
        (Report(change=Change.WORSE), (ReportPart.ZONE, ReportPart.NEW)),
        (Report(zone=Zone.NOWHERE, new=NOTHING_NEW), ()),
        (Report(zone=CALF, strength=0, new=NOTHING_NEW), ()),
    ],
)
def test_only_what_is_missing_is_asked_for(report: Report, missing: tuple[ReportPart, ...]) -> None:
    assert report.missing == missing


def test_one_combined_answer_fills_all_it_can() -> None:
    report = Report().completed_by(Report(zone=CALF, strength=4)).completed_by(Report(new=NOTHING_NEW))

    assert report == Report(zone=CALF, strength=4, new=NOTHING_NEW)


def test_the_later_word_counts_and_what_was_not_said_stays() -> None:
    report = Report(zone=CALF, strength=4, side=BodySide.LEFT).completed_by(Report(zone=THIGH))

    assert report == Report(zone=THIGH, strength=4, side=BodySide.LEFT)


def test_a_number_takes_the_place_of_a_word() -> None:
    assert Report(change=Change.WORSE).completed_by(Report(strength=6)) == Report(strength=6)


def test_danger_that_was_told_is_never_taken_back() -> None:
    report = Report(dizziness=Dizziness.LASTING).completed_by(Report(zone=CALF))

    assert report.dizziness is Dizziness.LASTING


@pytest.mark.parametrize("strength", [-1, 11])
def test_a_strength_off_the_scale_is_refused(strength: int) -> None:
    with pytest.raises(ValueError, match="strength must be from 0 to 10"):
        Report(strength=strength)


def test_what_is_felt_nowhere_has_no_strength() -> None:
    assert strength_of(Report(zone=Zone.NOWHERE)) == 0
    assert strength_of(Report(zone=CALF)) is None


def test_the_same_as_before_leaves_only_the_new_symptoms_to_ask_for() -> None:
    assert same_as(BASELINE).missing == (ReportPart.NEW,)


CONFLICTS = {
    "nowhere, five": (Report(zone=Zone.NOWHERE, strength=5), Conflict.NOWHERE_BUT_FELT),
    "in the calf, zero": (Report(zone=CALF, strength=0), Conflict.SOMEWHERE_BUT_NOTHING),
    "worse, about a three": (Report(zone=THIGH, strength=3, change=Change.WORSE), Conflict.WORD_AND_NUMBER),
    "better, about a seven": (Report(zone=THIGH, strength=7, change=Change.BETTER), Conflict.WORD_AND_NUMBER),
    "a bit worse, about a six": (Report(zone=THIGH, strength=6, change=Change.WORSE), None),
    "the same, about a six": (Report(zone=THIGH, strength=6, change=Change.SAME), None),
    "nowhere": (Report(zone=Zone.NOWHERE), None),
    "nowhere, zero": (Report(zone=Zone.NOWHERE, strength=0), None),
    "in the calf": (Report(zone=CALF), None),
}


@pytest.mark.parametrize(("after", "conflict"), CONFLICTS.values(), ids=CONFLICTS)
def test_answers_that_cannot_both_be_meant_are_found(after: Report, conflict: Conflict | None) -> None:
    assert conflict_in(BASELINE, after) is conflict


def test_a_contradiction_that_stays_is_read_as_where_and_as_strong_as_it_was() -> None:
    new = New(kinds=(NewSymptom.TINGLING,))
    nowhere, nothing = Report(zone=Zone.NOWHERE, strength=5, new=new), Report(zone=CALF, strength=0)

    assert read_with_care(BASELINE, nowhere) == replace(nowhere, zone=THIGH)
    assert read_with_care(Report(), nowhere) == replace(nowhere, zone=Zone.SPINE)
    assert read_with_care(BASELINE, nothing) == replace(nothing, strength=5)
    assert read_with_care(BASELINE, BASELINE) == BASELINE
