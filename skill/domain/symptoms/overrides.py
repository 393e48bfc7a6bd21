"""What comes before the table: when each override holds, in the order of docs/clinical.md §2.5."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from skill.domain.movement.exercise import Section
from skill.domain.safety.red_flags import RedFlag
from skill.domain.symptoms.comparison import Comparison
from skill.domain.symptoms.report import Change, Dizziness, NewSymptom
from skill.domain.symptoms.symptom_rules import Thresholds
from skill.domain.symptoms.verdicts import Reason, Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeContext:
    """What a judgment depends on beside the two reports."""

    section: Section
    """Of the exercise that was just done."""
    been_below_joint: bool
    """Whether the symptom has ever been below the knee or elbow before."""
    stops: int = 0
    """How many exercises were stopped in this session already."""
    lightened: bool = False
    """Whether this exercise has been reduced, or made gentle, already."""
    swapped: bool = False
    """Whether this was the gentler option, offered once."""
    unchanged_for_days: bool = False
    """Whether the days so far brought no lasting change, and the gentler option is due (docs/clinical.md §2.6a)."""


Holds = Callable[[Comparison, JudgeContext, Thresholds], bool]


def _is_weak(now: Comparison, _: JudgeContext, __: Thresholds) -> bool:
    return NewSymptom.WEAKNESS in now.new.kinds or NewSymptom.UNCLEAR in now.new.kinds


def _is_numb(now: Comparison, _: JudgeContext, __: Thresholds) -> bool:
    return NewSymptom.NUMBNESS in now.new.kinds


def _is_dizzy(now: Comparison, _: JudgeContext, __: Thresholds) -> bool:
    return now.after.dizziness is Dizziness.SETTLED or RedFlag.DIZZY in now.after.red_flags


def _is_very_strong(now: Comparison, _: JudgeContext, limits: Thresholds) -> bool:
    return now.strength is not None and now.strength >= limits.very_strong_from


def _came_this_far(now: Comparison, context: JudgeContext, _: Thresholds) -> bool:
    return now.came_below_joint and not context.been_below_joint


def _is_strong_under_load(now: Comparison, context: JudgeContext, limits: Thresholds) -> bool:
    strong = now.strength is not None and now.strength >= limits.strong_under_load_from
    return strong and context.section is not Section.RECOVERY


def _is_unchanged_for_days(now: Comparison, context: JudgeContext, _: Thresholds) -> bool:
    same = now.shift is Shift.SAME and now.intensity is Change.SAME
    return same and context.unchanged_for_days and not context.swapped


OVERRIDES: Mapping[Reason, Holds] = {
    Reason.NEW_ON_BOTH_SIDES: lambda now, *_: now.new_on_both_sides,
    Reason.NEW_WEAKNESS: _is_weak,
    Reason.NEW_NUMBNESS: _is_numb,
    Reason.DIZZY_LASTING: lambda now, *_: now.after.dizziness is Dizziness.LASTING,
    Reason.DIZZY: _is_dizzy,
    Reason.VERY_STRONG: _is_very_strong,
    Reason.MOVED_FAR_OUT: lambda now, _, limits: now.zones_out >= limits.far_out_zones,
    Reason.FIRST_TIME_THIS_FAR: _came_this_far,
    Reason.STRONG_UNDER_LOAD: _is_strong_under_load,
    Reason.UNANSWERED: lambda now, *_: bool(now.after.missing),
    Reason.UNCHANGED_FOR_DAYS: _is_unchanged_for_days,
}
"""When each override holds, in their order; red flags come before them. What each comes to is in the rules.

Override 8 (tingling) is in `comparison`, 9 (the second stop) in `judgment`.
"""
