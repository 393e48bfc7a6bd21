"""The week: what is done of it so far, and what it asks for (docs/clinical.md §4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from skill.dialogue.count import counting, side_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.dose import ActivityDose, CircuitDose, Level
from skill.domain.movement.exercise import Exercise, ExerciseId, ExerciseKind, Position
from skill.domain.progress.week import Week, week_of
from skill.domain.progress.week_growth import first_day_of


def so_far(moment: Moment, exercise_id: ExerciseId | None = None) -> Reply:
    """Tell what is done of this week; of one activity when it is named."""
    moment = counting.interrupted(side_question.without_side_question(moment))
    if not moment.record.whole:
        return counting.say_and_wait(moment, cues.NotesOutOfReach())
    week = week_of(moment.progress_inputs)
    if exercise_id and _is_strength(moment, exercise_id):
        return counting.say_and_wait(moment, *_strength(week))
    return counting.say_and_wait(moment, *_so_far(week))


def target(moment: Moment, exercise_id: ExerciseId | None = None) -> Reply:
    """Tell how much this week asks for; of one activity when it is named."""
    moment = counting.interrupted(side_question.without_side_question(moment))
    if not moment.record.whole:
        return counting.say_and_wait(moment, cues.NotesOutOfReach())
    exercise = moment.catalog.exercises[exercise_id] if exercise_id else None
    if exercise and moment.patient.phase not in exercise.phases:
        return counting.say_and_wait(moment, cues.ActivityComesLater(exercise_id=exercise.id, phase=exercise.phases[0]))
    if exercise and exercise.kind is ExerciseKind.CIRCUIT:
        return counting.say_and_wait(moment, *_training(moment, exercise))
    week = week_of(moment.progress_inputs)
    swimming = _swimming(moment) if exercise and exercise.position is Position.IN_WATER else ()
    strength = () if exercise else _strength_target(week)
    return counting.say_and_wait(moment, *_minutes_target(moment, week), *swimming, *strength)


def in_short(moment: Moment) -> Cue:
    """Return the week's minutes, against their target where there is one."""
    return _minutes(week_of(moment.progress_inputs))


def sums(moment: Moment, exercise_id: ExerciseId, day: date) -> tuple[Cue, ...]:
    """Return the sum of the week of *day* after a change; nothing while what was kept cannot be read."""
    if not moment.record.whole:
        return ()
    week = week_of(moment.progress_inputs, day)
    if week.begins_on < first_day_of(moment.progress_inputs, moment.today):
        return () if _is_strength(moment, exercise_id) else (cues.LastWeekMinutes(minutes=week.activity_minutes),)
    return tuple(_strength(week)) if _is_strength(moment, exercise_id) else (_minutes(week),)


def _so_far(week: Week) -> Iterator[Cue]:
    yield _minutes(week)
    if week.swimming_minutes and week.walking_minutes:
        yield cues.WeekShares(walking_minutes=week.walking_minutes, swimming_minutes=week.swimming_minutes)
    if week.activity_minutes:
        yield cues.WeekDays(days=week.activity_days)
    if week.strength_days or week.targets.strength_days_per_week.least:
        yield from _strength(week)


def _minutes(week: Week) -> Cue:
    if week.target_minutes is None:
        return cues.WeekMinutes(minutes=week.activity_minutes)
    left = week.target_minutes - week.activity_minutes
    if left <= 0:
        return cues.WeekTargetReached(minutes=week.activity_minutes, target_minutes=week.target_minutes)
    return cues.WeekOfTarget(minutes=week.activity_minutes, target_minutes=week.target_minutes, minutes_left=left)


def _strength(week: Week) -> Iterator[Cue]:
    yield cues.WeekStrength(days=week.strength_days, target_days=week.targets.strength_days_per_week.least)


def _minutes_target(moment: Moment, week: Week) -> Iterator[Cue]:
    targets = week.targets
    if week.target_minutes is None or targets.activity_minutes_per_week is None:
        yield cues.TargetInRecovery(
            least_minutes=targets.walk_minutes.least,
            most_minutes=targets.walk_minutes.most,
            least_times=targets.walks_per_day.least,
            most_times=targets.walks_per_day.most,
        )
        yield cues.WeekMinutes(minutes=week.activity_minutes)
        return
    days = targets.activity_days_per_week
    yield cues.TargetOfWeek(
        target_minutes=week.target_minutes, days=days, day_minutes=round(week.target_minutes / days)
    )
    if week.activity_minutes:
        yield _minutes(week)
    if week.target_minutes < targets.activity_minutes_per_week:
        yield cues.TargetGrows(most_minutes=targets.activity_minutes_per_week)


def _swimming(moment: Moment) -> tuple[Cue, ...]:
    return (cues.TargetOfSwimming(day_minutes=moment.rules.weekly.in_the_end.swimming_minutes_per_day),)


def _strength_target(week: Week) -> tuple[Cue, ...]:
    days = week.targets.strength_days_per_week
    if days.least == days.most:
        return (cues.TargetOfStrength(days=days.most),) if days.most else ()
    return (cues.TargetOfStrengthBetween(least_days=days.least, most_days=days.most),)


def _training(moment: Moment, exercise: Exercise) -> Iterator[Cue]:
    """Yield how often to train, and how long at the patient's own level."""
    yield from _strength_target(week_of(moment.progress_inputs))
    dose = exercise.doses.at(moment.patient.levels.get(exercise.id, Level.BEGINNER))
    end = moment.rules.weekly.in_the_end
    if isinstance(dose, CircuitDose | ActivityDose):
        yield cues.TargetOfTraining(
            minutes=dose.minutes,
            end_minutes=end.strength_minutes,
            least_days=end.strength_days_per_week.least,
            most_days=end.strength_days_per_week.most,
        )


def _is_strength(moment: Moment, exercise_id: ExerciseId) -> bool:
    return moment.catalog.exercises[exercise_id].kind is ExerciseKind.CIRCUIT
