"""What must not be kept is sealed with a key that only Alexa's open session leads to: when it ends, nobody can read it.

So a server that is killed in the middle of an exercise goes on knowing what was told, and the database never does.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from skill.app.ports import PatientKey

NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Seal:
    """Closes texts for one Alexa session of one patient, and opens them in it."""

    secret: bytes = field(repr=False)

    def close(self, text: str, patient: PatientKey, alexa_session: str) -> str:
        """Return *text* sealed."""
        nonce = os.urandom(NONCE_BYTES)
        sealed = nonce + self._cipher(patient, alexa_session).encrypt(nonce, text.encode(), None)
        return b64encode(sealed).decode()

    def open(self, sealed: str, patient: PatientKey, alexa_session: str) -> str | None:
        """Return the text that was sealed; None when it was sealed for another session or with another secret."""
        raw = b64decode(sealed)
        try:
            opened = self._cipher(patient, alexa_session).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None)
        except InvalidTag:
            return None
        return opened.decode()

    def _cipher(self, patient: PatientKey, alexa_session: str) -> AESGCM:
        message = "\0".join(("seal", patient, alexa_session)).encode()
        return AESGCM(hmac.new(self.secret, message, hashlib.sha256).digest())
