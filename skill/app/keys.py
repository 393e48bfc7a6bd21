"""Who a patient is to us: a keyed hash, never Alexa's id."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

from skill.app.ports import PatientKey

HASH_CHARACTERS = 40


CODE_DIGITS = 10


def code_of(patient: PatientKey) -> str:
    """Return the digits by which a patient's file of a clinician's program is named: they lead back to nobody."""
    number = int(hashlib.sha256(f"prescription {patient}".encode()).hexdigest(), 16)
    return f"{number % 10**CODE_DIGITS:0{CODE_DIGITS}}"


@dataclass(frozen=True, slots=True)
class PatientKeys:
    """Makes patients' keys with one secret. Another secret makes other keys: keep it."""

    secret: bytes = field(repr=False)

    def of(self, user_id: str, person_id: str | None = None) -> PatientKey:
        """Return the key of an account, or of one recognized voice in it.

        A person's key starts with the account's and a full stop, so that deleting the account deletes them too.
        """
        account = self._hash(user_id)
        return PatientKey(f"{account}.{self._hash(user_id, person_id)}" if person_id else account)

    def voice(self, user_id: str, person_id: str) -> str:
        """Return what a recognized voice of an account is known by: the second half of its person's key."""
        return self._hash(user_id, person_id)

    def session(self, alexa_session: str) -> str:
        """Return what one of Alexa's sessions is known by."""
        return self._hash("session", alexa_session)

    def _hash(self, *parts: str) -> str:
        digest = hmac.new(self.secret, "\0".join(parts).encode(), hashlib.sha256).hexdigest()
        return digest[:HASH_CHARACTERS]
