"""What comes of a report: the overrides in their order, then the table (clinical.md §2.5 and §2.6).

Every rule that holds is a finding. The most careful finding decides, and among equals the first in order gives the
reason. The care is the most urgent of all findings. So no answer that is worse can make anything more permissive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from skill.domain.comparison import Comparison
from skill.domain.exercise import Section
from skill.domain.safety import Care, RedFlag
from skill.domain.symptom_rules import Ruling, SymptomRules
from skill.domain.symptoms import Change, Choice, Dizziness, NewSymptom, Report
from skill.domain.verdicts import Judgment, Reason, Shift, Verdict, together, urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """For how long an exercise has made no difference, the sets just done included (`record.unchanged`)."""

    sets: int = 0
    """Since the gentler option was last offered for it."""
    days: int = 0
    """On how many days these were."""
    span_days: int = 0
    """Days from the first time it made no difference until today."""


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
    unchanged: Unchanged = Unchanged()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule that holds."""

    ruling: Ruling
    reasons: tuple[Reason, ...]


_Holds = Callable[[Comparison, JudgeContext], bool]


def judge(before: Report, after: Report, context: JudgeContext, rules: SymptomRules) -> Judgment:
    """Return what comes of the report *after* an exercise, held against the one *before* it.

    Take as *before* the session's baseline (the report before the first exercise): small steps in a row then add up.
    An answer that is missing in *after* was asked for twice: it ends the session. A missing one in *before* is read
    as the spine for the place, and the intensity as worse. An unclear new symptom is read as weakness, an unclear
    side as both. A report that contradicts itself is taken as it stands; pass it through `read_with_care` first.
    """
    comparison = Comparison(before=before, after=after, thresholds=rules.thresholds)
    judged = _judged(tuple(_findings(comparison, context, rules)), context, rules)
    return replace(judged, moved_out=comparison.shift is Shift.MOVED_OUT)


def judge_change(change: Change, context: JudgeContext, rules: SymptomRules) -> Judgment:
    """Return what comes of the short answer better, the same or worse."""
    said = {Change.BETTER: Reason.SAID_BETTER, Change.SAME: Reason.SAID_SAME, Change.WORSE: Reason.SAID_WORSE}
    finding = Finding(ruling=rules.short_answers.changes[change], reasons=(said[change],))
    return _judged((finding,), context, rules)


def judge_choice(choice: Choice, context: JudgeContext, rules: SymptomRules) -> Judgment:
    """Return what comes of the policy-safe answer continue, easier or stop."""
    said = {Choice.CONTINUE: Reason.SAID_CONTINUE, Choice.EASIER: Reason.SAID_EASIER, Choice.STOP: Reason.SAID_STOP}
    finding = Finding(ruling=rules.short_answers.choices[choice], reasons=(said[choice],))
    return _judged((finding,), context, rules)


def _findings(comparison: Comparison, context: JudgeContext, rules: SymptomRules) -> Iterator[Finding]:
    yield from _red_flags(comparison, rules)
    for reason, holds in OVERRIDES.items():
        if holds(comparison, context):
            yield Finding(ruling=rules.overrides[reason], reasons=(reason,))
    yield _table(comparison, rules)


def _red_flags(comparison: Comparison, rules: SymptomRules) -> Iterator[Finding]:
    for flag in comparison.after.red_flags:
        rule = rules.red_flags[flag]
        verdict = Verdict.STOP_SESSION if rule.care is Care.SEEK_SOON else Verdict(rule.care.value)
        ruling = Ruling(verdict=verdict, care=rule.care, cue=rule.cue, source=(rule.source,))
        yield Finding(ruling=ruling, reasons=(Reason.RED_FLAG,))


def _table(comparison: Comparison, rules: SymptomRules) -> Finding:
    cell = rules.table[comparison.shift][comparison.intensity]
    beyond = (cell.up_to_zone is not None and comparison.zone > cell.up_to_zone) or (
        cell.up_to_strength is not None and (comparison.strength is None or comparison.strength > cell.up_to_strength)
    )
    outcome = cell.otherwise if beyond and cell.otherwise else cell
    because = comparison.spread_as
    reasons = (outcome.reason,) if because is None or comparison.zones_out > 0 else (because, outcome.reason)
    return Finding(ruling=Ruling(verdict=outcome.verdict, source=cell.source), reasons=reasons)


def _judged(findings: tuple[Finding, ...], context: JudgeContext, rules: SymptomRules) -> Judgment:
    escalated = tuple(_escalated(finding, context, rules) for finding in findings)
    decisive = max(escalated, key=lambda finding: finding.ruling.verdict.severity)
    caring = max(escalated, key=lambda finding: urgency(finding.ruling.care)).ruling
    verdicts = dict.fromkeys((decisive.ruling.verdict, *((Verdict(caring.care.value),) if caring.care else ())))
    reasons = (
        *decisive.reasons,
        *(reason for finding in escalated if finding.ruling.care for reason in finding.reasons),
    )
    consequence = together(rules.consequences[verdict] for verdict in verdicts)
    limits = (limit for finding in escalated for limit in finding.ruling.limits)
    return Judgment(
        verdict=decisive.ruling.verdict,
        care=caring.care,
        cue=caring.cue,
        reasons=tuple(dict.fromkeys(reasons)),
        moved_out=False,
        consequence=replace(consequence, limits=tuple(dict.fromkeys((*consequence.limits, *limits)))),
    )


def _escalated(finding: Finding, context: JudgeContext, rules: SymptomRules) -> Finding:
    """Return the finding, more careful when it comes after a lighter try or another stop (§2.7; §2.5, override 9)."""
    if context.lightened and finding.ruling.verdict in (Verdict.CONTINUE_GENTLY, Verdict.REDUCE):
        finding = _as(Verdict.STOP_EXERCISE, finding, Reason.STRONGER_AGAIN)
    is_last_stop = context.swapped or context.stops + 1 >= rules.thresholds.stops_that_end_the_session
    if is_last_stop and finding.ruling.verdict is Verdict.STOP_EXERCISE:
        finding = _as(Verdict.STOP_SESSION, finding, Reason.SECOND_STOP)
    return finding


def _as(verdict: Verdict, finding: Finding, reason: Reason) -> Finding:
    return Finding(ruling=replace(finding.ruling, verdict=verdict), reasons=(*finding.reasons, reason))


def _lost_all_effect(comparison: Comparison, context: JudgeContext, sets: int, days: int) -> bool:
    same = comparison.shift is Shift.SAME and comparison.intensity is Change.SAME
    return same and not context.swapped and context.unchanged.sets >= sets and context.unchanged.days >= days


def _is_no_better(comparison: Comparison) -> bool:
    stays = comparison.shift is Shift.SAME and comparison.intensity is not Change.BETTER
    return stays or comparison.shift is Shift.MOVED_OUT


def _is_weak(comparison: Comparison, _: JudgeContext) -> bool:
    return not {NewSymptom.WEAKNESS, NewSymptom.UNCLEAR}.isdisjoint(comparison.new.kinds)


def _is_unanswered(comparison: Comparison, _: JudgeContext) -> bool:
    return bool(comparison.after.missing)


def _is_at_least(strength: int | None, least: int) -> bool:
    return strength is not None and strength >= least


OVERRIDES: Mapping[Reason, _Holds] = {
    Reason.NEW_ON_BOTH_SIDES: lambda now, _: now.new_on_both_sides,
    Reason.NEW_WEAKNESS: _is_weak,
    Reason.NEW_NUMBNESS: lambda now, _: NewSymptom.NUMBNESS in now.new.kinds,
    Reason.DIZZY_LASTING: lambda now, _: now.after.dizziness is Dizziness.LASTING,
    Reason.DIZZY: lambda now, _: now.after.dizziness is Dizziness.SETTLED or RedFlag.DIZZY in now.after.red_flags,
    Reason.VERY_STRONG: lambda now, _: _is_at_least(now.strength, now.thresholds.very_strong_from),
    Reason.MOVED_FAR_OUT: lambda now, _: now.zones_out >= now.thresholds.far_out_zones,
    Reason.FIRST_TIME_THIS_FAR: lambda now, context: now.came_below_joint and not context.been_below_joint,
    Reason.STRONG_UNDER_LOAD: lambda now, context: (
        context.section is not Section.RECOVERY and _is_at_least(now.strength, now.thresholds.strong_under_load_from)
    ),
    Reason.UNANSWERED: _is_unanswered,
    Reason.UNCHANGED_FOR_WEEKS: lambda now, context: (
        _is_no_better(now) and context.unchanged.span_days >= now.thresholds.unchanged_days_before_care
    ),
    Reason.UNCHANGED_FOR_DAYS: lambda now, context: _lost_all_effect(
        now, context, now.thresholds.unchanged_sets_before_swap, now.thresholds.unchanged_days_before_swap
    ),
}
"""When each override holds, in the order of clinical.md §2.5, red flags apart. What it comes to is in the rules."""
