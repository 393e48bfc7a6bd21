"""Holds that are written down before the words go out, and enough on their own to stop coaching.

A hold tells whose coaching waits, since which day and how urgent it is; never what was told. It stays in the journal
until a clinician's word lifts it or the patient is deleted, whatever becomes of the store in between.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from skill.app.codec import Document
from skill.app.ports import PatientKey
from skill.domain.patient.patient import CareHold, Patient
from skill.domain.patient.session import Session
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care

ID_BYTES = 8
MOST_IDS_KEPT = 16
"""How many of the last holds a document remembers to have taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One hold, as it is written down."""

    id: str
    """Random: it leads back to nobody once its patient is deleted."""
    patient: PatientKey
    on: date
    """The patient's day."""
    care: Care | None
    """Who must look at it before anything is coached; None when only *limits* hold."""
    limits: tuple[Limit, ...] = ()
    """What is not coached until it is cleared."""


class Holds(Protocol):
    """The holds that this server has written down. Safe in many threads and processes.

    No method but `write` raises: what cannot be written stays in this process's memory, and is tried again.
    """

    def of(self, patient: PatientKey) -> tuple[Hold, ...]:
        """Return the patient's open holds. Costs no more than a look into memory."""

    def open(self) -> tuple[Hold, ...]:
        """Return all open holds."""

    def write(self, hold: Hold) -> None:
        """Write *hold* down: it is on the disk when this returns.

        Raise `StorageUnavailable` when it is not; the hold counts all the same while this process lives.
        """

    def release(self, ids: Iterable[str]) -> None:
        """End the holds with *ids*."""

    def release_patient(self, patient: PatientKey) -> None:
        """End all holds of *patient*, and of every person of the account when it is one."""

    def compact(self) -> bool:
        """Overwrite what has ended and write what could not be written; return whether nothing is left to do."""


class NoHolds:
    """Writes nothing down: for a store in this process's memory, which never refuses."""

    def of(self, patient: PatientKey) -> tuple[Hold, ...]:
        """Return nothing."""
        return ()

    def open(self) -> tuple[Hold, ...]:
        """Return nothing."""
        return ()

    def write(self, hold: Hold) -> None:
        """Do nothing."""

    def release(self, ids: Iterable[str]) -> None:
        """Do nothing."""

    def release_patient(self, patient: PatientKey) -> None:
        """Do nothing."""

    def compact(self) -> bool:
        """Return True."""
        return True


def told(key: PatientKey, before: Patient, after: Patient, today: date) -> Hold | None:
    """Return the hold to write down when a turn made *after* of *before*; None when it told no sign."""
    care = after.care.care if after.care is not None and after.care != before.care else None
    limits = tuple(limit for limit in after.limits if limit not in before.limits)
    if care is None and not limits:
        return None
    return Hold(id=secrets.token_hex(ID_BYTES), patient=key, on=today, care=care, limits=limits)


def still_holds(hold: Hold, patient: Patient) -> bool:
    """Return whether *patient* still waits for what *hold* is about."""
    return (hold.care is not None and patient.care is not None) or any(one in patient.limits for one in hold.limits)


def knowing(document: Document, ids: Iterable[str]) -> Document:
    """Return *document* with holds noted as taken in, so that they are not taken in again once they are lifted."""
    return replace(document, holds=tuple(dict.fromkeys((*document.holds, *ids)))[-MOST_IDS_KEPT:])


def not_taken_in(document: Document, holds: Iterable[Hold]) -> tuple[Hold, ...]:
    """Return those of *holds* that *document* knows nothing of."""
    return tuple(hold for hold in holds if hold.id not in document.holds)


def taken_in(document: Document, holds: tuple[Hold, ...]) -> Document:
    """Return *document* under *holds*: what was under way is dropped, as it was when the sign was told.

    No question stands afterwards: a yes to whatever was asked before must not lift a hold.
    """
    if not holds:
        return document
    patient = document.patient
    for hold in holds:
        patient = _under(patient, hold)
    held = replace(document, patient=patient, session=Session(), said=(), asked=None, sealed="")
    return knowing(held, (hold.id for hold in holds))


def carried_holds(carried: Document | None, patient: PatientKey) -> tuple[Hold, ...]:
    """Return the holds in a document that could not be saved, as Alexa carried them here from any server."""
    if carried is None or not carried.unsaved or not carried.holds:
        return ()
    care, limits = carried.patient.care, carried.patient.limits
    if care is None and not limits:
        return ()
    on = care.since if care else date.min
    return tuple(
        Hold(id=one, patient=patient, on=on, care=care.care if care else None, limits=limits) for one in carried.holds
    )


def _under(patient: Patient, hold: Hold) -> Patient:
    care = patient.care
    if hold.care is not None and (care is None or hold.care.urgency >= care.care.urgency):
        since = max(hold.on, care.since) if care else hold.on
        care = CareHold(care=hold.care, since=since)
    limits = tuple(dict.fromkeys((*patient.limits, *hold.limits)))
    return replace(patient, care=care, limits=limits, screened=patient.screened.after_care())
