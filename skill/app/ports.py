"""What the coach needs from outside: a store. Adapters live in `skill/storage`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

PatientKey = NewType("PatientKey", str)
"""HMAC of Alexa's user id (and person id): never a raw id."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the store knows of a patient when a turn begins."""

    version: int
    """0 when nothing has been saved yet; else what the last save called it."""
    document: str | None
    """The patient and the session as JSON text; None when nothing has been saved yet."""
    reply: str | None
    """The reply already given to this request id, as JSON text; None when the request is new."""


@dataclass(frozen=True, slots=True)
class StoredFact:
    """One fact of a patient's history: appended, never changed."""

    at: datetime
    """Aware, UTC."""
    kind: str
    """The fact's type in kebab-case, such as `set-done`."""
    data: str
    """The fact as JSON text."""


class Store(Protocol):
    """A patient's document, facts and recent replies, safe under overlapping turns.

    Every method raises `StorageUnavailable` when the database refuses or is too slow.
    """

    def load(self, patient: PatientKey, request_id: str, now: datetime) -> Loaded:
        """Return what is saved for *patient*, and the reply kept for *request_id*.

        Replies are kept for ten minutes after they were saved (*now* is aware, UTC).
        """

    def save(
        self,
        patient: PatientKey,
        *,
        version: int,
        next_version: int,
        document: str,
        facts: tuple[StoredFact, ...],
        request_id: str,
        reply: str,
        now: datetime,
        erasing: tuple[str, ...] = (),
        holds: tuple[str, ...] = (),
        setting_aside: bool = False,
    ) -> None:
        """Save the document, append the facts and keep the reply, all or nothing.

        With *erasing*, first erase the patient's facts of these kinds, and every reply kept before. *holds* are the
        ids of the holds that the document has newly taken in: with any, a lock is waited for longer. With
        *setting_aside*, keep the document that was there before as it is, until the patient is deleted.

        *version* is the one that was loaded, and *next_version* what this save is called. One that a deleted patient
        had must never come again: a turn begun before the deletion would bring the deleted back.

        Raise `StaleVersion`, and save nothing, when the patient has another version by now, or when *request_id*
        already has a kept reply.
        """

    def facts(self, patient: PatientKey, since: datetime) -> tuple[StoredFact, ...]:
        """Return the patient's facts from *since* on, oldest first; of one moment, in the order they were appended."""

    def delete(self, patient: PatientKey, *, unless_seen_since: datetime | None = None) -> bool:
        """Erase everything about *patient*: document, facts and kept replies. Doing it twice is fine.

        An account's key takes every person of it along: their keys begin with it and a full stop. Return False, and
        erase nothing, when something of theirs was saved after *unless_seen_since*.

        However much there is, nothing can be read any more when this returns; `tidy` gives the room back.
        """

    def released(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of the holds with *ids* that were saved for a patient who was deleted since."""

    def tidy(self) -> bool:
        """Remove what deletions have left, off the turn; return whether nothing is left to do."""

    def ping(self) -> None:
        """Return when the database answers."""
