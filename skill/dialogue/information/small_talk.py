"""Small talk, and what a speaker does elsewhere: one sentence, and everything stays as it was."""

from __future__ import annotations

from skill.dialogue.count import counting
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues


def thanks(moment: Moment) -> Reply:
    """Thanks, or praise."""
    return counting.say_and_resume(moment, cues.YouAreWelcome())


def elsewhere(moment: Moment) -> Reply:
    """Music, timers, lights, the weather, or what is said to somebody else in the room."""
    return counting.say_and_resume(moment, cues.NotHere())


def about_the_coach(moment: Moment) -> Reply:
    """Love, age, and other things that a program has not."""
    return counting.say_and_resume(moment, cues.OnlyAVoice())


def fed_up(moment: Moment) -> Reply:
    """Fed up, sad, or tired of it all: a count waits meanwhile."""
    return counting.say_and_wait(moment, cues.ItIsHard())


def not_working(moment: Moment) -> Reply:
    """It isn't working: a count waits meanwhile."""
    return counting.say_and_wait(moment, cues.TakesWeeks())
