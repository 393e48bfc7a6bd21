"""Audio guides by voice: playing one, or today's, and moving about in them."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.count import counting, gate
from skill.dialogue.count.place import keep_place
from skill.dialogue.guides import player_reports
from skill.dialogue.questions import guide_question, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening, refusing, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.recordings import (
    Edition,
    ExerciseRecording,
    GuideId,
    exercise_guide_id,
    recording_of,
    routine_guide_id,
)
from skill.domain.cues import Cue
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Form
from skill.domain.patient.player import Halt, LetPlay, Listening, Play, Track
from skill.domain.patient.session import PlannedExercise, Wish
from skill.domain.patient.state import State
from skill.domain.plan.planned_exercise import place_in_plan

FULL_ONES_FIRST = 3
"""After so many full guides of an exercise the daily one is chosen."""


def play_exercise(moment: Moment, exercise_id: ExerciseId, edition: Edition | None = None) -> Reply:
    """Play the guide of an exercise at the patient's own level; offer to read it when there is none to play.

    Without an *edition* it is the full one the first three times, and then the daily one.
    """
    if moment.blocked:
        return gate.refuse(moment)
    if opening.needs_setup(moment):
        return opening.set_up(moment)
    exercise = moment.catalog.exercises[exercise_id]
    planned = _as_planned(moment, exercise_id)
    refusal = refusing.why_not(moment, exercise, planned)
    if refusal:
        return counting.say_and_wait(moment, refusal)
    notice = routine.why_instead(moment, exercise, planned)
    edition = edition or _edition_of(moment, planned.exercise_id)
    guide_ids = (exercise_guide_id(planned.exercise_id, planned.level, edition),)
    if _has_no_guide(planned):
        return _offer_reading(moment, guide_ids, *notice, cues.GuideOtherForm(exercise_id=planned.exercise_id))
    stop_rule = cues.StopRule(exercise_id=planned.exercise_id)
    moment = _noting_played(moment, (planned.exercise_id,)) if edition is Edition.FULL else moment
    return _start(moment, guide_ids, *notice, cues.PlayingGuide(exercise_id=planned.exercise_id), stop_rule)


def play_current(moment: Moment, edition: Edition | None = None) -> Reply:
    """Play the guide of the exercise that is up; without one, today's guides."""
    if moment.session.under_way:
        return play_exercise(moment, moment.planned.exercise_id, edition)
    return play_routine(moment, edition)


def play_routine(moment: Moment, edition: Edition | None = None) -> Reply:
    """Play the guides of today's exercises one after the other, each in *edition* or as often as it was heard.

    Where an exercise is done in a way that has no guide of its own, such as without the floor, the recording of the
    whole routine is played, which was made for that. When even that is not what is planned, it is offered as speech.
    """
    offered = opening.offer(moment) if not moment.session.under_way or moment.blocked else None
    if offered is not None and offered.session.state is not State.OFFERING_ROUTINE:
        return offered
    session = offered.session if offered else moment.session
    moment = replace(moment, session=session)
    exercises = session.exercises[session.index :]
    editions = {one.exercise_id: edition or _edition_of(moment, one.exercise_id) for one in exercises}
    guide_ids = tuple(
        dict.fromkeys(exercise_guide_id(one.exercise_id, one.level, editions[one.exercise_id]) for one in exercises)
    )
    if any(_has_no_guide(one) for one in exercises):
        whole = _whole_routine(moment, edition or Edition.FULL)
        if whole is None:
            return _offer_reading(moment, guide_ids, cues.GuidesDiffer())
        guide_ids = (whole,)
    else:
        moment = _noting_played(moment, tuple(one for one, which in editions.items() if which is Edition.FULL))
    return _start(moment, guide_ids, cues.PlayingGuides(guides=len(guide_ids)), cues.StopRuleForAll())


def pause(moment: Moment) -> Reply:
    """Stop the guide, and keep its place."""
    return replace(_at(moment).close(), player=Halt())


def stop(moment: Moment) -> Reply:
    """Stop listening; the place is kept."""
    return replace(_at(moment).close(cues.KeptYourPlace()), player=Halt())


def go_on(moment: Moment) -> Reply:
    """Go on where the guide stopped, to the millisecond."""
    here = guide_question.current_guide(moment)
    return opening.resume(moment) if here is None else _play(moment, here.track, here.offset_ms)


def next_guide(moment: Moment) -> Reply:
    """Play the guide after this one; after the last, stop."""
    here = guide_question.current_guide(moment)
    following = here.track.next if here else None
    if following is None:
        return replace(moment.with_patient(listening=None).close(cues.LastGuide()), player=Halt())
    return _play(moment, following, 0, *_stop_rule(moment, following))


def previous_guide(moment: Moment) -> Reply:
    """Play the guide before this one; the first begins again."""
    here = guide_question.current_guide(moment)
    if here is None:
        return opening.resume(moment)
    before = here.track.previous or here.track
    return _play(moment, before, 0, *_stop_rule(moment, before))


def from_the_start(moment: Moment) -> Reply:
    """Play this guide from its beginning."""
    here = guide_question.current_guide(moment)
    return opening.resume(moment) if here is None else _play(moment, here.track, 0)


def keeps_its_order(moment: Moment) -> Reply:
    """Loop, shuffle: say politely that exercises have their order; what plays goes on."""
    return replace(moment.close(cues.NotSupportedHere()), player=LetPlay())


def accept(moment: Moment) -> Reply:
    """Yes: go on with the guide; or, when it could not be played, be taken through it by the coach."""
    listening = moment.patient.listening
    if listening is None:
        return opening.start(moment)
    if not listening.failed:
        return go_on(moment)
    recording = recording_of(moment.catalog, listening.track.guide_id)
    moment = _laid_aside(moment)
    if isinstance(recording, ExerciseRecording) and len(listening.track.guide_ids) == 1:
        return routine.do_exercise(moment, Wish(exercise_id=recording.exercise_id))
    return opening.start(moment)


def decline(moment: Moment) -> Reply:
    """No: leave the guide, and ask what comes first now."""
    return opening.arrive(_laid_aside(moment))


def _start(moment: Moment, guide_ids: tuple[GuideId, ...], *said: Cue) -> Reply:
    if not moment.player.available:
        return _offer_reading(moment, guide_ids, cues.NoGuidesHere())
    return _play(moment, Track(guide_ids=guide_ids), 0, *said, cues.WhilePlaying())


def _play(moment: Moment, track: Track, offset_ms: int, *said: Cue) -> Reply:
    """Play *track*: the session ends, and from then on the player's own words are understood without our name.

    While the patient is telling how it is, that comes first: it may be a reason not to go on.
    """
    if moment.blocked:
        return gate.refuse(moment)
    if moment.notes.checkup is not None and symptom_question.is_open(moment):
        return counting.say_and_wait(moment)
    if not moment.player.available:
        return _offer_reading(moment, track.guide_ids, cues.NoGuidesHere())
    recording = recording_of(moment.catalog, track.guide_id)
    if recording is None:
        return opening.arrive(_laid_aside(moment))
    if not player_reports.may_play(moment, track):
        why: Cue = cues.GuidesDiffer()
        if isinstance(recording, ExerciseRecording):
            why = cues.LeftOutToday(exercise_id=recording.exercise_id)
        return _laid_aside(moment).close(why)
    track = replace(track, play_number=_next_play_number(moment))
    moment = _laid_aside(keep_place(moment)).with_patient(
        listening=Listening(track=track, offset_ms=offset_ms, on=moment.today)
    )
    return replace(moment.close(*said), player=Play(track=track, offset_ms=offset_ms))


def _offer_reading(moment: Moment, guide_ids: tuple[GuideId, ...], *why: Cue) -> Reply:
    """Say why there is nothing to play, and offer to read it instead."""
    moment = keep_place(moment)
    listening = Listening(track=Track(guide_ids=guide_ids), on=moment.today, failed=True)
    moment = moment.with_patient(listening=listening)
    asked = guide_question.ask(moment)
    return replace(asked, cues=why)


def _laid_aside(moment: Moment) -> Moment:
    """Return the moment without a guide, and with no question about one."""
    moment = moment.with_patient(listening=None)
    if moment.state is not State.OFFERING_GUIDE:
        return moment
    return moment.with_session(state=State.PAUSED if moment.session.under_way else State.FINISHED)


def _at(moment: Moment) -> Moment:
    """Return the moment with the place of the guide that is up remembered."""
    here = guide_question.current_guide(moment)
    if here is None or moment.patient.listening is None:
        return moment
    return moment.with_patient(listening=replace(here, queued=False))


def _as_planned(moment: Moment, exercise_id: ExerciseId) -> PlannedExercise:
    for one in moment.session.exercises[moment.session.index :]:
        if one.exercise_id == exercise_id:
            return one
    exercise = moment.catalog.exercises[exercise_id]
    return place_in_plan(
        moment.catalog, moment.patient, exercise, level=Level.BEGINNER, prescription=moment.prescription
    )


def _has_no_guide(planned: PlannedExercise) -> bool:
    """Return whether the guides show *planned* another way: in its usual form, and at the levels' own doses."""
    return planned.form is not Form.USUAL or planned.dose is not None


def _edition_of(moment: Moment, exercise_id: ExerciseId) -> Edition:
    played = moment.patient.guides_played.get(exercise_id, 0)
    return Edition.FULL if played < FULL_ONES_FIRST else Edition.DAILY


def _noting_played(moment: Moment, exercise_ids: tuple[ExerciseId, ...]) -> Moment:
    """Return the moment in which the full guides of *exercise_ids* were played once more."""
    if not moment.player.available:
        return moment
    played = moment.patient.guides_played
    once_more = {exercise_id: played.get(exercise_id, 0) + 1 for exercise_id in exercise_ids}
    return moment.with_patient(guides_played={**played, **once_more})


def _whole_routine(moment: Moment, edition: Edition) -> GuideId | None:
    """Return the guide of today's whole routine; None when today something else is planned than it says."""
    session = moment.session
    planned_routine = next((one for one in moment.catalog.routines if one.id == session.routine_id), None)
    if planned_routine is None or session.minutes or moment.patient.forms or player_reports.leaves_out(moment):
        return None
    return routine_guide_id(planned_routine, moment.patient.region or planned_routine.regions[0], edition)


def _next_play_number(moment: Moment) -> int:
    kept, told = moment.patient.listening, moment.player.track
    return 1 + max(kept.track.play_number if kept else 0, told.play_number if told else 0)


def _stop_rule(moment: Moment, track: Track) -> tuple[Cue, ...]:
    recording = recording_of(moment.catalog, track.guide_id)
    if isinstance(recording, ExerciseRecording):
        return (cues.StopRule(exercise_id=recording.exercise_id),)
    return (cues.StopRuleForAll(),)
