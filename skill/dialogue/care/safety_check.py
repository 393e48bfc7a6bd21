"""Words that may have meant danger: what was not understood, "help me", "I'm out of breath", and wanting to die."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.care import danger
from skill.dialogue.count import counting, side_question
from skill.dialogue.count.place import keep_place
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.history.privacy import SymptomsMode
from skill.domain.patient.state import SafetyCheck, State
from skill.domain.safety.red_flags import RedFlag

_AFTER_EFFORT = (State.COUNTING, State.PAUSED, State.CHECKING, State.CONFIRMING_COUNT, State.ON_ACTIVITY)
"""Where being out of breath is what exercise does."""


def ask_help(moment: Moment) -> Reply:
    """Help is asked for in or after an exercise: is it an emergency, or how the exercise goes?"""
    return side_question.ask(moment, State.CHECKING_SAFETY, safety_check=SafetyCheck.HELP)


def out_of_breath(moment: Moment) -> Reply:
    """Out of breath: after effort there is time to rest; else it is asked whether it is so at rest, too."""
    if moment.state in _AFTER_EFFORT or moment.mode is SymptomsMode.POLICY_SAFE or moment.suspended:
        return counting.say_and_wait(moment, cues.CatchYourBreath())
    return side_question.ask(moment, State.CHECKING_SAFETY, safety_check=SafetyCheck.BREATH)


def yes(moment: Moment) -> Reply:
    """Yes: the worst that it can mean; where it was asked to say stop or go on, that is no answer."""
    match moment.session.safety_check:
        case SafetyCheck.HELP:
            return danger.emergency(side_question.without_side_question(moment))
        case SafetyCheck.BREATH:
            return danger.red_flag(side_question.without_side_question(moment), RedFlag.CHEST)
        case _:
            return not_understood(moment)


def no(moment: Moment) -> Reply:
    """No: back to where the dialogue was; a count waits for "go on"."""
    return side_question.go_back(moment)


def stop(moment: Moment) -> Reply:
    """Something feels wrong: stop, say how to get help, and ask how it is."""
    return danger.unclear_danger(side_question.without_side_question(moment))


def not_understood(moment: Moment) -> Reply:
    """Nonsense again: ask in other words; the third time it is taken as something wrong."""
    match moment.session.safety_check:
        case SafetyCheck.UNCLEAR:
            moment = moment.with_session(safety_check=SafetyCheck.STILL_UNCLEAR)
            return side_question.again(moment)
        case SafetyCheck.STILL_UNCLEAR:
            return stop(moment)
        case _:
            return side_question.again(moment, cues.DidNotCatch())


def self_harm(moment: Moment) -> Reply:
    """Somebody wants to die, or to harm themselves: who to call, and no coaching for now; nothing is held."""
    moment = keep_place(side_question.without_side_question(moment))
    words = cues.SelfHarm(emergency_number=moment.emergency_number, country=moment.country)
    return replace(moment.close(words), urgent=True)
