"""Whether, and how gently, to begin: the pain now, what came of a stop, and how yesterday's session was taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from skill.domain.movement.exercise import Section
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care, urgency
from skill.domain.symptoms.judgment import judge
from skill.domain.symptoms.overrides import JudgeContext
from skill.domain.symptoms.report import Change, Report, strength_of
from skill.domain.symptoms.symptom_rules import SymptomRules
from skill.domain.symptoms.verdicts import Judgment, Reason, Verdict


class Allowed(StrEnum):
    """What may be done in a session, the most first."""

    ROUTINE = "routine"
    """The routine of the patient's phase."""
    RECOVERY_AT_BEGINNER = "recovery-at-beginner"
    """Recovery exercises at the beginner dose, and short walks."""
    NOTHING = "nothing"
    """No coached exercise: the easiest position, and short walks if possible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What a session may hold, and why."""

    allowed: Allowed
    care: Care | None = None
    cue: str | None = None
    """The name of the cue for *care*."""
    reasons: tuple[Reason, ...]
    """The decisive one first."""
    at_beginner: bool = False
    """Whether every exercise begins again at the beginner dose."""
    drop_back: bool = False
    """Whether what was raised last goes back one step (docs/clinical.md §4.2)."""
    limits: tuple[Limit, ...] = ()

    @property
    def reason(self) -> Reason:
        """Return the decisive reason."""
        return self.reasons[0]

    def combined_with(self, other: Readiness) -> Readiness:
        """Return the stricter of everything in the two."""
        stricter, looser = sorted((self, other), key=_strictness, reverse=True)
        caring = max((stricter, looser), key=lambda one: urgency(one.care))
        reasons = dict.fromkeys((*stricter.reasons, *looser.reasons))
        return Readiness(
            allowed=stricter.allowed,
            care=caring.care,
            cue=caring.cue,
            reasons=tuple(reason for reason in reasons if reason is not Reason.CALM) or (Reason.CALM,),
            at_beginner=self.at_beginner or other.at_beginner,
            drop_back=self.drop_back or other.drop_back,
            limits=tuple(dict.fromkeys((*stricter.limits, *looser.limits))),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSession:
    """What is known of the session before, on an earlier day."""

    verdict: Verdict
    """The most careful of the session."""
    strength: int | None
    """The last strength that was told; None when none was."""
    moved_out: bool
    """Whether it ended with the symptoms further out than they were."""


def may_begin(report: Report, rules: SymptomRules, *, last: LastSession | None = None) -> Readiness:
    """Return what the pain before the first exercise allows (docs/clinical.md §2.4).

    An answer that is missing was asked for twice: nothing is coached. A new symptom in *report* is one since the last
    session. Give *last* when it was yesterday: still as strong as that means care.
    """
    strength = strength_of(report)
    if report.missing or strength is None:
        return Readiness(allowed=Allowed.NOTHING, reasons=(Reason.UNANSWERED,)).combined_with(_by_new(report, rules))
    return _by_strength(strength, rules, last).combined_with(_by_new(report, rules))


def recheck(before: Report, now: Report, context: JudgeContext, rules: SymptomRules) -> Judgment:
    """Return what comes of the symptoms ten minutes after a stop.

    Back where they were *before*: SWAP, so the gentler option may be offered once. Otherwise the day is over.
    """
    judged = judge(before, now, context, rules)
    is_back = judged.verdict.severity < Verdict.CONTINUE_GENTLY.severity and judged.care is None
    if is_back:
        consequence = rules.consequences[Verdict.SWAP]
        return replace(judged, verdict=Verdict.SWAP, reasons=(Reason.MOVED_BACK,), consequence=consequence)
    if judged.verdict.severity >= Verdict.STOP_SESSION.severity:
        return judged
    consequence = rules.consequences[Verdict.STOP_SESSION]
    reasons = (Reason.NOT_BACK, *judged.reasons)
    return replace(judged, verdict=Verdict.STOP_SESSION, reasons=reasons, consequence=consequence)


def next_day(change: Change | None, moved_out: bool | None, last: LastSession, rules: SymptomRules) -> Readiness:
    """Return what the day after allows: *change* and *moved_out* compare today with before the *last* session.

    None is "not sure" or no answer: read as worse, and as moved out (docs/clinical.md §2.3, §2.7, §4.2).
    """
    is_out = moved_out is not False
    is_worse = change in (Change.WORSE, None) or is_out
    was_worse = last.verdict.severity >= Verdict.REDUCE.severity
    if is_worse and was_worse:
        only_out = last.moved_out and change in (Change.SAME, Change.BETTER)
        return _ruled(Reason.NOT_BACK if only_out else Reason.STILL_WORSE, rules)
    if is_worse:
        return Readiness(allowed=Allowed.ROUTINE, reasons=(Reason.WORSE_NEXT_DAY,), drop_back=True)
    if last.verdict.severity >= Verdict.STOP_SESSION.severity:
        return Readiness(allowed=Allowed.ROUTINE, reasons=(Reason.STOPPED_YESTERDAY,), at_beginner=True)
    return Readiness(allowed=Allowed.ROUTINE, reasons=(Reason.CALM,))


def _by_strength(strength: int, rules: SymptomRules, last: LastSession | None) -> Readiness:
    most = rules.thresholds.recovery_up_to_strength
    if strength <= rules.thresholds.routine_up_to_strength:
        return Readiness(allowed=Allowed.ROUTINE, reasons=(Reason.CALM,))
    if strength <= most:
        return Readiness(allowed=Allowed.RECOVERY_AT_BEGINNER, reasons=(Reason.STRONG_TODAY,), at_beginner=True)
    if last and last.strength is not None and last.strength > most:
        return _ruled(Reason.STILL_TOO_STRONG, rules)
    return Readiness(allowed=Allowed.NOTHING, reasons=(Reason.TOO_STRONG_TODAY,))


def _by_new(report: Report, rules: SymptomRules) -> Readiness:
    """Return what the new symptoms and red flags of *report* allow by themselves: it is compared with itself."""
    context = JudgeContext(section=Section.RECOVERY, been_below_joint=True)
    judged = judge(report, replace(report, change=None), context, rules)
    if judged.care is not None:
        return Readiness(
            allowed=Allowed.NOTHING,
            care=judged.care,
            cue=judged.cue,
            reasons=judged.reasons,
            limits=judged.consequence.limits,
        )
    if judged.moved_out:
        return Readiness(allowed=Allowed.RECOVERY_AT_BEGINNER, reasons=judged.reasons, at_beginner=True)
    return Readiness(allowed=Allowed.ROUTINE, reasons=(Reason.CALM,))


def _ruled(reason: Reason, rules: SymptomRules) -> Readiness:
    ruling = rules.overrides[reason]
    limits = rules.consequences[Verdict(ruling.care.value)].limits if ruling.care else ()
    return Readiness(
        allowed=Allowed.NOTHING,
        care=ruling.care,
        cue=ruling.cue,
        reasons=(reason,),
        limits=tuple(dict.fromkeys((*ruling.limits, *limits))),
    )


def _strictness(readiness: Readiness) -> tuple[int, int]:
    return list(Allowed).index(readiness.allowed), urgency(readiness.care)


RULED = (Reason.STILL_TOO_STRONG, Reason.NOT_BACK, Reason.STILL_WORSE)
"""The reasons of this module whose ruling, with its care, is in the rules."""
