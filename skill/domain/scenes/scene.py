"""A scene: to the eye what a `Script` is to the ear.

It holds cues, names and choices, never a sentence, and nothing of any screen: `skill/screen` draws it. It shows nothing
that is not said, and whatever can be touched means what words would mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skill.domain.count.script import Script
from skill.domain.cues import Cue, Question
from skill.domain.history.facts import Outcome
from skill.domain.movement.exercise import ExerciseId, Form, Region
from skill.domain.patient.state import State
from skill.domain.scenes.choices import Choice
from skill.domain.symptoms.zones import Zone


class Look(StrEnum):
    """What a scene is about, and so how it is laid out."""

    WELCOME = "welcome"
    """Setting up: a few words and a question."""
    PLAN = "plan"
    """Today's exercises in order."""
    SAFETY = "safety"
    """A safety question."""
    BODY_MAP = "body-map"
    """Where is it furthest: zones to touch."""
    SCALE = "scale"
    """How strong, from 0 to 10."""
    EXPLAINING = "explaining"
    """An exercise and its steps."""
    COUNT = "count"
    """Getting ready, repetitions, holds and rests."""
    ACTIVITY = "activity"
    """Out on one's own: walking, swimming."""
    QUESTION = "question"
    """Any other question."""
    PAUSED = "paused"
    RESULT = "result"
    """What was decided after an exercise, and why."""
    PROGRESS = "progress"
    """Places and minutes over the weeks."""
    DONE = "done"
    """The day's exercises are behind."""
    FAREWELL = "farewell"
    """The session is over: nothing about anybody is left standing."""
    EMERGENCY = "emergency"
    """The number to call, large, and nothing else."""
    HELD = "held"
    """A clinician must look first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The exercise that is drawn, in the form it is done in."""

    exercise_id: ExerciseId
    movement_id: str | None = None
    form: Form = Form.USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One exercise of today's list."""

    figure: Figure
    outcome: Outcome | None
    """How it ended; None while it is ahead."""
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneDay:
    """How far from the spine it was felt on a day."""

    on: date
    region: Region
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMinutes:
    """The minutes of activity in the week that began on a day."""

    begins_on: date
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The last weeks, oldest first."""

    begins_on: date
    ends_on: date
    zones: tuple[ZoneDay, ...]
    weeks: tuple[WeekMinutes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is to be seen after a turn."""

    look: Look
    state: State
    """What the coach waits for: a choice means something in this state only."""
    said: tuple[Cue, ...] = ()
    """What is said with it, in order."""
    question: Question | None = None
    figure: Figure | None = None
    coming: Figure | None = None
    """What comes after the exercise that is up."""
    number: int = 0
    """The number of the exercise that is up; 0 when none is."""
    of: int = 0
    plan: tuple[PlanLine, ...] = ()
    script: Script | None = None
    """What is counted."""
    minutes_are_reps: bool = False
    """Whether the count is a walk's: its numbers are minutes."""
    region: Region | None = None
    """Whose zones can be touched."""
    plot: Plot | None = None
    emergency_number: str = ""
    choices: tuple[Choice, ...] = ()
    afterwards: Scene | None = None
    """What is seen when the count is over and its question is asked."""

    @property
    def words(self) -> tuple[Cue, ...]:
        """Return every cue whose words it may show."""
        counted = tuple(beat.cue for beat in self.script.beats if beat.cue) if self.script else ()
        asked = (self.question,) if self.question else ()
        inner = self.afterwards.words if self.afterwards else ()
        return (*self.said, *asked, *counted, *inner)

    @property
    def shows_health(self) -> bool:
        """Return whether it asks for, or shows, how the patient is."""
        return self.look in (Look.BODY_MAP, Look.SCALE, Look.PROGRESS) or any(one.about_health for one in self.choices)
