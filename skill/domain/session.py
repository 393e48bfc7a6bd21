"""The patient and the sitting: everything that is remembered from turn to turn, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from skill.domain.activity import Told, Weekday
from skill.domain.checkup import SymptomNotes
from skill.domain.dose import ActivityDose, Dose, Level
from skill.domain.equipment import Equipment
from skill.domain.exercise import Direction, ExerciseId, Form, Phase, Region, Side
from skill.domain.goals import Goal
from skill.domain.history import Outcome
from skill.domain.limits import Limit
from skill.domain.player import Listening
from skill.domain.privacy import Consent
from skill.domain.safety import Care
from skill.domain.screening import Screened, ScreenProgress
from skill.domain.script import FIRST, Place
from skill.domain.symptoms import Change
from skill.domain.topics import TopicId


class State(StrEnum):
    """Where the dialogue is: what the coach waits for."""

    SETTING_REGION = "setting-region"
    """Asked: neck, low back or both?"""
    SETTING_FLOOR = "setting-floor"
    """Asked: can you get down to the floor and back up?"""
    SCREENING = "screening"
    """Asked: a safety question."""
    ASKING_CONSENT = "asking-consent"
    """Asked: may answers about symptoms be kept?"""
    OFFERING_ROUTINE = "offering-routine"
    """Asked: shall we start?"""
    OFFERING_PHASE = "offering-phase"
    """Asked: shall we go on to the next phase?"""
    OFFERING_RESUME = "offering-resume"
    """Asked: go on where we stopped, or start afresh?"""
    GETTING_READY = "getting-ready"
    """The instructions are given; waits for "ready"."""
    COUNTING = "counting"
    """A count is out; its last words ask how it was."""
    CONFIRMING_COUNT = "confirming-count"
    """A whole count went out and nobody answered. Asked: did you finish it?"""
    PAUSED = "paused"
    """Asked: say resume to go on."""
    CHECKING = "checking"
    """Asked, after an exercise: where is it now, how strong, anything new?"""
    REPORTING = "reporting"
    """Asked the same before the first exercise, or some minutes after a stop; or how the last session was taken."""
    CLARIFYING = "clarifying"
    """A warning sign was told and its words are said. Asked: what decides how urgent it is."""
    OFFERING_GENTLER = "offering-gentler"
    """Asked: the gentler option, once?"""
    OFFERING_GUIDE = "offering-guide"
    """Asked: go on with the recording; or, when it cannot be played, shall I read it?"""
    ON_ACTIVITY = "on-activity"
    """The patient is walking or swimming; when back, asked: did you finish?"""
    FINISHED = "finished"
    """Nothing is under way."""
    TELLING_ACTIVITY = "telling-activity"
    """An activity was told without all of it. Asked: which one, or how many minutes?"""
    CONFIRMING_ACTIVITY = "confirming-activity"
    """The same activity was told before. Asked: is this another one?"""
    OFFERING_MORE = "offering-more"
    """A question was answered in short. Asked: do you want to hear more?"""
    CONFIRMING_SETUP = "confirming-setup"
    """Asked: really ask the set-up questions again?"""
    RATING_WEEK = "rating-week"
    """Asked: how was the week, all in all?"""
    NAMING_GOAL = "naming-goal"
    """Asked: what is the goal?"""
    RATING_GOAL = "rating-goal"
    """Asked: how well can you do it, from 0 to 10?"""
    OFFERING_PROGRESS = "offering-progress"
    """The last days were told. Asked: do you want to hear more?"""
    CONFIRMING_DELETE = "confirming-delete"
    """Asked: really delete everything?"""
    HELD = "held"
    """Coaching waits for a clinician's word."""


class Instructions(StrEnum):
    """How much is said before an exercise."""

    AS_NEEDED = "as-needed"
    """All of it, until it was heard often; a reminder from then on."""
    FULL = "full"
    """All of it, every time."""
    QUICK = "quick"
    """Its name only, and the count begins by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """One exercise of today's routine."""

    exercise_id: ExerciseId
    level: Level
    step: int = 0
    """How many things are raised above the level's own dose (`skill.domain.ladder`)."""
    form: Form = Form.USUAL
    movement_id: str | None = None
    """Set when this is one movement of a circuit."""
    minutes: int | None = None
    """How long an activity is today; None for as long as its level says."""
    together: bool = False
    """Whether the coach walks along and calls the minutes."""
    dose: Dose | ActivityDose | None = None
    """What a clinician prescribed in place of the level's dose."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sitting of exercising."""

    state: State = State.FINISHED
    planned_on: date | None = None
    """The patient's day on which the routine was planned; None when nothing is planned."""
    programme_id: str = ""
    block_ids: tuple[str, ...] = ()
    exercises: tuple[PlannedExercise, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    """How each exercise behind the current one ended."""
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
    count: Count | None = None
    speech_only: bool = False
    """Whether the device could not play a count as audio, so that it is spoken."""
    minutes: int | None = None
    """The time there is today, when the patient said so."""
    back_to: State | None = None
    """Where the dialogue was before the question on the side that is open; None when none is."""
    told: Told | None = None
    """The activity that question is about."""
    week_change: Change | None = None
    """The first answer about the week, while it is asked whether it is much."""
    goal_ids: tuple[int, ...] = ()
    """The goals that question is about, the first one now; empty for a new goal."""
    topic_id: TopicId | None = None
    """The topic that question offers more about."""
    screen: ScreenProgress | None = None
    """The safety questions under way; None when none are, and all answers are forgotten."""
    symptoms: SymptomNotes = field(default_factory=SymptomNotes)
    """What was told about the symptoms in this sitting."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockDone:
    """A block that was finished today."""

    block_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What happened on one day of the patient."""

    on: date
    blocks: tuple[BlockDone, ...] = ()
    worked_at: Mapping[Region, datetime] = field(default_factory=dict)
    """When the last exercise for the low back, and for the neck, ended."""
    stopped: bool = False
    """No more coached exercise today (clinical.md §2.7, STOP_SESSION)."""
    closed_directions: tuple[Direction, ...] = ()
    """Directions that made things worse today: their later exercises are left out."""
    closed_exercises: tuple[ExerciseId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CareHold:
    """Coaching waits until the patient says a clinician has checked it."""

    care: Care
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """What is remembered about a patient beyond one sitting."""

    region: Region | None = None
    floor: bool | None = None
    phase: Phase = Phase.RECOVERY
    phase_since: date | None = None
    """The day on which the phase began; None when it was the first."""
    painful_side: Side | None = None
    lacking: tuple[Equipment, ...] = ()
    """What is not at hand."""
    training_days: tuple[Weekday, ...] = ()
    """The days of the week for training, Monday first; none for any."""
    name: str | None = field(default=None, repr=False)
    """What the patient wants to be called."""
    levels: Mapping[ExerciseId, Level] = field(default_factory=dict)
    """Where an exercise's level differs from the routine's."""
    steps: Mapping[ExerciseId, int] = field(default_factory=dict)
    """How many things are raised above that level's own dose (`skill.domain.ladder`)."""
    walk_minutes: int | None = None
    """How long one walk is, as the record said when the last routine was planned; None before."""
    prescribed_on: date | None = None
    """When the clinician's programme that was taken up last was given."""
    phase_declined_on: date | None = None
    """The day on which the patient last chose to stay, though the next phase was open."""
    forms: Mapping[ExerciseId, Form] = field(default_factory=dict)
    instructions: Instructions = Instructions.AS_NEEDED
    quiet: bool = False
    """Whether counts have only the words one cannot do without (`skill.domain.quiet`)."""
    heard: Mapping[str, int] = field(default_factory=dict)
    """How often an exercise was introduced, by its id; a circuit's movement by `<exercise>/<movement>`."""
    days_done: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    """The days of the last week on which a routine or block was finished, by its id."""
    tempo_steps: Mapping[ExerciseId, int] = field(default_factory=dict)
    """How many steps slower (above 0) or faster an exercise is counted."""
    rest_steps: int = 0
    """How many steps longer (above 0) or shorter the rests between sets are."""
    listening: Listening | None = None
    """The recording that was played last, unless it was heard to its end or the coach has counted since."""
    goals: tuple[Goal, ...] = ()
    week_asked_on: date | None = None
    """When it was last asked how the week was, whether or not there was an answer."""
    goals_asked_on: date | None = None
    """When the goals were last asked about."""
    visits: int = 0
    """How many sittings there were."""
    consent: Consent | None = None
    """Whether answers about symptoms may be kept; None until it was asked."""
    day: Day | None = None
    care: CareHold | None = None
    limits: tuple[Limit, ...] = ()
    """What is not coached until a clinician has cleared it; `ADULTS_ONLY` stays."""
    screened: Screened = field(default_factory=Screened)

    @property
    def needs_setup(self) -> bool:
        """Return whether a set-up question is open."""
        return self.region is None or (self.floor is None and self.region is not Region.NECK)
