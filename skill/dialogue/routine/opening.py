"""The beginning of a sitting: launch, the set-up questions, and the offer of today's routine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from skill.dialogue.count import counting, gate, side_question
from skill.dialogue.count.place import keep_place, record_all, record_minutes, record_partial
from skill.dialogue.questions import current_question, guide_question, known_symptoms, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import left_open, prescription_talk, reviewing, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.exercise import ExerciseId, Phase, Region
from skill.domain.patient.instructions import Instructions
from skill.domain.patient.session import Session, Wish, in_turn
from skill.domain.patient.state import State
from skill.domain.plan.planned_exercise import minutes_of
from skill.domain.plan.todays_routine import (
    DoneForToday,
    NoExerciseAllowed,
    NoRoutineFits,
    TodaysRoutine,
    TooSoon,
    plan_routine,
    too_early,
)


def launch(moment: Moment) -> Reply:
    """Open a sitting: greet in as few words as the patient needs, then ask what comes first."""
    visits, moment = moment.patient.visits, moment.with_session(wish=None)
    greeting: tuple[Cue, ...] = (cues.WelcomeBack(visits=visits, name=moment.patient.name),)
    if visits == 0:
        greeting = (cues.Welcome(), cues.Disclaimer(emergency_number=moment.emergency_number))
    return arrive(moment.with_patient(visits=visits + 1), *greeting)


def in_english_only(reply: Reply) -> Reply:
    """Say first that the coach speaks English only, to somebody whose Alexa speaks another language."""
    return replace(reply, cues=(cues.EnglishOnly(), *reply.cues))


def decline_in_a_car(moment: Moment) -> Reply:
    """Say kindly that nothing here suits a car, and whom to call if something is wrong; nothing changes."""
    return moment.close(cues.InACar(), cues.IfEmergency(emergency_number=moment.emergency_number))


def arrive(moment: Moment, *greeting: Cue) -> Reply:
    """Ask the first thing that is open: clearance, set-up, how it went, safety, a routine under way, or today's."""
    if left_open.was_asked(moment) or (moment.suspended and left_open.is_due(moment)):
        moment = set_aside(left_open.settled(moment, done=False))
    if left_open.is_due(moment):
        return left_open.ask(moment, *greeting)
    if not (moment.suspended or moment.patient.needs_setup) and moment.session.under_way and _is_open(moment):
        return _unfinished(moment, *greeting)
    if moment.blocked:
        return gate.refuse(moment, *greeting)
    if known_symptoms.recheck_is_due(moment):
        return symptom_question.ask(moment, *greeting)
    if guide_question.is_open(moment):
        return guide_question.ask(moment, *greeting)
    moment, reviewed = reviewing.reviewed(moment)
    if moment.session.under_way and not reviewed:
        return _unfinished(moment, *greeting)
    return start_afresh(moment, *greeting, *reviewed)


def was_finished(moment: Moment) -> Reply:
    """What an earlier day left open was finished: it is in the log of that day, and today's routine comes."""
    return arrive(set_aside(left_open.settled(moment, done=True)), cues.LoggedForThen())


def was_not_finished(moment: Moment) -> Reply:
    """It was not: on with today."""
    return arrive(set_aside(left_open.settled(moment, done=False)), cues.ThatsFine())


def needs_setup(moment: Moment) -> bool:
    """Return whether a set-up question is open."""
    return moment.patient.needs_setup


def set_up(moment: Moment, *before: Cue) -> Reply:
    """Ask the set-up question that is open, or offer the routine when none is."""
    if moment.patient.needs_setup:
        return gate.ask_region(moment, *before)
    return offer(moment, *before)


def set_region(moment: Moment, region: Region) -> Reply:
    """Take the part of the spine, and plan anew."""
    moment = set_aside(moment).with_patient(region=region)
    return set_up(moment, cues.RegionIs(region=region))


def region_unsure(moment: Moment) -> Reply:
    """Not sure which part of the spine: say how to tell, and ask again."""
    return moment.say(cues.RegionHint(), ask=cues.AskRegion())


def set_floor(moment: Moment, floor: bool) -> Reply:
    """Take whether the patient can use the floor, and plan anew."""
    moment = set_aside(moment).with_patient(floor=floor)
    return set_up(moment, cues.FloorIs(floor=floor))


def set_minutes(moment: Moment, minutes: int) -> Reply:
    """Fit the routine into the time there is."""
    if needs_setup(moment):
        return set_up(moment)
    return offer(in_minutes(moment, minutes))


def in_minutes(moment: Moment, minutes: int) -> Moment:
    """Return the moment in which a routine of so many minutes is to be planned."""
    return set_aside(moment).with_session(minutes=minutes)


def offer(moment: Moment, *before: Cue) -> Reply:
    """Plan this sitting's routine and ask whether to start; say so when there is nothing to do now."""
    if moment.blocked:
        return gate.refuse(moment, *before)
    moment, taken_up = prescription_talk.taken_up(moment)
    moment, reviewed = reviewing.reviewed(moment)
    before = (*before, *taken_up, *reviewed)
    if moment.blocked:
        return gate.refuse(moment, *before)
    next_phase = reviewing.opens_now(moment)
    if next_phase:
        return offer_phase(moment, next_phase, *before)
    minutes = moment.session.minutes
    plan = plan_routine(moment.catalog, moment.patient, moment.local_now, moment.today, minutes, moment.prescription)
    if isinstance(plan, TodaysRoutine):
        return _offer_routine(moment, plan, *before)
    moment = moment.with_session(state=State.FINISHED, started=False, exercises=(), outcomes=(), minutes=None)
    return moment.say(*before, _why_nothing(plan, minutes or 0), ask=cues.AskWhatNext())


def offer_phase(moment: Moment, to: Phase, *before: Cue) -> Reply:
    """Ask whether to go on to the phase *to*, which is open."""
    return moment.with_session(state=State.OFFERING_PHASE).say(*before, ask=cues.AskNextPhase(to=to))


def start(moment: Moment) -> Reply:
    """Start now: what was offered, what was paused, or today's routine."""
    if moment.blocked:
        return gate.refuse(moment)
    fresh = moment.session.planned_on == moment.today
    if moment.state is State.OFFERING_ROUTINE and fresh:
        return routine.begin(moment)
    if moment.session.under_way:
        return resume(moment) if fresh else _unfinished(moment)
    return _begun(moment, offer(moment), tells_plan=False)


def begin_planned(moment: Moment, *before: Cue) -> Reply:
    """Plan today's routine and begin it at once; what was wished for is kept while something else comes first."""
    return _begun(moment, offer(moment, *before), tells_plan=True)


def begin_day(moment: Moment, *before: Cue) -> Reply:
    """Begin what comes first after the safety questions; today's routine without asking whether to start.

    What was asked for before them comes first.
    """
    quick = moment.patient.instructions is Instructions.QUICK
    return _begun(moment, arrive(moment, *before), tells_plan=not quick)


def begin_afresh(moment: Moment, *before: Cue) -> Reply:
    """Plan today's routine anew and begin it."""
    return _begun(moment, start_afresh(moment, *before), tells_plan=True)


def begin_offered(moment: Moment, offered: Reply) -> Reply:
    """Begin the routine that was just *offered*, whose plan need not be told again."""
    return _begun(moment, offered, tells_plan=False)


def _plans(offered: Reply) -> Iterator[cues.TodaysRoutine]:
    return (cue for cue in offered.cues if isinstance(cue, cues.TodaysRoutine))


def _begun(moment: Moment, offered: Reply, *, tells_plan: bool) -> Reply:
    """Begin the routine that was just *offered*; when something else was asked in its place, ask that."""
    wish = offered.session.wish
    if wish and offered.session.state is State.OFFERING_RESUME:
        moment = replace(moment, patient=offered.patient, session=offered.session, facts=offered.facts)
        offered = start_afresh(moment)
    if offered.session.state is State.FINISHED and wish and not wish.left_out:
        return _wished(moment, offered, wish, *offered.cues)
    if offered.session.state is not State.OFFERING_ROUTINE:
        return offered
    if wish and wish.left_out:
        return _without(moment, offered, wish.exercise_id)
    plan = (cues.PlanInShort(exercises=one.exercises, minutes=one.minutes) for one in _plans(offered))
    said = tuple(cue for cue in offered.cues if not isinstance(cue, cues.TodaysRoutine))
    said = (*said, *plan) if tells_plan else said
    if wish:
        said = tuple(cue for cue in offered.cues if not isinstance(cue, cues.TodaysRoutine))
        return _wished(moment, offered, wish, *said)
    return routine.begin(_after(moment, offered), *said)


def _after(moment: Moment, offered: Reply) -> Moment:
    """Return the moment as it is after what was *offered*; the wish is granted."""
    session = replace(offered.session, wish=None)
    return replace(moment, patient=offered.patient, session=session, facts=offered.facts)


def _wished(moment: Moment, offered: Reply, wish: Wish, *said: Cue) -> Reply:
    """Begin what was asked for before other questions came first."""
    said = tuple(cue for cue in said if not isinstance(cue, cues.AllDoneToday))
    return routine.do_exercise(_after(moment, offered), wish, *said)


def _without(moment: Moment, offered: Reply, exercise_id: ExerciseId) -> Reply:
    """Begin what was *offered* without one exercise."""
    moment = _after(moment, offered)
    left = tuple(one for one in moment.session.exercises if one.exercise_id != exercise_id)
    changed = len(left) < len(moment.session.exercises)
    said = cues.Skipped(exercise_id=exercise_id) if changed else cues.NotInRoutine(exercise_id=exercise_id)
    moment = moment.with_session(exercises=left)
    return routine.begin(moment, said) if left else offer_again(moment, said)


def resume(moment: Moment) -> Reply:
    """Go on where it stopped: in the count, or with the instructions of the exercise that was up."""
    if not moment.session.under_way:
        return start(moment)
    if too_early(moment.exercise, moment.day, moment.local_now, moment.prescription):
        return side_question.ask(moment, State.ASKING_UP, wish=Wish(exercise_id=moment.exercise.id))
    moment = moment.with_session(planned_on=moment.today)
    if moment.state in (State.COUNTING, State.CHECKING, State.CONFIRMING_COUNT, State.ON_ACTIVITY):
        return counting.say_and_resume(moment)
    if moment.counted_dose is not None and moment.session.counted:
        return counting.count(moment, moment.session.place)
    return routine.begin(moment)


def start_afresh(moment: Moment, *before: Cue) -> Reply:
    """Leave the unfinished routine and offer today's."""
    return offer(set_aside(moment), *before)


def start_over(moment: Moment) -> Reply:
    """Begin again: the exercise that is up, or else the routine."""
    if moment.blocked:
        return gate.refuse(moment)
    if moment.session.under_way and moment.state is not State.OFFERING_RESUME:
        return routine.start_exercise_over(moment)
    return start_afresh(moment)


def finished_count(moment: Moment, finished: bool) -> Reply:
    """Take the answer to "did you finish it?": ask how it was, or count the last set again."""
    if finished:
        return routine.done(record_all(moment))
    dose = moment.counted_dose
    if dose is None:
        return routine.begin(moment)
    rep_number = moment.session.place.rep_number if moment.walks_together else 1
    return counting.count(moment, replace(moment.session.place, rep_number=rep_number, held_seconds=0))


def todays_routine(moment: Moment) -> Reply:
    """Tell what is planned: by name what is left of the routine under way or on offer, else what today's comes to."""
    offered = moment.state is State.OFFERING_ROUTINE and moment.session.planned_on == moment.today
    if moment.blocked or not (moment.session.under_way or offered):
        return offer(moment)
    names = tuple(one.exercise_id for one in in_turn(moment.session.exercises[moment.session.index :]))
    return counting.say_and_wait(moment, cues.RoutineLists(exercise_ids=names))


def _is_open(moment: Moment) -> bool:
    """Return whether it is still to be told how what was under way went."""
    all_heard = moment.session.count is not None and moment.place_heard() is None
    return all_heard or moment.state in (State.ON_ACTIVITY, State.CHECKING)


def _unfinished(moment: Moment, *greeting: Cue) -> Reply:
    if moment.state in (State.ON_ACTIVITY, State.CHECKING):
        return moment.say(*greeting, ask=current_question.question_of(moment))
    all_heard = moment.session.count is not None and moment.place_heard() is None
    moment = keep_place(moment, confirmed=False)
    if all_heard:
        moment = moment.with_session(state=State.CONFIRMING_COUNT)
        return moment.say(*greeting, ask=cues.AskFinished(exercise_id=moment.planned.exercise_id))
    planned_on = moment.session.planned_on or moment.today
    moment = record_minutes(moment, on=planned_on)
    where = cues.OfferResume(
        exercise_id=moment.planned.exercise_id,
        exercise_number=moment.session.exercise_number,
        exercises=moment.session.exercise_count,
        days_ago=(moment.today - planned_on).days,
    )
    moment = moment.with_session(state=State.OFFERING_RESUME)
    return moment.say(*greeting, where, ask=cues.AskResumeOrNew())


def _offer_routine(moment: Moment, plan: TodaysRoutine, *before: Cue) -> Reply:
    moment = replace(
        moment,
        session=Session(
            state=State.OFFERING_ROUTINE,
            planned_on=moment.today,
            routine_id=plan.routine_id,
            block_ids=plan.block_ids,
            exercises=plan.exercises,
            minutes=moment.session.minutes,
            screened_at=moment.session.screened_at,
            symptoms=moment.session.symptoms,
            unkept=moment.session.unkept,
            wish=moment.session.wish,
        ),
    )
    why: tuple[Cue, ...] = ()
    if plan.rest_day:
        why = (cues.RestDay(),)
    elif moment.day.blocks:
        why = (cues.AnotherBlock(blocks_done=len(moment.day.blocks)),)
    return offer_again(moment, *before, *why)


def offer_again(moment: Moment, *before: Cue) -> Reply:
    """Tell what the routine on offer has come to, and ask whether to start; with nothing left in it, what next."""
    planned = moment.session.exercises
    if not planned:
        return moment.with_session(state=State.FINISHED).say(*before, ask=cues.AskWhatNext())
    today = cues.TodaysRoutine(
        phase=moment.patient.phase,
        exercises=moment.session.exercise_count,
        minutes=minutes_of(moment.catalog, planned),
        first=planned[0].exercise_id,
    )
    return moment.say(*before, today, ask=cues.AskStart())


def _why_nothing(plan: DoneForToday | TooSoon | NoRoutineFits | NoExerciseAllowed, minutes: int) -> Cue:
    match plan:
        case DoneForToday():
            return cues.AllDoneToday()
        case TooSoon():
            return cues.BlockTooSoon(minutes=plan.minutes)
        case NoRoutineFits():
            return cues.NothingFits(minutes=minutes)
        case NoExerciseAllowed():
            return cues.NothingAllowed()


def set_aside(moment: Moment) -> Moment:
    """Return the moment without a routine; what was done of a set is in the history, and a screen goes on."""
    if moment.session.under_way:
        moment = record_partial(keep_place(moment))
    session = moment.session
    notes = replace(session.symptoms, checkup=None, lighter=None, swapped=False, gentler_for=None)
    return replace(
        moment,
        session=Session(
            screen=session.screen,
            screened_at=session.screened_at,
            symptoms=notes,
            unkept=session.unkept,
            minutes=session.minutes if session.planned_on is None else None,
            wish=session.wish,
        ),
    )
