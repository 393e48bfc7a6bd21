"""The vocabulary of judging: what may come of a report, why, and what happens then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from skill.domain.movement.dose import Level
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care, urgency


class Verdict(StrEnum):
    """What comes of a report (docs/clinical.md §2.7)."""

    CONTINUE = "continue"
    CONTINUE_GENTLY = "continue-gently"
    REDUCE = "reduce"
    SWAP = "swap"
    STOP_EXERCISE = "stop-exercise"
    STOP_SESSION = "stop-session"
    SEEK_SOON = "seek-soon"
    SEEK_TODAY = "seek-today"
    EMERGENCY = "emergency"

    @property
    def severity(self) -> int:
        """Return how much it takes from the exercise that was just done: 0 is nothing, higher is more careful.

        SWAP and SEEK_SOON by themselves follow symptoms that stay the same, so they take less than what follows
        symptoms that got worse. What a verdict says about care is compared by `Care.urgency`, beside this.
        """
        return _BY_SEVERITY.index(self)


_BY_SEVERITY = (
    Verdict.CONTINUE,
    Verdict.SWAP,
    Verdict.SEEK_SOON,
    Verdict.CONTINUE_GENTLY,
    Verdict.REDUCE,
    Verdict.STOP_EXERCISE,
    Verdict.STOP_SESSION,
    Verdict.SEEK_TODAY,
    Verdict.EMERGENCY,
)


class Reason(StrEnum):
    """Why: what the coach's one sentence is about."""

    # the overrides, in their order
    RED_FLAG = "red-flag"
    NEW_ON_BOTH_SIDES = "new-on-both-sides"
    NEW_WEAKNESS = "new-weakness"
    NEW_NUMBNESS = "new-numbness"
    DIZZY_LASTING = "dizzy-lasting"
    DIZZY = "dizzy"
    VERY_STRONG = "very-strong"
    MOVED_FAR_OUT = "moved-far-out"
    FIRST_TIME_THIS_FAR = "first-time-this-far"
    STRONG_UNDER_LOAD = "strong-under-load"
    UNANSWERED = "unanswered"
    UNCHANGED_FOR_WEEKS = "unchanged-for-weeks"
    """In records of before the rules of docs/clinical.md §2.6a only."""
    UNCHANGED_FOR_DAYS = "unchanged-for-days"
    # what counts as moved out
    NEW_TINGLING = "new-tingling"
    OTHER_SIDE = "other-side"
    # the table
    MOVED_OUT_AND_STRONGER = "moved-out-and-stronger"
    MOVED_OUT = "moved-out"
    STRONGER_IN_LIMB = "stronger-in-limb"
    STRONGER_AT_SPINE = "stronger-at-spine"
    UNCHANGED = "unchanged"
    EASED = "eased"
    MOVED_IN_BUT_STRONGER = "moved-in-but-stronger"
    MOVED_IN = "moved-in"
    MOVED_IN_AND_EASED = "moved-in-and-eased"
    # what is added to these
    STRONGER_AGAIN = "stronger-again"
    """Worse again after it was made lighter."""
    SECOND_STOP = "second-stop"
    # short answers
    SAID_CONTINUE = "said-continue"
    SAID_EASIER = "said-easier"
    SAID_STOP = "said-stop"
    SAID_BETTER = "said-better"
    SAID_SAME = "said-same"
    SAID_WORSE = "said-worse"
    # before a session, ten minutes after a stop, and the next day
    CALM = "calm"
    STRONG_TODAY = "strong-today"
    TOO_STRONG_TODAY = "too-strong-today"
    STILL_TOO_STRONG = "still-too-strong"
    MOVED_BACK = "moved-back"
    NOT_BACK = "not-back"
    WORSE_NEXT_DAY = "worse-next-day"
    STILL_WORSE = "still-worse"
    STOPPED_YESTERDAY = "stopped-yesterday"


class Shift(StrEnum):
    """How the furthest point moved."""

    MOVED_IN = "moved-in"
    """Centralized."""
    SAME = "same"
    MOVED_OUT = "moved-out"
    """Peripheralized."""


class Ends(StrEnum):
    """How much is over, the least first."""

    NOTHING = "nothing"
    EXERCISE = "exercise"
    SESSION = "session"
    """No more coached exercise today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What happens after a verdict."""

    reps_percent: int = 100
    """Of the repetitions, how many are done now (`reps_of`)."""
    range_percent: int = 100
    """Of the movement, how much is done now."""
    more_sets: int = 0
    """How many sets are done like that before it is asked again."""
    offers_gentler: bool = False
    """The exercise's listed gentler option may be offered, once, when the symptoms are back where they were."""
    ends: Ends = Ends.NOTHING
    closes_direction: bool = False
    """Later and harder exercises in the same direction are left out today."""
    recheck_after_minutes: int | None = None
    checks_next_day: bool = False
    resumes_at: Level | None = None
    """The dose to begin again with, on the next day."""
    limits: tuple[Limit, ...] = ()
    """What is not coached until the patient says that a clinician has cleared it."""
    source: tuple[str, ...] = ()

    def reps_of(self, planned_reps: int) -> int:
        """Return how many of *planned_reps* are done now: at least one, rounded down."""
        return max(1, planned_reps * self.reps_percent // 100)


def together(parts: Iterable[Consequence]) -> Consequence:
    """Return the consequence that has the strictest of everything in *parts*; there must be one."""
    all_parts = tuple(parts)
    if len(all_parts) == 1:
        return all_parts[0]
    rechecks = [part.recheck_after_minutes for part in all_parts if part.recheck_after_minutes is not None]
    levels = [part.resumes_at for part in all_parts if part.resumes_at is not None]
    return Consequence(
        reps_percent=min(part.reps_percent for part in all_parts),
        range_percent=min(part.range_percent for part in all_parts),
        more_sets=max(part.more_sets for part in all_parts),
        offers_gentler=any(part.offers_gentler for part in all_parts),
        ends=max((part.ends for part in all_parts), key=list(Ends).index),
        closes_direction=any(part.closes_direction for part in all_parts),
        recheck_after_minutes=min(rechecks, default=None),
        checks_next_day=any(part.checks_next_day for part in all_parts),
        resumes_at=min(levels, key=list(Level).index, default=None),
        limits=tuple(dict.fromkeys(limit for part in all_parts for limit in part.limits)),
        source=tuple(dict.fromkeys(key for part in all_parts for key in part.source)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """What comes of a report, who must look at it, why, and what happens now."""

    verdict: Verdict
    care: Care | None
    """Who must look at it; also told beside a verdict that ends the session."""
    cue: str | None
    """The name of the cue for *care*, such as `EmergencyBack`."""
    reasons: tuple[Reason, ...]
    """The decisive one first."""
    moved_out: bool
    """Whether it is an outward move, which counts as a flare. Not known from a short answer, then False."""
    consequence: Consequence

    @property
    def reason(self) -> Reason:
        """Return the decisive reason."""
        return self.reasons[0]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Return the verdict, and the one for the care when that is another, as docs/clinical.md §2.5 writes them."""
        if self.care is None or self.care.value == self.verdict.value:
            return (self.verdict,)
        return (self.verdict, Verdict(self.care.value))

    def is_as_careful_as(self, other: Judgment) -> bool:
        """Return whether this is nowhere more permissive than *other*: neither the verdict nor the care."""
        return self.verdict.severity >= other.verdict.severity and urgency(self.care) >= urgency(other.care)
