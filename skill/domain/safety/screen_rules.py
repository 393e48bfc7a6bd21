"""The safety questions before the first exercise ever, and the short ones before the first of a day.

Pure and data-driven: the questions are in `rules/screening.yaml`, their words in Fluent. The state is the answers so
far, so that a screen can be interrupted anywhere and goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from skill.domain.movement.exercise import Region
from skill.domain.safety.limits import Limit, nothing_coached
from skill.domain.safety.red_flags import Care, urgency
from skill.domain.safety.screen_items import (
    EMERGENCY_TIER,
    YES_OR_NO,
    Answer,
    Asking,
    Screen,
    Screening,
    ScreenItem,
    ScreenKind,
    ScreenOutcome,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenQuestion:
    """The next thing to ask."""

    item_id: str
    asking: Asking
    answers: tuple[Answer, ...]
    """What can be answered. Anything else, and silence twice, is unsure."""
    question_number: int
    """From 1, follow-up questions apart."""
    questions: int

    @property
    def key(self) -> str:
        """Return the key of its answer."""
        return _key(self.item_id, self.asking)


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
    unclear: bool = False
    """Whether the open question was answered once in words nobody understood; the second time is unsure."""

    def answered(self, question: ScreenQuestion, answer: Answer) -> ScreenProgress:
        """Return this with the answer to *question*; one that the question does not offer is unsure."""
        given = answer if answer in question.answers else Answer.UNSURE
        return replace(self, answers={**self.answers, question.key: given}, unclear=False)

    def with_yes(self, item: ScreenItem) -> ScreenProgress:
        """Return this with a yes to *item*, told unasked; whether it was checked is still to be asked."""
        return replace(self, answers={**self.answers, item.id: Answer.YES})


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


def next_question(answers: Mapping[str, Answer], region: Region, screen: Screen) -> ScreenQuestion | ScreenResult:
    """Return the next question of *screen* after *answers*, or what it came to.

    A yes (or no, or unsure, where that is not the safe answer) that means an emergency ends the screen at once. Any
    other one that leaves nothing to coach ends it as soon as no question of an emergency is open. *region* skips the
    questions that are not for it.
    """
    asked = tuple(item for item in screen if region is Region.BOTH or region in item.regions)
    found: list[tuple[ScreenItem, ScreenOutcome]] = []
    checked: list[str] = []
    for index, item in enumerate(asked):
        open_question = _open_question(item, answers)
        if open_question is not None:
            asking, possible = open_question
            return ScreenQuestion(
                item_id=item.id, asking=asking, answers=possible, question_number=index + 1, questions=len(asked)
            )
        outcome = _outcome(item, answers)
        if outcome is None:
            checked.extend([item.id] if _key(item.id, Asking.CHECKED) in answers else [])
            continue
        found.append((item, outcome))
        if _ends(outcome, asked[index + 1 :]):
            break
    return _result(found, tuple(checked))


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
    if item.may_be_checked and _key(item.id, Asking.CHECKED) not in answers:
        return Asking.CHECKED, YES_OR_NO
    return None


def _outcome(item: ScreenItem, answers: Mapping[str, Answer]) -> ScreenOutcome | None:
    """Return what the answers to *item* lead to; None when they lead on."""
    if answers[_key(item.id, Asking.ITEM)] is item.safe_answer:
        return None
    if answers.get(_key(item.id, Asking.CHECKED)) is Answer.YES:
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
    return item_id if asking is Asking.ITEM else f"{item_id}.{asking}"
