"""The records of the patients who were here last, decoded, so that a history is not read anew in every turn."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from skill.app.ports import PatientKey
from skill.domain.history.facts import Fact
from skill.domain.history.record import Record

MOST_FACTS = 100_000
"""Of all patients together; the ones longest away go first."""


@dataclass(frozen=True, slots=True)
class _Kept:
    version: int
    record: Record
    until: datetime
    """When the last fact was appended; one with an earlier moment would not come last."""


class Records:
    """Records by patient, each good for one version of the saved document only. Safe to share between threads.

    A record is kept only once a turn that read it has been saved: so nobody else has written in between.
    """

    def __init__(self, most_facts: int = MOST_FACTS) -> None:
        """Keep at most so many facts."""
        self._most = most_facts
        self._kept: OrderedDict[PatientKey, _Kept] = OrderedDict()
        self._lock = Lock()

    def of(self, patient: PatientKey, version: int) -> Record | None:
        """Return the record that belongs to *version* of the patient's document; None when it is not here."""
        with self._lock:
            kept = self._kept.get(patient)
            if kept is None or kept.version != version:
                return None
            self._kept.move_to_end(patient)
            return kept.record

    def keep(self, patient: PatientKey, version: int, record: Record, added: tuple[Fact, ...], now: datetime) -> None:
        """Keep *record* with what was *added* at the moment *now*, for the next *version*."""
        with self._lock:
            before = self._kept.pop(patient, None)
            if before is not None and now < before.until:
                return
            self._kept[patient] = _Kept(version, record.plus(added), now)
            while sum(len(one.record.facts) for one in self._kept.values()) > self._most:
                self._kept.popitem(last=False)

    def drop(self, patient: PatientKey) -> None:
        """Forget the patient's record."""
        with self._lock:
            self._kept.pop(patient, None)
