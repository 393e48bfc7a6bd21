"""A patient, as remembered beyond one sitting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from skill.domain.catalog.lessons import LessonId
from skill.domain.history.goals import Goal
from skill.domain.history.privacy import Consent
from skill.domain.movement.dose import Level
from skill.domain.movement.equipment import EquipmentKind
from skill.domain.movement.exercise import Direction, ExerciseId, Form, Phase, Region, Side
from skill.domain.movement.weekdays import Weekday
from skill.domain.patient.instructions import Instructions
from skill.domain.patient.player import Listening
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care
from skill.domain.safety.screen_rules import Screened


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
    """No more coached exercise today (docs/clinical.md §2.7, STOP_SESSION)."""
    closed_directions: tuple[Direction, ...] = ()
    """Directions that made things worse today: their later exercises are left out."""
    closed_exercises: tuple[ExerciseId, ...] = ()
    up_an_hour: bool = False
    """Whether the patient said to have been up for an hour: bending is open from then on (docs/clinical.md §1.16)."""
    took_back: bool = False
    """Whether a warning sign was taken back as misheard: a second time closes the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareHold:
    """Coaching waits until the patient says a clinician has checked it."""

    care: Care
    since: date
    unrecognized: bool = False
    """Whether somebody in the house told the sign whose voice was not recognized: it may have been another one."""
    may_be_misheard: bool = False
    """Whether it rests on a sign heard once in free speech, and was not taken back before (docs/clinical.md §3.4a)."""
    screen_was_due: bool = False
    """Whether all safety questions were to be asked anew before it: so they are when it is taken back."""


STRENGTH_WORK = "strength-work"
"""The key of the days with any strengthening in `Patient.days_done`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """What is remembered about a patient beyond one sitting."""

    region: Region | None = None
    floor: bool | None = None
    """Whether they can get down to the floor and back up; None until the first exercise on it comes."""
    phase: Phase = Phase.RECOVERY
    phase_since: date | None = None
    """The day on which the phase began; None when it was the first."""
    painful_side: Side | None = None
    guides_played: Mapping[ExerciseId, int] = field(default_factory=dict)
    """How often the full guide of each exercise was played."""
    milestones: tuple[str, ...] = ()
    """Those that were told (`skill.domain.progress.milestones`)."""
    lessons: Mapping[LessonId, date] = field(default_factory=dict)
    """When each thing worth knowing was told last."""
    at_hand: tuple[EquipmentKind, ...] = ()
    """What was told to be there."""
    lacking: tuple[EquipmentKind, ...] = ()
    """What is not at hand."""
    training_days: tuple[Weekday, ...] = ()
    """The days of the week for training, Monday first; none for any."""
    name: str | None = field(default=None, repr=False)
    """What the patient wants to be called."""
    levels: Mapping[ExerciseId, Level] = field(default_factory=dict)
    """Where an exercise's level differs from the routine's."""
    steps: Mapping[ExerciseId, int] = field(default_factory=dict)
    """How many things are raised above that level's own dose (`skill.domain.movement.ladder`)."""
    walk_minutes: int | None = None
    """How long to walk on that day in all, as the record said when the last routine was planned; None before."""
    prescribed_on: date | None = None
    """When the clinician's program that was taken up last was given."""
    phase_declined_on: date | None = None
    """The day on which the patient last chose to stay, though the next phase was open."""
    forms: Mapping[ExerciseId, Form] = field(default_factory=dict)
    instructions: Instructions = Instructions.AS_NEEDED
    quiet: bool = False
    """Whether counts have only the words one cannot do without (`skill.domain.count.terse_count`)."""
    slow_speech: bool = False
    """Whether everything but the count is spoken more slowly."""
    plain_count: bool = False
    """Whether a count is spoken instead of played: on this patient's device the played one is not heard."""
    heard: Mapping[str, int] = field(default_factory=dict)
    """How often an exercise was introduced, by its id; a circuit's movement by `<exercise>/<movement>`, a level above
    the beginner one by `<exercise>/<level>`."""
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
    """Whether answers about symptoms may be kept; None until it was answered."""
    consent_asked: bool = False
    """Whether that was asked, in full; from then on it is asked in short."""
    day: Day | None = None
    care: CareHold | None = None
    limits: tuple[Limit, ...] = ()
    """What is not coached until a clinician has cleared it; `ADULTS_ONLY` stays."""
    screened: Screened = field(default_factory=Screened)
    to_ask: tuple[str, ...] = ()
    """The ids of safety questions that something told unasked is a yes to: they are asked about first."""

    @property
    def needs_setup(self) -> bool:
        """Return whether nothing can be planned yet: it is not known which part of the spine it is."""
        return self.region is None

    @property
    def uses_floor(self) -> bool:
        """Return whether exercises on the floor may be planned; until it was asked they may."""
        return self.floor is not False
