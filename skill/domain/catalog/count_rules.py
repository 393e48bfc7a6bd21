"""The seconds of a count that no dose gives: getting ready, changing sides, what is said how often."""

from __future__ import annotations

from dataclasses import dataclass

from skill.domain.movement.exercise import Position

_UPRIGHT = frozenset({Position.SITTING, Position.STANDING, Position.IN_WATER})
LONGEST_SILENCE_ALLOWED = 10
"""Alexa's limit for a gap without a word (docs/alexa-platform.md §9, check 17)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRules:
    """Whole seconds, each with its source in `skill/content/rules/count.yaml`."""

    get_ready_on_the_floor_seconds: int
    """To take up the position before the first repetition, the words about the dose included."""
    get_ready_upright_seconds: int
    """The same where the position is sitting, standing or in water."""
    pick_up_seconds: int
    """To get ready again after an interruption."""
    switch_seconds: int
    """To change sides."""
    countdown_seconds: int
    """The last seconds of a hold are said: people wait for them."""
    longest_silence_seconds: int
    """A word at least this often, 2 to 10."""
    halfway_from_seconds: int
    """Shorter holds have no half-way word: it would run into the countdown."""
    long_hold_seconds: int
    """From here on the time left is told, too."""
    time_left_every_seconds: int
    """How often it is told."""
    setup_seconds: int
    """Getting set up for an exercise: allowed for in every figure in minutes."""
    check_seconds: int
    """The questions after an exercise: allowed for in the length of a routine."""

    def __post_init__(self) -> None:
        if not 2 <= self.longest_silence_seconds <= LONGEST_SILENCE_ALLOWED:
            raise ValueError(f"longest_silence_seconds must be 2 to {LONGEST_SILENCE_ALLOWED}")
        if self.halfway_from_seconds < 2 * (self.countdown_seconds + 1):
            raise ValueError("halfway_from_seconds must leave the countdown out of the half-way word's second")
        shortest = min(self.get_ready_on_the_floor_seconds, self.get_ready_upright_seconds, self.switch_seconds)
        if min(shortest, self.pick_up_seconds) <= self.countdown_seconds + 1:
            raise ValueError("countdown_seconds must leave time for the words before it, when getting ready too")

    def get_ready_seconds(self, position: Position) -> int:
        """Return the seconds to take up *position*."""
        return self.get_ready_upright_seconds if position in _UPRIGHT else self.get_ready_on_the_floor_seconds
