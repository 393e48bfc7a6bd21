"""The questions before exercise, and what they limit."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import ExerciseId
from skill.domain.limits import Limit
from skill.domain.screen_items import Asking, ScreenKind


@words
class ScreenIntro(Cue):
    """Safety questions come now; before the first ones, which of them can be read."""

    kind: ScreenKind


@words
class ScreenGoesOn(Cue):
    """The safety questions must be finished first."""


@words
class AskScreening(Question):
    """One safety question. Its words are the item's own message, `screen-s1` for `S1` (skill/speech/messages.py)."""

    item_id: str
    asking: Asking


@words
class SignsIntro(Cue):
    """Signs are read as a list: *urgent* ones need emergency care, the others a clinician's word first."""

    urgent: bool


@words
class Sign(Cue):
    """One item of a list. Its words are the item's own, `.sign`."""

    item_id: str


@words
class AskSigns(Question):
    """Stop, or continue?"""

    urgent: bool


@words
class ScreenWhy(Cue):
    """Why the safety questions are asked."""


@words
class ScreenAnyPart(Cue):
    """Only a part of the question was denied: what yes and no mean for the whole of it."""


@words
class ScreenNoted(Cue):
    """Something was told that a safety question asks about; a safety question follows."""


@words
class ScreenUnsure(Cue):
    """Not sure: the careful reading is taken."""


@words
class ScreenPassed(Cue):
    """The safety questions are done; the exercises follow."""


@words
class Clearance(Cue):
    """clinical.md §2.8 CLEARANCE."""


@words
class AdultsOnly(Cue):
    """Nobody under eighteen is coached."""


@words
class LimitedTo(Cue):
    """What is still coached until a clinician has cleared the rest."""

    limit: Limit


@words
class LimitedExercise(Cue):
    """This exercise waits for a clinician's word."""

    exercise_id: ExerciseId


@words
class NothingAllowed(Cue):
    """Under the limits there is nothing to do today."""


@words
class HarderOnceCleared(Cue):
    """Nothing gets harder until a clinician has cleared it."""
