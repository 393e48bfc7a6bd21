"""What can be asked about: the topics as data. Their words are in Fluent, under `topic-<id>`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from skill.domain.movement.exercise import Region

TopicId = NewType("TopicId", str)
"""Kebab-case, the same in YAML, Fluent and the slot value's id."""


class Family(StrEnum):
    """What a topic is about; each family has a file of its own in `content/topics`."""

    CONDITION = "condition"
    """What happens in the body, and how it goes on."""
    EXERCISING = "exercising"
    """Why, how, how much, and with what."""
    ACTIVITIES = "activities"
    """May I run, lift, drive: until when to wait, why, and what to do instead (docs/clinical.md §5)."""
    CARE = "care"
    """Who else can help, and when to ask them (docs/clinical.md §6)."""
    COACH = "coach"
    """What the coach is, can do and knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing that can be asked about."""

    id: TopicId
    family: Family
    source: tuple[str, ...]
    """Keys of `sources.yaml`."""
    related: tuple[TopicId, ...] = ()
    """What to offer next."""
    region: Region | None = None
    """Set when the answer is about one part of the spine only."""
    breaths: int = 1
    """In how many breaths the longer part is said, each with an offer to hear more between."""
    countries: tuple[str, ...] = ()
    """The countries (ISO 3166) with words of their own; everywhere else the usual words are said."""

    def country_of_words(self, country: str) -> str | None:
        """Return *country* if the topic has words of its own there; else None."""
        return country if country in self.countries else None
