"""Asking about symptoms, as values: what was answered so far, what is still open, and what a sitting keeps of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from skill.domain.movement.dose import Dose
from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.symptoms.readiness import Allowed
from skill.domain.symptoms.report import NOTHING_NEW, BodySide, Change, New, NewSymptom, Occasion, Report, ReportPart
from skill.domain.symptoms.zones import Zone


class Inquiry(StrEnum):
    """What is asked."""

    ALL = "all"
    """The furthest place, how strong it is there and anything new, in one question."""
    ZONE = "zone"
    JOINT = "joint"
    """A whole leg or arm was named: above or below the knee or elbow?"""
    STRENGTH = "strength"
    NEW = "new"
    KIND = "kind"
    """Something is new: weakness, numbness or tingling?"""
    SIDES = "sides"
    """What is new: on one side, or on both?"""
    NEXT_DAY = "next-day"
    """Better, the same or worse than before the last session?"""


_ASKS_FOR = {ReportPart.ZONE: Inquiry.ZONE, ReportPart.STRENGTH: Inquiry.STRENGTH, ReportPart.NEW: Inquiry.NEW}


class Drift(StrEnum):
    """Where it moved, when no place was named."""

    OUT = "further-out"
    IN = "further-in"


SAME_PLACE = "same-place"
"""Where it was before."""
JOINTS = {"above-joint": Zone.ABOVE_KNEE_OR_ELBOW, "below-joint": Zone.BELOW_KNEE_OR_ELBOW}
"""Places that are said of a leg as well as of an arm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomUtterance:
    """What one utterance says about the symptoms."""

    place: str | None = None
    """The id of a zone or of a whole limb, one of `JOINTS` or `SAME_PLACE`; empty when nobody knows what was named."""
    from_place: str | None = None
    """The id of the place it left, when another was named in which it is now."""
    also_place: str | None = None
    """Another place that was named beside it: the furthest counts."""
    region: Region | None = None
    """The back or the neck itself."""
    side: BodySide | None = None
    one_side: bool = False
    """One side, without saying which."""
    strength: int | None = None
    """0 to 10."""
    change: Change | None = None
    drift: Drift | None = None
    new: New | None = None
    """What is new, or that nothing is; None when it was not told. On which sides is told by `side` and `one_side`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """Questions about the symptoms of one part of the spine that are under way."""

    occasion: Occasion
    region: Region
    """Low back or neck."""
    report: Report = field(default_factory=Report)
    asking: Inquiry = Inquiry.ALL
    blanks: int = 0
    """How often the open question got no answer that could be used."""
    in_limb: bool = False
    """Whether a whole leg or arm was named, and no part of it yet."""
    drift: Drift | None = None
    came_from: Zone | None = None
    """Where it was before it came to the place that was named, in the patient's own words."""
    something_new: bool = False
    """Whether something is new, and it is not known what."""
    sides_open: bool = False
    """Whether something is new, and it is not known on which sides."""
    conflict_asked: bool = False
    midway: bool = False
    """Whether it was told in the middle of an exercise, or before it began, and not asked for after it."""
    hurt: bool = False
    """Whether pain was told first: "the same" then says nothing about anything new (docs/clinical.md §3.4a)."""

    @property
    def is_felt(self) -> bool:
        """Return whether a place was told at which something is felt."""
        return self.report.zone not in (None, Zone.NOWHERE)

    def next_inquiry(self) -> Inquiry | None:
        """Return what is to be asked next, the most urgent first; None when everything was answered."""
        if self.something_new:
            return Inquiry.KIND
        if self.sides_open:
            return Inquiry.SIDES
        if self.in_limb:
            return Inquiry.JOINT
        missing = set(self.report.missing)
        if self.occasion is not Occasion.AFTER_EXERCISE and self.report.strength is None:
            missing |= {ReportPart.STRENGTH} if self.report.zone is not Zone.NOWHERE else set()
        if self.occasion is Occasion.RECHECK:
            missing -= {ReportPart.NEW}
        return next((_ASKS_FOR[part] for part in ReportPart if part in missing), None)

    def given_up(self) -> Checkup | None:
        """Return this with the open question read with care; None when it stays unanswered.

        See docs/clinical.md §2.5, override 10.
        """
        match self.asking:
            case Inquiry.JOINT:
                below = replace(self.report, zone=Zone.BELOW_KNEE_OR_ELBOW)
                return replace(self, in_limb=False, report=below)
            case Inquiry.KIND:
                unclear = New(kinds=(NewSymptom.UNCLEAR,), both_sides=False)
                return replace(self, something_new=False, sides_open=True, report=replace(self.report, new=unclear))
            case Inquiry.SIDES:
                new = replace(self.report.new or NOTHING_NEW, both_sides=None)
                return replace(self, sides_open=False, report=replace(self.report, new=new))
            case _:
                return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What was reported before the first exercise: what later reports are held against."""

    report: Report
    on: date
    at: datetime

    def holds(self, now: datetime, today: date, minutes: int) -> bool:
        """Return whether it still tells how things were before: it is of *today*, and at most *minutes* old."""
        return self.on == today and (now - self.at).total_seconds() <= minutes * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Lighter:
    """The exercise that is up is done once more, lighter (docs/clinical.md §2.7, REDUCE and CONTINUE_GENTLY)."""

    reps_percent: int
    range_percent: int
    sets: int

    def of(self, dose: Dose) -> Dose:
        """Return *dose* made lighter. A single hold gets shorter instead of rarer."""
        reps = max(1, dose.reps * self.reps_percent // 100)
        hold_seconds = dose.hold_seconds
        if dose.reps == 1:
            hold_seconds = max(1, hold_seconds * self.reps_percent // 100)
        return replace(dose, sets=self.sets, reps=reps, hold_seconds=hold_seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """How it is some minutes after a stop is still to be asked."""

    exercise_id: ExerciseId
    region: Region
    before: Report
    """The report before the first exercise."""
    stopped: Report
    """The report that stopped it: "the same" means this one."""
    due_at: datetime
    on: date
    offers_gentler: bool
    """Whether the gentler option may be offered when it is back where it was."""


class Clarification(StrEnum):
    """What is asked after the words for a warning sign, which hold already."""

    SIDES = "sides"
    """New weakness or numbness: on one side, or on both?"""
    SETTLED = "settled"
    """Dizziness: has it gone within a minute? (docs/clinical.md §2.5, override 4)"""
    ALONE = "alone"
    """Dizziness that has gone: did anything else come with it?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomNotes:
    """What a sitting keeps of what was told about the symptoms."""

    checkup: Checkup | None = None
    baselines: Mapping[Region, Baseline] = field(default_factory=dict)
    latest: Mapping[Region, Report] = field(default_factory=dict)
    """What was told last: what "the same" means."""
    allowed: Allowed = Allowed.ROUTINE
    """What the pain before the first exercise allows."""
    next_day: Change | None = None
    """How the patient is compared with before the last session; the baseline completes it."""
    next_day_out: bool = False
    """Whether it was said to have moved further out since."""
    next_day_on: date | None = None
    """The day on which that was asked."""
    stops: int = 0
    """How many exercises were stopped in this sitting."""
    lighter: Lighter | None = None
    """How the exercise that is up is done now, after it stirred things up."""
    swapped: bool = False
    """Whether the exercise that is up is the gentler option of one that was stopped."""
    gentler_for: ExerciseId | None = None
    """The exercise whose gentler option is on offer."""
    recheck: Recheck | None = None
    clarify: Clarification | None = None
    """What is still asked about a warning sign."""
