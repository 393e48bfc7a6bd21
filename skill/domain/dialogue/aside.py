"""Questions on the side: asked wherever the dialogue is, and afterwards it is where it was."""

from __future__ import annotations

from typing import Any

from skill.domain.cues import Cue
from skill.domain.dialogue import counting, standing
from skill.domain.moment import Moment, Reply
from skill.domain.session import State

STATES = (
    State.TELLING_ACTIVITY,
    State.CONFIRMING_ACTIVITY,
    State.OFFERING_MORE,
    State.CONFIRMING_SETUP,
    State.OFFERING_PROGRESS,
)
"""The states of such questions."""


def ask(moment: Moment, state: State, *before: Cue, **content: Any) -> Reply:  # noqa: ANN401 - Session's own fields
    """Say *before* and ask the question of *state*; a count is paused first. *content* goes with it."""
    moment = counting.interrupted(left(moment))
    moment = moment.with_session(state=state, back_to=moment.state, **content)
    return moment.say(*before, ask=standing.question_of(moment))


def left(moment: Moment) -> Moment:
    """Return the moment back where it was before the question; with none open it stays as it is."""
    back_to = moment.session.back_to
    return moment if back_to is None else moment.with_session(state=back_to, back_to=None, told=None, topic_id=None)
