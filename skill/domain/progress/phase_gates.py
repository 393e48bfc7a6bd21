"""Phase gates: when the next phase opens (docs/clinical.md §4.1).

Everything is answered from the patient's own record, so that "why am I still in recovery?" has an answer with numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from math import ceil

from skill.domain.history.facts import (
    ActivityDone,
    ExerciseEnded,
    ExerciseJudged,
    Outcome,
    PhaseChanged,
    SymptomReported,
)
from skill.domain.history.record import days_before
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import Exercise, ExerciseId, Phase, Region, Section
from skill.domain.progress.calm_days import calm_conditions
from skill.domain.progress.gate_conditions import ConditionProgress, GateCondition, PhaseGate
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.safety.limits import may_progress

_LEVELS = tuple(Level)
_PHASES = tuple(Phase)


def next_gate(inputs: ProgressInputs) -> PhaseGate | None:
    """Return the gate to the next phase; None in the last phase."""
    index = _PHASES.index(inputs.phase)
    if index + 1 == len(_PHASES):
        return None
    standings = (*_always(inputs), *_CONDITIONS[inputs.phase](inputs))
    return PhaseGate(to=_PHASES[index + 1], unmet=tuple(one for one in standings if not one.met))


def _always(inputs: ProgressInputs) -> Iterator[ConditionProgress]:
    yield ConditionProgress(condition=GateCondition.CLEARED, have=int(may_progress(inputs.limits)), need=1)
    changes = inputs.record.of(PhaseChanged)
    if changes and changes[-1].set_back:
        days = (inputs.today - changes[-1].on).days
        yield ConditionProgress(
            condition=GateCondition.DAYS_SINCE_SETBACK, have=days, need=inputs.rules.phases.setback_stay_days
        )


def _out_of_recovery(inputs: ProgressInputs) -> Iterator[ConditionProgress]:
    if inputs.keeps_reports:
        for region in inputs.regions:
            yield from calm_conditions(inputs, region)
    else:
        needed = inputs.rules.phases.recovery_days_without_reports
        yield ConditionProgress(condition=GateCondition.DAYS_IN_PHASE, have=_days_in_phase(inputs), need=needed)
    for region in inputs.regions:
        days = len(_standard_days(inputs, region))
        yield ConditionProgress(condition=GateCondition.STANDARD_DOSE, have=days, need=1, region=region)
    yield ConditionProgress(
        condition=GateCondition.WALK, have=_longest_walk(inputs), need=inputs.rules.phases.recovery_walk_minutes
    )


def _out_of_strengthening(inputs: ProgressInputs) -> Iterator[ConditionProgress]:
    rules, record = inputs.rules.phases, inputs.record.since_phase_changed
    since = days_before(inputs.today, 7 * rules.strengthening_weeks)
    if inputs.keeps_reports:
        strongest = max((report.strength or 0 for report in _efforts(inputs, since)), default=0)
        yield ConditionProgress(condition=GateCondition.EFFORT, have=strongest, need=rules.effort_strength)
        yield ConditionProgress(condition=GateCondition.NEXT_DAY, have=len(record.worse_next_days(since)), need=0)
        outward = record.outward_moves(days_before(inputs.today, rules.days_without_outward_move))
        yield ConditionProgress(condition=GateCondition.OUTWARD_MOVE, have=len(outward), need=0)
    yield ConditionProgress(
        condition=GateCondition.SESSIONS, have=_fewest_sessions(inputs), need=rules.strengthening_sessions_per_week
    )
    needed = ceil(len(inputs.strengthening) * rules.standard_share_percent / 100)
    yield ConditionProgress(condition=GateCondition.STANDARD_SHARE, have=len(_at_standard(inputs, since)), need=needed)
    walked = max(_comfortable_walks(inputs).values(), default=0)
    yield ConditionProgress(condition=GateCondition.WALK, have=walked, need=rules.strengthening_walk_minutes)


_CONDITIONS: Mapping[Phase, Callable[[ProgressInputs], Iterator[ConditionProgress]]] = {
    Phase.RECOVERY: _out_of_recovery,
    Phase.STRENGTHENING: _out_of_strengthening,
}


def _efforts(inputs: ProgressInputs, since: date) -> Iterator[SymptomReported]:
    """Yield the reports after strengthening exercises."""
    for report in inputs.record.of(SymptomReported, since=since):
        exercise = inputs.exercises.get(report.exercise_id) if report.exercise_id else None
        if exercise and exercise.section is Section.STRENGTHENING:
            yield report


def _days_in_phase(inputs: ProgressInputs) -> int:
    changes = inputs.record.of(PhaseChanged)
    began = changes[-1].on if changes else min((fact.on for fact in inputs.record.of(ExerciseEnded)), default=None)
    return (inputs.today - began).days if began else 0


def _standard_days(inputs: ProgressInputs, region: Region) -> set[date]:
    """Return the recent days on which a directional exercise was done whole at the standard dose."""
    return {
        ended.on
        for ended in inputs.record.since_phase_changed.of(ExerciseEnded, since=inputs.lately)
        if inputs.exercises[ended.exercise_id].direction
        and inputs.exercises[ended.exercise_id].region is region
        and _is_well_done(ended)
    }


def _is_well_done(ended: ExerciseEnded) -> bool:
    at_standard = _LEVELS.index(ended.level) >= _LEVELS.index(Level.STANDARD)
    return at_standard and ended.complete and ended.outcome is Outcome.COMFORTABLE


def _at_standard(inputs: ProgressInputs, since: date) -> set[ExerciseId]:
    """Return the strengthening exercises of the plan that were done whole at the standard dose since then."""
    ended = inputs.record.since_phase_changed.of(ExerciseEnded, since=since)
    return {one.exercise_id for one in ended if _is_well_done(one)} & set(inputs.strengthening)


def _longest_walk(inputs: ProgressInputs) -> int:
    """Return the minutes of the longest recent walk on a day whose walking was comfortable and moved nothing out."""
    days = _comfortable_walks(inputs)
    walks = (one for one in inputs.record.since_phase_changed.activities(since=inputs.lately) if one.on in days)
    return max((walk.minutes for walk in walks if is_walk(inputs.exercises, walk)), default=0)


def _comfortable_walks(inputs: ProgressInputs) -> dict[date, int]:
    """Return the minutes walked on each recent day whose walking was comfortable and moved nothing out."""
    record = inputs.record.since_phase_changed
    ended = {fact.on for fact in record.of(ExerciseEnded, since=inputs.lately) if _is_bad_walk(inputs, fact)}
    moved = {fact.on for fact in record.of(ExerciseJudged, since=inputs.lately) if _moved_out_by_walk(inputs, fact)}
    minutes: dict[date, int] = {}
    for walk in record.activities(since=inputs.lately):
        if is_walk(inputs.exercises, walk) and walk.on not in ended | moved:
            minutes[walk.on] = minutes.get(walk.on, 0) + walk.minutes
    return minutes


def is_walk(exercises: Mapping[ExerciseId, Exercise], done: ActivityDone | ExerciseEnded | ExerciseJudged) -> bool:
    """Return whether something was done on foot, not in water."""
    return exercises[done.exercise_id].is_walk


def _is_bad_walk(inputs: ProgressInputs, ended: ExerciseEnded) -> bool:
    return is_walk(inputs.exercises, ended) and ended.outcome in (Outcome.WORSE, Outcome.STOPPED)


def _moved_out_by_walk(inputs: ProgressInputs, judged: ExerciseJudged) -> bool:
    return is_walk(inputs.exercises, judged) and judged.moved_out


def _fewest_sessions(inputs: ProgressInputs) -> int:
    """Return the strengthening sessions in the week that had the fewest, of the weeks that count."""
    weeks = range(inputs.rules.phases.strengthening_weeks)
    return min(_sessions(inputs, inputs.today - timedelta(days=7 * weeks_ago)) for weeks_ago in weeks)


def _sessions(inputs: ProgressInputs, until: date) -> int:
    """Return on how many of the seven days up to *until* all strengthening that was begun was done whole."""
    by_day: dict[date, list[bool]] = {}
    for ended in inputs.record.since_phase_changed.of(ExerciseEnded, since=days_before(until, 7)):
        counts = ended.on <= until and ended.outcome is not Outcome.SKIPPED
        if counts and inputs.exercises[ended.exercise_id].section is Section.STRENGTHENING:
            by_day.setdefault(ended.on, []).append(ended.complete and ended.outcome is Outcome.COMFORTABLE)
    return sum(all(day) for day in by_day.values())
