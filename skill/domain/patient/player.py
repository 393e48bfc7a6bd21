"""The device's audio player: what it tells, what it is told, and the queue of guides on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar, dataclass_transform

from skill.domain.catalog.recordings import GuideId

_TOKEN = re.compile(r"(\d{1,9})/(\d{1,3})/([a-z0-9-]+(?:,[a-z0-9-]+)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One guide of a queue, as it is on the player. Its token says it all, so a report of it needs no memory."""

    guide_ids: tuple[GuideId, ...]
    index: int = 0
    play_number: int = 1
    """Counts what was played, so that a late report about an earlier play is not taken for this one."""

    @property
    def guide_id(self) -> GuideId:
        """Return the guide itself."""
        return self.guide_ids[self.index]

    @property
    def token(self) -> str:
        """Return the stream's token: at most 1,024 characters, nothing about a person (docs/alexa-platform.md §2.5)."""
        return f"{self.play_number}/{self.index}/{','.join(self.guide_ids)}"

    @property
    def next(self) -> Track | None:
        """Return the one after it in the same play; None for the last."""
        return replace(self, index=self.index + 1) if self.index + 1 < len(self.guide_ids) else None

    @property
    def previous(self) -> Track | None:
        """Return the one before it in the same play; None for the first."""
        return replace(self, index=self.index - 1) if self.index else None

    def same_play(self, other: Track) -> bool:
        """Return whether *other* is of the same queue, played at the same time."""
        return (self.play_number, self.guide_ids) == (other.play_number, other.guide_ids)

    @classmethod
    def of(cls, token: str) -> Track | None:
        """Return the track with *token*; None when it is none of ours."""
        found = _TOKEN.fullmatch(token)
        if not found:
            return None
        guide_ids = tuple(GuideId(name) for name in found[3].split(","))
        index = int(found[2])
        return cls(guide_ids=guide_ids, index=index, play_number=int(found[1])) if index < len(guide_ids) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """What the device tells about its player, with every request."""

    available: bool = False
    """Whether guides can be played at all: the device has a player, and they have a public address."""
    token: str = ""
    offset_ms: int = 0
    playing: bool = False
    finished: bool = False

    @property
    def track(self) -> Track | None:
        """Return the guide that is on it, or was last; None when it was none of ours."""
        return Track.of(self.token)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """The guides a patient listens to, and the place in them."""

    track: Track
    offset_ms: int = 0
    on: date
    """The patient's day on which they were last played."""
    queued: bool = False
    """Whether the next guide is on the player's queue already: it must not be queued twice."""
    failed: bool = False
    """Whether the guide could not be played: it is offered as speech instead."""


class Command:
    """What the player is told."""

    __slots__ = ()


_Kind = TypeVar("_Kind", bound=Command)

COMMANDS: dict[str, type[Command]] = {}
"""Every kind of command by its type's name."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def _command(kind: type[_Kind]) -> type[_Kind]:
    made = dataclass(frozen=True, slots=True, kw_only=True)(kind)
    COMMANDS[made.__name__] = made
    return made


@_command
class Play(Command):
    """Play this guide from *offset_ms* on, in place of whatever is on the player."""

    track: Track
    offset_ms: int = 0


@_command
class Enqueue(Command):
    """Play this guide after *after*, which is on the player now."""

    track: Track
    after: Track


@_command
class Halt(Command):
    """Stop playing."""


@_command
class LetPlay(Command):
    """Change nothing: what plays goes on after the words."""
