"""Whether a request may be read at all: from Amazon, for this skill, and fresh.

`NativeVerifier` is the usual check. `SdkVerifier` (in `.sdk`, imported only when it is chosen: it is heavy) is the
SDK's own, for the day Amazon's certificates no longer please the first. `LocalVerifier` checks no signature; it is for
a server that only this machine can reach.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from skill.alexa.verification.local import LocalVerifier
from skill.alexa.verification.native import NativeVerifier
from skill.alexa.verification.roots import system_roots

__all__ = ["LocalVerifier", "NativeVerifier", "Verifier", "system_roots"]


class Verifier(Protocol):
    """Decides about one request, before anything else has looked at its body."""

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        """Return when the request may be read; otherwise raise `VerificationError`, and nothing else.

        *headers* may be spelled in any case; *body* is exactly what came over the wire; *now* is aware.
        Safe to call from many threads.
        """
