"""Who of a household is talking, and whose a sign was."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue


@cue
class AskWho(Question):
    """The voice is not recognized: is it this member?"""

    name: str | None
    """None for the one coached last, who has told no name."""


@cue
class AskFirstName(Question):
    """Somebody new: what is your first name?"""


@cue
class AskOtherPerson(Question):
    """Is another person exercising now?"""

    name: str | None
    """The name that was told, when it was; it may be only a new name of the same person."""


@cue
class AskWhoseSign(Question):
    """docs/clinical.md §3.2a: somebody in the house told a sign and was not recognized. Was it you?"""


@cue
class SignOfAnother(Cue):
    """The sign was not this patient's: the emergency questions come before anything is coached."""


@cue
class NoSignOfYours(Cue):
    """Every question about an emergency was answered with no, and the sign was another one's: coaching goes on."""


@cue
class AskDeleteEveryone(Question):
    """Really delete everything about everybody of the household?"""


@cue
class DeletedOne(Cue):
    """Everything about this patient is deleted, and nothing about the others of the household."""
