"""Intents that answer a safety question with more than yes or no."""

from __future__ import annotations

from skill.alexa.handlers import reporting
from skill.alexa.turn import Turn
from skill.dialogue.care import conditions, safety_answers
from skill.dialogue.questions import safety_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.movement.exercise import Region, Side
from skill.domain.safety.red_flags import RedFlag
from skill.domain.safety.screen_items import Answer, Condition

NOWHERE = "nowhere"


def red_flag(turn: Turn, moment: Moment) -> Reply:
    """RedFlagIntent: "a fever". Slot: `red_flag`. It may be the answer to "which one?"; else it is danger."""
    found = turn.id_of("red_flag")
    if found in set(RedFlag):
        return safety_answers.red_flag(moment, RedFlag(found))
    return reporting.red_flag(turn, moment)


def side(turn: Turn, moment: Moment) -> Reply:
    """ReportPlaceIntent: "my left leg". Slots: `side`, `place`. One side may be an answer; both sides are danger."""
    if turn.id_of("place") == NOWHERE:
        return safety_answers.answer_none(moment)
    found = turn.id_of("side")
    if reporting.are_both_sides(turn):
        return safety_answers.red_flag(moment, RedFlag.BOTH_SIDES)
    is_one = found in (*Side, reporting.ONE_SIDE)
    return safety_answers.answer_choice(moment, Answer.ONE_SIDE) if is_one else safety_answers.ask_again_first(moment)


def new(turn: Turn, moment: Moment) -> Reply:
    """NewSymptomIntent: "nothing like that". Slot: `new_symptom`."""
    is_nothing = turn.id_of("new_symptom") == reporting.NOTHING
    return safety_answers.answer_none(moment) if is_nothing else safety_answers.ask_again_first(moment)


def age(turn: Turn, moment: Moment) -> Reply:
    """NumberIntent, AtRepIntent: "I'm fifty". Slot: `number`."""
    return safety_answers.age(moment, turn.number_or_none("number"))


def condition(turn: Turn, moment: Moment) -> Reply:
    """TellConditionIntent: "I had cancer". Slot: `condition`."""
    return conditions.tell_condition(moment, turn.choice("condition", Condition, cues.DidNotCatch()))


def condition_while_held(turn: Turn, moment: Moment) -> Reply:
    """TellConditionIntent where it was asked whether a clinician has checked it. Slot: `condition`."""
    return conditions.tell_condition_while_held(moment, turn.choice("condition", Condition, cues.DidNotCatch()))


def region(turn: Turn, moment: Moment) -> Reply:
    """SetRegionIntent: "both", or a correction before any answer: "no, I meant my neck". Slot: `region`.

    In the midst of the questions the part of the spine is not changed: the word may answer the one that is open.
    """
    named = turn.id_of("region")
    if named in (Region.NECK, Region.LOW_BACK) and safety_question.may_correct_region(moment):
        return opening.set_region(moment, Region(named))
    if named == Region.BOTH:
        return safety_answers.answer_choice(moment, Answer.BOTH_SIDES, Answer.SEVERAL)
    return safety_answers.ask_again_first(moment)
