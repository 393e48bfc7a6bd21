"""The patient and the sitting: everything that is remembered from turn to turn, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from skill.domain.catalog.topics import TopicId
from skill.domain.count.script import FIRST, Place
from skill.domain.history.facts import ExerciseJudged, NextDayReported, Outcome, SymptomReported
from skill.domain.movement.activity import ActivityDraft
from skill.domain.movement.dose import ActivityDose, Dose, Level
from skill.domain.movement.exercise import ExerciseId, Form, Side
from skill.domain.patient.state import SafetyCheck, State
from skill.domain.safety.screen_rules import ScreenProgress
from skill.domain.symptoms.checkup import SymptomNotes
from skill.domain.symptoms.report import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """One exercise of today's routine."""

    exercise_id: ExerciseId
    level: Level
    step: int = 0
    """How many things are raised above the level's own dose (`skill.domain.movement.ladder`)."""
    form: Form = Form.USUAL
    movement_id: str | None = None
    """Set when this is one movement of a circuit."""
    minutes: int | None = None
    """How long an activity is today; None for as long as its level says."""
    together: bool = False
    """Whether the coach walks along and calls the minutes."""
    dose: Dose | ActivityDose | None = None
    """What a clinician prescribed in place of the level's dose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the patient asked for: an exercise by its name, or the routine without one."""

    exercise_id: ExerciseId
    alone: bool = False
    """Whether nothing is to follow it."""
    minutes: int | None = None
    """How long the walk together is."""
    left_out: bool = False
    """Whether it is what the routine is to do without."""


def in_turn(exercises: Sequence[PlannedExercise]) -> tuple[PlannedExercise, ...]:
    """Return *exercises* as they are counted: of the movements of a circuit, one after the other, only the first."""
    return tuple(
        one
        for before, one in zip((None, *exercises), exercises, strict=False)
        if one.movement_id is None or before is None or before.exercise_id != one.exercise_id
    )


def how_many(exercises: Sequence[PlannedExercise]) -> int:
    """Return how many exercises *exercises* are; a circuit is one."""
    return len(in_turn(exercises))


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count that has gone out, and what is needed to find the place in it."""

    start: Place
    sent_at: datetime
    """When the reply left, aware, UTC."""
    lead_seconds: float
    """The words before the first beat."""
    part_seconds: tuple[int, ...]
    """The length of each part that went out; the microphone is open between parts."""
    gap_seconds: float = 0.0
    """The question and the listening between two parts."""
    closing_seconds: float | None = None
    """The question at the end; None when it is not known how long it takes."""
    shown_seconds: float | None = None
    """Where the patient was in it by the screen, the gap included, within one turn; None when no screen told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sitting of exercising."""

    state: State = State.FINISHED
    planned_on: date | None = None
    """The patient's day on which the routine was planned; None when nothing is planned."""
    routine_id: str = ""
    block_ids: tuple[str, ...] = ()
    exercises: tuple[PlannedExercise, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    """How each exercise behind the current one ended."""
    asked_on: date | None = None
    """The day on which it was asked about an exercise that an earlier day left open."""
    started: bool = False
    """Whether the first exercise has begun."""
    counted: bool = False
    """Whether the count of the current exercise has begun."""
    place: Place = FIRST
    """Where in the current exercise to go on."""
    minutes_recorded: int = 0
    """How many minutes of a walk together are in the history already."""
    runs_recorded: int = 0
    """How many sets (sides apart) of the current exercise are in the history already."""
    cut_short: bool = False
    """Whether one of those sets has fewer repetitions than planned."""
    first_side: Side | None = None
    breath: int | None = None
    """How many breaths of the steps were said; None when the exercise that is up is not explained in breaths."""
    breaths: int = 0
    """How many there are."""
    first_time: bool = False
    """Whether the exercise that is up was never introduced before, so that who should leave it out is said."""
    choice_explained: bool = False
    """Whether the rule about symptoms was said in full in this sitting, where none may be asked for."""
    count: Count | None = None
    speech_only: bool = False
    """Whether the device could not play a count as audio, so that it is spoken."""
    minutes: int | None = None
    """The time there is today, when the patient said so."""
    back_to: State | None = None
    """Where the dialogue was before the question on the side that is open; None when none is."""
    told: ActivityDraft | None = None
    """The activity that question is about."""
    week_change: Change | None = None
    """The first answer about the week, while it is asked whether it is much."""
    goal_ids: tuple[int, ...] = ()
    """The goals that question is about, the first one now; empty for a new goal."""
    wish: Wish | None = None
    """What was asked for while something else had to be asked first."""
    other_name: str | None = field(default=None, repr=False)
    """The name that question is about, when it asks whether it is another person's."""
    renaming: bool = False
    """Whether that name is wanted as the patient's own, unless it is another person's."""
    not_them: tuple[str, ...] = ()
    """The members of the household who it is not, while it is asked who is talking."""
    times_asked: int = 0
    """How often a name was asked for again."""
    retraction: tuple[str, ...] = ()
    """The ids of the safety questions still to be asked before a misheard sign is taken back, the open one first."""
    repeats: int = 0
    """How often running it was asked to say the same again."""
    safety_check: SafetyCheck | None = None
    """What that question is about, where words may have meant danger."""
    topic_id: TopicId | None = None
    """The topic that question offers more about."""
    topic_breaths: int = 0
    """How much of it was told, in breaths."""
    screen: ScreenProgress | None = None
    """The safety questions under way; None when none are, and all answers are forgotten."""
    screened_at: datetime | None = None
    """When the safety questions were last answered in this sitting."""
    wordings: Mapping[str, int] = field(default_factory=dict)
    """How often each kind of cue that has several wordings was said in this sitting."""
    symptoms: SymptomNotes = field(default_factory=SymptomNotes)
    """What was told about the symptoms in this sitting."""
    unkept: tuple[SymptomReported | ExerciseJudged | NextDayReported, ...] = ()
    """What was told about symptoms while it is open whether answers may be kept; written with the yes."""

    @property
    def index(self) -> int:
        """Return the current exercise's index in `exercises`."""
        return len(self.outcomes)

    @property
    def exercise_number(self) -> int:
        """Return the current exercise's number, from 1; the movements of a circuit share theirs."""
        return how_many(self.exercises[: self.index + 1])

    @property
    def exercise_count(self) -> int:
        """Return how many exercises the routine has; a circuit is one."""
        return how_many(self.exercises)

    @property
    def current(self) -> PlannedExercise | None:
        """Return the exercise that is up; None when none is."""
        return self.exercises[self.index] if self.index < len(self.exercises) else None

    @property
    def under_way(self) -> bool:
        """Return whether a routine was started and not finished."""
        return self.started and self.current is not None
