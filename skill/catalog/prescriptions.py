"""Clinicians' programs: one YAML file for each patient, checked like content, read again when it changes."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path

from skill.catalog.documents import ContentFile, Refused, read_document
from skill.catalog.mistakes import Mistake, unknown
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import UNREADABLE, Prescription
from skill.domain.safety.screen_rules import may_be_cleared
from skill.errors import ContentError

log = logging.getLogger(__name__)

_Stamp = tuple[int, int]
"""A file's time of change and size."""


def read_prescription(path: Path, catalog: Catalog) -> Prescription:
    """Return the program in the file at *path*. Raise `ContentError` with every mistake in it."""
    try:
        return _read(read_document(path, path.name), catalog)
    except Refused as refused:
        raise ContentError(map(str, sorted(refused.mistakes))) from None


@dataclass(frozen=True, slots=True)
class PrescriptionFolder:
    """The programs of a folder, by the patients' codes (`skill.app.keys.code_of`)."""

    folder: Path
    catalog: Catalog
    _read: dict[str, tuple[_Stamp, Prescription]] = field(default_factory=dict, init=False)

    def check(self) -> None:
        """Read every file. Raise `ContentError` with the mistakes of all."""
        mistakes: list[str] = []
        for path in sorted(self.folder.glob("*.yaml")):
            try:
                read_prescription(path, self.catalog)
            except ContentError as error:
                mistakes.extend(error.mistakes)
        if mistakes:
            raise ContentError(mistakes)

    def of(self, code: str) -> Prescription | None:
        """Return the program of the patient with this *code*: None when there is none, `UNREADABLE` when it is wrong.

        A mistake is logged without anything that is in the file.
        """
        path = self.folder / f"{code}.yaml"
        try:
            status = path.stat()
        except FileNotFoundError:
            return None
        stamp = status.st_mtime_ns, status.st_size
        known = self._read.get(code)
        if known is None or known[0] != stamp:
            known = self._read[code] = (stamp, self._fresh(path))
        return known[1]

    def _fresh(self, path: Path) -> Prescription:
        try:
            return read_prescription(path, self.catalog)
        except (ContentError, OSError) as error:
            count = len(error.mistakes) if isinstance(error, ContentError) else 1
            log.error("a clinician's program has %d mistakes: run spine-coach prescription check", count)
            return UNREADABLE


def _read(document: ContentFile, catalog: Catalog) -> Prescription:
    if "readable" in document.tree:
        raise Refused(document.mistake(("readable",), unknown("key", "readable", ())))
    prescription = document.read(Prescription, document.tree)
    mistakes = [
        *_mistakes_of_exercises(document, prescription, catalog),
        *_mistakes_of_cleared(document, prescription, catalog),
    ]
    if mistakes:
        raise Refused(*mistakes)
    return prescription


def _mistakes_of_exercises(document: ContentFile, prescription: Prescription, catalog: Catalog) -> list[Mistake]:
    mistakes = []
    seen: set[str] = set()
    for index, one in enumerate(prescription.exercises):
        where, exercise = ("exercises", index), catalog.exercises.get(one.exercise)
        if exercise is None:
            mistakes.append(
                document.mistake((*where, "exercise"), unknown("exercise", one.exercise, catalog.exercises))
            )
            continue
        if one.exercise in seen:
            mistakes.append(document.mistake((*where, "exercise"), f"{one.exercise} is there twice"))
        if one.exercise in prescription.leave_out:
            mistakes.append(document.mistake((*where, "exercise"), f"{one.exercise} is to be left out too"))
        seen.add(one.exercise)
        try:
            one.dose(exercise)
        except ValueError as error:
            mistakes.append(document.mistake(where, str(error)))
    for index, name in enumerate(prescription.leave_out):
        if name not in catalog.exercises:
            mistakes.append(document.mistake(("leave_out", index), unknown("exercise", name, catalog.exercises)))
    return mistakes


def _mistakes_of_cleared(document: ContentFile, prescription: Prescription, catalog: Catalog) -> list[Mistake]:
    """Return what cannot be cleared in advance: an emergency is never, and what is unknown is a slip."""
    items = {item.id: item for item in catalog.rules.screening.first_use}
    mistakes = []
    for index, name in enumerate(prescription.cleared):
        if name not in items:
            mistakes.append(document.mistake(("cleared", index), unknown("safety question", name, items)))
        elif not may_be_cleared(items[name]):
            mistakes.append(
                document.mistake(("cleared", index), f"{name} cannot be cleared: it is always asked and obeyed")
            )
    return mistakes
