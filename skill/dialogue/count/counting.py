"""The count: sending it out, going on from the place reached, pausing, taking the patient's word."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.count import gate
from skill.dialogue.count.place import keep_place, pass_over, paused_at, record_before
from skill.dialogue.questions import current_question, known_symptoms, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.count.script import Place, contains, side_at
from skill.domain.cues import Cue, Question
from skill.domain.movement.dose import Dose
from skill.domain.movement.exercise import Side
from skill.domain.patient.session import Count
from skill.domain.patient.state import State

INTERRUPTED = (State.COUNTING, State.PAUSED, State.OFFERING_RESUME, State.CONFIRMING_COUNT, State.CHECKING)
"""The states in which there is a place in an exercise."""


def count(moment: Moment, place: Place, *before: Cue) -> Reply:
    """Say *before*, then count the exercise that is up from *place*; its last words ask how it was.

    The lengths of the parts are filled in where the words are known (`skill.app.coach`).
    """
    if moment.blocked or known_symptoms.lacks_baseline(moment):
        return gate.refuse(moment)
    sent = Count(start=place, sent_at=moment.now, lead_seconds=0.0, part_seconds=())
    moment = (
        moment.with_notes(checkup=None)
        .with_patient(listening=None)
        .with_session(state=State.COUNTING, counted=True, place=place, count=sent, breath=None)
    )
    question = symptom_question.after_exercise(moment)
    moment = moment.with_session(choice_explained=isinstance(question, cues.AskChoice))
    return moment.say(*before, script=moment.script_from(place), ask=question)


def go_on(moment: Moment, *before: Cue) -> Reply:
    """Go on from where the patient is; when everything was heard already, ask how it was."""
    finished = moment.session.count is not None and moment.place_heard() is None
    moment = keep_place(moment)
    if finished:
        moment = moment.with_session(state=State.CHECKING)
        return moment.say(*before, ask=symptom_question.after_exercise(moment))
    return count(moment, moment.session.place, *before)


def go_on_with(moment: Moment, said: Cue, **changes: object) -> Reply:
    """Change the patient's wishes once the place is known in the old count, then go on from it in the new one."""
    counting_now = moment.state is State.COUNTING
    heard_all = counting_now and moment.place_heard() is None
    moment = keep_place(moment).with_patient(**changes)
    if not counting_now:
        return say_and_resume(moment, said)
    if heard_all:
        return say_and_resume(moment.with_session(state=State.CHECKING), said)
    return count(moment, moment.session.place, said)


def say_and_resume(moment: Moment, *answer: Cue) -> Reply:
    """Say *answer*, then return to where the dialogue was: count on, or ask the state's question again."""
    if moment.state is State.COUNTING:
        return go_on(moment, *answer)
    return moment.say(*answer, ask=current_question.question_of(moment))


def say_and_wait(moment: Moment, *answer: Cue) -> Reply:
    """Say *answer* and wait: a count is paused, otherwise the state's question is asked again."""
    moment = interrupted(moment)
    return moment.say(*answer, ask=current_question.question_of(moment))


def ask_back(moment: Moment, question: Question) -> Reply:
    """Ask for what was missing; a count is paused first, and nothing else changes."""
    return interrupted(moment).say(ask=question)


def pause(moment: Moment) -> Reply:
    """Pause: say where, and wait. Where nothing is being counted there is simply no hurry."""
    if moment.state is State.COUNTING:
        paused = keep_place(moment)
        return say_and_wait(moment, paused_at(paused)) if moment.place_heard() is not None else say_and_wait(moment)
    if moment.state is State.PAUSED:
        return moment.say(paused_at(moment), ask=cues.AskResume())
    return moment.say(cues.TakeYourTime(), ask=current_question.question_of(moment))


def restart_set(moment: Moment) -> Reply:
    """Count the set that is under way again from its first repetition."""
    if symptom_question.is_stopped(moment):
        return say_and_wait(moment, cues.FirstTell())
    if moment.counted_dose is None or not moment.session.counted:
        return say_and_resume(moment, cues.NotNow())
    moment = keep_place(moment)
    return count(moment, replace(moment.session.place, rep_number=1, held_seconds=0))


def switch_sides(moment: Moment) -> Reply:
    """Go over to the other side; from the second, to the next set. Before the count it is the one to begin with."""
    dose = moment.counted_dose
    if symptom_question.is_stopped(moment) or dose is None or not dose.per_side:
        return _no_side(moment)
    if not moment.session.counted:
        return _begin_with(moment, moment.first_side.other)
    moment = keep_place(moment)
    here = moment.session.place
    there = Place(set_number=here.set_number, side_number=2)
    if here.side_number == 2:
        there = Place(set_number=here.set_number + 1)
    moment = pass_over(moment, there)
    if not contains(dose, there):
        moment = moment.with_session(state=State.CHECKING)
        return moment.say(ask=symptom_question.after_exercise(moment))
    return count(moment, there)


def to_side(moment: Moment, side: Side) -> Reply:
    """Continue on *side*; restart the set when that is not the side being counted.

    Before the count it is the side to begin with.
    """
    dose = moment.counted_dose
    if symptom_question.is_stopped(moment) or dose is None or not dose.per_side:
        return _no_side(moment)
    if not moment.session.counted:
        return _begin_with(moment, side)
    paused = keep_place(moment)
    here = paused.session.place
    if side is side_at(moment.first_side, here):
        return count(paused, here)
    return switch_sides(paused) if here.side_number == 1 else count(paused, Place(set_number=here.set_number))


def _no_side(moment: Moment) -> Reply:
    """Say why no side can be chosen: it must be told first how it was, or nothing with sides is up."""
    if symptom_question.is_stopped(moment):
        return say_and_wait(moment, cues.FirstTell())
    return say_and_resume(moment, cues.NotNow())


def _begin_with(moment: Moment, side: Side) -> Reply:
    """Begin each set with *side*, unless the painful one decides which comes first (WU2022)."""
    decided = moment.exercise.away_from_symptoms and moment.patient.painful_side is not None
    if moment.state is not State.GETTING_READY or (decided and side is not moment.first_side):
        return say_and_resume(moment, cues.NotNow())
    return say_and_resume(moment.with_session(first_side=side), cues.FirstSideIs(side=side))


def at_rep(moment: Moment, rep_number: int | None, set_number: int | None = None) -> Reply:
    """Take the patient's word for the repetition they are at, or the set, and count on from it."""
    if symptom_question.is_stopped(moment):
        return say_and_wait(moment, cues.FirstTell())
    dose = moment.counted_dose
    if dose is None or moment.state not in INTERRUPTED or not moment.session.started:
        return say_and_resume(moment, cues.NotNow())
    moment = keep_place(moment, confirmed=False)
    here = moment.session.place
    if set_number is not None and set_number != here.set_number:
        here = Place(set_number=set_number, rep_number=rep_number or 1)
    elif rep_number is not None:
        here = replace(here, rep_number=rep_number, held_seconds=0)
    if not contains(dose, here):
        paused = moment.with_session(state=State.PAUSED)
        return paused.say(_no_such(moment, dose, here), ask=cues.AskResume())
    taken: tuple[Cue, ...] = ()
    if moment.walks_together:
        taken = (cues.WalkMinuteTaken(minute_number=here.rep_number),)
    elif set_number is None:
        taken = (cues.PlaceTaken(rep_number=here.rep_number),)
    return count(record_before(moment, here), here, *taken)


def _no_such(moment: Moment, dose: Dose, place: Place) -> Cue:
    if moment.walks_together:
        return cues.NoSuchMinute(minutes=dose.reps)
    return cues.NoSuchRep(reps=dose.reps) if place.set_number <= dose.sets else cues.NoSuchSet(sets=dose.sets)


def speak_instead(moment: Moment) -> Reply:
    """The device could not play the count as audio: speak it from where it stood, now and later.

    A count that was never heard stood at its beginning: the error comes sooner than the latencies (`Latency`).
    """
    moment = moment.with_session(speech_only=True)
    return (
        say_and_resume(moment)
        if moment.state is State.COUNTING
        else moment.say(ask=current_question.question_of(moment))
    )


def interrupted(moment: Moment) -> Moment:
    """Return the moment with its count held: paused, or at the question after it when all was heard."""
    finished = moment.session.count is not None and moment.place_heard() is None
    moment = keep_place(moment)
    return moment.with_session(state=State.CHECKING) if finished else moment
