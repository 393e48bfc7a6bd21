"""What the record and this sitting already know about the symptoms."""

from __future__ import annotations

from datetime import date

from skill.dialogue.step import Moment
from skill.domain.history.facts import ExerciseJudged, NextDayReported, SymptomReported
from skill.domain.history.privacy import SymptomsMode
from skill.domain.movement.exercise import Region
from skill.domain.symptoms.checkup import Baseline
from skill.domain.symptoms.readiness import LastSession
from skill.domain.symptoms.report import Occasion, Report
from skill.domain.symptoms.verdicts import Reason, Verdict
from skill.domain.symptoms.zones import Zone


def recheck_is_due(moment: Moment) -> bool:
    """Return whether some minutes after a stop have gone by, today, and how it is now has not been told."""
    again = moment.notes.recheck
    return again is not None and again.on == moment.today and moment.now >= again.due_at


def lacks_baseline(moment: Moment) -> bool:
    """Return whether it is not known how it was before the exercise that is up, and may be asked."""
    may_ask = moment.mode is not SymptomsMode.POLICY_SAFE and moment.session.current is not None
    return may_ask and any(baseline_of(moment, region) is None for region in regions_of(moment))


def regions_of(moment: Moment) -> tuple[Region, ...]:
    """Return the parts of the spine asked about around the exercise that is up: the patient's, and its own of both."""
    known = moment.patient.region or Region.LOW_BACK
    if known is not Region.BOTH:
        return (known,)
    own = moment.exercise.region if moment.session.current else Region.BOTH
    return (own,) if own is not Region.BOTH else (Region.LOW_BACK, Region.NECK)


def baseline_of(moment: Moment, region: Region) -> Baseline | None:
    """Return the report before the first exercise while it holds; None when it must be asked for."""
    baseline = moment.notes.baselines.get(region)
    minutes = moment.rules.symptoms.thresholds.baseline_holds_minutes
    return baseline if baseline and baseline.holds(moment.now, moment.today, minutes) else None


def last_report(moment: Moment, region: Region) -> Report | None:
    """Return what was reported last about *region*, when its place and its strength are known."""
    told = moment.record.reports(region)
    if not told or told[-1].strength is None:
        return None
    return Report(zone=told[-1].zone, strength=told[-1].strength, side=told[-1].side)


def last_session_on(moment: Moment) -> date | None:
    """Return the last day before today on which an exercise was judged, or the day was ended."""
    days = [moment.record.last_day(ExerciseJudged, before=moment.today)]
    if moment.patient.day and moment.patient.day.stopped:
        days.append(moment.patient.day.on)
    return max((on for on in days if on is not None and on < moment.today), default=None)


def last_session(moment: Moment, on: date) -> LastSession:
    """Return what is known of the session of the day *on*."""
    judged = [fact for fact in moment.record.of(ExerciseJudged, since=on) if fact.on == on]
    reports = moment.record.of(SymptomReported, since=on)
    told = [fact.strength for fact in reports if fact.on == on and fact.strength is not None]
    day = moment.patient.day
    verdicts = [Verdict.STOP_SESSION if day and day.on == on and day.stopped else Verdict.CONTINUE]
    verdicts += [fact.verdict for fact in judged]
    return LastSession(
        verdict=max(verdicts, key=lambda verdict: verdict.severity),
        strength=told[-1] if told else None,
        moved_out=any(fact.moved_out for fact in judged) and judged[-1].reason is not Reason.MOVED_BACK,
    )


def symptom_fact(moment: Moment, occasion: Occasion, region: Region, report: Report) -> tuple[SymptomReported, ...]:
    """Return the fact of *report*; none when no place was told."""
    if report.zone is None:
        return ()
    after = moment.planned.exercise_id if occasion is Occasion.AFTER_EXERCISE else None
    strength = 0 if report.zone is Zone.NOWHERE and report.strength is None else report.strength
    return (
        SymptomReported(
            occasion=occasion,
            region=region,
            exercise_id=after,
            zone=report.zone,
            strength=strength,
            side=report.side,
            new=report.new.kinds if report.new else (),
            on=moment.today,
        ),
    )


def next_day_is_due(moment: Moment) -> bool:
    """Return whether it is to be asked how the last session was taken: only when it was stopped or reduced.

    See docs/clinical.md §2.3.

    After any other it is worked out from the two reports before exercise.
    """
    notes, on = moment.notes, last_session_on(moment)
    if on is None or notes.next_day_on == moment.today:
        return False
    if any(told.session_on == on for told in moment.record.of(NextDayReported)):
        return False
    return last_session(moment, on).verdict.severity >= Verdict.REDUCE.severity
