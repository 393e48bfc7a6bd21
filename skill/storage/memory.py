"""A store in this process's memory, for trying things out and for tests: every promise but durability."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field, replace
from operator import attrgetter
from threading import Lock
from typing import TYPE_CHECKING

from skill.app.ports import Loaded, PatientKey, StoredFact
from skill.errors import StaleVersion
from skill.storage.moments import forgotten_since, utc

if TYPE_CHECKING:
    from datetime import datetime

_BY_MOMENT = attrgetter("at")


@dataclass(slots=True, kw_only=True)
class _Patient:
    version: int = 0
    document: str | None = None
    facts: list[StoredFact] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    saved_at: datetime
    text: str


class MemoryStore:
    """Safe in many threads; another process has another memory."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._patients: dict[PatientKey, _Patient] = {}
        self._replies: dict[tuple[PatientKey, str], _Reply] = {}

    def load(self, patient: PatientKey, request_id: str, now: datetime) -> Loaded:
        """Return what is saved for *patient*, and the reply kept for *request_id*."""
        moment = utc(now, "now")
        with self._lock:
            known = self._patients.get(patient, _Patient())
            kept = self._kept_reply(patient, request_id, moment)
            return Loaded(known.version, known.document, kept.text if kept else None)

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
    ) -> None:
        """Save all or nothing. Raise `StaleVersion`."""
        moment = utc(now, "now")
        new_facts = [replace(fact, at=utc(fact.at, "a fact's moment")) for fact in facts]
        with self._lock:
            known = self._patients.get(patient, _Patient())
            if known.version != version or self._kept_reply(patient, request_id, moment):
                raise StaleVersion("Another turn of this patient was saved first. Load again.")
            self._patients[patient] = known
            known.version, known.document = next_version, document
            if erasing:
                known.facts = [fact for fact in known.facts if fact.kind not in erasing]
                self._replies = {key: reply for key, reply in self._replies.items() if key[0] != patient}
            for fact in new_facts:
                insort(known.facts, fact, key=_BY_MOMENT)
            self._sweep(moment)
            self._replies[patient, request_id] = _Reply(saved_at=moment, text=reply)

    def facts(self, patient: PatientKey, since: datetime) -> tuple[StoredFact, ...]:
        """Return the facts from *since* on, oldest first; of one moment, in the order they were appended."""
        first = utc(since, "since")
        with self._lock:
            known = self._patients.get(patient, _Patient())
            return tuple(fact for fact in known.facts if fact.at >= first)

    def delete(self, patient: PatientKey) -> None:
        """Erase everything about *patient*."""
        with self._lock:
            self._patients = {key: one for key, one in self._patients.items() if not is_of(key, patient)}
            self._replies = {key: one for key, one in self._replies.items() if not is_of(key[0], patient)}

    def ping(self) -> None:
        """Return: memory always answers."""

    def _kept_reply(self, patient: PatientKey, request_id: str, now: datetime) -> _Reply | None:
        reply = self._replies.get((patient, request_id))
        return reply if reply and reply.saved_at > forgotten_since(now) else None

    def _sweep(self, now: datetime) -> None:
        limit = forgotten_since(now)
        self._replies = {key: reply for key, reply in self._replies.items() if reply.saved_at > limit}


def is_of(key: str, account: str) -> bool:
    """Return whether *key* is the account's, or that of a person in it."""
    return key == account or key.startswith(f"{account}.")
