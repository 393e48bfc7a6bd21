"""Intents about walking, swimming and strength training on one's own."""

from __future__ import annotations

from datetime import date

from skill.alexa.turn import Turn
from skill.dialogue.information import corrections, logbook, story_talk
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.review import week
from skill.dialogue.routine import opening, walking
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.movement.activity import ActivityDraft, NearDay, SaidDay, day_meant
from skill.domain.movement.exercise import ExerciseId
from skill.domain.movement.weekdays import Weekday
from skill.errors import NotUnderstood

MOST_MINUTES_SAID = 9999


OTHER = "other"


def tell(turn: Turn, moment: Moment) -> Reply:
    """LogActivityIntent: "I walked for twenty minutes". Slots: `activity`, `duration`, `number`, `day`.

    Each may be missing. A number alone may be minutes, miles or laps, so the minutes are asked for. Of two activities
    in one sentence, `second_activity` and `second_duration` are the other one's, or a number, which is minutes then.
    """
    told = _told(turn, moment)
    if not turn.heard("second_activity"):
        return logbook.tell(moment, told)
    second = ActivityDraft(
        exercise_id=_activity(turn, moment, "second_activity"),
        minutes=turn.duration_minutes("second_duration") or turn.number_or_none("number"),
        on=told.on,
    )
    return logbook.tell_two(moment, told, second)


def tell_when_back(turn: Turn, moment: Moment) -> Reply:
    """LogActivityIntent while an activity is under way: it may be the end of it."""
    if turn.heard("second_activity"):
        return tell(turn, moment)
    return logbook.tell_when_back(moment, _told(turn, moment))


def tell_more(turn: Turn, moment: Moment) -> Reply:
    """LogActivityIntent where something was missing: the answer, or all of it again."""
    on = _day(turn, moment) if turn.heard("day") else None
    return logbook.tell_more(
        moment, exercise_id=_activity(turn, moment), minutes=turn.duration_minutes("duration"), on=on
    )


def tell_activity(turn: Turn, moment: Moment) -> Reply:
    """DoExerciseIntent where an activity was asked for: "walking". Slot: `exercise`."""
    found = turn.id_of("exercise")
    known = found if found in moment.catalog.exercises else None
    return logbook.tell_more(moment, exercise_id=ExerciseId(known) if known else None)


def tell_minutes(turn: Turn, moment: Moment) -> Reply:
    """TimeAvailableIntent or NumberIntent where minutes were asked for. Slots: `duration`, or `number` of minutes."""
    minutes = turn.duration_minutes("duration")
    if minutes is None:
        minutes = turn.number("number", 0, MOST_MINUTES_SAID, current_question.told_question(moment))
    return logbook.tell_more(moment, minutes=minutes)


def take_back(turn: Turn, moment: Moment) -> Reply:
    """TakeBackActivityIntent: "undo that". Slot: `activity`, when it is named; without it, what was understood last."""
    activity = _activity(turn, moment)
    return corrections.undo(moment) if activity is None else logbook.take_back(moment, activity)


def week_so_far(turn: Turn, moment: Moment) -> Reply:
    """WeekSoFarIntent: "how far am I this week". Slot: `activity`, when it is named."""
    return week.so_far(moment, _activity(turn, moment))


def week_target(turn: Turn, moment: Moment) -> Reply:
    """WeekTargetIntent: "how much should I walk this week". Slot: `activity`, when it is named."""
    return week.target(moment, _activity(turn, moment))


def tell_day(turn: Turn, moment: Moment) -> Reply:
    """DayDoneIntent: "what did I do yesterday". Slot: `day`; without it today."""
    on = _day(turn, moment)
    if on > moment.today:
        raise NotUnderstood(cues.ActivityDayUnclear())
    return story_talk.tell_day(moment, on)


def walk_together(turn: Turn, moment: Moment) -> Reply:
    """WalkWithMeIntent: "walk with me for ten minutes". Slot: `duration`; without it today's walk."""
    if moment.patient.needs_setup:
        return opening.set_up(moment)
    return walking.together(moment, turn.duration_minutes("duration"))


def _told(turn: Turn, moment: Moment) -> ActivityDraft:
    return ActivityDraft(
        exercise_id=_activity(turn, moment),
        minutes=turn.duration_minutes("duration"),
        on=_day(turn, moment),
    )


def _activity(turn: Turn, moment: Moment, slot: str = "activity") -> ExerciseId | None:
    """Return the activity that was named in *slot*, if any. Raise `NotUnderstood` for one that is not logged."""
    found = turn.id_of(slot)
    if found == OTHER:
        raise NotUnderstood(cues.ActivityNotLogged())
    return ExerciseId(found) if found and found in moment.catalog.exercises else None


def _day(turn: Turn, moment: Moment) -> date:
    """Return the day that is meant, today when none was said. Raise `NotUnderstood` for words that name no day."""
    if not turn.heard("day"):
        return moment.today
    said: SaidDay
    match turn.id_of("day"):
        case str(found) if found in set(NearDay):
            said = NearDay(found)
        case str(found) if found in set(Weekday):
            said = Weekday(found)
        case _:
            raise NotUnderstood(cues.ActivityDayUnclear())
    return day_meant(said, moment.today)
