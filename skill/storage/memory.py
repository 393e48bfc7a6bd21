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
    from collections.abc import Iterable
    from datetime import datetime

_BY_MOMENT = attrgetter("at")


@dataclass(slots=True, kw_only=True)
class _Patient:
    version: int = 0
    document: str | None = None
    updated_at: datetime | None = None
    facts: list[StoredFact] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)


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
        self._holds: dict[str, PatientKey | None] = {}

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
        holds: tuple[str, ...] = (),
        setting_aside: bool = False,
    ) -> None:
        """Save all or nothing. Raise `StaleVersion`."""
        moment = utc(now, "now")
        new_facts = [replace(fact, at=utc(fact.at, "a fact's moment")) for fact in facts]
        with self._lock:
            known = self._patients.get(patient, _Patient())
            if known.version != version or self._kept_reply(patient, request_id, moment):
                raise StaleVersion("Another turn of this patient was saved first. Load again.")
            self._patients[patient] = known
            if setting_aside and known.document is not None:
                known.set_aside.append(known.document)
            known.version, known.document, known.updated_at = next_version, document, moment
            self._holds.update((one, patient) for one in holds if one not in self._holds)
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

    def delete(self, patient: PatientKey, *, unless_seen_since: datetime | None = None) -> bool:
        """Erase everything about *patient*, unless something was saved since."""
        limit = utc(unless_seen_since, "unless_seen_since") if unless_seen_since else None
        with self._lock:
            theirs = [one for key, one in self._patients.items() if is_of(key, patient)]
            if limit and any(one.updated_at and one.updated_at > limit for one in theirs):
                return False
            self._patients = {key: one for key, one in self._patients.items() if not is_of(key, patient)}
            self._replies = {key: one for key, one in self._replies.items() if not is_of(key[0], patient)}
            self._holds = {
                one: None if whose is None or is_of(whose, patient) else whose for one, whose in self._holds.items()
            }
            return True

    def released(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of the holds with *ids* whose patient was deleted."""
        with self._lock:
            return frozenset(one for one in ids if one in self._holds and self._holds[one] is None)

    def tidy(self) -> bool:
        """Return True: memory leaves nothing."""
        return True

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
