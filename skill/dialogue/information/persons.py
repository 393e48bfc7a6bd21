"""Another person takes over in the midst of a session, or the same one has another name."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.count import side_question
from skill.dialogue.information import settings
from skill.dialogue.reply import Reply
from skill.dialogue.routine import leaving
from skill.dialogue.step import Moment
from skill.domain.patient.household import DOOR, NEW, Member
from skill.domain.patient.state import State


def someone_else(moment: Moment, name: str | None = None) -> Reply:
    """Ask whether it is another person, called *name* when that was told. The patient's own name changes nothing."""
    if name is not None and _is_own(moment, name):
        return side_question.again(moment)
    return side_question.ask(moment, State.CONFIRMING_PERSON, other_name=name, renaming=False)


def call_me(moment: Moment, name: str) -> Reply:
    """Take what to call the patient; another name than before may be another person's."""
    if moment.patient.name is None or _is_own(moment, name):
        return settings.set_name(moment, name)
    return side_question.ask(moment, State.CONFIRMING_PERSON, other_name=name, renaming=True)


def another(moment: Moment) -> Reply:
    """Yes, another person: the place is kept, and who takes over is asked for, or known by the name."""
    name = moment.session.other_name
    moment = side_question.without_side_question(moment)
    if name is None:
        return replace(leaving.stop(moment), person=Member(id=DOOR))
    return replace(leaving.stop(moment), person=moment.household.called(name) or Member(id=NEW, name=name))


def same(moment: Moment) -> Reply:
    """No, the same one: perhaps with a new name."""
    name, renaming = moment.session.other_name, moment.session.renaming
    if name is not None and renaming:
        return settings.set_name(side_question.without_side_question(moment), name)
    return side_question.go_back(moment)


def _is_own(moment: Moment, name: str) -> bool:
    return moment.patient.name is not None and moment.patient.name.casefold() == name.casefold()
