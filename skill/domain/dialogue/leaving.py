"""Leaving: stopping, ends that nobody asked for, and deleting everything."""

from __future__ import annotations

from skill.domain import cues
from skill.domain.dialogue import counting
from skill.domain.dialogue.place import hold_place
from skill.domain.moment import Moment, Reply
from skill.domain.session import State

PASSING = (State.OFFERING_RESUME, State.CONFIRMING_DELETE)


def stop(moment: Moment) -> Reply:
    """Stop: the place is kept, and the next launch offers to go on there."""
    moment = hold_place(moment)
    if moment.session.under_way:
        return moment.close(cues.KeptYourPlace())
    return moment.close(cues.Goodbye())


def decline(moment: Moment) -> Reply:
    """No to an offer: goodbye, the place is kept."""
    return stop(moment)


def hang_up(moment: Moment, *, ran_out: bool) -> Reply:
    """Alexa's session ended by itself; nothing can be said. *ran_out*: after silence, so the count was heard out."""
    if ran_out:
        return moment.close()
    return hold_place(moment).close()


def ask_delete(moment: Moment) -> Reply:
    """Ask once before everything is deleted."""
    moment = hold_place(moment).with_session(state=State.CONFIRMING_DELETE)
    return moment.say(ask=cues.AskDelete())


def keep_data(moment: Moment) -> Reply:
    """Nothing is deleted: back to where it was."""
    state = State.PAUSED if moment.session.under_way else State.FINISHED
    moment = moment.with_session(state=state)
    return counting.stay(moment, cues.NotDeleted())
