"""The place in a count: finding it, keeping it, and recording the sets behind it."""

from __future__ import annotations

from datetime import date

from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.count.script import FIRST, Place, reps_before, side_at
from skill.domain.count.walk import minutes_walked
from skill.domain.cues import Cue
from skill.domain.history.facts import ActivityDone, SetDone
from skill.domain.movement.dose import Dose
from skill.domain.patient.state import State


def keep_place(moment: Moment, *, confirmed: bool = True) -> Moment:
    """Take back a count that is out: keep the place reached in it, and record the sets that are complete.

    When all of it went out, the place is the last repetition; unless that is *confirmed*, nothing is recorded, for
    nobody has said yet that anyone was there to do it. Outside a count nothing changes.
    """
    dose = moment.counted_dose
    if moment.session.count is None or dose is None:
        return moment
    heard = moment.place_heard()
    moment = moment.with_session(state=State.PAUSED, count=None)
    if heard is not None:
        runs = reps_before(dose, heard) // dose.reps
    else:
        runs = dose.sets * dose.sides if confirmed else moment.session.runs_recorded
    return _record_runs(moment, dose, runs).with_session(place=heard or last_place(dose))


def last_place(dose: Dose) -> Place:
    """Return the last repetition of *dose*."""
    return Place(set_number=dose.sets, side_number=dose.sides, rep_number=dose.reps)


def record_before(moment: Moment, place: Place) -> Moment:
    """Record the sets before *place*: the patient says so."""
    dose = moment.counted_dose
    return moment if dose is None else _record_runs(moment, dose, reps_before(dose, place) // dose.reps)


def pass_over(moment: Moment, place: Place) -> Moment:
    """Record what was done, and leave out what lies between here and *place*."""
    dose = moment.counted_dose
    if dose is None:
        return moment
    moment = record_partial(moment)
    run = reps_before(dose, place) // dose.reps
    left_out = run > moment.session.runs_recorded
    recorded = max(run, moment.session.runs_recorded)
    return moment.with_session(runs_recorded=recorded, cut_short=moment.session.cut_short or left_out)


def record_all(moment: Moment) -> Moment:
    """Record every set of the exercise that is up: all of it was done."""
    dose = moment.counted_dose
    return moment if dose is None else _record_runs(moment, dose, dose.sets * dose.sides)


def record_partial(moment: Moment) -> Moment:
    """Record the repetitions done in a set that is cut short; none while nobody has said what was done."""
    dose, place = moment.counted_dose, moment.session.place
    if dose is None or moment.state is State.CONFIRMING_COUNT:
        return moment
    run = reps_before(dose, place) // dose.reps
    reps = place.rep_number - 1
    if not reps or run < moment.session.runs_recorded:
        return moment
    if moment.walks_together:
        return record_minutes(moment, reps).with_session(runs_recorded=run + 1, cut_short=True)
    return moment.noting(_set_done(moment, dose, run, reps)).with_session(runs_recorded=run + 1, cut_short=True)


def record_minutes(moment: Moment, minutes: int | None = None, *, on: date | None = None) -> Moment:
    """Record the *minutes* of a walk together that are not in the history yet; without a number those behind the place.

    They were walked today, or on the day *on*. Of anything else nothing is recorded.
    """
    if not moment.walks_together or moment.session.runs_recorded:
        return moment
    walked = minutes_walked(moment.session.place) if minutes is None else minutes
    more = walked - moment.session.minutes_recorded
    if more <= 0:
        return moment
    done = ActivityDone(exercise_id=moment.exercise.id, minutes=more, on=on or moment.today)
    return moment.noting(done).with_session(minutes_recorded=walked)


def is_complete(moment: Moment) -> bool:
    """Return whether every planned repetition of the exercise that is up is recorded; of an activity, it was told."""
    dose = moment.counted_dose
    if dose is None:
        return moment.state is State.CHECKING
    return not moment.session.cut_short and moment.session.runs_recorded == dose.sets * dose.sides


def paused_at(moment: Moment) -> Cue:
    """Return the cue that names the place kept."""
    dose, place = moment.counted_dose, moment.session.place
    if dose is None or place == FIRST:
        return cues.Paused()
    if moment.walks_together:
        return cues.WalkPausedAt(minutes_done=minutes_walked(place))
    side = side_at(moment.first_side, place) if dose.per_side else None
    return cues.PausedAt(set_number=place.set_number, rep_number=place.rep_number, side=side)


def _record_runs(moment: Moment, dose: Dose, runs: int) -> Moment:
    if moment.walks_together:
        return record_minutes(moment, dose.reps).with_session(runs_recorded=runs) if runs else moment
    recorded = moment.session.runs_recorded
    facts = [_set_done(moment, dose, run, dose.reps) for run in range(recorded, runs)]
    return moment.noting(*facts).with_session(runs_recorded=max(runs, recorded))


def _set_done(moment: Moment, dose: Dose, run: int, reps: int) -> SetDone:
    place = Place(set_number=run // dose.sides + 1, side_number=run % dose.sides + 1)
    return SetDone(
        exercise_id=moment.planned.exercise_id,
        movement_id=moment.planned.movement_id,
        set_number=place.set_number,
        side=side_at(moment.first_side, place) if dose.per_side else None,
        reps=reps,
        planned_reps=dose.reps,
    )
