"""Walking, swimming and strength training on one's own: what was told, and the week's sums and targets."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import ExerciseId, Phase
from skill.domain.movement.weekdays import Weekday


@cue
class ActivityLogged(Cue):
    """Minutes of an activity are in the log; *days_ago* is 0 for today."""

    exercise_id: ExerciseId
    minutes: int
    days_ago: int
    weekday: Weekday


@cue
class ActivityComesLater(Cue):
    """The activity is planned from a later phase on."""

    exercise_id: ExerciseId
    phase: Phase


@cue
class AskWhichActivity(Question):
    """Which activity was it?"""


@cue
class ActivityNotLogged(Cue):
    """Only walking, swimming and strength training are logged."""


@cue
class OneActivityAtATime(Cue):
    """Two were told, and something must be asked about both."""


@cue
class AskHowManyMinutes(Question):
    """How many minutes was it?"""

    exercise_id: ExerciseId


@cue
class MinutesUnlikely(Cue):
    """So many minutes cannot be right."""

    minutes: int


@cue
class AskAnotherActivity(Question):
    """The same was told before. Is this another one?"""

    exercise_id: ExerciseId
    minutes: int
    days_ago: int
    weekday: Weekday


@cue
class NotLoggedAgain(Cue):
    """It stays logged once."""


@cue
class ActivityToCome(Cue):
    """The day that was told has not come yet."""


@cue
class ActivityDayUnclear(Cue):
    """The day was not understood; which ones can be told."""


@cue
class ActivityTaken(Cue):
    """An activity was taken back."""

    exercise_id: ExerciseId
    minutes: int
    days_ago: int
    weekday: Weekday


@cue
class NothingToTakeBack(Cue):
    """No activity of the last days is in the log."""


@cue
class NotesOutOfReach(Cue):
    """What was kept cannot be read now."""


@cue
class WeekMinutes(Cue):
    """The week's walking and swimming, where only the day counts."""

    minutes: int


@cue
class WeekOfTarget(Cue):
    """The week's walking and swimming, and what is left of its target."""

    minutes: int
    target_minutes: int
    minutes_left: int


@cue
class WeekTargetReached(Cue):
    """The week's walking and swimming is what it asked for, or more."""

    minutes: int
    target_minutes: int


@cue
class LastWeekMinutes(Cue):
    """The walking and swimming of the week before this one."""

    minutes: int


@cue
class WeekShares(Cue):
    """How the week's minutes are shared by walking and swimming."""

    walking_minutes: int
    swimming_minutes: int


@cue
class WeekDays(Cue):
    """On how many days of the week there was a walk or a swim."""

    days: int


@cue
class WeekStrength(Cue):
    """On how many days of the week there was strengthening, of at least so many."""

    days: int
    target_days: int


@cue
class TargetInRecovery(Cue):
    """How much to walk in recovery: minutes at a time, and how often a day."""

    least_minutes: int
    most_minutes: int
    least_times: int
    most_times: int


@cue
class TargetOfWeek(Cue):
    """This week's walking and swimming, and its share for one of so many days."""

    target_minutes: int
    days: int
    day_minutes: int


@cue
class TargetGrows(Cue):
    """What the week's minutes build up to in this phase."""

    most_minutes: int


@cue
class TargetOfSwimming(Cue):
    """Swimming counts toward the week's minutes; what it builds up to on most days."""

    day_minutes: int


@cue
class TargetOfStrength(Cue):
    """Strengthening on so many days a week."""

    days: int


@cue
class TargetOfStrengthBetween(Cue):
    """Strengthening on some days a week, from the least to the most."""

    least_days: int
    most_days: int


@cue
class TargetOfTraining(Cue):
    """How long one strength training is now, and what it builds up to in the end."""

    minutes: int
    end_minutes: int
    least_days: int
    most_days: int
