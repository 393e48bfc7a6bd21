"""The safety questions in lists (docs/clinical.md §3.2a): what each holds, and what follows anything but "none"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skill.domain.catalog.catalog import Catalog
from skill.domain.movement.exercise import Region
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care
from skill.domain.safety.screen_items import Answer, Asking, Condition, Opening, Screening, ScreenKind
from skill.domain.safety.screen_rules import ScreenProgress, ScreenQuestion, ScreenResult, next_question
from tests.domain.safety.test_screen_rules import LATER, SAFE, TODAY

# Every item of docs/clinical.md §3.2 and §3.3, and the list it is asked in: low back, neck.
LIST_OF = {
    "S1": ("G2", "G2"),
    "S2": ("G2", "G2"),
    "S3": ("G1", "G1"),
    "S4": ("G1", "G1"),
    "S5": ("G1", "G1"),
    "S6": (None, "G2n"),
    "S6b": (None, "G3"),
    "S7": (None, "G2n"),
    "S8": ("G2", "G2"),
    "S9": ("G3", "G3"),
    "S9b": ("G3", "G3"),
    "S10": ("G3", "G3"),
    "S11": ("G4b", "G4b"),
    "S12": ("G3", "G3"),
    "S13": ("G4b", "G4b"),
    "S14": ("G4a", "G4a"),
    "S15": ("G4b", "G4b"),
    "S15a": ("G4a", "G4a"),
    "S16": ("G5", "G5"),
    "S17": ("G5", "G5"),
    "D1": ("DL", "DN"),
    "D2": ("DL", "DN"),
    "D3": ("DL", "DN"),
}
IN_ORDER = {
    (ScreenKind.FIRST_USE, Region.LOW_BACK): ["G1", "G2", "G3", "G4a", "G4b", "G5"],
    (ScreenKind.FIRST_USE, Region.NECK): ["G1", "G2", "G2n", "G3", "G4a", "G4b", "G5"],
    (ScreenKind.FIRST_USE, Region.BOTH): ["G1", "G2", "G2n", "G3", "G4a", "G4b", "G5"],
    (ScreenKind.DAILY, Region.LOW_BACK): ["DL"],
    (ScreenKind.DAILY, Region.NECK): ["DN"],
    (ScreenKind.DAILY, Region.BOTH): ["DL", "DN"],
}


@pytest.fixture(scope="session")
def screening(catalog: Catalog) -> Screening:
    return catalog.rules.screening


def asked_in(
    screening: Screening, region: Region, given: dict[str, Answer], kind: ScreenKind = ScreenKind.FIRST_USE
) -> tuple[list[str], ScreenResult]:
    """Return the keys that are asked, and the result, when every list and item that is not *given* is safe."""
    answers: dict[str, Answer] = {}
    asked: list[str] = []
    groups = screening.groups_of(kind, region)
    while isinstance(question := next_question(answers, region, screening.of(kind), groups), ScreenQuestion):
        assert question.key not in answers
        asked.append(question.key)
        safe = SAFE.get(question.item_id, Answer.NO)
        if question.asking is Asking.LIST:
            safe = screening.group(question.item_id).safe_answer
        answers[question.key] = given.get(question.key, safe)
    return asked, question


def test_every_item_is_in_its_list(screening: Screening) -> None:
    found = {
        item.id: tuple(
            next((group.id for group in screening.groups if item.id in group.items and _is_for(item, group, one)), None)
            for one in (Region.LOW_BACK, Region.NECK)
        )
        for item in (*screening.first_use, *screening.daily)
    }

    assert found == LIST_OF


def _is_for(item: object, group: object, region: Region) -> bool:
    return region in item.regions and region in group.regions  # type: ignore[attr-defined]


@pytest.mark.parametrize(("kind", "region"), IN_ORDER)
def test_somebody_well_is_asked_the_lists_and_nothing_else(
    screening: Screening, kind: ScreenKind, region: Region
) -> None:
    asked, result = asked_in(screening, region, {}, kind)

    assert asked == IN_ORDER[kind, region]
    assert result.passed


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
@pytest.mark.parametrize(
    ("group", "cue"), [("G1", "EmergencyBack"), ("G2", "EmergencyGeneral"), ("G2n", "EmergencyNeck")]
)
def test_a_list_of_emergencies_gets_their_words_at_once(
    screening: Screening, group: str, cue: str, answer: Answer
) -> None:
    asked, result = asked_in(screening, Region.BOTH, {group: answer})

    assert asked[-1] == group
    assert (result.care, result.cue, result.limits) == (Care.EMERGENCY, cue, (Limit.NO_COACHING,))
    assert result.because == (group,)


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
@pytest.mark.parametrize("region", Region)
def test_these_days_are_asked_one_by_one_unless_there_is_none(
    screening: Screening, region: Region, answer: Answer
) -> None:
    asked, result = asked_in(screening, region, {"G3": answer})

    singly = ["S9", "S9b", "S10", "S12", *([] if region is Region.LOW_BACK else ["S6b"])]
    after = asked.index("G3") + 1
    assert asked[after : after + len(singly) + 1] == [*singly, "G4a"]
    assert result.passed


@pytest.mark.parametrize("item", [item for item in LATER if item not in ("S16", "S17")])
def test_what_no_clinician_has_checked_limits_as_it_does_one_by_one(screening: Screening, item: str) -> None:
    group = LIST_OF[item][1]
    assert group is not None

    asked, result = asked_in(
        screening, Region.NECK, {group: Answer.UNSURE, item: Answer.YES, f"{item}.checked": Answer.NO}
    )

    assert (result.care, result.limits) == (LATER[item][0], (LATER[item][1],))
    assert f"{item}.checked" in asked


@pytest.mark.parametrize(("item", "limit"), [("S16", Limit.ADULTS_ONLY), ("S17", Limit.WALKING_AND_REST_ONLY)])
@pytest.mark.parametrize("answer", [Answer.NO, Answer.UNSURE])
def test_a_fact_that_decides_is_confirmed_once(screening: Screening, item: str, limit: Limit, answer: Answer) -> None:
    told = {"G5": Answer.NO, item: answer}

    asked, confirmed = asked_in(screening, Region.LOW_BACK, {**told, f"{item}.confirm": Answer.YES})
    _, unsure = asked_in(screening, Region.LOW_BACK, {**told, f"{item}.confirm": Answer.UNSURE})
    _, misheard = asked_in(screening, Region.LOW_BACK, {**told, f"{item}.confirm": Answer.NO})

    assert asked[asked.index(item) + 1] == f"{item}.confirm"
    assert confirmed.limits == unsure.limits == (limit,)
    assert misheard.passed


def named(screening: Screening, *items: str) -> ScreenProgress:
    """Return a screen at G4b, in answer to which *items* were named."""
    lists = {"G1": Answer.NO, "G2": Answer.NO, "G3": Answer.NO, "G4a": Answer.NO}
    progress = ScreenProgress(kind=ScreenKind.FIRST_USE, on=TODAY, answers=lists)
    for item in items:
        progress = progress.named(_next(screening, progress), screening.item(item), Answer.YES)
    return progress


def _next(screening: Screening, progress: ScreenProgress) -> ScreenQuestion:
    groups = screening.groups_of(ScreenKind.FIRST_USE, Region.LOW_BACK)
    found = next_question(progress.answers, Region.LOW_BACK, screening.first_use, groups)
    assert isinstance(found, ScreenQuestion)
    return found


def test_what_is_named_asks_for_any_other_until_there_is_none(screening: Screening) -> None:
    one, two, three = named(screening, "S13"), named(screening, "S13", "S11"), named(screening, "S13", "S11", "S15")

    assert _next(screening, one).key == "G4b.others"
    assert _next(screening, two).key == "G4b.others"
    assert _next(screening, three).key == "S11.checked"
    assert _next(screening, one.answered(_next(screening, one), Answer.NO)).key == "S13.checked"
    assert _next(screening, one.answered(_next(screening, one), Answer.UNSURE)).key == "S11"


def test_a_list_named_as_true_without_which_is_asked_one_by_one(screening: Screening) -> None:
    asked, _ = asked_in(screening, Region.LOW_BACK, {"G4b": Answer.YES, "G4b.which-ones": Answer.UNSURE})

    assert asked[asked.index("G4b") :] == ["G4b", "G4b.which-ones", "S11", "S13", "S15", "G5"]


def test_every_way_through_two_unsafe_answers_ends_and_never_passes_unchecked(screening: Screening) -> None:
    ends = list(_walks(screening))

    assert len(ends) > 100
    for answers, result in ends:
        emergencies = [one.id for one in screening.groups if one.opening is Opening.EMERGENCY and one.id in answers]
        if any(answers[one] is not Answer.NO for one in emergencies):
            assert result.care is Care.EMERGENCY, answers
        unsafe = {
            key
            for key, answer in answers.items()
            if key in SAFE
            and answer is not SAFE[key]
            and answers.get(f"{key}.checked") is not Answer.YES
            and answers.get(f"{key}.confirm") is not Answer.NO
        }
        assert unsafe <= set(result.because), answers
        assert result.passed == (not result.because), answers


def _walks(screening: Screening) -> list[tuple[dict[str, Answer], ScreenResult]]:
    groups = screening.groups_of(ScreenKind.FIRST_USE, Region.NECK)
    ends: list[tuple[dict[str, Answer], ScreenResult]] = []
    pending: list[tuple[dict[str, Answer], int]] = [({}, 0)]
    while pending:
        answers, unsafe = pending.pop()
        question = next_question(answers, Region.NECK, screening.first_use, groups)
        if isinstance(question, ScreenResult):
            ends.append((answers, question))
            continue
        for answer in question.answers:
            cost = int(question.asking in (Asking.LIST, Asking.ITEM) and answer is not _safe(screening, question))
            if unsafe + cost <= 2:
                pending.append(({**answers, question.key: answer}, unsafe + cost))
    return ends


def _safe(screening: Screening, question: ScreenQuestion) -> Answer:
    return screening.group(question.item_id).safe_answer if question.is_list else SAFE[question.item_id]


def test_the_lists_of_emergencies_come_first_and_are_known_by_their_region(screening: Screening) -> None:
    low_back, neck = (screening.emergency_groups(region) for region in (Region.LOW_BACK, Region.NECK))

    assert all(group.opening is Opening.EMERGENCY for group in (*low_back, *neck))
    assert set(low_back) < set(screening.emergency_groups(Region.BOTH))
    assert set(neck) - set(low_back)


def test_a_condition_that_no_item_asks_about_is_named(screening: Screening) -> None:
    with pytest.raises(LookupError, match=r"no item of the first-use screen is named pregnan"):
        replace(screening, first_use=()).named(Condition.PREGNANCY_OR_PROCEDURE)
