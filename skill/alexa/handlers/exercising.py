"""Intents about exercises and the count."""

from __future__ import annotations

from skill.alexa.handlers.reporting import report_number
from skill.alexa.handlers.setting_up import LONGEST_MINUTES
from skill.alexa.turn import Turn
from skill.dialogue.count import counting
from skill.dialogue.guides import playback
from skill.dialogue.information import side_answers, story_talk
from skill.dialogue.questions import symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening, routine, skipping, starting
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.recordings import Edition
from skill.domain.movement.exercise import ExerciseId, Side
from skill.domain.patient.session import Wish
from skill.errors import NotUnderstood

MOST_REPS = 999
SETS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
"""The slot's values."""


def do_exercise(turn: Turn, moment: Moment) -> Reply:
    """DoExerciseIntent: "do the bridge". Slot: `exercise`."""
    exercise_id = _exercise(turn, moment)
    if exercise_id is None:
        raise NotUnderstood(cues.AskWhichExercise())
    if opening.needs_setup(moment):
        return opening.set_up(moment)
    return routine.do_exercise(moment, Wish(exercise_id=exercise_id))


def do_only(turn: Turn, moment: Moment) -> Reply:
    """JustExerciseIntent: "just the bridge". Slot: `exercise`. Nothing follows it."""
    exercise_id = _exercise(turn, moment)
    if exercise_id is None:
        raise NotUnderstood(cues.AskWhichExercise())
    if opening.needs_setup(moment):
        return opening.set_up(moment)
    return routine.do_exercise(moment, Wish(exercise_id=exercise_id, alone=True))


def start_without(turn: Turn, moment: Moment) -> Reply:
    """StartWithoutIntent: "start without the bridge". Slot: `exercise`."""
    exercise_id = _exercise(turn, moment)
    if exercise_id is None:
        raise NotUnderstood(cues.AskWhichExercise())
    return starting.start_without(moment, exercise_id)


def start_for(turn: Turn, moment: Moment) -> Reply:
    """StartForMinutesIntent: "start, I have twenty minutes". Slot: `duration`."""
    minutes = turn.minutes("duration", cues.AskMinutes())
    return starting.start_for(moment, min(minutes, LONGEST_MINUTES))


def last_time(turn: Turn, moment: Moment) -> Reply:
    """LastTimeIntent: "how many bridges did I do last time". Slot: `exercise`; without it the one that is up."""
    return story_talk.tell_last_time(moment, _exercise(turn, moment))


def skip(turn: Turn, moment: Moment) -> Reply:
    """SkipIntent: "skip the bird dog". Slot: `exercise`; without it the one that is up."""
    exercise_id = _exercise(turn, moment)
    return skipping.skip(moment) if exercise_id is None else skipping.leave_out(moment, exercise_id)


def how_to(turn: Turn, moment: Moment) -> Reply:
    """HowToIntent: "how do I do the bridge". Slot: `exercise`; without it the one that is up."""
    return side_answers.how_to(moment, _exercise(turn, moment))


def purpose(turn: Turn, moment: Moment) -> Reply:
    """PurposeIntent: "what is the bridge for". Slot: `exercise`; without it the one that is up."""
    return side_answers.purpose(moment, _exercise(turn, moment))


def equipment(turn: Turn, moment: Moment) -> Reply:
    """EquipmentIntent: "what do I need for the bridge". Slot: `exercise`; without it the one that is up, or all."""
    return side_answers.equipment(moment, _exercise(turn, moment))


def play_guide(turn: Turn, moment: Moment) -> Reply:
    """PlayGuideIntent: "play the guide for the bridge". Slot: `exercise`; without it the one that is up, or today's."""
    exercise_id = _exercise(turn, moment)
    return playback.play_current(moment) if exercise_id is None else playback.play_exercise(moment, exercise_id)


def play_short(turn: Turn, moment: Moment) -> Reply:
    """PlayShortGuideIntent: "play the short one". Slot: `exercise`; without it the one that is up, or today's."""
    return _play_edition(turn, moment, Edition.DAILY)


def play_full(turn: Turn, moment: Moment) -> Reply:
    """PlayFullGuideIntent: "play the full guide". Slot: `exercise`; without it the one that is up, or today's."""
    return _play_edition(turn, moment, Edition.FULL)


def _play_edition(turn: Turn, moment: Moment, edition: Edition) -> Reply:
    exercise_id = _exercise(turn, moment)
    if exercise_id is None:
        return playback.play_current(moment, edition)
    return playback.play_exercise(moment, exercise_id, edition)


def at_rep(turn: Turn, moment: Moment) -> Reply:
    """AtRepIntent: "I'm at eight", "I'm on set two". Slots: `number`, `set`."""
    set_number = SETS.get(turn.id_of("set") or "")
    if set_number and not turn.heard("number"):
        return counting.at_rep(moment, None, set_number)
    return counting.at_rep(moment, turn.number("number", 0, MOST_REPS, cues.AskNumberAgain()), set_number)


def switch_sides(turn: Turn, moment: Moment) -> Reply:
    """SwitchSidesIntent: "switch sides", "I'm on my left side". Slot: `side`; without it the other one."""
    side = turn.id_of("side")
    return counting.to_side(moment, Side(side)) if side in set(Side) else counting.switch_sides(moment)


def rep_or_strength(turn: Turn, moment: Moment) -> Reply:
    """NumberIntent in a count: the repetition; after its end, how strong it is. Slot: `number`."""
    return report_number(turn, moment) if symptom_question.is_owed(moment) else at_rep(turn, moment)


def count_was_finished(_turn: Turn, moment: Moment) -> Reply:
    """Yes: the count that went out last was finished."""
    return opening.finished_count(moment, True)


def count_last_set_again(_turn: Turn, moment: Moment) -> Reply:
    """No: the last set is counted again."""
    return opening.finished_count(moment, False)


def _exercise(turn: Turn, moment: Moment) -> ExerciseId | None:
    """Return the exercise that was named; None when none was. Raise `NotUnderstood` for a name nobody knows."""
    if not turn.heard("exercise"):
        return None
    found = turn.id_of("exercise")
    if found is None or found not in moment.catalog.exercises:
        raise NotUnderstood(cues.UnknownExercise())
    return ExerciseId(found)
