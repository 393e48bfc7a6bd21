"""What the player reports, and what it means later. None may be answered with words (docs/alexa-platform.md §3.2).

A report that is not about the guide that is remembered changes nothing: it is late, or somebody else's.
"""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.questions.guide_question import current_guide
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain.catalog.recordings import ExerciseRecording, recording_of
from skill.domain.patient.player import Enqueue, Halt, Track
from skill.domain.plan.eligibility import may_do


def with_player_stopped(moment: Moment, reply: Reply) -> Reply:
    """Return *reply* with the player stopped when it plays: the coach and a recording never talk at once.

    While a clinician must look first, no guide is kept to go on with.
    """
    if reply.patient.care is not None and reply.patient.listening is not None:
        reply = replace(reply, patient=replace(reply.patient, listening=None))
    if reply.player is not None or not moment.player.playing or moment.player.track is None:
        return reply
    patient = reply.patient
    here = current_guide(moment)
    if patient.listening is not None and here is not None:
        patient = replace(patient, listening=replace(here, queued=False))
    return replace(reply, patient=patient, player=Halt())


def started(moment: Moment) -> Reply:
    """A guide begins to sound: the one that was asked for, the one queued after it, or one that somebody talked over.

    What was queued behind one that only goes on is still queued: it must not be queued once more.
    """
    told, kept = _known(moment), moment.patient.listening
    if told is None or kept is None:
        return moment.close()
    queued = kept.queued and told == kept.track
    return _keep(moment, track=told, offset_ms=moment.player.offset_ms, queued=queued, failed=False)


def stopped(moment: Moment) -> Reply:
    """A guide was stopped: keep the exact place. What is queued behind it stays, until something is played anew."""
    told, kept = _known(moment), moment.patient.listening
    if told is None or kept is None or told != kept.track:
        return moment.close()
    return _keep(moment, offset_ms=moment.player.offset_ms)


def nearly_finished(moment: Moment) -> Reply:
    """The player can take the next guide: queue it, once, unless it must not be done any more.

    The safety questions of a day that began meanwhile wait: they were answered before the queue was played.
    """
    told, kept = moment.player.track, moment.patient.listening
    following = told.next if told else None
    if told is None or following is None or not may_play(moment, following):
        return moment.close()
    if kept is not None and kept.track.same_play(told):
        if kept.queued or kept.track.index > told.index:
            return moment.close()
        moment = moment.with_patient(listening=replace(kept, track=told, queued=True))
    return replace(moment.close(), player=Enqueue(track=following, after=told))


def finished(moment: Moment) -> Reply:
    """A guide was heard to its end: the next one is up, or there is nothing to go on with."""
    told, kept = _known(moment), moment.patient.listening
    if told is None or kept is None or told != kept.track:
        return moment.close()
    if told.next is None:
        return moment.with_patient(listening=None).close()
    return _keep(moment, track=told.next, offset_ms=0, queued=False)


def failed(moment: Moment) -> Reply:
    """A guide could not be played: the next launch says so and offers to read it."""
    told = _known(moment)
    return moment.close() if told is None else _keep(moment, track=told, offset_ms=0, queued=False, failed=True)


def may_play(moment: Moment, track: Track) -> bool:
    """Return whether the guide of *track* exists, and nothing has come that forbids its exercise today."""
    recording = recording_of(moment.catalog, track.guide_id)
    if recording is None or moment.suspended:
        return False
    if isinstance(recording, ExerciseRecording):
        return may_do(moment.catalog, moment.patient, recording.exercise_id, moment.day, moment.prescription)
    return not leaves_out(moment)


def leaves_out(moment: Moment) -> bool:
    """Return whether some exercises of the routine are not for the patient today: its recording has them all."""
    day, given = moment.day, moment.prescription
    prescribed = given is not None and bool(given.leave_out or given.exercises)
    return bool(day.closed_directions or day.closed_exercises or moment.patient.limits or prescribed)


def _known(moment: Moment) -> Track | None:
    """Return the track that is reported about when it is of the play that is remembered."""
    told, kept = moment.player.track, moment.patient.listening
    return told if told and kept and kept.track.same_play(told) else None


def _keep(moment: Moment, **changes: object) -> Reply:
    kept = moment.patient.listening
    if kept is None:
        return moment.close()
    return moment.with_patient(listening=replace(kept, **changes)).close()  # type: ignore[arg-type]  # its own fields
