"""At the door: somebody talks, and it is not known who of the household it is. Nothing is coached here."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.questions import current_question
from skill.dialogue.questions.who_question import candidate
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain.cues import Cue
from skill.domain.patient.household import NEW, Member
from skill.domain.patient.state import State


def open_door(moment: Moment, *before: Cue) -> Reply:
    """Ask who it is; when nobody is left who it could be, it is somebody new."""
    state = State.ASKING_NAME if candidate(moment) is None else State.ASKING_WHO
    return _ask(moment.with_session(state=state), *before)


def yes(moment: Moment) -> Reply:
    """Yes: it is the member that was named. To the question for a name that is no answer."""
    found = candidate(moment)
    return ask_again(moment) if found is None or moment.state is State.ASKING_NAME else let_in(moment, found)


def no(moment: Moment) -> Reply:
    """No: it is somebody else. Who tells no name is somebody new without one."""
    found = candidate(moment)
    if found is None or moment.state is State.ASKING_NAME:
        return let_in(moment, Member(id=NEW))
    return open_door(moment.with_session(not_them=(*moment.session.not_them, found.id)))


def called(moment: Moment, name: str) -> Reply:
    """Take a name: of a member, or of somebody new."""
    return let_in(moment, moment.household.called(name) or Member(id=NEW, name=name))


def somebody_else(moment: Moment) -> Reply:
    """Somebody else: none of those that could be named."""
    if moment.state is State.ASKING_NAME:
        return ask_again(moment)
    return no(moment)


def ask_again(moment: Moment, *before: Cue) -> Reply:
    """Ask once more; who tells no name at the third time goes without one."""
    times = moment.session.times_asked + 1
    if moment.state is State.ASKING_NAME and times > MOST_TIMES:
        return let_in(moment, Member(id=NEW))
    return _ask(moment.with_session(times_asked=times), *before)


def let_in(moment: Moment, member: Member) -> Reply:
    """Return the reply after which the session is that *member*'s."""
    return replace(moment.close(), person=member)


def _ask(moment: Moment, *before: Cue) -> Reply:
    return moment.say(*before, ask=current_question.question_of(moment))


MOST_TIMES = 2
"""How often a name is asked for again."""
