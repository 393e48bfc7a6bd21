"""Walking, swimming and strength training on one's own: what was told, and the week's sums and targets."""

from __future__ import annotations

from skill.domain.activity import Weekday
from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import ExerciseId, Phase


@words
class ActivityLogged(Cue):
    """Minutes of an activity are in the log; *days_ago* is 0 for today."""

    exercise_id: ExerciseId
    minutes: int
    days_ago: int
    weekday: Weekday


@words
class ActivityComesLater(Cue):
    """The activity is planned from a later phase on."""

    exercise_id: ExerciseId
    phase: Phase


@words
class AskWhichActivity(Question):
    """Which activity was it?"""


@words
class ActivityNotLogged(Cue):
    """Only walking, swimming and strength training are logged."""


@words
class OneActivityAtATime(Cue):
    """Two were told, and something must be asked about both."""


@words
class AskHowManyMinutes(Question):
    """How many minutes was it?"""

    exercise_id: ExerciseId


@words
class MinutesUnlikely(Cue):
    """So many minutes cannot be right."""

    minutes: int


@words
class AskAnotherActivity(Question):
    """The same was told before. Is this another one?"""

    exercise_id: ExerciseId
    minutes: int
    days_ago: int
    weekday: Weekday


@words
class NotLoggedAgain(Cue):
    """It stays logged once."""


@words
class ActivityToCome(Cue):
    """The day that was told has not come yet."""


@words
class ActivityDayUnclear(Cue):
    """The day was not understood; which ones can be told."""


@words
class ActivityTaken(Cue):
    """An activity was taken back."""

    exercise_id: ExerciseId
    minutes: int
    days_ago: int
    weekday: Weekday


@words
class NothingToTakeBack(Cue):
    """No activity of the last days is in the log."""


@words
class NotesOutOfReach(Cue):
    """What was kept cannot be read now."""


@words
class WeekMinutes(Cue):
    """The week's walking and swimming, where only the day counts."""

    minutes: int


@words
class WeekOfTarget(Cue):
    """The week's walking and swimming, and what is left of its target."""

    minutes: int
    target_minutes: int
    minutes_left: int


@words
class WeekTargetReached(Cue):
    """The week's walking and swimming is what it asked for, or more."""

    minutes: int
    target_minutes: int


@words
class LastWeekMinutes(Cue):
    """The walking and swimming of the week before this one."""

    minutes: int


@words
class WeekShares(Cue):
    """How the week's minutes are shared by walking and swimming."""

    walking_minutes: int
    swimming_minutes: int


@words
class WeekDays(Cue):
    """On how many days of the week there was a walk or a swim."""

    days: int


@words
class WeekStrength(Cue):
    """On how many days of the week there was strengthening, of at least so many."""

    days: int
    target_days: int


@words
class TargetInRecovery(Cue):
    """How much to walk in recovery: minutes at a time, and how often a day."""

    least_minutes: int
    most_minutes: int
    least_times: int
    most_times: int


@words
class TargetOfWeek(Cue):
    """This week's walking and swimming, and its share for one of so many days."""

    target_minutes: int
    days: int
    day_minutes: int


@words
class TargetGrows(Cue):
    """What the week's minutes build up to in this phase."""

    most_minutes: int


@words
class TargetOfSwimming(Cue):
    """Swimming counts toward the week's minutes; what it builds up to on most days."""

    day_minutes: int


@words
class TargetOfStrength(Cue):
    """Strengthening on so many days a week."""

    days: int


@words
class TargetOfStrengthBetween(Cue):
    """Strengthening on some days a week, from the least to the most."""

    least_days: int
    most_days: int


@words
class TargetOfTraining(Cue):
    """How long one strength training is now, and what it builds up to in the end."""

    minutes: int
    end_minutes: int
    least_days: int
    most_days: int
