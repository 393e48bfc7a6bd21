"""The questions about who is talking."""

from __future__ import annotations

from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Question
from skill.domain.patient.household import Member


def candidate(moment: Moment) -> Member | None:
    """Return the likeliest member that stands at the door; None when nobody is left who it could be."""
    return next(iter(moment.household.candidates(moment.session.not_them)), None)


def who_question(moment: Moment) -> Question:
    """Return the question whether it is the likeliest member, or for a name when there is none."""
    found = candidate(moment)
    return cues.AskFirstName() if found is None else cues.AskWho(name=found.name)


def other_person_question(moment: Moment) -> Question:
    """Return the question whether another person is exercising now."""
    return cues.AskOtherPerson(name=moment.session.other_name)


def held_question(moment: Moment) -> Question:
    """Return the question while coaching is held: has a clinician checked it, or was it somebody else's sign at all?"""
    care = moment.patient.care
    return cues.AskWhoseSign() if care is not None and care.unrecognized else cues.AskCleared()
