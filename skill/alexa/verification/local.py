"""The check of a server that only this machine can reach, where nobody signs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from skill.alexa.verification.envelope import check_size, parse_envelope


class LocalVerifier:
    """Checks a body's size and shape, and nothing about who sent it."""

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        """Return when *body* is a request envelope of at most 128 KiB; otherwise raise `VerificationError`."""
        check_size(body)
        parse_envelope(body)
