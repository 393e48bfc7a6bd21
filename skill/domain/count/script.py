"""The count of one exercise, second by second: the only place that knows how long a repetition takes.

A `Script` is a run of beats. A beat's word starts with its slot, and the slot lasts exactly its seconds whatever voice
speaks, so Alexa's APL-A and SSML, the MP3 guide and the screens all show the same count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from skill.domain import cues
from skill.domain.catalog.count_rules import CountRules
from skill.domain.cues import Cue
from skill.domain.movement.dose import Dose
from skill.domain.movement.exercise import Exercise, ExerciseId, Side

CALM_WORDS = 4


class Stage(StrEnum):
    """What the patient is doing in a beat."""

    GET_READY = "get-ready"
    UP = "up"
    HOLD = "hold"
    DOWN = "down"
    PAUSE = "pause"
    REST = "rest"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A place in an exercise one can be brought back to. Sets, sides and reps count from 1."""

    set_number: int = 1
    side_number: int = 1
    """1, or 2 for the second side of the set."""
    rep_number: int = 1
    held_seconds: int = 0
    """How much of a long hold is already behind."""


FIRST = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One fixed slot of a script."""

    cue: Cue | None
    """The word its slot starts with; None for a slot without one, in a terse count."""
    seconds: int
    stage: Stage
    place: Place
    """Where the patient is. In a rest or while getting ready: what comes next."""
    resume: bool = False
    """Whether one may start again here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The beats of an exercise from a place on."""

    exercise_id: ExerciseId
    dose: Dose
    first_side: Side | None
    """The side worked first in each set; None when the dose is not per side."""
    beats: tuple[Beat, ...]

    @property
    def seconds(self) -> int:
        """Return the length of all beats."""
        return sum(beat.seconds for beat in self.beats)

    @property
    def starts(self) -> tuple[int, ...]:
        """Return the second at which each beat starts."""
        return tuple(accumulate((beat.seconds for beat in self.beats), initial=0))[:-1]

    def side(self, place: Place) -> Side | None:
        """Return the side worked at *place*."""
        return side_at(self.first_side, place)


def side_at(first_side: Side | None, place: Place) -> Side | None:
    """Return the side worked at *place* when every set begins with *first_side*."""
    if first_side is None or place.side_number == 1:
        return first_side
    return first_side.other


def script_for(
    exercise: Exercise,
    dose: Dose,
    rules: CountRules,
    *,
    start: Place = FIRST,
    first_side: Side | None = None,
    movement_id: str | None = None,
) -> Script:
    """Return the script of *dose* from *start* on.

    Every repetition lasts `dose.rep_seconds`, every rest its seconds; getting ready and changing sides come on top.
    *start* must be inside the dose (`ValueError` otherwise).
    """
    if not contains(dose, start):
        raise ValueError(f"{start} is outside {dose.sets} sets of {dose.reps}")
    if dose.per_side:
        first_side = first_side or exercise.starting_side
    writer = _Writer.of(exercise, dose, rules, first_side, movement_id)
    return Script(
        exercise_id=exercise.id,
        dose=dose,
        first_side=first_side if dose.per_side else None,
        beats=tuple(writer.beats(start)),
    )


def contains(dose: Dose, place: Place) -> bool:
    """Return whether *place* exists in *dose*."""
    return (
        1 <= place.set_number <= dose.sets
        and 1 <= place.side_number <= dose.sides
        and 1 <= place.rep_number <= dose.reps
        and 0 <= place.held_seconds < max(1, dose.hold_seconds)
    )


def reps_before(dose: Dose, place: Place) -> int:
    """Return how many repetitions of the whole dose are complete at *place*, sides counted apart."""
    sides_before = (place.set_number - 1) * dose.sides + place.side_number - 1
    return sides_before * dose.reps + place.rep_number - 1


def place_after(script: Script, heard_seconds: float) -> Place | None:
    """Return the last place one may start again from that was reached after *heard_seconds*.

    Before the first such place this is the script's own start. None when the whole script was heard.
    """
    if heard_seconds >= script.seconds:
        return None
    reached = script.beats[0].place
    for beat, start in zip(script.beats, script.starts, strict=True):
        if start > heard_seconds:
            break
        if beat.resume:
            reached = beat.place
    return reached


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Writes the beats of one dose."""

    exercise: Exercise
    dose: Dose
    rules: CountRules
    first_side: Side | None
    up: Cue
    down: Cue
    hold: tuple[tuple[int, int, Cue], ...]
    """The second, length and cue of every slot of one hold: the same in every repetition."""

    @classmethod
    def of(
        cls, exercise: Exercise, dose: Dose, rules: CountRules, first_side: Side | None, movement_id: str | None
    ) -> _Writer:
        first = cues.Hold(exercise_id=exercise.id, movement_id=movement_id)
        return cls(
            exercise=exercise,
            dose=dose,
            rules=rules,
            first_side=first_side,
            up=cues.Up(exercise_id=exercise.id, movement_id=movement_id),
            down=cues.Down(exercise_id=exercise.id, movement_id=movement_id),
            hold=tuple(_slots(hold_marks(dose.hold_seconds, first, rules), dose.hold_seconds)),
        )

    def beats(self, start: Place) -> Iterator[Beat]:
        yield from self._get_ready(start)
        for set_number in range(start.set_number, self.dose.sets + 1):
            for side_number in range(1, self.dose.sides + 1):
                here = Place(set_number=set_number, side_number=side_number)
                if (set_number, side_number) < (start.set_number, start.side_number):
                    continue
                if here > start:
                    yield from self._between(here)
                same_run = (set_number, side_number) == (start.set_number, start.side_number)
                yield from self._reps(start if same_run else here)

    def _reps(self, start: Place) -> Iterator[Beat]:
        for rep_number in range(start.rep_number, self.dose.reps + 1):
            here = Place(set_number=start.set_number, side_number=start.side_number, rep_number=rep_number)
            yield from self._rep(start if rep_number == start.rep_number else here)

    def _rep(self, place: Place) -> Iterator[Beat]:
        up = self.dose.tempo.up_seconds
        if up and not place.held_seconds:
            yield Beat(cue=self.up, seconds=up, stage=Stage.UP, place=place, resume=True)
        yield from self._hold(place)
        yield from self._down(place)

    def _hold(self, place: Place) -> Iterator[Beat]:
        for second, length, cue in self.hold:
            if second < place.held_seconds:
                continue
            here = Place(
                set_number=place.set_number,
                side_number=place.side_number,
                rep_number=place.rep_number,
                held_seconds=second,
            )
            whole = second == 0 and not self.dose.tempo.up_seconds
            breath = self.dose.hold_seconds > self.rules.long_hold_seconds // 2 and isinstance(
                cue, cues.Calm | cues.Halfway | cues.TimeLeft
            )
            yield Beat(cue=cue, seconds=length, stage=Stage.HOLD, place=here, resume=whole or breath)

    def _down(self, place: Place) -> Iterator[Beat]:
        down, pause = self.dose.tempo.down_seconds, self.dose.rest_between_reps_seconds
        here = Place(set_number=place.set_number, side_number=place.side_number, rep_number=place.rep_number)
        number = cues.RepDone(rep_number=place.rep_number)
        number_seconds = 0 if pause or down < 2 else 1
        if down:
            yield Beat(cue=self.down, seconds=down - number_seconds, stage=Stage.DOWN, place=here)
        if number_seconds:
            yield Beat(cue=number, seconds=number_seconds, stage=Stage.DOWN, place=here)
        if pause:
            yield from self._pause(here, number, pause)

    def _pause(self, place: Place, number: Cue, seconds: int) -> Iterator[Beat]:
        marks: dict[int, Cue] = {0: number}
        if seconds >= 5 and place.rep_number < self.dose.reps:
            marks[seconds - 2] = cues.RepAgain()
        for _, length, cue in _slots(_filled(marks, seconds, self.rules), seconds):
            yield Beat(cue=cue, seconds=length, stage=Stage.PAUSE, place=place)

    def _between(self, place: Place) -> Iterator[Beat]:
        if place.side_number > 1:
            yield from self._switch(place)
        else:
            yield from self._rest(place)

    def _switch(self, place: Place) -> Iterator[Beat]:
        first_side = self.first_side or self.exercise.starting_side
        seconds = self.rules.switch_seconds
        marks = _counted_in({0: cues.SwitchSides(side=first_side.other)}, seconds, self.rules)
        yield from self._waiting(marks, seconds, Stage.SWITCH, place)

    def _rest(self, place: Place) -> Iterator[Beat]:
        seconds = self.dose.rest_between_sets_seconds
        side = self.first_side if self.dose.per_side else None
        opening = cues.RestStarts(
            seconds=seconds,
            set_number=place.set_number,
            sets=self.dose.sets,
            reps=self.dose.reps,
            side=side,
        )
        marks: dict[int, Cue] = {0: opening}
        if seconds >= 20:
            marks[seconds - 8] = cues.RestEnds(seconds=8, side=side)
        yield from self._waiting(self._rest_marks(marks, seconds), seconds, Stage.REST, place)

    def _rest_marks(self, marks: dict[int, Cue], seconds: int) -> dict[int, Cue]:
        return _filled(_counted_in(marks, seconds, self.rules), seconds, self.rules)

    def _get_ready(self, start: Place) -> Iterator[Beat]:
        seconds, cue = self._opening(start)
        marks = _counted_in({0: cue}, seconds, self.rules)
        yield from self._waiting(marks, seconds, Stage.GET_READY, start)

    def _opening(self, start: Place) -> tuple[int, Cue]:
        side = side_at(self.first_side, start) if self.dose.per_side else None
        if start.held_seconds:
            left = self.dose.hold_seconds - start.held_seconds
            return self.rules.pick_up_seconds, cues.PickUpHold(seconds_left=left)
        if start != FIRST:
            return self.rules.pick_up_seconds, cues.PickUp(
                set_number=start.set_number, rep_number=start.rep_number, side=side
            )
        seconds = self.rules.get_ready_seconds(self.exercise.position)
        return seconds, cues.GetReady(
            seconds=seconds,
            set_number=start.set_number,
            sets=self.dose.sets,
            reps=self.dose.reps,
            side=side,
        )

    def _waiting(self, marks: dict[int, Cue], seconds: int, stage: Stage, place: Place) -> Iterator[Beat]:
        for second, length, cue in _slots(marks, seconds):
            yield Beat(cue=cue, seconds=length, stage=stage, place=place, resume=second == 0)


def hold_marks(seconds: int, first: Cue, rules: CountRules) -> dict[int, Cue]:
    """Return what is said at which second of a hold of *seconds*: *first*, half-way, calm words, three, two, one."""
    if not seconds:
        return {}
    marks: dict[int, Cue] = {0: first}
    if seconds > rules.countdown_seconds + 1:
        marks = _counted_in(marks, seconds, rules)
    if seconds >= rules.halfway_from_seconds:
        marks[seconds // 2] = cues.Halfway()
    if seconds >= rules.long_hold_seconds:
        for left in range(rules.time_left_every_seconds, seconds, rules.time_left_every_seconds):
            marks.setdefault(seconds - left, cues.TimeLeft(seconds=left))
    return _filled(marks, seconds, rules)


def _counted_in(marks: dict[int, Cue], seconds: int, rules: CountRules) -> dict[int, Cue]:
    """Return *marks* with the countdown in the last seconds."""
    countdown = {seconds - left: cues.Countdown(seconds_left=left) for left in range(rules.countdown_seconds, 0, -1)}
    return {**marks, **countdown}


def _filled(marks: dict[int, Cue], seconds: int, rules: CountRules) -> dict[int, Cue]:
    """Return *marks* with calm words added so that no silence is longer than ten seconds."""
    filled: dict[int, Cue] = {}
    spoken = 0
    times = [*sorted(marks), seconds]
    for begin, end in pairwise(times):
        filled[begin] = marks[begin]
        gaps = -(-(end - begin) // rules.longest_silence_seconds)
        for gap in range(1, gaps):
            filled[begin + gap * (end - begin) // gaps] = cues.Calm(variant=spoken % CALM_WORDS + 1)
            spoken += 1
    return filled


def _slots(marks: dict[int, Cue], seconds: int) -> Iterator[tuple[int, int, Cue]]:
    """Yield the second, length and cue of every slot between the *marks*."""
    times = [*sorted(marks), seconds]
    for begin, end in pairwise(times):
        yield begin, end - begin, marks[begin]
