"""Small talk: what is answered in a sentence, and changes nothing."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, cue


@cue
class YouAreWelcome(Cue):
    """An answer to thanks and praise."""


@cue
class NotHere(Cue):
    """What a speaker does elsewhere, such as music and timers, is not done here: how to ask for it."""


@cue
class OnlyAVoice(Cue):
    """The coach is a program, with a voice and no feelings."""


@cue
class ItIsHard(Cue):
    """An answer to somebody who is fed up: kind, honest, and what can be done now."""


@cue
class TakesWeeks(Cue):
    """An answer to somebody for whom it does not work: how long it takes, and whom to ask."""


@cue
class SaidWrong(Cue):
    """The patient takes back what was said or understood last: it is asked again."""


@cue
class TellItAnew(Cue):
    """What was understood was wrong, and is judged already: how to tell it as it is."""
