"""What the patient reports: where the furthest symptom is, how strong, on which side, and anything new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from skill.domain.safety.red_flags import RedFlag
from skill.domain.symptoms.zones import Zone


class Occasion(StrEnum):
    """When symptoms were reported."""

    BASELINE = "baseline"
    """Before the first exercise of a session."""
    AFTER_EXERCISE = "after-exercise"
    RECHECK = "recheck"
    """Ten minutes after a stop."""


LOWEST_STRENGTH, HIGHEST_STRENGTH = 0, 10
"""The ends of the numeric rating scale."""


class Change(StrEnum):
    """How the symptoms are, compared with before the exercise.

    In a full report it is the word in place of a number ("a bit worse"). On its own it is the short form of a report;
    `rules/short-answers.yaml` says what each answer comes to.
    """

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class Choice(StrEnum):
    """The answers of the policy-safe mode, in which the patient applies the stop rule alone (docs/clinical.md §2.3)."""

    CONTINUE = "continue"
    EASIER = "easier"
    STOP = "stop"


class BodySide(StrEnum):
    """On which side of the body a symptom is."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class NewSymptom(StrEnum):
    """Something felt that was not there before, the most serious last."""

    TINGLING = "tingling"
    NUMBNESS = "numbness"
    WEAKNESS = "weakness"
    UNCLEAR = "unclear"
    """Something new, but the patient cannot say what: read as weakness."""


class Dizziness(StrEnum):
    """Dizziness in an exercise (docs/clinical.md §2.5, override 4)."""

    NONE = "none"
    SETTLED = "settled"
    """Gone within a minute, and nothing else came with it."""
    LASTING = "lasting"
    """Still there after a minute, or with trouble seeing, speaking, swallowing or balancing; also when unsure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """The answer to "any new numbness, tingling or weakness?"."""

    kinds: tuple[NewSymptom, ...] = ()
    """Empty for "no"."""
    both_sides: bool | None = False
    """Whether it is on both sides; None when the patient was asked and could not say: read as both."""


NOTHING_NEW = New()


class ReportPart(StrEnum):
    """The parts of a report, in the order they are asked for."""

    ZONE = "zone"
    STRENGTH = "strength"
    NEW = "new"


class Conflict(StrEnum):
    """Answers that cannot both be meant: worth asking once more."""

    NOWHERE_BUT_FELT = "nowhere-but-felt"
    """Felt nowhere, yet with a strength above 0."""
    SOMEWHERE_BUT_NOTHING = "somewhere-but-nothing"
    """Felt somewhere, yet with a strength of 0."""
    WORD_AND_NUMBER = "word-and-number"
    """The word says stronger and the number says weaker, or the other way round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was answered about the symptoms at one moment. None is no answer, also after it was asked twice."""

    zone: Zone | None = None
    """The furthest place."""
    strength: int | None = None
    """How strong it is there, 0 to 10."""
    change: Change | None = None
    """How strong it is there compared with before, in words; may stand in for the number."""
    side: BodySide | None = None
    new: New | None = None
    dizziness: Dizziness = Dizziness.NONE
    red_flags: tuple[RedFlag, ...] = ()

    def __post_init__(self) -> None:
        if self.strength is not None and not LOWEST_STRENGTH <= self.strength <= HIGHEST_STRENGTH:
            raise ValueError(f"strength must be from {LOWEST_STRENGTH} to {HIGHEST_STRENGTH}, not {self.strength}")

    @property
    def missing(self) -> tuple[ReportPart, ...]:
        """Return the parts that are still to be asked for. Nowhere has no strength to ask for."""
        felt_nowhere = self.zone is Zone.NOWHERE
        answered = {
            ReportPart.ZONE: self.zone is not None,
            ReportPart.STRENGTH: self.strength is not None or self.change is not None or felt_nowhere,
            ReportPart.NEW: self.new is not None,
        }
        return tuple(part for part, known in answered.items() if not known)

    def completed_by(self, said: Report) -> Report:
        """Return this report with everything that was just *said*; the later word counts."""
        told = {
            name: value
            for name in ("zone", "strength", "change", "side", "new")
            if (value := getattr(said, name)) is not None
        }
        if "strength" in told:
            told.setdefault("change", None)
        dizziness = said.dizziness if said.dizziness is not Dizziness.NONE else self.dizziness
        flags = dict.fromkeys((*self.red_flags, *said.red_flags))
        return replace(self, **told, dizziness=dizziness, red_flags=tuple(flags))


def strength_of(report: Report) -> int | None:
    """Return the strength as a number: what is felt nowhere is as weak as can be. None when it is not known."""
    return LOWEST_STRENGTH if report.strength is None and report.zone is Zone.NOWHERE else report.strength


def same_as(before: Report) -> Report:
    """Return what "the same as before" says: the place and the side of *before*, as strong, and nothing about new."""
    return Report(zone=before.zone, strength=before.strength, change=Change.SAME, side=before.side)


def conflict_in(before: Report, after: Report) -> Conflict | None:
    """Return what in *after* contradicts itself."""
    if after.zone is not None and after.strength is not None:
        if after.zone is Zone.NOWHERE and after.strength > LOWEST_STRENGTH:
            return Conflict.NOWHERE_BUT_FELT
        if after.zone is not Zone.NOWHERE and after.strength == LOWEST_STRENGTH:
            return Conflict.SOMEWHERE_BUT_NOTHING
    if None not in (after.change, after.strength, before.strength):
        stronger = (after.strength or 0) - (before.strength or 0)
        if (after.change is Change.WORSE and stronger < 0) or (after.change is Change.BETTER and stronger > 0):
            return Conflict.WORD_AND_NUMBER
    return None


def read_with_care(before: Report, after: Report) -> Report:
    """Return the more cautious reading of a report that still contradicts itself after it was asked again.

    Felt nowhere, but with a strength: it is where it was. Felt somewhere, but with none: it is as strong as it was.
    Of a word and a number `judge` takes the worse by itself.
    """
    match conflict_in(before, after):
        case Conflict.NOWHERE_BUT_FELT:
            return replace(after, zone=before.zone or Zone.SPINE)
        case Conflict.SOMEWHERE_BUT_NOTHING:
            return replace(after, strength=before.strength)
        case _:
            return after
