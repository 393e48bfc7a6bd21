"""The screens: every path to an end, one question at a time, and what each answer leads to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.catalog.catalog import Catalog
from skill.domain.movement.exercise import Region
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care
from skill.domain.safety.screen_items import YES_OR_NO, Answer, Asking, Screening, ScreenKind
from skill.domain.safety.screen_rules import (
    Screened,
    ScreenProgress,
    ScreenQuestion,
    ScreenResult,
    next_question,
    screen_due,
    taken,
)

TODAY = date(2026, 11, 23)
LATER_ITEMS = ["S9", "S9b", *(f"S{number}" for number in range(10, 16)), "S15a", "S16", "S17"]
LOW_BACK_ITEMS = ["S1", "S2", "S3", "S4", "S5", "S8", *LATER_ITEMS]
NECK_ITEMS = ["S1", "S2", "S3", "S4", "S5", "S6", "S6b", "S7", "S8", *LATER_ITEMS]
SAFE = dict.fromkeys((*NECK_ITEMS, "D1", "D2", "D3"), Answer.NO) | {"S16": Answer.YES, "S17": Answer.YES}
EMERGENCIES = {
    "S1": "EmergencyChest", "S2": "EmergencyTrauma", "S3": "EmergencyBack", "S4": "EmergencyBack",
    "S5": "EmergencyBack", "S6": "EmergencyNeck", "S7": "EmergencyNeck", "S8": "EmergencyGeneral",
    "D1": "EmergencyBack",
}  # fmt: skip
"""Tier 1, and its words."""

LATER = {
    "S6b": (Care.SEEK_SOON, Limit.NO_NECK),
    "S9": (Care.SEEK_TODAY, Limit.NO_COACHING),
    "S9b": (Care.SEEK_TODAY, Limit.NO_COACHING),
    "S10": (Care.SEEK_TODAY, Limit.NO_COACHING),
    "S11": (Care.SEEK_SOON, Limit.NO_COACHING),
    "S12": (Care.SEEK_SOON, Limit.NO_COACHING),
    "S13": (Care.SEEK_SOON, Limit.NO_COACHING),
    "S14": (None, Limit.NO_COACHING),
    "S15": (None, Limit.NO_COACHING),
    "S15a": (None, Limit.NO_COACHING),
    "S16": (None, Limit.ADULTS_ONLY),
    "S17": (None, Limit.WALKING_AND_REST_ONLY),
}
"""Tiers 2 to 4, and what they come to when no clinician has checked them."""


@pytest.fixture(scope="session")
def screening(catalog: Catalog) -> Screening:
    return catalog.rules.screening


def conversation(
    screening: Screening, region: Region, given: dict[str, Answer], kind: ScreenKind = ScreenKind.FIRST_USE
) -> tuple[list[str], ScreenResult]:
    """Return the keys that are asked, and the result, when everything not *given* is safe."""
    answers: dict[str, Answer] = {}
    asked: list[str] = []
    while isinstance(question := next_question(answers, region, screening.of(kind)), ScreenQuestion):
        assert question.key not in answers
        asked.append(question.key)
        answers[question.key] = given.get(question.key, SAFE.get(question.item_id, Answer.NO))
    return asked, question


@pytest.mark.parametrize(
    ("region", "items"),
    [(Region.LOW_BACK, LOW_BACK_ITEMS), (Region.NECK, NECK_ITEMS), (Region.BOTH, NECK_ITEMS)],
)
def test_questions_come_one_at_a_time_skipped_by_region(screening: Screening, region: Region, items: list[str]) -> None:
    asked, result = conversation(screening, region, {})

    assert asked == items
    assert result.passed
    assert (result.care, result.cue, result.because, result.checked) == (None, None, (), ())


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
@pytest.mark.parametrize("item", [item for item in EMERGENCIES if item != "D1"])
def test_an_emergency_ends_the_screen_at_once_and_is_not_asked_twice(
    screening: Screening, item: str, answer: Answer
) -> None:
    asked, result = conversation(screening, Region.BOTH, {item: answer})

    assert asked[-1] == item
    assert (result.care, result.cue) == (Care.EMERGENCY, EMERGENCIES[item])
    assert result.limits == (Limit.NO_COACHING,)
    assert result.because == (item,)


@pytest.mark.parametrize("checked", [Answer.NO, Answer.UNSURE])
@pytest.mark.parametrize("item", LATER)
def test_what_no_clinician_has_checked_limits_what_is_coached(screening: Screening, item: str, checked: Answer) -> None:
    unsafe = Answer.NO if SAFE[item] is Answer.YES else Answer.YES

    asked, result = conversation(screening, Region.BOTH, {item: unsafe, f"{item}.checked": checked})

    assert (result.care, result.limits) == (LATER[item][0], (LATER[item][1],))
    assert result.because == (item,)
    assert (f"{item}.checked" in asked) == (item not in ("S16", "S17"))


@pytest.mark.parametrize("item", [item for item in LATER if item not in ("S16", "S17")])
@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_what_a_clinician_has_checked_lets_the_screen_go_on(screening: Screening, item: str, answer: Answer) -> None:
    asked, result = conversation(screening, Region.BOTH, {item: answer, f"{item}.checked": Answer.YES})

    assert asked[-1] == "S17"
    assert result.passed
    assert result.checked == (item,)


@pytest.mark.parametrize("item", ["S16", "S17"])
def test_not_sure_of_being_an_adult_or_of_the_disc_counts_as_no(screening: Screening, item: str) -> None:
    _, result = conversation(screening, Region.LOW_BACK, {item: Answer.UNSURE})

    assert result.limits == (LATER[item][1],)


def test_a_dizzy_neck_still_has_its_emergencies_asked(screening: Screening) -> None:
    asked, result = conversation(screening, Region.NECK, {"S6b": Answer.YES, "S7": Answer.YES})

    assert asked[-3:] == ["S6b", "S6b.checked", "S7"]
    assert (result.care, result.cue) == (Care.EMERGENCY, "EmergencyNeck")
    assert result.limits == (Limit.NO_NECK, Limit.NO_COACHING)


def test_what_leaves_nothing_to_coach_is_told_without_further_questions(screening: Screening) -> None:
    asked, result = conversation(screening, Region.LOW_BACK, {"S9": Answer.YES})

    assert asked[-1] == "S9.checked"
    assert result.cue == "SeekToday"


DAILY = {
    "one side": ({"D2": Answer.YES, "D2.which": Answer.ONE_SIDE}, Care.SEEK_TODAY, "SeekToday", Limit.NO_COACHING),
    "both sides": (
        {"D2": Answer.YES, "D2.which": Answer.BOTH_SIDES}, Care.EMERGENCY, "EmergencyBack", Limit.NO_COACHING),
    "clumsy": (
        {"D2": Answer.YES, "D2.which": Answer.CLUMSY_OR_UNSTEADY}, Care.EMERGENCY, "EmergencyNeck",
        Limit.NO_COACHING),
    "unsure of the side": (
        {"D2": Answer.UNSURE, "D2.which": Answer.UNSURE}, Care.EMERGENCY, "EmergencyGeneral", Limit.NO_COACHING),
    "fever alone": (
        {"D3": Answer.YES, "D3.which": Answer.FEVER}, Care.SEEK_TODAY, "SeekToday", Limit.NO_COACHING),
    "dizziness alone": ({"D3": Answer.YES, "D3.which": Answer.DIZZINESS}, Care.SEEK_SOON, "SeekSoon", Limit.NO_NECK),
    "chest pain": (
        {"D3": Answer.YES, "D3.which": Answer.CHEST}, Care.EMERGENCY, "EmergencyChest", Limit.NO_COACHING),
    "a sudden headache": (
        {"D3": Answer.YES, "D3.which": Answer.HEADACHE}, Care.EMERGENCY, "EmergencyNeck", Limit.NO_COACHING),
    "trouble speaking": (
        {"D3": Answer.YES, "D3.which": Answer.SIGHT_SPEECH_OR_SWALLOWING}, Care.EMERGENCY, "EmergencyNeck",
        Limit.NO_COACHING),
    "fever and dizziness": (
        {"D3": Answer.YES, "D3.which": Answer.SEVERAL}, Care.EMERGENCY, "EmergencyGeneral", Limit.NO_COACHING),
    "unsure which": (
        {"D3": Answer.UNSURE, "D3.which": Answer.UNSURE}, Care.EMERGENCY, "EmergencyGeneral", Limit.NO_COACHING),
    "numb between the legs": ({"D1": Answer.YES}, Care.EMERGENCY, "EmergencyBack", Limit.NO_COACHING),
    "not sure about that": ({"D1": Answer.UNSURE}, Care.EMERGENCY, "EmergencyBack", Limit.NO_COACHING),
}  # fmt: skip


@pytest.mark.parametrize(("given", "care", "cue", "limit"), DAILY.values(), ids=DAILY)
def test_the_daily_screen(screening: Screening, given: dict[str, Answer], care: Care, cue: str, limit: Limit) -> None:
    _, result = conversation(screening, Region.LOW_BACK, given, ScreenKind.DAILY)

    assert (result.care, result.cue, result.limits) == (care, cue, (limit,))


def test_weakness_on_one_side_still_has_the_last_emergency_asked(screening: Screening) -> None:
    weak = {"D2": Answer.YES, "D2.which": Answer.ONE_SIDE}

    asked, result = conversation(
        screening, Region.NECK, {**weak, "D3": Answer.YES, "D3.which": Answer.CHEST}, ScreenKind.DAILY
    )

    assert asked == ["D1", "D2", "D2.which", "D3", "D3.which"]
    assert (result.care, result.cue, result.because) == (Care.EMERGENCY, "EmergencyChest", ("D2", "D3"))


def walks(screening: Screening, region: Region, kind: ScreenKind) -> Iterator[tuple[dict[str, Answer], ScreenResult]]:
    """Yield the answers and the result of every path with at most two answers that are not safe."""
    pending: list[tuple[dict[str, Answer], int]] = [({}, 0)]
    while pending:
        answers, unsafe = pending.pop()
        question = next_question(answers, region, screening.of(kind))
        if isinstance(question, ScreenResult):
            yield answers, question
            continue
        for answer in question.answers:
            is_unsafe = question.asking is Asking.ITEM and answer is not SAFE[question.item_id]
            if unsafe + is_unsafe <= 2:
                pending.append(({**answers, question.key: answer}, unsafe + is_unsafe))


@pytest.mark.parametrize("kind", ScreenKind)
@pytest.mark.parametrize("region", Region)
def test_every_path_ends_and_what_is_unsafe_and_unchecked_never_passes(
    screening: Screening, region: Region, kind: ScreenKind
) -> None:
    ends = list(walks(screening, region, kind))

    assert len(ends) > 10
    for answers, result in ends:
        unsafe = [
            key
            for key, answer in answers.items()
            if "." not in key
            and answer is not SAFE[key]
            and answers.get(f"{key}.checked") is not Answer.YES
            and answers.get(f"{key}.confirm") is not Answer.NO
        ]
        assert list(result.because) == unsafe, answers
        assert result.passed == (not unsafe), answers
        assert (result.cue is None) == (result.care is None), answers
        emergencies = [key for key in unsafe if key in EMERGENCIES]
        if emergencies:
            assert (result.care, result.cue) == (Care.EMERGENCY, EMERGENCIES[emergencies[0]]), answers


@given(data=st.data())
def test_a_screen_goes_on_where_it_was_interrupted(catalog: Catalog, data: st.DataObject) -> None:
    screening = catalog.rules.screening
    progress = ScreenProgress(kind=ScreenKind.FIRST_USE, on=TODAY)
    asked: list[str] = []
    while isinstance(
        question := next_question(progress.answers, Region.BOTH, screening.of(progress.kind)), ScreenQuestion
    ):
        again = next_question(dict(progress.answers), Region.BOTH, screening.first_use)
        assert again == question
        assert question.key not in asked
        asked.append(question.key)
        progress = progress.answered(question, data.draw(st.sampled_from(YES_OR_NO)))

    assert isinstance(question, ScreenResult)


def test_an_answer_that_was_not_offered_is_unsure(screening: Screening) -> None:
    progress = ScreenProgress(kind=ScreenKind.DAILY, on=TODAY)
    question = next_question(progress.answers, Region.NECK, screening.daily)
    assert isinstance(question, ScreenQuestion)

    assert progress.answered(question, Answer.FEVER).answers == {"D1": Answer.UNSURE}


def test_questions_are_numbered(screening: Screening) -> None:
    question = next_question({"S1": Answer.NO}, Region.LOW_BACK, screening.first_use)

    assert isinstance(question, ScreenQuestion)
    assert (question.question_number, question.questions) == (2, len(LOW_BACK_ITEMS))


# When a screen is due ---------------------------------------------------------------------------------------------

PASSED = ScreenResult(care=None, cue=None, limits=(), because=(), checked=())
SEEK = ScreenResult(care=Care.SEEK_SOON, cue="SeekSoon", limits=(Limit.NO_COACHING,), because=("S11",), checked=())
FRESH = Screened(on=TODAY, region=Region.LOW_BACK, daily_on=TODAY)


def due(screening: Screening, screened: Screened, region: Region = Region.LOW_BACK, **dates: date) -> ScreenKind | None:
    """Return the screen that is due for a patient who exercised yesterday."""
    usual = {"last_seen": TODAY - timedelta(days=1), "today": TODAY}
    return screen_due(screened, region=region, screening=screening, **{**usual, **dates})


def test_the_first_screen_is_for_everybody(screening: Screening) -> None:
    assert due(screening, Screened()) is ScreenKind.FIRST_USE


def test_the_daily_screen_comes_once_a_day(screening: Screening) -> None:
    tomorrow = TODAY + timedelta(days=1)
    asked = taken(FRESH, ScreenKind.DAILY, PASSED, region=Region.LOW_BACK, today=tomorrow)

    assert due(screening, FRESH) is None
    assert due(screening, FRESH, today=tomorrow) is ScreenKind.DAILY
    assert due(screening, asked, today=tomorrow) is None


@pytest.mark.parametrize(
    ("days", "kind"), [(6, ScreenKind.DAILY), (7, ScreenKind.FIRST_USE), (90, ScreenKind.FIRST_USE)]
)
def test_seven_days_away_bring_the_first_screen_back(screening: Screening, days: int, kind: ScreenKind) -> None:
    assert due(screening, FRESH, last_seen=TODAY, today=TODAY + timedelta(days=days)) is kind


def test_screened_today_after_weeks_away_is_enough(screening: Screening) -> None:
    assert due(screening, FRESH, last_seen=TODAY - timedelta(days=30)) is None


def test_a_patient_who_never_exercised_is_away_from_the_screen_on(screening: Screening) -> None:
    assert due(screening, FRESH, last_seen=None, today=TODAY + timedelta(days=8)) is ScreenKind.FIRST_USE  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("screened", "now", "kind"),
    [
        (Region.LOW_BACK, Region.NECK, ScreenKind.FIRST_USE),
        (Region.LOW_BACK, Region.BOTH, ScreenKind.FIRST_USE),
        (Region.NECK, Region.LOW_BACK, ScreenKind.FIRST_USE),
        (Region.BOTH, Region.NECK, None),
        (Region.BOTH, Region.LOW_BACK, None),
    ],
)
def test_another_part_of_the_spine_is_screened_anew(
    screening: Screening, screened: Region, now: Region, kind: ScreenKind | None
) -> None:
    assert due(screening, Screened(on=TODAY, region=screened, daily_on=TODAY), now) is kind


@pytest.mark.parametrize("kind", ScreenKind)
def test_a_result_with_care_brings_the_first_screen_back(screening: Screening, kind: ScreenKind) -> None:
    after = taken(FRESH, kind, SEEK, region=Region.LOW_BACK, today=TODAY)

    assert due(screening, after) is ScreenKind.FIRST_USE
    assert due(screening, FRESH.after_care()) is ScreenKind.FIRST_USE
    assert due(screening, taken(after, ScreenKind.FIRST_USE, PASSED, region=Region.LOW_BACK, today=TODAY)) is None


def test_no_item_is_answered_when_no_list_is_open(screening: Screening) -> None:
    progress = ScreenProgress(kind=ScreenKind.FIRST_USE, on=TODAY)
    question = ScreenQuestion(item_id="S1", asking=Asking.ITEM, answers=(Answer.YES,), question_number=1, questions=1)

    with pytest.raises(ValueError, match="no list is open"):
        progress.named(question, screening.item("S1"), Answer.YES)
