"""How much the coach says: before an exercise, and in a count. Both wishes are remembered."""

from __future__ import annotations

from skill.domain import cues
from skill.domain.dialogue import counting, introducing, standing
from skill.domain.moment import Moment, Reply
from skill.domain.session import Instructions, State


def quick(moment: Moment) -> Reply:
    """Skip the instructions from now on. In the middle of them the count begins."""
    moment = moment.with_patient(instructions=Instructions.QUICK)
    if moment.state is not State.GETTING_READY or moment.counted_dose is None:
        return counting.back_to_it(moment, cues.QuickMode())
    new = introducing.times_heard(moment) <= 1
    stop_rule = (cues.StopRule(exercise_id=moment.exercise.id),) if new else ()
    return counting.count(moment, moment.session.place, cues.QuickMode(), *stop_rule)


def in_full(moment: Moment) -> Reply:
    """Give all the instructions from now on: at once, while an exercise waits for "ready"."""
    moment = moment.with_patient(instructions=Instructions.FULL)
    if moment.state is not State.GETTING_READY:
        return counting.back_to_it(moment, cues.FullMode())
    return moment.say(cues.FullMode(), *introducing.instructions(moment), ask=standing.question_of(moment))


def quietly(moment: Moment) -> Reply:
    """Count with the necessary words only, from now on."""
    return counting.go_on_with(moment, cues.CountingQuietly(), quiet=True)


def aloud(moment: Moment) -> Reply:
    """Count with every word again."""
    return counting.go_on_with(moment, cues.CountingAloud(), quiet=False)
