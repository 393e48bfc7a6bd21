"""After an exercise: how it was, and what follows (the full symptom questions take this module's place)."""

from __future__ import annotations

from datetime import date

from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.dialogue import counting, routine, standing
from skill.domain.dialogue.place import hold_place
from skill.domain.exercise import ExerciseId
from skill.domain.history import Outcome
from skill.domain.moment import Moment, Reply
from skill.domain.plan import may_do
from skill.domain.session import State
from skill.domain.symptoms import Change


def report_change(moment: Moment, change: Change) -> Reply:
    """Take better, the same or worse. Worse counts in every state; the others answer the question only."""
    if change is Change.WORSE:
        return worse(moment)
    if moment.state is State.COUNTING and moment.place_heard() is not None:
        return counting.go_on(moment, cues.GoodAnswer(better=change is Change.BETTER))
    if moment.state not in (State.COUNTING, State.CHECKING, State.CONFIRMING_COUNT):
        return counting.back_to_it(moment)
    return comfortable(moment, better=change is Change.BETTER)


def unsure(moment: Moment) -> Reply:
    """Not sure: ask once more, then take the more careful reading (clinical.md §2.5, override 10)."""
    if moment.session.unsure:
        return worse(moment)
    return moment.with_session(unsure=True).say(ask=cues.AskChangeAgain())


def ask_how_it_is(moment: Moment) -> Reply:
    """The patient names a place in the body: stop counting, and ask how it is there."""
    moment = hold_place(moment)
    if not moment.session.under_way or moment.held:
        return moment.say(ask=standing.question_of(moment))
    moment = moment.with_session(state=State.CHECKING)
    return moment.say(ask=standing.how_it_was(moment))


def comfortable(moment: Moment, *, better: bool) -> Reply:
    """Better or the same: the exercise is done, the next one begins."""
    moment = hold_place(moment)
    if _all_done(moment):
        moment = moment.with_patient(comfortable=_with_today(moment, moment.planned.exercise_id))
    moment = routine.end_exercise(moment, Outcome.COMFORTABLE)
    return routine.begin(moment, cues.GoodAnswer(better=better))


def worse(moment: Moment) -> Reply:
    """Worse: stop this exercise, leave out what goes the same way, and end the day at the second time."""
    moment = hold_place(moment)
    if not moment.session.under_way:
        return moment.say(cues.PainStop(), ask=standing.question_of(moment))
    exercise = moment.exercise
    before = _open_exercises(moment)
    moment = routine.end_exercise(moment, Outcome.WORSE)
    directions = (exercise.direction,) if exercise.direction else ()
    moment = moment.with_day(
        worse_answers=moment.day.worse_answers + 1,
        closed_directions=(*moment.day.closed_directions, *directions),
        closed_exercises=(*moment.day.closed_exercises, exercise.id),
    ).with_patient(comfortable={**moment.patient.comfortable, exercise.id: ()})
    if moment.day.worse_answers >= moment.rules.worse_answers_that_end_the_day:
        moment = moment.with_day(stopped=True).with_session(state=State.FINISHED, started=False)
        return moment.close(cues.FinishForToday())
    return _leave_out_related(moment, before, cues.WorseStop(exercise_id=exercise.id))


def _leave_out_related(moment: Moment, before: int, *said: Cue) -> Reply:
    session = moment.session
    behind = tuple(
        one
        for one in session.exercises[session.index :]
        if may_do(moment.catalog, moment.patient, one.exercise_id, moment.day)
    )
    moment = moment.with_session(exercises=(*session.exercises[: session.index], *behind))
    left_out = before - len(behind)
    if left_out:
        said = (*said, cues.SkippingRelated(exercises=left_out))
    if moment.session.current is None:
        return routine.finish(moment, *said)
    moment = moment.with_session(state=State.PAUSED)
    return moment.say(*said, ask=cues.AskGoOn(exercise_id=moment.planned.exercise_id))


def _all_done(moment: Moment) -> bool:
    dose = moment.counted_dose
    return dose is None or moment.session.runs_recorded == dose.sets * dose.sides


def _open_exercises(moment: Moment) -> int:
    return len(moment.session.exercises) - moment.session.index - 1


def _with_today(moment: Moment, exercise_id: ExerciseId) -> dict[ExerciseId, tuple[date, ...]]:
    days = (*moment.patient.comfortable.get(exercise_id, ()), moment.today)
    return {**moment.patient.comfortable, exercise_id: tuple(dict.fromkeys(days))[-7:]}
