"""Leaving: stopping, ends that nobody asked for, and deleting everything."""

from __future__ import annotations

from dataclasses import replace

from skill.domain import cues
from skill.domain.dialogue import counting, gate
from skill.domain.dialogue.place import hold_place, record_minutes
from skill.domain.moment import Moment, Reply
from skill.domain.session import Patient, Session, State


def stop(moment: Moment) -> Reply:
    """Stop: the place is kept, and the next launch offers to go on there."""
    moment = record_minutes(counting.interrupted(moment))
    if moment.session.under_way:
        return moment.close(cues.KeptYourPlace())
    return moment.close(cues.Goodbye())


def hang_up(moment: Moment, *, ran_out: bool) -> Reply:
    """Alexa's session ended by itself; nothing can be said. *ran_out*: after silence, so the count was heard out.

    A count that was heard out stays open: the next launch asks whether it was done.
    """
    if ran_out or moment.place_heard() is None:
        return moment.close()
    return record_minutes(hold_place(moment)).close()


def ask_delete(moment: Moment) -> Reply:
    """Ask once before everything is deleted."""
    moment = hold_place(moment).with_session(state=State.CONFIRMING_DELETE)
    return moment.say(ask=cues.AskDelete())


def delete(moment: Moment) -> Reply:
    """Erase everything that is known of the patient."""
    return replace(moment.close(cues.Deleted()), patient=Patient(), session=Session(), facts=(), forget=True)


def keep_data(moment: Moment) -> Reply:
    """Nothing is deleted: back to where it was."""
    if moment.blocked:
        return gate.refuse(moment, cues.NotDeleted())
    state = State.PAUSED if moment.session.under_way else State.FINISHED
    return counting.stay(moment.with_session(state=state), cues.NotDeleted())
