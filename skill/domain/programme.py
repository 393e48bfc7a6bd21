"""What may be planned: the ten routines as data, the rules' numbers, and the catalog that holds all content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from skill.domain.dose import Level
from skill.domain.exercise import Exercise, ExerciseId, Form, Phase, Region
from skill.domain.progress_rules import PhaseRules, WeeklyRules
from skill.domain.safety import RedFlag, RedFlagRule
from skill.domain.screen_items import Screening
from skill.domain.symptom_rules import SymptomRules
from skill.domain.topics import Topic, TopicId
from skill.domain.zones import Zones


class When(StrEnum):
    """Which sitting of the day a block is for."""

    MAIN = "main"
    """The day's first sitting."""
    REPEAT = "repeat"
    """Every later sitting of the day."""
    OPTIONAL = "optional"
    """Only when the patient asks for its exercises by name."""


class DayKind(StrEnum):
    """On which days a routine is planned."""

    DAILY = "daily"
    ALTERNATE = "alternate"
    """Some days a week, never two in a row."""
    BETWEEN = "between"
    """The days between those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a block: an exercise, or a choice that rotates from day to day."""

    choice: tuple[ExerciseId, ...] = ()
    """The exercises to take from. Empty when *directional* is set."""
    pick: int = 1
    """How many of the choice are taken on a day."""
    directional: bool = False
    """Take the directional exercise of the patient's region instead (clinical.md §4.4)."""
    level: Level
    form: Form = Form.USUAL
    warm_up: bool = False
    """Whether a walk keeps its level's minutes here, whatever the week's target (clinical.md §4.4)."""
    from_week: int = 1
    """The first week of the phase in which it is done, from 1."""

    def __post_init__(self) -> None:
        if self.from_week < 1:
            raise ValueError(f"from_week must be at least 1, not {self.from_week}")
        if self.directional == bool(self.choice):
            raise ValueError("an item has either a choice of exercises or directional: true")
        if self.choice and not 1 <= self.pick <= len(self.choice):
            raise ValueError(f"pick must be from 1 to {len(self.choice)}, not {self.pick}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Exercises done in one sitting, in order."""

    id: str
    when: When
    region: Region | None = None
    """Set where a routine for both regions keeps them in blocks of their own."""
    days_per_week: int = 7
    """On fewer than 7 days the block is left out on the day after it was done."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One of the ten routines (clinical.md §4.4)."""

    id: str
    phases: tuple[Phase, ...]
    regions: tuple[Region, ...]
    floor: bool | None = None
    """For people who can (true) or cannot (false) use the floor; None for both."""
    days: DayKind
    days_per_week: int
    blocks: tuple[Block, ...]
    blocks_per_day: int | None = None
    """The most sittings a day, where they are fewer or more than usual (`Rules.blocks_per_day`)."""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The numbers of the rules; each is given with its source in `content/rules/*.yaml`."""

    hours_between_regions: int
    """Low back and neck blocks are this far apart while in recovery (clinical.md §4.4)."""
    comfortable_sessions_before_harder: int
    """clinical.md §4.2."""
    comfortable_days_before_harder_in_recovery: int
    """clinical.md §4.2."""
    raises_per_day: int
    """clinical.md §4.2: never two exercises up on one day."""
    slowest_tempo_step: int
    """How many seconds a movement may be slowed by."""
    fastest_movement_seconds: int
    """No movement is counted faster than this."""
    rest_step_seconds: int
    """What one step longer or shorter adds to the rests between sets."""
    shortest_rest_seconds: int
    longest_rest_seconds: int
    blocks_per_day: int
    """The most sittings a day (clinical.md §4.3)."""
    days_between_week_ratings: int
    """A week is rated at most so often (clinical.md §7)."""
    days_between_goal_ratings: int
    """Goals are rated at most so often, unless the patient asks for it (clinical.md §7)."""
    goals_kept: int
    """The most goals of a patient (clinical.md §7)."""
    days_before_progress: int
    """With fewer days known it is too early to say how it goes."""
    short_instructions_after: int
    """After hearing an exercise's instructions this often, a reminder takes their place."""
    red_flags: Mapping[RedFlag, RedFlagRule]
    zones: Zones
    symptoms: SymptomRules
    screening: Screening
    phases: PhaseRules
    weekly: WeeklyRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a number or a method comes from."""

    key: str
    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All content but the words, checked."""

    exercises: Mapping[ExerciseId, Exercise]
    programmes: tuple[Programme, ...]
    rules: Rules
    emergency_numbers: Mapping[str, str]
    """By country code (ISO 3166, from the locale's second half), and `default`."""
    sources: Mapping[str, Source]
    topics: Mapping[TopicId, Topic]

    def emergency_number(self, locale: str) -> str:
        """Return the number to call where *locale* (such as `en-GB`) is spoken."""
        return self.emergency_numbers.get(locale[-2:], self.emergency_numbers["default"])
