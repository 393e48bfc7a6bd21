"""The count: get ready, the beats of a rep, holds, rests and sides."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, cue
from skill.domain.movement.exercise import ExerciseId, Side


@cue
class GetReady(Cue):
    """Take up the position; the count starts in *seconds*."""

    seconds: int
    set_number: int
    sets: int
    reps: int
    side: Side | None


@cue
class PickUp(Cue):
    """Get ready to go on from a place inside the exercise."""

    set_number: int
    rep_number: int
    side: Side | None


@cue
class PickUpHold(Cue):
    """Get ready to go on with a long hold that has *seconds_left* to go."""

    seconds_left: int


@cue
class Up(Cue):
    """The word for moving into the repetition ("press")."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@cue
class Hold(Cue):
    """The word for staying there ("hold")."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@cue
class Down(Cue):
    """The word for moving back ("down")."""

    exercise_id: ExerciseId
    movement_id: str | None = None


@cue
class RepDone(Cue):
    """The repetition's number, at its end."""

    rep_number: int


@cue
class RepAgain(Cue):
    """The next repetition starts in a moment."""


@cue
class Countdown(Cue):
    """One of the last seconds: *seconds_left* is 3, 2 or 1."""

    seconds_left: int


@cue
class Halfway(Cue):
    """Half of a hold is done."""


@cue
class TimeLeft(Cue):
    """How long a hold still lasts."""

    seconds: int


@cue
class Calm(Cue):
    """A calm word in a long hold or rest; *variant* is 1 to 4, in turn."""

    variant: int


@cue
class RestStarts(Cue):
    """The rest between sets, and what comes after it; *side* is the one the next set begins with."""

    seconds: int
    set_number: int
    sets: int
    reps: int
    side: Side | None = None


@cue
class RestEnds(Cue):
    """The rest is over in *seconds*: take up the position, on *side* when there are two."""

    seconds: int
    side: Side | None = None


@cue
class SwitchSides(Cue):
    """Now the other side, *side*."""

    side: Side


@cue
class CountDone(Cue):
    """The last repetition is done: relax."""
