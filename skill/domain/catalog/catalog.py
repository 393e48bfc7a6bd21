"""What may be planned: the ten routines as data, the rules' numbers, and the catalog that holds all content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.domain.catalog.count_rules import CountRules
from skill.domain.catalog.lessons import Lesson, LessonId
from skill.domain.catalog.phase_rules import PhaseRules, WeeklyRules
from skill.domain.catalog.routine import Routine
from skill.domain.catalog.topics import Topic, TopicId
from skill.domain.movement.exercise import Exercise, ExerciseId
from skill.domain.safety.red_flags import RedFlag, RedFlagRule
from skill.domain.safety.screen_items import Screening
from skill.domain.symptoms.symptom_rules import SymptomRules
from skill.domain.symptoms.zones import Zones


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The numbers of the rules; each is given with its source in `content/rules/*.yaml`."""

    hours_between_regions: int
    """Low back and neck blocks are this far apart while in recovery (docs/clinical.md §4.4)."""
    comfortable_sessions_before_harder: int
    """docs/clinical.md §4.2."""
    comfortable_days_before_harder_in_recovery: int
    """docs/clinical.md §4.2."""
    raises_per_day: int
    """docs/clinical.md §4.2: never two exercises up on one day."""
    slowest_tempo_step: int
    """How many seconds a movement may be slowed by."""
    fastest_movement_seconds: int
    """No movement is counted faster than this."""
    rest_step_seconds: int
    """What one step longer or shorter adds to the rests between sets."""
    shortest_rest_seconds: int
    longest_rest_seconds: int
    blocks_per_day: int
    """The most sittings a day (docs/clinical.md §4.3)."""
    days_between_week_ratings: int
    """A week is rated at most so often (docs/clinical.md §7)."""
    days_between_goal_ratings: int
    """Goals are rated at most so often, unless the patient asks for it (docs/clinical.md §7)."""
    goals_kept: int
    """The most goals of a patient (docs/clinical.md §7)."""
    days_before_progress: int
    """With fewer days known it is too early to say how it goes."""
    days_of_progress: int
    """How it goes is told of so many days first."""
    weeks_of_longer_progress: int
    """And of so many weeks when more is wanted."""
    days_between_lessons: int
    """The same thing worth knowing is told at most so often."""
    short_instructions_after: int
    """After hearing an exercise's instructions this often, a reminder takes their place."""
    red_flags: Mapping[RedFlag, RedFlagRule]
    zones: Zones
    count: CountRules
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
    spoken: str
    """Its name for the ear."""
    year: int | None = None
    """When it was published; None where nobody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All content but the words, checked."""

    exercises: Mapping[ExerciseId, Exercise]
    routines: tuple[Routine, ...]
    rules: Rules
    emergency_numbers: Mapping[str, str]
    """By country code (ISO 3166), and `default`."""
    sources: Mapping[str, Source]
    lessons: Mapping[LessonId, Lesson]
    topics: Mapping[TopicId, Topic]

    def emergency_number(self, country: str) -> str:
        """Return the number to call in *country* (ISO 3166)."""
        return self.emergency_numbers.get(country, self.emergency_numbers["default"])
