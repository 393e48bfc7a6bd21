"""From a report that is complete to what follows: after an exercise, and again some minutes after a stop."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.care import consequences
from skill.dialogue.questions import known_symptoms, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.history.facts import ExerciseJudged
from skill.domain.history.record import been_as_far_as
from skill.domain.movement.dose import Dose
from skill.domain.movement.exercise import ExerciseId, Region, Section
from skill.domain.progress.lasting_change import swap_is_due
from skill.domain.symptoms.checkup import Checkup, Drift, Inquiry, Recheck
from skill.domain.symptoms.judgment import judge, judge_change
from skill.domain.symptoms.overrides import JudgeContext
from skill.domain.symptoms.readiness import recheck
from skill.domain.symptoms.report import NOTHING_NEW, Change, Conflict, Occasion, Report, conflict_in, read_with_care
from skill.domain.symptoms.verdicts import Ends, Judgment, Verdict
from skill.domain.symptoms.zones import Zone


def after_exercise(moment: Moment, checkup: Checkup) -> Reply:
    """Judge the report after an exercise, and do what follows."""
    region, baseline = checkup.region, moment.notes.baselines.get(checkup.region)
    before = _with_origin(baseline.report if baseline else Report(), checkup)
    after = _with_drift(before, read_with_care(before, checkup.report), checkup.drift)
    judged = judge(before, after, context_of(moment, region), moment.rules.symptoms)
    return _follow(moment, checkup, after, judged)


def short_answer(moment: Moment, checkup: Checkup, change: Change) -> Reply:
    """Judge better, the same or worse where nothing is known to compare a place with."""
    judged = judge_change(change, context_of(moment, checkup.region), moment.rules.symptoms)
    return _follow(moment, checkup, Report(change=change), judged)


def very_strong(moment: Moment, checkup: Checkup, strength: int) -> Reply:
    """Judge a strength that ends the day wherever it is, where nothing is known to compare a place with."""
    before = Report(zone=Zone.SPINE)
    judged = judge(
        before,
        replace(before, strength=strength, new=NOTHING_NEW),
        context_of(moment, checkup.region),
        moment.rules.symptoms,
    )
    return _follow(moment, checkup, Report(strength=strength), judged)


def after_stop(moment: Moment, checkup: Checkup, again: Recheck) -> Reply:
    """Judge how it is some minutes after a stop: back where it was, or no more today."""
    now = replace(checkup.report, new=checkup.report.new or NOTHING_NEW)
    now = _with_drift(again.before, read_with_care(again.before, now), checkup.drift)
    context = replace(_context_after(moment, again.exercise_id, again.region, sets=0), stops=0, swapped=False)
    judged = recheck(again.before, now, context, moment.rules.symptoms)
    moment = moment.with_notes(checkup=None, recheck=None)
    moment = moment.noting(
        *known_symptoms.symptom_fact(moment, Occasion.RECHECK, again.region, now),
        _fact(moment, again.exercise_id, replace(judged, moved_out=False), sets=0),
    )
    if judged.verdict is not Verdict.SWAP:
        return consequences.follow(moment, judged, again.region, now)
    why = cues.Why(reason=judged.reason)
    offer = consequences.offer_gentler(moment, again.exercise_id, why) if again.offers_gentler else None
    return offer or consequences.next_one(moment, why)


def conflict_of(moment: Moment, checkup: Checkup) -> Conflict | None:
    """Return what in the report contradicts itself, or what was said about where it moved."""
    baseline = moment.notes.baselines.get(checkup.region)
    before = baseline.report if baseline and checkup.occasion is not Occasion.BASELINE else Report()
    drift, zone = checkup.drift, checkup.report.zone
    if drift is Drift.OUT and None not in (zone, before.zone) and (zone or 0) <= (before.zone or 0):
        return Conflict.WORD_AND_NUMBER
    return conflict_in(before, checkup.report)


def _follow(moment: Moment, checkup: Checkup, after: Report, judged: Judgment) -> Reply:
    region, exercise_id = checkup.region, moment.planned.exercise_id
    sets = _sets_done(moment)
    moment = moment.noting(
        *known_symptoms.symptom_fact(moment, Occasion.AFTER_EXERCISE, region, after),
        _fact(moment, exercise_id, judged, sets=sets),
    )
    latest = replace(after, new=None, change=None)
    moment = moment.with_notes(latest={**moment.notes.latest, region: latest})
    other = _other_region(moment, region)
    if other is not None and _goes_on(judged) and not checkup.midway:
        following = Checkup(occasion=Occasion.AFTER_EXERCISE, region=other, asking=Inquiry.ALL)
        moment = moment.with_notes(checkup=following)
        return moment.say(ask=symptom_question.question_of(moment))
    return consequences.follow(moment, judged, region, after, midway=checkup.midway)


def _goes_on(judged: Judgment) -> bool:
    lighter = judged.consequence.more_sets or judged.consequence.offers_gentler
    return judged.care is None and judged.consequence.ends is Ends.NOTHING and not lighter


def _other_region(moment: Moment, region: Region) -> Region | None:
    regions = known_symptoms.regions_of(moment)
    return next(iter(regions[regions.index(region) + 1 :]), None) if region in regions else None


def _with_origin(before: Report, checkup: Checkup) -> Report:
    """Return *before* as the patient tells it: further out, when it came from there and is no further than it was."""
    came_from, zone = checkup.came_from, checkup.report.zone
    if None in (came_from, zone, before.zone) or (zone or 0) > (before.zone or 0):
        return before
    return replace(before, zone=max(before.zone or Zone.NOWHERE, came_from or Zone.NOWHERE))


def _with_drift(before: Report, after: Report, drift: Drift | None) -> Report:
    """Return *after* moved out by one zone when that was said, and the place that was named does not show it."""
    if drift is not Drift.OUT or after.zone is None or before.zone is None or after.zone > before.zone:
        return after
    return replace(after, zone=Zone(min(before.zone + 1, max(Zone))))


def context_of(moment: Moment, region: Region) -> JudgeContext:
    """Return what the judgment of the exercise that is up depends on beside the report."""
    return _context_after(moment, moment.planned.exercise_id, region, sets=_sets_done(moment))


def _context_after(moment: Moment, exercise_id: ExerciseId, region: Region, *, sets: int) -> JudgeContext:
    record, border = moment.record, moment.rules.symptoms.thresholds.below_joint_from_zone
    return JudgeContext(
        section=_section(moment, exercise_id),
        been_below_joint=been_as_far_as(record, region, border),
        stops=moment.notes.stops,
        lightened=moment.notes.lighter is not None,
        swapped=moment.notes.swapped,
        unchanged_for_days=swap_is_due(moment.progress_inputs, exercise_id),
    )


def _section(moment: Moment, exercise_id: ExerciseId) -> Section:
    return moment.catalog.exercises[exercise_id].section


def _sets_done(moment: Moment) -> int:
    """Return how many sets were done before the report; an activity is one."""
    dose = moment.counted_dose
    return moment.session.runs_recorded // dose.sides if isinstance(dose, Dose) else 1


def _fact(moment: Moment, exercise_id: ExerciseId, judged: Judgment, *, sets: int) -> ExerciseJudged:
    return ExerciseJudged(
        exercise_id=exercise_id,
        verdict=judged.verdict,
        care=judged.care,
        reason=judged.reason,
        moved_out=judged.moved_out,
        sets=sets,
        on=moment.today,
    )
