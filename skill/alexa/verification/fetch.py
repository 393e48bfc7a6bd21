"""The only place that goes out to the network for a certificate chain."""

from __future__ import annotations

from collections.abc import Callable
from urllib.request import Request

from skill.alexa.download import FAILURES, TooLarge, download
from skill.alexa.verification.roots import TrustRoots
from skill.errors import VerificationError

FETCH_SECONDS = 2.0
"""All of it: name look-up, connection, TLS, answer. Alexa gives up on the whole turn after 8 s."""
MAX_CHAIN_BYTES = 64 * 1024

Fetch = Callable[[str], bytes]
"""Returns what a canonical URL holds; raises `VerificationError` when that cannot be had."""


class HttpsFetch:
    """Fetches over HTTPS: TLS checked against *roots*, no redirects, only status 200, bounded in time and size.

    Goes through the proxy in `HTTPS_PROXY` unless `NO_PROXY` names the host, as `urllib` does.
    """

    def __init__(self, roots: TrustRoots, *, total_seconds: float = FETCH_SECONDS) -> None:
        self._roots = roots
        self._total_seconds = total_seconds

    def __call__(self, url: str) -> bytes:
        """Return what *url* holds. Raise `VerificationError` when that fails or takes too long."""
        tls_context, seconds = self._roots.tls_context, self._total_seconds
        try:
            return download(Request(url), tls_context, seconds=seconds, most_bytes=MAX_CHAIN_BYTES)  # noqa: S310
        except TooLarge as error:
            raise VerificationError("chain-too-large") from error
        except FAILURES as error:
            raise VerificationError("chain-unavailable") from error
