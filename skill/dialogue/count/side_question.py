"""Questions on the side: asked wherever the dialogue is, and afterwards it is where it was."""

from __future__ import annotations

from typing import Any

from skill.dialogue.count import counting
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.patient.state import State

STATES = (
    State.CHECKING_SAFETY,
    State.TELLING_ACTIVITY,
    State.CONFIRMING_ACTIVITY,
    State.OFFERING_MORE,
    State.CONFIRMING_SETUP,
    State.OFFERING_PROGRESS,
    State.RATING_WEEK,
    State.NAMING_GOAL,
    State.RATING_GOAL,
    State.CONFIRMING_PERSON,
    State.ASKING_UP,
)
"""The states of such questions."""


def ask(moment: Moment, state: State, *before: Cue, **content: Any) -> Reply:  # noqa: ANN401 - Session's own fields
    """Say *before* and ask the question of *state*; a count is paused first. *content* goes with it."""
    moment = counting.interrupted(without_side_question(moment))
    moment = moment.with_session(state=state, back_to=moment.state, **content)
    return moment.say(*before, ask=current_question.question_of(moment))


def without_side_question(moment: Moment) -> Moment:
    """Return the moment back where it was before the question; with none open it stays as it is."""
    back_to = moment.session.back_to
    if back_to is None:
        return moment
    return moment.with_session(
        state=back_to,
        back_to=None,
        told=None,
        topic_id=None,
        topic_breaths=0,
        goal_ids=(),
        week_change=None,
        safety_check=None,
        other_name=None,
        wish=None if moment.state is State.ASKING_UP else moment.session.wish,
    )


def again(moment: Moment, *before: Cue) -> Reply:
    """Say *before* and ask the question that is open once more."""
    return moment.say(*before, ask=current_question.question_of(moment))


def go_back(moment: Moment, *said: Cue) -> Reply:
    """Say *said* and go back to where the dialogue was; when nothing was under way, end the sitting."""
    moment = without_side_question(moment)
    if moment.state is State.FINISHED:
        return moment.close(*said, cues.Goodbye())
    return counting.say_and_wait(moment, *said)
