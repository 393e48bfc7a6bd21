"""May answers about symptoms be kept? Asked at the end of a sitting, given or taken back at any time."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.count import counting
from skill.dialogue.reply import Reply
from skill.dialogue.review import rating
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import ExerciseEnded, SymptomReported
from skill.domain.history.privacy import Consent, SymptomsMode, keeping_of
from skill.domain.patient.state import State


def agree(moment: Moment) -> Reply:
    """Yes, to the question: keep them from now on, with what was told in this sitting, and end it."""
    return rating.close(_given(moment), cues.ConsentGiven())


def refuse(moment: Moment) -> Reply:
    """No, or not sure: keep none, and end the sitting."""
    moment = moment.with_patient(consent=Consent.REFUSED).with_session(state=State.FINISHED, unkept=())
    return rating.close(moment, cues.ConsentRefused())


def _given(moment: Moment) -> Moment:
    """Return the moment with answers kept from now on, and what waited for it written."""
    waiting = moment.session.unkept
    state = State.FINISHED if moment.state is State.ASKING_CONSENT else moment.state
    return moment.with_patient(consent=Consent.GIVEN).with_session(state=state, unkept=()).noting(*waiting)


def give(moment: Moment) -> Reply:
    """Keep my answers: at any time."""
    if moment.mode is not SymptomsMode.DURABLE:
        return counting.say_and_wait(moment, cues.NothingToKeep())
    return counting.say_and_wait(_given(moment), cues.ConsentGiven())


def withdraw(moment: Moment) -> Reply:
    """Stop keeping my answers: what was kept of them is erased, at any time."""
    if moment.mode is SymptomsMode.POLICY_SAFE:
        return counting.say_and_wait(moment, cues.NothingToKeep())
    said: Cue = cues.ConsentWithdrawn() if moment.patient.consent is Consent.GIVEN else cues.ConsentRefused()
    moment = moment.with_patient(consent=Consent.REFUSED, painful_side=None).with_session(unkept=())
    reply = counting.say_and_wait(moment, said)
    return replace(reply, forget_symptoms=True)


def what_is_known(moment: Moment) -> Reply:
    """Tell what is kept, how much of it there is, and how to have it deleted."""
    record = moment.record
    keeping = keeping_of(moment.mode, moment.patient.consent)
    much = cues.WhatIsKnown(
        days=len({ended.on for ended in record.of(ExerciseEnded)}), reports=len(record.of(SymptomReported))
    )
    return counting.say_and_wait(moment, cues.Privacy(keeping=keeping), *((much,) if record.whole else ()))
