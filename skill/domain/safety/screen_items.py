"""The questions of the screens as `content/rules/screening.yaml` has them, and what their answers lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care

EMERGENCY_TIER = 1
"""The tier of questions that may mean an emergency (docs/clinical.md §3.1)."""


class ScreenKind(StrEnum):
    """The two screens."""

    FIRST_USE = "first-use"
    DAILY = "daily"


class Answer(StrEnum):
    """What can be answered in a screen. Unsure counts as the answer that is not safe."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    # where it must be told which
    ONE_SIDE = "one-side"
    BOTH_SIDES = "both-sides"
    CLUMSY_OR_UNSTEADY = "clumsy-or-unsteady"
    FEVER = "fever"
    CHEST = "chest"
    HEADACHE = "headache"
    DIZZINESS = "dizziness"
    SIGHT_SPEECH_OR_SWALLOWING = "sight-speech-or-swallowing"
    SEVERAL = "several"


class Condition(StrEnum):
    """What a patient may tell unasked that a safety question asks about (docs/clinical.md §3.1, tiers 2 to 4)."""

    INFECTION_RISK = "infection-risk"
    CANCER_OR_WEIGHT_LOSS = "cancer-or-weight-loss"
    NIGHT_PAIN = "night-pain"
    THIN_BONES = "thin-bones"
    PREGNANCY_OR_PROCEDURE = "pregnancy-or-procedure"
    TOLD_CONDITION = "told-condition"
    """Something a clinician has told the patient of; also: not to exercise."""


YES_OR_NO = (Answer.YES, Answer.NO, Answer.UNSURE)


class Asking(StrEnum):
    """What is asked about an item of a screen, or about a list of them."""

    ITEM = "item"
    """The item's own question: yes, no or unsure."""
    WHICH = "which"
    """Which of the things in it: one of the item's outcomes."""
    CONFIRM = "confirm"
    """Was that heard right? Asked once of an answer that changes everything."""
    CHECKED = "checked"
    """Has a clinician checked this since it began, and said exercise is fine?"""
    APPROVED = "approved"
    """Has a clinician said exercise is fine with it? In place of `CHECKED` where there is nothing to look at."""
    LIST = "list"
    """A whole group in one list: none, or which?"""
    WHICH_ONES = "which-ones"
    """Which ones of the list?"""
    OTHERS = "others"
    """Any other one of the list?"""


def words_id(item_id: str) -> str:
    """Return the id of the message that holds the words of an item: `screen-s1` for `S1`."""
    return f"screen-{item_id.lower()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenOutcome:
    """What an answer leads to."""

    care: Care | None = None
    """None for "ask a clinician first" (tier 4)."""
    cue: str | None = None
    """The name of the cue for *care*, such as `EmergencyBack`."""
    limits: tuple[Limit, ...]
    """What is not coached until it is cleared."""

    def __post_init__(self) -> None:
        if (self.care is None) != (self.cue is None):
            raise ValueError("cue must be given with care, and only with it")
        if not self.limits:
            raise ValueError("limits must name what is not coached")
        if self.care in (Care.SEEK_TODAY, Care.EMERGENCY) and Limit.NO_COACHING not in self.limits:
            raise ValueError(f"limits must have no-coaching with {self.care}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenItem:
    """One item of a screen. Its words are in `locales/<locale>/screening.ftl`, under `words_id`."""

    id: str
    """As in docs/clinical.md §3.2 and §3.3, such as `S6b`."""
    tier: int
    """1 to 4: how soon it must be looked at, by the worst it may mean."""
    regions: tuple[Region, ...]
    """Whom it is asked."""
    safe_answer: Answer
    """The one answer, yes or no, that leads on; the other and unsure do not."""
    named: Condition | None = None
    """What means yes to it, when it is told unasked."""
    adult_from_years: int | None = None
    """From which age on a number of years answers it with yes."""
    private: bool = False
    """Whether it can be read on a card, for others may hear the speaker (docs/clinical.md §3.2)."""
    may_be_checked: bool = False
    """Whether a clinician's word since it began lets the screen go on."""
    outcome: ScreenOutcome | None = None
    """What any other answer leads to; None where it must be told which."""
    which: Mapping[Answer, ScreenOutcome] = field(default_factory=dict)
    """What each of the things in it leads to, unsure too."""
    approval_is_enough: bool = False
    """Whether it is asked only if a clinician said exercise is fine with it, not if it was checked since it began."""
    is_confirmed: bool = False
    """Whether an answer that is not safe is asked about once more before it decides."""
    source: tuple[str, ...]

    def __post_init__(self) -> None:
        if not EMERGENCY_TIER <= self.tier <= 4:
            raise ValueError(f"tier must be from 1 to 4, not {self.tier}")
        if self.safe_answer not in (Answer.YES, Answer.NO):
            raise ValueError("safe_answer must be yes or no")
        if (self.outcome is None) != bool(self.which):
            raise ValueError("which must be given where there is no outcome, and only there")
        if self.which and Answer.UNSURE not in self.which:
            raise ValueError("which must say what unsure leads to")
        if self.may_be_checked and self.tier == EMERGENCY_TIER:
            raise ValueError("may_be_checked must not be true in tier 1: an emergency is not asked twice")
        if self.is_confirmed and (self.may_be_checked or self.tier == EMERGENCY_TIER):
            raise ValueError("is_confirmed must not be true in tier 1, nor where may_be_checked asks again anyway")
        if self.named and not self.may_be_checked:
            raise ValueError("named must be given only where may_be_checked: it is asked at once whether it was")
        if self.outcome and (self.tier == EMERGENCY_TIER) != (self.outcome.care is Care.EMERGENCY):
            raise ValueError("outcome must be an emergency in tier 1, and only there")


Screen = tuple[ScreenItem, ...]
"""The items in the order they are asked."""


class Opening(StrEnum):
    """How a list goes on when it is not answered with none."""

    EMERGENCY = "emergency"
    """The words for an emergency first."""
    ONE_BY_ONE = "one-by-one"
    """Its items, one at a time."""
    WHICH_ONES = "which-ones"
    """Which ones, and any other? Only what is not told is asked one at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenGroup:
    """Items that are asked in one spoken list (docs/clinical.md §3.2a). Its words are under `words_id` too."""

    id: str
    """As in docs/clinical.md §3.2a, such as `G2n`; the daily lists are `DL` and `DN`."""
    screen: ScreenKind
    regions: tuple[Region, ...]
    """Whom it is asked."""
    items: tuple[str, ...]
    """The ids of its items, in the order they are asked singly."""
    opening: Opening
    cue: str | None = None
    """The name of the cue for an emergency, where `opening` is one."""
    safe_answer: Answer = Answer.NO
    """No, but where the list is a question about facts that are to be true."""

    def __post_init__(self) -> None:
        if (self.cue is None) != (self.opening is not Opening.EMERGENCY):
            raise ValueError("cue must be given for an emergency, and only for one")
        if self.safe_answer not in (Answer.YES, Answer.NO):
            raise ValueError("safe_answer must be yes or no")
        if not self.items:
            raise ValueError("items must name what is asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The two screens and what belongs to them, from `rules/screening.yaml`."""

    again_after_days: int
    """So many days away, and the first-use screen is asked again."""
    covers_new_for_minutes: int
    """So long after a screen it is not asked again whether anything is new."""
    walking_and_rest: tuple[ExerciseId, ...]
    """What `Limit.WALKING_AND_REST_ONLY` leaves."""
    source: tuple[str, ...]
    """Of these two; every item has its own."""
    first_use: Screen
    daily: Screen
    groups: tuple[ScreenGroup, ...]
    """The lists of both screens, in the order they are asked."""

    def groups_of(self, kind: ScreenKind, region: Region) -> tuple[ScreenGroup, ...]:
        """Return the lists of the screen of *kind* for *region*, in order."""
        of_kind = (group for group in self.groups if group.screen is kind)
        return tuple(group for group in of_kind if region is Region.BOTH or region in group.regions)

    def emergency_groups(self, region: Region) -> tuple[ScreenGroup, ...]:
        """Return the lists of signs of an emergency for *region*, in order."""
        lists = self.groups_of(ScreenKind.FIRST_USE, region)
        return tuple(group for group in lists if group.opening is Opening.EMERGENCY)

    def group(self, group_id: str) -> ScreenGroup:
        """Return the list called *group_id*. Raise `LookupError` when there is none."""
        found = next((group for group in self.groups if group.id == group_id), None)
        if found is None:
            raise LookupError(f"no list of a screen is called {group_id}")
        return found

    def of(self, kind: ScreenKind) -> Screen:
        """Return the screen of *kind*."""
        return self.first_use if kind is ScreenKind.FIRST_USE else self.daily

    def named(self, condition: Condition) -> ScreenItem:
        """Return the item of the first-use screen that asks about *condition*. Raise `LookupError` when none does."""
        found = next((item for item in self.first_use if item.named is condition), None)
        if found is None:
            raise LookupError(f"no item of the first-use screen is named {condition}")
        return found

    def item(self, item_id: str) -> ScreenItem:
        """Return the item called *item_id*. Raise `LookupError` when there is none."""
        found = next((item for item in (*self.first_use, *self.daily) if item.id == item_id), None)
        if found is None:
            raise LookupError(f"no item of a screen is called {item_id}")
        return found
