"""The questions before exercise, and what they limit."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.safety.limits import Limit
from skill.domain.safety.screen_items import Asking, ScreenKind


@cue
class ScreenIntro(Cue):
    """Safety questions come now; before the first ones, which of them can be read."""

    kind: ScreenKind


@cue
class ScreenGoesOn(Cue):
    """The safety questions must be finished first."""


@cue
class AskScreening(Question):
    """One safety question. Its words are the item's own message, `screen-s1` for `S1` (skill/speech/messages.py)."""

    item_id: str
    asking: Asking


@cue
class AskScreenList(Question):
    """Several safety questions in one list. Its words are the list's own message, `screen-g1` for `G1`."""

    group_id: str
    region: Region


@cue
class AskWhichOnes(Question):
    """Something of the list is true: which ones?"""


@cue
class AskOthers(Question):
    """One of the list was named: any other?"""


@cue
class ScreenListsLeft(Cue):
    """How many lists are still to come, the one that follows among them."""

    lists: int


@cue
class ScreenAgain(Cue):
    """A safety question was not understood: it comes once more, and what can be answered is named."""

    misses: int


@cue
class ScreenGivenUp(Cue):
    """A safety question was not understood three times: nothing is coached now (docs/clinical.md §3.2a)."""

    emergency_number: str


@cue
class SignList(Cue):
    """A list of signs, where no question may be asked. Its words are the list's own, `.signs`."""

    group_id: str
    region: Region


@cue
class SignsIntro(Cue):
    """Signs are read as a list: *urgent* ones need emergency care, the others a clinician's word first."""

    urgent: bool


@cue
class Sign(Cue):
    """One item of a list. Its words are the item's own, `.sign`."""

    item_id: str


@cue
class AskSigns(Question):
    """Stop, or continue?"""

    urgent: bool


@cue
class ScreenWhy(Cue):
    """Why the safety questions are asked."""


@cue
class ScreenAnyPart(Cue):
    """Only a part of the question was denied: what yes and no mean for the whole of it."""


@cue
class ScreenToldBefore(Cue):
    """Something was told when it could not be asked about; what it was follows, and then the question."""


@cue
class ScreenNoted(Cue):
    """Something was told that a safety question asks about; a safety question follows."""


@cue
class ScreenUnsure(Cue):
    """Not sure: the careful reading is taken."""


@cue
class Clearance(Cue):
    """docs/clinical.md §2.8 CLEARANCE."""


@cue
class AdultsOnly(Cue):
    """Nobody under eighteen is coached."""


@cue
class LimitedTo(Cue):
    """What is still coached until a clinician has cleared the rest."""

    limit: Limit


@cue
class LimitedExercise(Cue):
    """This exercise waits for a clinician's word."""

    exercise_id: ExerciseId


@cue
class NothingAllowed(Cue):
    """Under the limits there is nothing to do today."""


@cue
class HarderOnceCleared(Cue):
    """Nothing gets harder until a clinician has cleared it."""
