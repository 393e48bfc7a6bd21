"""The texts of one patient as they are in the rows: sealed with the patient's key, each as what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skill.app.ports import PatientKey, StoredFact
from skill.storage.moments import utc

if TYPE_CHECKING:
    from skill.storage.keyring import Key

UNREADABLE = "unreadable"
"""What a text that cannot be opened is read as: no document, no reply and no kind of fact is called so."""
_SEALED_KIND = ""
"""What a fact's kind is in the row: the kind itself is sealed with the fact."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SealedTexts:
    """Seals and opens the texts of one patient."""

    patient: PatientKey
    key: Key

    def sealed_document(self, document: str) -> str:
        """Return a document for its row."""
        return self.key.seal(document, self.patient, "document")

    def document(self, text: str) -> str:
        """Return the document in a row; `UNREADABLE` when it cannot be opened."""
        opened = self.key.open(text, self.patient, "document")
        return UNREADABLE if opened is None else opened

    def sealed_reply(self, reply: str) -> str:
        """Return a reply for its row."""
        return self.key.seal(reply, self.patient, "reply")

    def reply(self, text: str | None) -> str | None:
        """Return the reply in a row; None when there is none."""
        if text is None:
            return None
        opened = self.key.open(text, self.patient, "reply")
        return UNREADABLE if opened is None else opened

    def fact_row(self, fact: StoredFact) -> Row:
        """Return the row of *fact*. Raise `ValueError` when its moment has no time zone."""
        return self._sealed_fact(utc(fact.at, "a fact's moment"), fact.kind, fact.data)

    def fact(self, row: Sequence[Any]) -> StoredFact:
        """Return the fact in a row of moment, kind and data."""
        at, kind, data = row
        kind, data = self._opened_fact(kind, data)
        return StoredFact(at=at, kind=kind, data=data)

    def resealed_fact(self, row: Mapping[str, Any], newer: SealedTexts) -> tuple[str, Row]:
        """Return the kind of the fact in a row, and its row under the *newer* key; its moment is as it is there."""
        kind, data = self._opened_fact(row["fact_kind"], row["fact_data"])
        return kind, newer._sealed_fact(row["moment"], kind, data)

    def _opened_fact(self, kind: str, data: str) -> tuple[str, str]:
        opened = self.key.open(data, self.patient, "fact")
        if opened is None:
            return UNREADABLE, ""
        if opened == data:
            return kind, data  # from before there were keys
        length, _, both = opened.partition(" ")
        return both[: int(length)], both[int(length) :]

    def _sealed_fact(self, moment: object, kind: str, data: str) -> Row:
        sealed = self.key.seal(f"{len(kind)} {kind}{data}", self.patient, "fact")
        return {"patient": self.patient, "moment": moment, "fact_kind": _SEALED_KIND, "fact_data": sealed}
