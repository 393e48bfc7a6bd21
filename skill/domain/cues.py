"""Everything the coach can say, one type each. The words are in Fluent, under the type's name in kebab-case.

A field is a value of the sentence (`$set_number`). One that holds an exercise's or a movement's id is given as its
name too (`$exercise`), and a tuple of ids as a list (`$exercises`): see `skill/speech/values.py`. A `Question` is the
only kind of cue that opens the microphone.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeVar, dataclass_transform

from skill.domain.exercise import ExerciseId, Form, Level, Phase, Region, Side
from skill.domain.limits import Limit
from skill.domain.screen_items import Asking, ScreenKind


class Cue:
    """Something the coach can say. Two cues of the same kind with the same values are equal.

    What a frozen dataclass writes anew for each of its kinds is here once: writing it takes most of a start's time.
    """

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._values()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in values(self).items())
        return f"{type(self).__name__}({shown})"

    def _values(self) -> tuple[object, ...]:
        return tuple(map(self.__getattribute__, self.__slots__))


class Question(Cue):
    """Something the coach asks. It is asked once more, in its `.reprompt` words, after silence."""

    __slots__ = ()


_Kind = TypeVar("_Kind", bound=Cue)

KINDS: dict[str, type[Cue]] = {}
"""Every kind of cue by its type's name, in the order of definition."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def words(kind: type[_Kind]) -> type[_Kind]:
    """Make *kind* a slotted, keyword-only dataclass (mypy holds it frozen), and enter it in `KINDS`."""
    made = dataclass(eq=False, repr=False, slots=True, kw_only=True)(kind)
    KINDS[made.__name__] = made
    return made


# The exercise's own words, from its folder -----------------------------------------------------------------------


@words
class Setup(Cue):
    """How to set up for the exercise, in the form asked for."""

    exercise_id: ExerciseId
    form: Form = Form.USUAL


@words
class Step(Cue):
    """One step of the exercise; *step_number* starts at 1."""

    exercise_id: ExerciseId
    step_number: int


@words
class FormHow(Cue):
    """How the easier or the standing form is done, in a sentence or two: it replaces the steps."""

    exercise_id: ExerciseId
    form: Form


@words
class Variant(Cue):
    """What the dose's level means for the movement ("onto your forearms only")."""

    exercise_id: ExerciseId
    level: Level


@words
class Breathing(Cue):
    """How to breathe in the exercise."""

    exercise_id: ExerciseId


@words
class Caution(Cue):
    """One thing to be careful about; *caution_number* starts at 1."""

    exercise_id: ExerciseId
    caution_number: int


@words
class Mistake(Cue):
    """One common mistake, said as what to do instead; *mistake_number* starts at 1."""

    exercise_id: ExerciseId
    mistake_number: int


@words
class NotFor(Cue):
    """Who should not do the exercise; *reason_number* starts at 1."""

    exercise_id: ExerciseId
    reason_number: int


@words
class StopRule(Cue):
    """When to stop the exercise at once."""

    exercise_id: ExerciseId


@words
class StopRuleForAll(Cue):
    """When to stop any exercise at once."""


@words
class Purpose(Cue):
    """What the exercise is for."""

    exercise_id: ExerciseId


@words
class MovementHow(Cue):
    """How a movement of a circuit is done."""

    movement_id: str


# The count -------------------------------------------------------------------------------------------------------


@words
class GetReady(Cue):
    """Take up the position; the count starts in *seconds*."""

    seconds: int
    set_number: int
    sets: int
    reps: int
    side: Side | None


@words
class PickUp(Cue):
    """Get ready to go on from a place inside the exercise."""

    set_number: int
    rep_number: int
    side: Side | None


@words
class PickUpHold(Cue):
    """Get ready to go on with a long hold that has *seconds_left* to go."""

    seconds_left: int


@words
class Up(Cue):
    """The word for moving into the repetition ("press")."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@words
class Hold(Cue):
    """The word for staying there ("hold")."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@words
class Down(Cue):
    """The word for moving back ("down")."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@words
class RepDone(Cue):
    """The repetition's number, at its end."""

    rep_number: int


@words
class RepAgain(Cue):
    """The next repetition starts in a moment."""


@words
class Countdown(Cue):
    """One of the last seconds: *seconds_left* is 3, 2 or 1."""

    seconds_left: int


@words
class Halfway(Cue):
    """Half of a hold is done."""


@words
class TimeLeft(Cue):
    """How long a hold still lasts."""

    seconds: int


@words
class Calm(Cue):
    """A calm word in a long hold or rest; *variant* is 1 to 4, in turn."""

    variant: int


@words
class RestStarts(Cue):
    """The rest between sets, and what comes after it."""

    seconds: int
    set_number: int
    sets: int
    reps: int


@words
class RestEnds(Cue):
    """The rest is over in *seconds*: take up the position."""

    seconds: int


@words
class SwitchSides(Cue):
    """Now the other side, *side*."""

    side: Side


@words
class CountDone(Cue):
    """The last repetition is done: relax."""


# First launch, set-up, welcome -----------------------------------------------------------------------------------


@words
class Welcome(Cue):
    """Who Spine Coach is for, at the first launch."""


@words
class Disclaimer(Cue):
    """What it is not, in one breath."""

    emergency_number: str


@words
class WelcomeBack(Cue):
    """A short welcome; *visits* is how many sittings there were before."""

    visits: int


@words
class AskRegion(Question):
    """Neck, low back or both?"""


@words
class RegionIs(Cue):
    """The region is understood."""

    region: Region


@words
class RegionHint(Cue):
    """How to tell whether it is the neck or the low back."""


@words
class AskFloor(Question):
    """Can you get down to the floor and back up on your own, safely?"""


@words
class FloorIs(Cue):
    """The answer about the floor is understood."""

    floor: bool


@words
class AskMinutes(Question):
    """How many minutes are there today?"""


@words
class MinutesAre(Cue):
    """The routine is fitted into *minutes*."""

    minutes: int


# The routine -----------------------------------------------------------------------------------------------------


@words
class TodaysRoutine(Cue):
    """What is planned now, in one sentence."""

    phase: Phase
    exercises: int
    minutes: int
    first: ExerciseId


@words
class RoutineLists(Cue):
    """The names of what is planned, in order."""

    exercise_ids: tuple[ExerciseId, ...]


@words
class RestDay(Cue):
    """Today is a day between strengthening days."""


@words
class AnotherBlock(Cue):
    """A further short block of the same day; *blocks_done* are behind."""

    blocks_done: int


@words
class BlockTooSoon(Cue):
    """The other region's block should wait *minutes* more."""

    minutes: int


@words
class NothingFits(Cue):
    """No exercise of the plan fits *minutes*."""

    minutes: int


@words
class AskStart(Question):
    """Shall we start?"""


@words
class ExerciseIntro(Cue):
    """The exercise's name and place in the routine, then its dose."""

    exercise_id: ExerciseId
    form: Form
    exercise_number: int
    exercises: int


@words
class DoseIs(Cue):
    """Sets, reps, hold and sides of what comes."""

    sets: int
    reps: int
    hold_seconds: int
    per_side: bool


@words
class ActivityIs(Cue):
    """Minutes of an activity on one's own."""

    exercise_id: ExerciseId
    minutes: int


@words
class MovementIntro(Cue):
    """The circuit's movement that comes now."""

    movement_id: str
    movement_number: int
    movements: int


@words
class AskReady(Question):
    """Say ready when you are in position."""


@words
class AskReadyToGo(Question):
    """Say ready when you want to set off."""


@words
class ReadyAgain(Cue):
    """A short reminder in place of instructions heard before, of a circuit's movement when there is one."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@words
class IfNew(Cue):
    """Where the steps are, in quick mode, while the exercise is new."""


@words
class OffYouGo(Cue):
    """The activity starts; come back afterwards."""

    exercise_id: ExerciseId
    minutes: int


@words
class AskActivityDone(Question):
    """Did you finish the activity?"""

    exercise_id: ExerciseId
    minutes: int


@words
class AskFinished(Question):
    """The whole count has gone out, but nobody has said so: did you finish it?"""

    exercise_id: ExerciseId


@words
class AskHowItWas(Question):
    """Better, the same, or worse?"""

    region: Region


@words
class AskAgainAfterRest(Question):
    """Are you ready to go on?"""


@words
class GoodAnswer(Cue):
    """The symptoms are better or the same: go on."""

    better: bool


@words
class WorseStop(Cue):
    """Worse: this exercise is over for today, and why."""

    exercise_id: ExerciseId


@words
class SkippingRelated(Cue):
    """Later exercises in the same direction are left out today."""

    exercises: int


@words
class FinishForToday(Cue):
    """Worse for the second time: no more today, and why."""


@words
class StoppedToday(Cue):
    """Today's exercises were ended because things got worse; tomorrow we look again."""


@words
class AskGoOn(Question):
    """Shall we go on with the next one?"""

    exercise_id: ExerciseId


@words
class RoutineDone(Cue):
    """The routine is complete."""

    exercises: int
    minutes: int


@words
class RoutineOver(Cue):
    """The end of the routine was reached with some left out."""

    exercises: int
    skipped: int


@words
class Skipped(Cue):
    """The exercise is left out today."""

    exercise_id: ExerciseId


@words
class AlreadyFirst(Cue):
    """There is no exercise before this one."""


# Interruptions ---------------------------------------------------------------------------------------------------


@words
class Paused(Cue):
    """Paused outside a count."""


@words
class PausedAt(Cue):
    """Paused inside a count; the place is kept."""

    set_number: int
    rep_number: int
    side: Side | None


@words
class AskResume(Question):
    """Say resume to go on."""


@words
class ShallIGoOn(Question):
    """Between two parts of a long exercise: silence means yes."""


@words
class OfferResume(Cue):
    """Where the last sitting stopped."""

    exercise_id: ExerciseId
    exercise_number: int
    exercises: int
    days_ago: int


@words
class AskResumeOrNew(Question):
    """Go on there, or start afresh?"""


@words
class StartingOver(Cue):
    """The exercise starts again from its first repetition."""

    exercise_id: ExerciseId


@words
class PlaceTaken(Cue):
    """The patient's own number is taken."""

    rep_number: int


@words
class NoSuchRep(Cue):
    """The number said is not in this set."""

    reps: int


@words
class KeptYourPlace(Cue):
    """Stopping; the place is kept."""


@words
class Goodbye(Cue):
    """Stopping with nothing under way."""


# Audio guides ----------------------------------------------------------------------------------------------------


@words
class PlayingGuide(Cue):
    """The guide of an exercise starts in a moment."""

    exercise_id: ExerciseId


@words
class PlayingGuides(Cue):
    """The guides of today's exercises, or the one of the whole routine, start in a moment."""

    guides: int


@words
class WhilePlaying(Cue):
    """How to stop a guide, and that the coach hears of danger only when it is called by its name."""


@words
class LastGuide(Cue):
    """There is no guide after this one."""


@words
class NoGuidesHere(Cue):
    """Guides cannot be played on this device, or by this server."""


@words
class GuideFailed(Cue):
    """A guide could not be played the last time."""


@words
class GuideOtherForm(Cue):
    """The guide shows the exercise in another form than the patient does it."""

    exercise_id: ExerciseId


@words
class GuidesDiffer(Cue):
    """The guides are not what is planned for the patient today."""


@words
class AskGoOnListening(Question):
    """Go on with the guide that was stopped?"""


@words
class AskReadExercise(Question):
    """Shall the coach take the patient through the exercise, in place of its guide?"""

    exercise_id: ExerciseId


@words
class AskReadRoutine(Question):
    """Shall the coach take the patient through the routine, in place of its guides?"""


# Answers ---------------------------------------------------------------------------------------------------------


@words
class RepsLeft(Cue):
    """What is left of the exercise under way."""

    reps_left: int
    sets_left: int
    exercises_left: int


@words
class ExercisesLeft(Cue):
    """What is left of the routine."""

    exercises_left: int
    minutes_left: int


@words
class YouAreAt(Cue):
    """The place in the count."""

    exercise_id: ExerciseId
    set_number: int
    sets: int
    rep_number: int
    reps: int
    side: Side | None


@words
class YouAreOn(Cue):
    """The exercise that is up, outside a count."""

    exercise_id: ExerciseId
    exercise_number: int
    exercises: int


@words
class NextIs(Cue):
    """The exercise after this one."""

    exercise_id: ExerciseId


@words
class ThisIsLast(Cue):
    """Nothing comes after this exercise."""


@words
class RoutineTakes(Cue):
    """How long the rest of the routine takes."""

    minutes: int


@words
class HowTo(Cue):
    """Here is how an exercise is done."""

    exercise_id: ExerciseId


@words
class ExercisesKnown(Cue):
    """The exercises of the phase, by name."""

    exercise_ids: tuple[ExerciseId, ...]


@words
class AskWhichExercise(Question):
    """Which exercise?"""


@words
class UnknownExercise(Cue):
    """No exercise by that name."""


@words
class NotInThisPhase(Cue):
    """The exercise comes in a later phase."""

    exercise_id: ExerciseId
    phase: Phase


@words
class LeftOutToday(Cue):
    """The exercise is left out today because a related one made things worse."""

    exercise_id: ExerciseId


@words
class NeedsFloor(Cue):
    """The exercise needs the floor, and has no form without it; here is what to do instead."""

    exercise_id: ExerciseId
    instead: ExerciseId


@words
class MadeEasier(Cue):
    """The level is one lower now."""

    exercise_id: ExerciseId
    level: Level


@words
class GentlerForm(Cue):
    """The gentler form is taken now."""

    exercise_id: ExerciseId


@words
class AlreadyGentlest(Cue):
    """There is nothing easier: rest or skip."""

    exercise_id: ExerciseId


@words
class BackToUsual(Cue):
    """From the gentler form back to the usual one."""

    exercise_id: ExerciseId


@words
class MadeHarder(Cue):
    """The level is one higher now."""

    exercise_id: ExerciseId
    level: Level


@words
class HarderLater(Cue):
    """The level may rise after *sessions_left* more comfortable sessions."""

    exercise_id: ExerciseId
    sessions_left: int


@words
class OneRaisedToday(Cue):
    """Only one exercise is raised on a day."""


@words
class AlreadyHardest(Cue):
    """There is nothing harder in the plan."""

    exercise_id: ExerciseId


@words
class Slower(Cue):
    """The count is a step slower now."""


@words
class Faster(Cue):
    """The count is a step faster now."""


@words
class SlowestAlready(Cue):
    """The count is as slow as it goes."""


@words
class FastestAlready(Cue):
    """The count is as fast as is safe."""


@words
class RestIs(Cue):
    """Rests between sets last *seconds* now."""

    seconds: int


@words
class RestAlready(Cue):
    """Rests cannot be changed further that way, or this exercise has none; *longest* says which way."""

    longest: bool


@words
class QuickMode(Cue):
    """Instructions are skipped from now on."""


@words
class FullMode(Cue):
    """Instructions are given in full from now on."""


@words
class CountingQuietly(Cue):
    """Counts have only the necessary words from now on."""


@words
class CountingAloud(Cue):
    """Counts have every word from now on."""


@words
class NothingToChange(Cue):
    """No exercise is up that could be changed."""


@words
class AskWhatNext(Question):
    """Nothing is under way: what would you like to do?"""


@words
class TakeYourTime(Cue):
    """There is no hurry: say ready when it suits."""


@words
class AllDoneToday(Cue):
    """Every block of today is done: well done, tomorrow again."""


@words
class PhaseIs(Cue):
    """The phase of recovery the routine is for."""

    phase: Phase


@words
class Privacy(Cue):
    """What is remembered, and what is not."""


@words
class AskDelete(Question):
    """Really delete everything?"""


@words
class Deleted(Cue):
    """Everything is deleted."""


@words
class NotDeleted(Cue):
    """Nothing is deleted."""


@words
class HelpAbout(Cue):
    """What Spine Coach does, in a sentence."""


@words
class YouCanSay(Cue):
    """What can be said now; *state* is the dialogue state's name."""

    state: str


@words
class DidNotCatch(Cue):
    """That was not understood; nothing has changed."""


@words
class DidNotCatchPaused(Cue):
    """That was not understood, so the count is paused."""


@words
class NotNow(Cue):
    """That does not fit here; nothing has changed."""


@words
class NotSupportedHere(Cue):
    """A player's command that makes no sense for exercises (shuffle, loop)."""


@words
class AskNumberAgain(Question):
    """Which number was it?"""


@words
class AskChangeAgain(Question):
    """Better, the same, or worse? (asked again)"""


# Danger ----------------------------------------------------------------------------------------------------------


@words
class PainStop(Cue):
    """It hurts: stop, take the easiest position."""


@words
class IfEmergency(Cue):
    """Something bad was reported that was not understood: how to get help if it is an emergency."""

    emergency_number: str


@words
class EmergencyBack(Cue):
    """clinical.md §2.8 EMERGENCY_BACK."""

    emergency_number: str


@words
class EmergencyNeck(Cue):
    """clinical.md §2.8 EMERGENCY_NECK."""

    emergency_number: str


@words
class EmergencyChest(Cue):
    """clinical.md §2.8 EMERGENCY_CHEST."""

    emergency_number: str


@words
class EmergencyTrauma(Cue):
    """clinical.md §2.8 EMERGENCY_TRAUMA."""

    emergency_number: str


@words
class EmergencyGeneral(Cue):
    """clinical.md §2.8 EMERGENCY_GENERAL."""

    emergency_number: str


@words
class SeekToday(Cue):
    """clinical.md §2.8 SEEK_TODAY."""


@words
class SeekSoon(Cue):
    """clinical.md §2.8 SEEK_SOON."""


@words
class CareNeeded(Cue):
    """Coaching waits until a clinician has checked what was reported."""


@words
class AskCleared(Question):
    """Has a clinician checked it, and said exercise is fine?"""


@words
class Cleared(Cue):
    """Thank you; we start gently again."""


@words
class NotClearedYet(Cue):
    """Then we wait; how to go on."""


@words
class NotDiagnose(Cue):
    """I cannot diagnose; a clinician can."""


# Screening -------------------------------------------------------------------------------------------------------


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
class ScreenWhy(Cue):
    """Why the safety questions are asked."""


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


# Trouble ---------------------------------------------------------------------------------------------------------


@words
class CannotSave(Cue):
    """Nothing can be saved now; we can go on."""


@words
class CannotRemember(Cue):
    """The record cannot be read now: who was told to get care should do that first."""


@words
class SafeStop(Cue):
    """Something went wrong on our side: stop and rest."""


def values(cue: Cue) -> dict[str, object]:
    """Return the fields of *cue* by name."""
    return {field.name: getattr(cue, field.name) for field in fields(cue)}  # type: ignore[arg-type]
