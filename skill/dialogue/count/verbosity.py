"""How much the coach says: before an exercise, and in a count. Both wishes are remembered."""

from __future__ import annotations

from skill.dialogue.count import counting, instructions
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.patient.instructions import Instructions
from skill.domain.patient.state import State


def quick(moment: Moment) -> Reply:
    """Skip the instructions from now on. In the middle of them the count begins."""
    moment = moment.with_patient(instructions=Instructions.QUICK)
    if moment.state is not State.GETTING_READY or moment.counted_dose is None:
        return counting.say_and_resume(moment, cues.QuickMode())
    new = instructions.times_heard(moment) <= 1
    stop_rule = (cues.StopRule(exercise_id=moment.exercise.id),) if new else ()
    return counting.count(moment, moment.session.place, cues.QuickMode(), *stop_rule)


def in_full(moment: Moment) -> Reply:
    """Give all the instructions from now on: at once, while an exercise waits for "ready"."""
    moment = moment.with_patient(instructions=Instructions.FULL)
    if moment.state is not State.GETTING_READY or moment.blocked:
        return counting.say_and_resume(moment, cues.FullMode())
    return moment.say(cues.FullMode(), *instructions.instructions(moment), ask=current_question.question_of(moment))


def speak_slowly(moment: Moment) -> Reply:
    """Speak more slowly from now on, the count apart, and say the last words again so."""
    moment = moment.with_patient(slow_speech=True)
    if moment.state is State.COUNTING:
        return counting.say_and_resume(moment, cues.SpeakingSlowly())
    return moment.say(cues.SpeakingSlowly(), *moment.said.cues, ask=current_question.question_of(moment))


def speak_as_usual(moment: Moment) -> Reply:
    """Speak at the usual pace again."""
    return counting.say_and_resume(moment.with_patient(slow_speech=False), cues.SpeakingAsUsual())


def count_in_speech(moment: Moment) -> Reply:
    """The count is not heard: it is spoken from now on, instead of played."""
    return counting.say_and_resume(moment.with_patient(plain_count=True), cues.CountingInSpeech())


def count_on_the_beat(moment: Moment) -> Reply:
    """Count on the exact beat again."""
    return counting.say_and_resume(moment.with_patient(plain_count=False), cues.CountingOnTheBeat())


def how_louder(moment: Moment) -> Reply:
    """Only the device can be louder: tell how."""
    return counting.say_and_resume(moment, cues.HowLouder())


def quietly(moment: Moment) -> Reply:
    """Count with the necessary words only, from now on."""
    return counting.go_on_with(moment, cues.CountingQuietly(), quiet=True)


def aloud(moment: Moment) -> Reply:
    """Count with every word again."""
    return counting.go_on_with(moment, cues.CountingAloud(), quiet=False)
