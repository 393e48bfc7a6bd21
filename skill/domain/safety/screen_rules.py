"""The safety questions before the first exercise ever, and the short ones before the first of a day.

They are asked in lists, and only what a list leaves open is asked one by one (docs/clinical.md §3.2a). Pure and
data-driven: the questions are in `rules/screening.yaml`, their words in Fluent. The state is the answers so far, so
that a screen can be interrupted anywhere and goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from skill.domain.movement.exercise import Region
from skill.domain.safety.limits import Limit, nothing_coached
from skill.domain.safety.red_flags import Care, urgency
from skill.domain.safety.screen_items import (
    EMERGENCY_TIER,
    YES_OR_NO,
    Answer,
    Asking,
    Opening,
    Screen,
    ScreenGroup,
    Screening,
    ScreenItem,
    ScreenKind,
    ScreenOutcome,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenQuestion:
    """The next thing to ask."""

    item_id: str
    """The id of the item, or of the list."""
    asking: Asking
    answers: tuple[Answer, ...]
    """What can be answered. Anything else, and silence twice, is unsure."""
    group_id: str | None = None
    """The list it belongs to; None where items are asked without lists."""
    question_number: int
    """From 1, follow-up questions apart: of the list, or of the item where there are no lists."""
    questions: int

    @property
    def key(self) -> str:
        """Return the key of its answer."""
        return _key(self.item_id, self.asking)

    @property
    def is_list(self) -> bool:
        """Return whether it is about a whole list."""
        return self.asking in (Asking.LIST, Asking.WHICH_ONES, Asking.OTHERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenResult:
    """What a screen came to. Never to be kept as a whole: keep the care, the limits and the day."""

    care: Care | None
    """The most urgent."""
    cue: str | None
    """The name of the cue for *care*."""
    limits: tuple[Limit, ...]
    """What is not coached until it is cleared. None: the screen is passed."""
    because: tuple[str, ...]
    """The ids of the items that led to it."""
    checked: tuple[str, ...]
    """The ids of the items that a clinician has checked."""

    @property
    def passed(self) -> bool:
        """Return whether everything may be coached."""
        return not self.limits


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenProgress:
    """A screen under way: all that must be remembered of it until its end, and forgotten then."""

    kind: ScreenKind
    on: date
    """The day it began; one of another day is begun anew."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """By `ScreenQuestion.key`."""
    lists_passed: int = 0
    """How many lists of signs were heard, where no question may be asked."""
    misses: int = 0
    """How often the open question was answered in words nobody understood."""
    denied_in_part: bool = False
    """Whether only a part of the open question was denied; the second time it is a no."""

    def answered(self, question: ScreenQuestion, answer: Answer) -> ScreenProgress:
        """Return this with the answer to *question*; one that the question does not offer is unsure."""
        given = answer if answer in question.answers else Answer.UNSURE
        return self._with({question.key: given})

    def with_yes(self, item: ScreenItem) -> ScreenProgress:
        """Return this with a yes to *item*, told unasked; whether it was checked is still to be asked."""
        return self._with({item.id: Answer.YES})

    def named(self, question: ScreenQuestion, item: ScreenItem, answer: Answer) -> Self:
        """Return this with *answer* to an *item* of the list that is open; the rest of the list is still open."""
        group_id = question.group_id
        if group_id is None:
            raise ValueError("no list is open")
        kept = {key: one for key, one in self.answers.items() if key != _key(group_id, Asking.OTHERS)}
        opened = {group_id: self.answers.get(group_id, Answer.UNSURE)}
        return replace(self, answers={**kept, **opened, item.id: answer}, misses=0, denied_in_part=False)

    def _with(self, answers: Mapping[str, Answer]) -> ScreenProgress:
        return replace(self, answers={**self.answers, **answers}, misses=0, denied_in_part=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """What is remembered of the screens that were taken."""

    on: date | None = None
    """The day the first-use screen was last taken to its end."""
    region: Region | None = None
    """For which part of the spine that was."""
    daily_on: date | None = None
    """The day the daily screen was last taken to its end, or the first-use one, which holds it."""
    again: bool = False
    """Whether the first-use screen must be taken again, because something came that needed care."""

    not_before: date | None = None
    """The first day for that, where it is not at once: there is at most one screen a day (docs/clinical.md §3.2a)."""

    def after_care(self, *, not_before: date | None = None) -> Screened:
        """Return this when care was advised, by whatever rule: then the screen is taken again.

        At once when it is cleared; where coaching goes on meanwhile, *not_before* a day.
        """
        return replace(self, again=True, not_before=not_before)


Turns = Sequence[tuple[ScreenGroup | None, tuple[ScreenItem, ...]]]
"""The lists in the order they are asked, each with its items; or single items, without a list."""


def next_question(
    answers: Mapping[str, Answer], region: Region, screen: Screen, groups: tuple[ScreenGroup, ...] = ()
) -> ScreenQuestion | ScreenResult:
    """Return the next question of *screen* after *answers*, or what it came to.

    The items of *groups* are asked in lists first, those of a list that is not answered with none one at a time. A yes
    (or no, or unsure, where that is not the safe answer) that means an emergency ends the screen at once. Any other one
    that leaves nothing to coach ends it as soon as no question of an emergency is open. *region* skips the questions
    that are not for it.
    """
    asked = {item.id: item for item in screen if region is Region.BOTH or region in item.regions}
    lists = tuple((group, tuple(asked[one] for one in group.items if one in asked)) for group in groups)
    told = _emergency(answers, groups)
    if told is not None:
        return told
    one_by_one: Turns = tuple((None, (item,)) for item in asked.values())
    return _walked(lists or one_by_one, answers, _with_lists(answers, lists))


def _walked(
    in_turn: Turns,
    answers: Mapping[str, Answer],
    known: Mapping[str, Answer],
) -> ScreenQuestion | ScreenResult:
    """Go through the lists, or the single items, *in_turn*: return the first open question, or what all came to."""
    found: dict[str, tuple[ScreenItem, ScreenOutcome]] = {}
    checked: dict[str, None] = {}
    for index, (group, own) in enumerate(in_turn):
        where = {"question_number": index + 1, "questions": len(in_turn)}
        open_list = _open_list(group, own, answers) if group else None
        if open_list is not None:
            return ScreenQuestion(item_id=group.id, asking=open_list, answers=YES_OR_NO, group_id=group.id, **where)  # type: ignore[union-attr]  # open_list is None without a group
        for item in own:
            open_question = _open_question(item, known)
            if open_question is not None:
                asking, possible = open_question
                group_id = group.id if group else None
                return ScreenQuestion(item_id=item.id, asking=asking, answers=possible, group_id=group_id, **where)
            outcome = _outcome(item, known)
            if outcome is None:
                checked.update({item.id: None} if _key(item.id, Asking.CHECKED) in known else {})
                continue
            found[item.id] = (item, outcome)
            if _ends(outcome, _still_open(item, own, in_turn[index + 1 :])):
                return _result(list(found.values()), tuple(checked))
    return _result(list(found.values()), tuple(checked))


def _still_open(item: ScreenItem, own: Screen, later: Turns) -> Screen:
    """Return the items that come after *item*."""
    return (*own[own.index(item) + 1 :], *(other for _, items in later for other in items))


def _emergency(answers: Mapping[str, Answer], groups: tuple[ScreenGroup, ...]) -> ScreenResult | None:
    """Return what a list of signs of an emergency came to that was not answered with none."""
    for group in groups:
        if group.cue is not None and answers.get(group.id) in (Answer.YES, Answer.UNSURE):
            return ScreenResult(
                care=Care.EMERGENCY, cue=group.cue, limits=(Limit.NO_COACHING,), because=(group.id,), checked=()
            )
    return None


def _with_lists(
    answers: Mapping[str, Answer], lists: Sequence[tuple[ScreenGroup, tuple[ScreenItem, ...]]]
) -> Mapping[str, Answer]:
    """Return *answers* with the safe one for every item that its lists have answered."""
    known: dict[str, Answer] = {}
    still_open: set[str] = set()
    for group, own in lists:
        if group.id not in answers:
            continue
        is_safe = answers[group.id] is group.safe_answer or answers.get(_key(group.id, Asking.OTHERS)) is Answer.NO
        known.update({item.id: item.safe_answer for item in own} if is_safe else {})
        still_open.update(() if is_safe else (item.id for item in own))
    return {**{one: answer for one, answer in known.items() if one not in still_open}, **answers}


def _open_list(group: ScreenGroup, own: tuple[ScreenItem, ...], answers: Mapping[str, Answer]) -> Asking | None:
    """Return what is still to be asked about a whole list; None when the rest is asked one at a time, or answered."""
    rest = [item for item in own if item.id not in answers]
    if not rest:
        return None
    if group.id not in answers:
        return Asking.LIST
    if group.opening is not Opening.WHICH_ONES or answers[group.id] is group.safe_answer:
        return None
    is_told = any(answers.get(item.id) not in (None, item.safe_answer) for item in own)
    asking = Asking.OTHERS if is_told else Asking.WHICH_ONES
    return None if _key(group.id, asking) in answers or _key(group.id, Asking.OTHERS) in answers else asking


def about_told(answers: Mapping[str, Answer], screen: Screen, told: Collection[str]) -> ScreenQuestion | None:
    """Return the question about an item that was *told* unasked; it comes before all others. None when none is open."""
    for item in screen:
        if item.id in told:
            known = {item.id: Answer.YES, **answers}
            open_question = _open_question(item, known)
            if open_question is not None:
                asking, possible = open_question
                return ScreenQuestion(
                    item_id=item.id, asking=asking, answers=possible, question_number=1, questions=len(screen)
                )
    return None


def may_be_cleared(item: ScreenItem) -> bool:
    """Return whether a clinician may clear *item* in advance: nothing of an emergency, and not the patient's age."""
    limits = item.outcome.limits if item.outcome else ()
    return item.may_be_checked or (item.tier > EMERGENCY_TIER and limits == (Limit.WALKING_AND_REST_ONLY,))


def answers_cleared(screen: Screen, cleared: Collection[str]) -> dict[str, Answer]:
    """Return the answers that a clinician's word gives for the items in *cleared*, by `ScreenQuestion.key`.

    An item that may be checked is asked all the same, and counts as checked; the others are not asked.
    """
    items = [item for item in screen if item.id in cleared and may_be_cleared(item)]
    return {
        _key(item.id, Asking.CHECKED if item.may_be_checked else Asking.ITEM): (
            Answer.YES if item.may_be_checked else item.safe_answer
        )
        for item in items
    }


def screen_due(
    screened: Screened, *, region: Region, last_seen: date | None, today: date, screening: Screening
) -> ScreenKind | None:
    """Return the screen that comes before the next exercise; None when none does.

    *last_seen* is the last day on which the patient exercised. The first-use screen is due when it was never taken, or
    not for this *region*, after days away, and after a result with care was cleared; else the daily one, once a day.
    """
    covered = screened.region in (region, Region.BOTH)
    since = max((on for on in (last_seen, screened.on) if on is not None), default=None)
    away = since is not None and (today - since).days >= screening.again_after_days
    again = screened.again and (screened.not_before is None or today >= screened.not_before)
    if screened.on is None or again or not covered or away:
        return ScreenKind.FIRST_USE
    return None if screened.daily_on == today else ScreenKind.DAILY


def taken(screened: Screened, kind: ScreenKind, result: ScreenResult, *, region: Region, today: date) -> Screened:
    """Return *screened* after a screen came to *result*. One with care is taken again once it is cleared."""
    if kind is ScreenKind.DAILY:
        return replace(screened, daily_on=today, again=screened.again or result.care is not None)
    return Screened(on=today, region=region, daily_on=today, again=result.care is not None)


def _open_question(item: ScreenItem, answers: Mapping[str, Answer]) -> tuple[Asking, tuple[Answer, ...]] | None:
    answer = answers.get(_key(item.id, Asking.ITEM))
    if answer is None:
        return Asking.ITEM, YES_OR_NO
    if answer is item.safe_answer:
        return None
    if item.which and _key(item.id, Asking.WHICH) not in answers:
        return Asking.WHICH, tuple(item.which)
    if item.is_confirmed and _key(item.id, Asking.CONFIRM) not in answers:
        return Asking.CONFIRM, YES_OR_NO
    if item.may_be_checked and _key(item.id, Asking.CHECKED) not in answers:
        return Asking.CHECKED, YES_OR_NO
    return None


def _outcome(item: ScreenItem, answers: Mapping[str, Answer]) -> ScreenOutcome | None:
    """Return what the answers to *item* lead to; None when they lead on."""
    if answers[_key(item.id, Asking.ITEM)] is item.safe_answer:
        return None
    if (
        answers.get(_key(item.id, Asking.CHECKED)) is Answer.YES
        or answers.get(_key(item.id, Asking.CONFIRM)) is Answer.NO
    ):
        return None
    if item.which:
        return item.which.get(answers[_key(item.id, Asking.WHICH)], item.which[Answer.UNSURE])
    return item.outcome


def _ends(outcome: ScreenOutcome, still_open: Screen) -> bool:
    if outcome.care is Care.EMERGENCY:
        return True
    return nothing_coached(outcome.limits) and all(item.tier > EMERGENCY_TIER for item in still_open)


def _result(found: list[tuple[ScreenItem, ScreenOutcome]], checked: tuple[str, ...]) -> ScreenResult:
    worst = max((outcome for _, outcome in found), key=lambda outcome: urgency(outcome.care), default=None)
    return ScreenResult(
        care=worst.care if worst else None,
        cue=worst.cue if worst else None,
        limits=tuple(dict.fromkeys(limit for _, outcome in found for limit in outcome.limits)),
        because=tuple(item.id for item, _ in found),
        checked=checked,
    )


def _key(item_id: str, asking: Asking) -> str:
    return item_id if asking in (Asking.ITEM, Asking.LIST) else f"{item_id}.{asking}"
