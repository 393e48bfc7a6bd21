"""Leaving: stopping, ends that nobody asked for, and deleting everything."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.count import counting, gate
from skill.dialogue.count.place import keep_place, record_minutes
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.patient.household import OWN
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import Session
from skill.domain.patient.state import State


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
    return record_minutes(keep_place(moment)).close()


def ask_delete(moment: Moment) -> Reply:
    """Ask once before everything is deleted."""
    moment = keep_place(moment).with_session(state=State.CONFIRMING_DELETE)
    return moment.say(ask=cues.AskDelete())


def delete(moment: Moment) -> Reply:
    """Erase everything that is known of the patient; the others of the household stay, and that is said."""
    others = len(moment.household.members) > 1
    said = cues.DeletedOne() if others else cues.Deleted()
    stays = others and moment.member_id == OWN
    reply = replace(moment.close(said), patient=Patient(), session=Session(), facts=())
    return replace(reply, forget=not stays, forget_alone=stays)


def ask_delete_everyone(moment: Moment) -> Reply:
    """Ask once before everything about everybody of the household is deleted."""
    moment = keep_place(moment).with_session(state=State.CONFIRMING_DELETE_EVERYONE)
    return moment.say(ask=cues.AskDeleteEveryone())


def delete_everyone(moment: Moment) -> Reply:
    """Erase everything that is known of everybody in the household."""
    reply = moment.close(cues.Deleted())
    return replace(reply, patient=Patient(), session=Session(), facts=(), forget=True, forget_everyone=True)


def keep_data(moment: Moment) -> Reply:
    """Nothing is deleted: back to where it was."""
    if moment.blocked:
        return gate.refuse(moment, cues.NotDeleted())
    state = State.PAUSED if moment.session.under_way else State.FINISHED
    return counting.say_and_wait(moment.with_session(state=state), cues.NotDeleted())
