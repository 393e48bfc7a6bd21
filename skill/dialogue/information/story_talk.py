"""Telling the patient's own story from the record: where it began, what a day held, how it went the last time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from skill.dialogue.count import counting, side_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.story import day_done, last_time, way_of
from skill.domain.history.story import longest_walk as longest_of
from skill.domain.movement.exercise import ExerciseId, ExerciseKind
from skill.domain.movement.weekdays import weekday_of


def way(moment: Moment) -> Iterator[Cue]:
    """Yield where each part of the spine was felt on the first day, and where now; nothing while that is not known."""
    regions = moment.progress_inputs.regions
    for region in regions:
        came = way_of(moment.record, region)
        if came is None:
            continue
        if len(regions) > 1:
            yield cues.AboutRegion(region=region)
        zones = moment.rules.zones[region]
        yield cues.CameFrom(
            zone_before=zones.id_of(came.zone_before),
            strength_before=came.strength_before,
            zone_now=zones.id_of(came.zone_now),
            strength_now=came.strength_now,
        )


def longest_walk(moment: Moment) -> tuple[Cue, ...]:
    """Return the longest walk so far; nothing when there was none."""
    walks = frozenset(one.id for one in moment.catalog.exercises.values() if one.is_walk)
    minutes = longest_of(moment.record, walks)
    return (cues.LongestWalk(minutes=minutes),) if minutes else ()


def tell_how_it_felt(moment: Moment) -> Reply:
    """How it has been: from the first day to now."""
    moment = counting.interrupted(side_question.without_side_question(moment))
    if not moment.record.whole:
        return counting.say_and_wait(moment, cues.NotesOutOfReach())
    told = tuple(way(moment))
    nothing = cues.NoTrendYet() if moment.keeps_reports else cues.AnswersNotKept()
    return counting.say_and_wait(moment, *(told or (nothing,)))


def tell_day(moment: Moment, on: date) -> Reply:
    """Tell what was done on a day."""
    moment = counting.interrupted(side_question.without_side_question(moment))
    if not moment.record.whole:
        return counting.say_and_wait(moment, cues.NotesOutOfReach())
    return counting.say_and_wait(moment, *_day(moment, on))


def tell_last_time(moment: Moment, exercise_id: ExerciseId | None) -> Reply:
    """Tell how much was done of an exercise the last time: of the one named, or of the one that is up."""
    current = moment.session.current
    if exercise_id is None and current is not None:
        exercise_id, movement_id = current.exercise_id, current.movement_id
    else:
        movement_id = None
    if exercise_id is None:
        return counting.say_and_wait(moment, cues.UnknownExercise())
    moment = counting.interrupted(side_question.without_side_question(moment))
    if not moment.record.whole:
        return counting.say_and_wait(moment, cues.NotesOutOfReach())
    if moment.catalog.exercises[exercise_id].kind is ExerciseKind.ACTIVITY:
        days = [done.on for done in moment.record.activities() if done.exercise_id == exercise_id]
        nothing = (cues.NeverDone(exercise_id=exercise_id),)
        return counting.say_and_wait(moment, *(_day(moment, max(days)) if days else nothing))
    found = last_time(moment.record, exercise_id, movement_id)
    if found is None:
        return counting.say_and_wait(moment, cues.NeverDone(exercise_id=exercise_id))
    days_ago = (moment.today - found.on).days
    told = cues.LastTimeWas(
        exercise_id=exercise_id, days_ago=days_ago, sets=found.sets, reps=found.reps, is_hold=found.last_planned == 1
    )
    stopped = cues.LastTimeStopped(reps=found.last_reps, planned_reps=found.last_planned)
    short = found.last_reps < found.last_planned
    return counting.say_and_wait(moment, told, *((stopped,) if short else ()))


def _day(moment: Moment, on: date) -> Iterator[Cue]:
    days_ago, weekday = (moment.today - on).days, weekday_of(on)
    kinds = moment.catalog.exercises.values()
    by_minutes = frozenset(one.id for one in kinds if one.kind is ExerciseKind.ACTIVITY)
    done = day_done(moment.record, on, by_minutes)
    if done.exercises:
        yield cues.DayHeld(days_ago=days_ago, weekday=weekday, exercise_ids=done.exercises)
    for number, (exercise_id, minutes) in enumerate(done.activities):
        yield cues.DayHeldActivity(
            days_ago=days_ago,
            weekday=weekday,
            exercise_id=exercise_id,
            minutes=minutes,
            also=bool(done.exercises) or number > 0,
        )
    if not done.exercises and not done.activities:
        yield cues.DayHeldNothing(days_ago=days_ago, weekday=weekday)
