"""Reading what is saved of a patient, as far as it can be read: what cannot never stands in the way of a turn."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace

from skill.app import codec
from skill.app.codec import Document
from skill.app.holds import Hold, taken_in
from skill.app.ports import StoredFact
from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import CareAdvised, CareCleared, Fact, SignMisheard
from skill.domain.history.record import Record
from skill.domain.patient.patient import CareHold, Patient
from skill.domain.patient.session import Session

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recollection:
    """What a turn begins with."""

    document: Document
    new_holds: tuple[Hold, ...] = ()
    """The holds that were taken in, and that what is saved knows nothing of yet."""
    known_holds: tuple[str, ...] = ()
    """The ids of the holds that the saved document had taken in."""
    unreadable: bool = False
    """Whether the saved document could not be read: it is set aside, and the patient is screened anew."""

    def under(self, holds: tuple[Hold, ...]) -> Recollection:
        """Return this with *holds* taken in."""
        return replace(self, document=taken_in(self.document, holds), new_holds=holds)


def record_of(stored: Iterable[StoredFact]) -> Record:
    """Return the record of the facts that this release can read."""
    facts: list[Fact] = []
    skipped = 0
    for one in stored:
        try:
            facts.append(codec.decode_fact(one))
        except (KeyError, ValueError):
            skipped += 1
    if skipped:
        log.warning("%d facts of a patient cannot be read by this release, and were skipped", skipped)
    return Record(facts=tuple(facts))


def anew(record: Record) -> Document:
    """Return the document of a patient whose own cannot be read: held if the record says so, else to be screened.

    It is not a first visit: nobody who may be waiting for a clinician is welcomed as new.
    """
    care: CareHold | None = None
    for fact in record.facts:
        if isinstance(fact, CareAdvised):
            care = CareHold(care=fact.care, since=fact.on)
        elif isinstance(fact, CareCleared | SignMisheard):
            care = None
    return Document(patient=Patient(visits=1, care=care))


def without_what_is_gone(document: Document, catalog: Catalog) -> Document:
    """Return *document* without a routine that has an exercise the content no longer has."""
    if all(planned.exercise_id in catalog.exercises for planned in document.session.exercises):
        return document
    return replace(document, session=Session())
