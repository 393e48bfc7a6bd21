"""Asking about the symptoms, what comes of the answers, and why."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import ExerciseId, Region
from skill.domain.symptoms import Conflict
from skill.domain.verdicts import Ends, Reason


@words
class AskHowItWas(Question):
    """After an exercise: where is it now, how strong, anything new? *lying*: the patient should roll over first."""

    region: Region
    lying: bool = False


@words
class AskChange(Question):
    """After an exercise, when it is not known how it was before: better, the same, or worse?"""

    region: Region


@words
class AskBaseline(Question):
    """Before the first exercise ever: the furthest place."""

    region: Region


@words
class AskBaselineAgain(Question):
    """Before the first exercise, when it is known how it was last time: the same, or different?"""

    region: Region
    zone: str
    strength: int


@words
class AskFurthest(Question):
    """The furthest place now."""

    region: Region


@words
class AskJoint(Question):
    """A whole leg or arm was named: above or below the knee or elbow?"""

    region: Region


@words
class AskStrength(Question):
    """How strong it is there, from zero to ten."""


@words
class AskNew(Question):
    """Any new numbness, tingling or weakness?"""


@words
class AskNewKind(Question):
    """Which of the three is new?"""


@words
class AskSides(Question):
    """On one side, or on both?"""


@words
class AskNextDay(Question):
    """Better, the same or worse than before the last session? *days_ago* is when that was."""

    days_ago: int


@words
class AskRecheck(Question):
    """Some minutes after a stop: where is it now, and how strong?"""

    region: Region


@words
class AskSettled(Question):
    """Has the dizziness gone within a minute?"""


@words
class AskAlone(Question):
    """Did anything come with the dizziness?"""


@words
class AskGentler(Question):
    """The gentler option, once? *other* is another exercise's id, or the same for its own easier form."""

    exercise_id: ExerciseId
    other: bool


@words
class Noted(Cue):
    """What was understood, so that it can be corrected. *zone* is the zone's id."""

    region: Region
    zone: str
    strength: int | None


@words
class ZeroToTen(Cue):
    """The number was none from zero to ten."""


@words
class OtherRegion(Cue):
    """A place was named that belongs to another part of the spine than the one asked about."""

    region: Region


@words
class DoesNotFit(Cue):
    """Two answers contradict each other."""

    conflict: Conflict


@words
class ThanksForTelling(Cue):
    """Symptoms were told where nothing asks about them."""


@words
class FirstTell(Cue):
    """Before anything else: how was that?"""


@words
class Why(Cue):
    """What was decided, and why, in one sentence."""

    reason: Reason
    ends: Ends = Ends.NOTHING


@words
class CarryOn(Cue):
    """The same dose, the next exercise."""


@words
class DoHalf(Cue):
    """Once more: only so many, with half the movement."""

    reps: int


@words
class HalfMovement(Cue):
    """Once more: as many, with half the movement."""


@words
class HalfAsLong(Cue):
    """Once more: half as long."""


@words
class LeaveItThere(Cue):
    """What cannot be done lighter ends here."""

    exercise_id: ExerciseId


@words
class RestAWhile(Cue):
    """Rest in the easiest position."""


@words
class SkippingRelated(Cue):
    """Later exercises in the same direction are left out today."""

    exercises: int


@words
class CheckAgainIn(Cue):
    """In some minutes it can be checked again."""

    minutes: int


@words
class TooSoonToCheck(Cue):
    """It is checked again in some minutes, not yet."""

    minutes: int


@words
class NothingToCheck(Cue):
    """Nothing was stopped that could be checked again."""


@words
class FinishForToday(Cue):
    """No more exercise today, and how to go on."""


@words
class StoppedToday(Cue):
    """Today's exercises were ended; tomorrow we look again."""


@words
class OnlyRecovery(Cue):
    """Only recovery exercises and short walks today."""


@words
class NoExerciseNow(Cue):
    """No exercises for now."""


@words
class TellMeLater(Cue):
    """Nothing is coached before it is known how it is."""


@words
class AtTheEasiest(Cue):
    """Every exercise begins again at the easiest level."""


@words
class LeaveAllOut(Cue):
    """Worse after exercise, and still worse: leave all of them out."""


@words
class TooStrongFor(Cue):
    """This exercise is too much for how it is today."""

    exercise_id: ExerciseId


@words
class NoGentler(Cue):
    """The gentler option was declined."""
