"""What comes of a report: the overrides in their order, then the table (docs/clinical.md §2.5 and §2.6).

Every rule that holds is a finding. The most careful finding decides, and among equals the first in order gives the
reason. The care is the most urgent of all findings. So no answer that is worse can make anything more permissive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from skill.domain.safety.red_flags import Care, urgency
from skill.domain.symptoms.comparison import Comparison, compare
from skill.domain.symptoms.overrides import OVERRIDES, JudgeContext
from skill.domain.symptoms.report import Change, Choice, Report
from skill.domain.symptoms.symptom_rules import Ruling, SymptomRules
from skill.domain.symptoms.verdicts import Consequence, Judgment, Reason, Shift, Verdict, together


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule that holds."""

    ruling: Ruling
    reasons: tuple[Reason, ...]


def judge(before: Report, after: Report, context: JudgeContext, rules: SymptomRules) -> Judgment:
    """Return what comes of the report *after* an exercise, held against the one *before* it.

    Take as *before* the session's baseline (the report before the first exercise): small steps in a row then add up.
    An answer that is missing in *after* was asked for twice: it ends the session. A missing one in *before* is read
    as the spine for the place, and the intensity as worse. An unclear new symptom is read as weakness, an unclear
    side as both. A report that contradicts itself is taken as it stands; pass it through `read_with_care` first.
    """
    comparison = compare(before, after, rules.thresholds)
    findings = tuple(_findings(comparison, context, rules))
    return _judged(findings, context, rules, moved_out=comparison.shift is Shift.MOVED_OUT)


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
        if holds(comparison, context, rules.thresholds):
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


def _judged(
    findings: tuple[Finding, ...], context: JudgeContext, rules: SymptomRules, *, moved_out: bool = False
) -> Judgment:
    found = tuple(_escalated(finding, context, rules) for finding in findings)
    decisive = max(found, key=lambda finding: finding.ruling.verdict.severity)
    cared_for = tuple(finding for finding in found if finding.ruling.care)
    caring = max(cared_for, key=lambda finding: urgency(finding.ruling.care), default=decisive).ruling
    reasons = (*decisive.reasons, *(reason for finding in cared_for for reason in finding.reasons))
    return Judgment(
        verdict=decisive.ruling.verdict,
        care=caring.care,
        cue=caring.cue,
        reasons=tuple(dict.fromkeys(reasons)),
        moved_out=moved_out,
        consequence=_consequence(decisive.ruling, caring, tuple(finding.ruling for finding in found), rules),
    )


def _consequence(decisive: Ruling, caring: Ruling, all_rulings: tuple[Ruling, ...], rules: SymptomRules) -> Consequence:
    verdicts = [decisive.verdict]
    if caring.care and caring.care.value != decisive.verdict.value:
        verdicts.append(Verdict(caring.care.value))
    consequence = together(rules.consequences[verdict] for verdict in verdicts)
    more = [limit for ruling in all_rulings for limit in ruling.limits]
    if not more:
        return consequence
    return replace(consequence, limits=tuple(dict.fromkeys((*consequence.limits, *more))))


def _escalated(finding: Finding, context: JudgeContext, rules: SymptomRules) -> Finding:
    """Return the finding, more careful when it comes after a lighter try or another stop.

    See docs/clinical.md §2.7, and §2.5, override 9.
    """
    if context.lightened and finding.ruling.verdict in (Verdict.CONTINUE_GENTLY, Verdict.REDUCE):
        finding = _as(Verdict.STOP_EXERCISE, finding, Reason.STRONGER_AGAIN)
    is_last_stop = context.swapped or context.stops + 1 >= rules.thresholds.stops_that_end_the_session
    if is_last_stop and finding.ruling.verdict is Verdict.STOP_EXERCISE:
        finding = _as(Verdict.STOP_SESSION, finding, Reason.SECOND_STOP)
    return finding


def _as(verdict: Verdict, finding: Finding, reason: Reason) -> Finding:
    return Finding(ruling=replace(finding.ruling, verdict=verdict), reasons=(*finding.reasons, reason))
