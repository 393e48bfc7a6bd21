"""What follows a judgment (docs/clinical.md §2.7): go on, again lighter, stop this one, stop for today, get care."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from skill.dialogue.care import danger
from skill.dialogue.count import counting
from skill.dialogue.count.place import record_partial
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.count.script import FIRST
from skill.domain.cues import Cue
from skill.domain.history.facts import CareAdvised, Outcome
from skill.domain.movement.dose import ActivityDose
from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.patient.session import how_many
from skill.domain.patient.state import State
from skill.domain.plan.eligibility import gentler_of, may_do
from skill.domain.safety.limits import Limit, nothing_coached
from skill.domain.safety.red_flags import Care
from skill.domain.symptoms.checkup import Lighter, Recheck
from skill.domain.symptoms.report import Report
from skill.domain.symptoms.verdicts import Consequence, Ends, Judgment, Reason

_WELL_TAKEN = frozenset(
    {
        Reason.UNCHANGED,
        Reason.SAID_SAME,
        Reason.SAID_CONTINUE,
        Reason.SAID_BETTER,
        Reason.EASED,
        Reason.MOVED_IN,
        Reason.MOVED_IN_AND_EASED,
    }
)
"""What is acknowledged in several ways; whatever stops or lightens an exercise is always said in the same words."""
LONG_ROUTINE = 4
"""From so many exercises on it is worth saying that half of them is done."""
LAST_FEW = 2


def follow(moment: Moment, judged: Judgment, region: Region, after: Report, *, midway: bool = False) -> Reply:
    """Do what *judged* comes to, and say why. *midway*: it was told before the exercise was over."""
    moment = moment.with_notes(checkup=None)
    consequence = judged.consequence
    moment = _with_recheck(moment, consequence, region, after)
    why = cues.Why(reason=judged.reason, ends=consequence.ends)
    if judged.care is not None and judged.cue is not None:
        return _get_care(moment, judged, why)
    if consequence.ends is Ends.SESSION:
        return finish_for_today(moment, why)
    if consequence.ends is Ends.EXERCISE:
        return _stop_exercise(moment, consequence, why)
    if consequence.more_sets:
        return _once_more(moment, consequence, why)
    if consequence.offers_gentler:
        return _unchanged(moment, why)
    return _carry_on(moment, judged.reason, why, midway=midway)


def finish_for_today(moment: Moment, *said: Cue) -> Reply:
    """No more coached exercise today; the next day is asked about first."""
    if moment.state is State.CHECKING and moment.session.under_way:
        moment = _ended_worse(moment)
    moment = moment.with_day(stopped=True).with_session(state=State.FINISHED, started=False)
    return moment.close(*said, cues.FinishForToday())


def advise(moment: Moment, care: Care, cue: str, limits: tuple[Limit, ...], *why: Cue) -> Reply:
    """Say who must look at it first, coach what *limits* leave no more until then, and end the sitting."""
    if nothing_coached(limits):
        reply = danger.suspend(moment, care, cue)
        return reply if care is Care.EMERGENCY else replace(reply, cues=(*reply.cues, *why))
    moment = with_limits(moment, care, limits)
    moment = moment.with_session(state=State.FINISHED, started=False)
    return moment.close(danger.words_of(moment, cue), *why, urgent=True)


def offer_gentler(moment: Moment, exercise_id: ExerciseId, *said: Cue) -> Reply | None:
    """Offer the listed gentler option of an exercise, once; None when there is none for this patient."""
    gentler = gentler_of(moment.catalog, moment.patient, exercise_id)
    if gentler is None:
        return None
    moment = moment.with_session(state=State.OFFERING_GENTLER).with_notes(gentler_for=exercise_id)
    return moment.say(*said, ask=current_question.question_of(moment))


def accept_gentler(moment: Moment) -> Reply:
    """Insert the gentler option as the next exercise; its report is judged by its own section."""
    offered = moment.notes.gentler_for
    gentler = gentler_of(moment.catalog, moment.patient, offered) if offered else None
    moment = moment.with_notes(gentler_for=None)
    if gentler is None or moment.blocked:
        return next_one(moment)
    session = moment.session
    exercises = (*session.exercises[: session.index], gentler, *session.exercises[session.index :])
    moment = moment.with_session(exercises=exercises, started=True).with_notes(swapped=True, lighter=None)
    return routine.begin(moment)


def decline_gentler(moment: Moment) -> Reply:
    """Decline the gentler option and go on with the routine."""
    return next_one(moment.with_notes(gentler_for=None), cues.NoGentler())


def next_one(moment: Moment, *said: Cue) -> Reply:
    """Name what comes next and ask whether to go on; after the last one, close the routine."""
    if moment.session.current is None:
        return routine.finish(moment, *said)
    moment = moment.with_session(state=State.PAUSED)
    return moment.say(*said, ask=cues.AskGoOn(exercise_id=moment.planned.exercise_id))


def _carry_on(moment: Moment, reason: Reason, why: Cue, *, midway: bool) -> Reply:
    said: tuple[Cue, ...] = (cues.WellTaken(reason=reason),) if reason in _WELL_TAKEN else (why, cues.CarryOn())
    if midway:
        state = State.PAUSED if moment.session.counted else State.GETTING_READY
        moment = moment.with_session(state=state)
        return moment.say(why, ask=current_question.question_of(moment))
    moment = _ended_well(moment)
    return routine.begin(moment, *said, *_on_the_way(moment))


def _on_the_way(moment: Moment) -> tuple[Cue, ...]:
    """Return a word of encouragement where it is earned: half of the routine is done, or two exercises are left."""
    session = moment.session
    left = how_many(session.exercises[session.index :])
    half = session.exercise_count >= LONG_ROUTINE and left * 2 == session.exercise_count
    if moment.patient.quiet or not (half or (left == LAST_FEW and session.exercise_count > LONG_ROUTINE)):
        return ()
    return (cues.OnTheWay(left=left),)


def _unchanged(moment: Moment, why: Cue) -> Reply:
    """It makes no lasting difference: offer what is listed in its place."""
    exercise_id, swapped = moment.planned.exercise_id, moment.notes.swapped
    moment = _ended_well(moment)
    offer = None if swapped else offer_gentler(moment, exercise_id, why)
    return offer or routine.begin(moment, why)


def _once_more(moment: Moment, consequence: Consequence, why: Cue) -> Reply:
    """Count the exercise once more, lighter. Activities cannot be repeated lighter: they end."""
    dose = moment.counted_dose
    if dose is None or isinstance(moment.dose, ActivityDose):
        left = cues.LeaveItThere(exercise_id=moment.planned.exercise_id)
        return routine.begin(_ended_worse(moment), why, left)
    lighter = Lighter(
        reps_percent=consequence.reps_percent, range_percent=consequence.range_percent, sets=consequence.more_sets
    )
    how: Cue = cues.HalfMovement()
    if consequence.reps_percent < 100:
        how = cues.HalfAsLong() if dose.reps == 1 else cues.DoHalf(reps=lighter.of(dose).reps)
    moment = record_partial(moment).with_notes(lighter=lighter)
    moment = moment.with_session(place=FIRST, runs_recorded=0, cut_short=False, count=None, state=State.PAUSED)
    return counting.count(moment, FIRST, why, how)


def _stop_exercise(moment: Moment, consequence: Consequence, why: Cue) -> Reply:
    """This one is over; what goes the same way is left out; the rest waits for the patient's word."""
    moment = moment.with_notes(stops=moment.notes.stops + 1)
    moment, left_out = _without_related(_ended_worse(moment))
    said: tuple[Cue, ...] = (why, cues.RestAWhile())
    if left_out:
        said = (*said, cues.SkippingRelated(exercises=left_out))
    if consequence.recheck_after_minutes:
        said = (*said, cues.CheckAgainIn(minutes=consequence.recheck_after_minutes))
    return next_one(moment, *said)


def _get_care(moment: Moment, judged: Judgment, why: Cue) -> Reply:
    care, cue, consequence = judged.care, judged.cue or "", judged.consequence
    if care is None:
        raise LookupError("no care is advised")
    if consequence.ends is Ends.SESSION:
        moment = moment.with_day(stopped=True)
    if nothing_coached(consequence.limits):
        return advise(moment, care, cue, consequence.limits, why)
    moment = with_limits(moment, care, consequence.limits)
    words = danger.words_of(moment, cue)
    if consequence.ends is Ends.SESSION:
        return replace(finish_for_today(moment, words, why), urgent=True)
    moment, _ = _without_related(_ended_well(moment))
    return next_one(moment, words, why)


def with_limits(moment: Moment, care: Care, limits: tuple[Limit, ...]) -> Moment:
    """Return the moment with *limits* that hold until a clinician has cleared it."""
    patient = moment.patient
    moment = moment.with_patient(
        limits=tuple(dict.fromkeys((*patient.limits, *limits))),
        screened=patient.screened.after_care(not_before=moment.today + timedelta(days=1)),
    )
    return moment.noting(CareAdvised(care=care, on=moment.today))


def _with_recheck(moment: Moment, consequence: Consequence, region: Region, after: Report) -> Moment:
    minutes, baseline = consequence.recheck_after_minutes, moment.notes.baselines.get(region)
    if minutes is None or consequence.ends is Ends.SESSION or baseline is None:
        return moment
    recheck = Recheck(
        exercise_id=moment.planned.exercise_id,
        region=region,
        before=baseline.report,
        stopped=after,
        due_at=moment.now + timedelta(minutes=minutes),
        on=moment.today,
        offers_gentler=consequence.offers_gentler,
    )
    return moment.with_notes(recheck=recheck)


def _ended_well(moment: Moment) -> Moment:
    return routine.end_exercise(moment, Outcome.COMFORTABLE)


def _ended_worse(moment: Moment) -> Moment:
    """Return the moment with the exercise that is up over, and its direction closed for today."""
    exercise = moment.exercise
    moment = routine.end_exercise(moment, Outcome.WORSE)
    directions = (exercise.direction,) if exercise.direction else ()
    return moment.with_day(
        closed_directions=(*moment.day.closed_directions, *directions),
        closed_exercises=(*moment.day.closed_exercises, exercise.id),
    )


def without_related(moment: Moment) -> Moment:
    """Return the moment without what may not be done any more."""
    return _without_related(moment)[0]


def _without_related(moment: Moment) -> tuple[Moment, int]:
    """Return the moment without what may not be done any more, and how many exercises that is."""
    session = moment.session
    behind = session.exercises[session.index :]
    open_ones = tuple(one for one in behind if may_do(moment.catalog, moment.patient, one.exercise_id, moment.day))
    exercises = (*session.exercises[: session.index], *open_ones)
    return moment.with_session(exercises=exercises), len(behind) - len(open_ones)
