"""Asking about the symptoms, what comes of the answers, and why."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.symptoms.report import Conflict
from skill.domain.symptoms.verdicts import Ends, Reason


@cue
class AskHowItWas(Question):
    """After an exercise: where is it now, how strong, anything new? *lying*: the patient should roll over first."""

    region: Region
    lying: bool = False


@cue
class AskChange(Question):
    """After an exercise, when it is not known how it was before: better, the same, or worse?"""

    region: Region


@cue
class AskBaseline(Question):
    """Before the first exercise ever: the furthest place."""

    region: Region


@cue
class AskBaselineAgain(Question):
    """Before the first exercise, when it is known how it was last time: the same, or different?"""

    region: Region
    zone: str
    strength: int


@cue
class AskFurthest(Question):
    """The furthest place now."""

    region: Region


@cue
class AskJoint(Question):
    """A whole leg or arm was named: above or below the knee or elbow?"""

    region: Region


@cue
class AskStrength(Question):
    """How strong it is there, from zero to ten."""


@cue
class AskNew(Question):
    """Any new numbness, tingling or weakness?"""


@cue
class AskNewKind(Question):
    """Which of the three is new?"""


@cue
class AskSides(Question):
    """On one side, or on both?"""


@cue
class AskNextDay(Question):
    """Better, the same or worse than before the last session? *days_ago* is when that was."""

    days_ago: int


@cue
class AskRecheck(Question):
    """Some minutes after a stop: where is it now, and how strong?"""

    region: Region


@cue
class AskSettled(Question):
    """Has the dizziness gone within a minute?"""


@cue
class AskAlone(Question):
    """Did anything come with the dizziness?"""


@cue
class AskGentler(Question):
    """The gentler option, once? *other* is another exercise's id, or the same for its own easier form."""

    exercise_id: ExerciseId
    other: bool


@cue
class Noted(Cue):
    """What was understood, so that it can be corrected. *zone* is the zone's id."""

    region: Region
    zone: str
    strength: int | None


@cue
class ZeroToTen(Cue):
    """The number was none from zero to ten."""


@cue
class OtherRegion(Cue):
    """A place was named that belongs to another part of the spine than the one asked about."""

    region: Region


@cue
class DoesNotFit(Cue):
    """Two answers contradict each other."""

    conflict: Conflict


@cue
class ThanksForTelling(Cue):
    """Symptoms were told where nothing asks about them."""


@cue
class FirstTell(Cue):
    """Before anything else: how was that?"""


@cue
class Why(Cue):
    """What was decided, and why, in one sentence."""

    reason: Reason
    ends: Ends = Ends.NOTHING


@cue
class WellTaken(Cue):
    """It was taken well, and the routine goes on; said in several ways."""

    reason: Reason
    wording: int = 0


@cue
class OnTheWay(Cue):
    """Half of the routine is done, or only two exercises are left: said once each, and never when counting quietly."""

    left: int
    wording: int = 0


@cue
class CarryOn(Cue):
    """The same dose, the next exercise."""


@cue
class DoHalf(Cue):
    """Once more: only so many, with half the movement."""

    reps: int


@cue
class HalfMovement(Cue):
    """Once more: as many, with half the movement."""


@cue
class HalfAsLong(Cue):
    """Once more: half as long."""


@cue
class LeaveItThere(Cue):
    """What cannot be done lighter ends here."""

    exercise_id: ExerciseId


@cue
class RestAWhile(Cue):
    """Rest in the easiest position."""


@cue
class SkippingRelated(Cue):
    """Later exercises in the same direction are left out today."""

    exercises: int


@cue
class CheckAgainIn(Cue):
    """In some minutes it can be checked again."""

    minutes: int


@cue
class TooSoonToCheck(Cue):
    """It is checked again in some minutes, not yet."""

    minutes: int


@cue
class NothingToCheck(Cue):
    """Nothing was stopped that could be checked again."""


@cue
class FinishForToday(Cue):
    """No more exercise today, and how to go on."""


@cue
class StoppedToday(Cue):
    """Today's exercises were ended; tomorrow we look again."""


@cue
class OnlyRecovery(Cue):
    """Only recovery exercises and short walks today."""


@cue
class NoExerciseNow(Cue):
    """No exercises for now."""


@cue
class TellMeLater(Cue):
    """Nothing is coached before it is known how it is."""


@cue
class AtTheEasiest(Cue):
    """Every exercise begins again at the easiest level."""


@cue
class LeaveAllOut(Cue):
    """Worse after exercise, and still worse: leave all of them out."""


@cue
class TooStrongFor(Cue):
    """This exercise is too much for how it is today."""

    exercise_id: ExerciseId


@cue
class NoGentler(Cue):
    """The gentler option was declined."""
