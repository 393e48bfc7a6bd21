"""The request check of Amazon's SDK, with its time, size and error handling made safe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from ask_sdk_model.request import Request
from ask_sdk_model.request_envelope import RequestEnvelope
from cryptography.exceptions import InvalidSignature

from skill.alexa.oscrypto_fix import ensure_importable
from skill.alexa.verification.cache import ChainCache, Trusted
from skill.alexa.verification.chain import key_of
from skill.alexa.verification.envelope import (
    JsonObject,
    check_envelope,
    check_size,
    decode_body,
    parse_envelope,
    request_type,
    sent_at,
)
from skill.alexa.verification.fetch import Fetch, HttpsFetch
from skill.alexa.verification.roots import TrustRoots
from skill.alexa.verification.signature import read_signature
from skill.errors import VerificationError

ensure_importable()

from ask_sdk_webservice_support.verifier import RequestVerifier, TimestampVerifier  # noqa: E402


class SdkVerifier:
    """The SDK's `RequestVerifier` and `TimestampVerifier`, behind the bounds that `NativeVerifier` has.

    The SDK decides about chain, signature and age; fetching, caching, the URL, the skill's id and what is JSON are
    ours. Beside *now*, certificates and age are also held against the system's clock, for the SDK asks no other, and
    its roots are those of `SSL_CERT_FILE` or the system. It validates the whole chain for every request (some 3 ms),
    and allows only the five skill events it knows to be an hour old.
    """

    def __init__(self, skill_id: str, *, fetch: Fetch | None = None) -> None:
        self._skill_id = skill_id
        self._fetch = fetch or HttpsFetch(TrustRoots())
        self._chains = ChainCache(self._load_chain)
        self._timestamps = TimestampVerifier()

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        """Return when the request is Amazon's, for this skill and fresh; otherwise raise `VerificationError`."""
        check_size(body)
        signature = read_signature(headers)
        chain = self._chains.get(signature.chain_url, now)
        text = decode_body(body)
        with _refusing("chain-untrusted"):
            _GivenChain(chain).verify(dict(headers), text, _NOT_READ)
        envelope = parse_envelope(body)
        check_envelope(envelope, self._skill_id, now)
        with _refusing("timestamp-out-of-range"):
            self._timestamps.verify({}, text, RequestEnvelope(request=_Sent(envelope)))

    def _load_chain(self, url: str, now: datetime) -> Trusted[bytes]:
        pem = self._fetch(url)
        with _refusing("chain-untrusted"):
            leaf = _GivenChain(pem)._retrieve_and_validate_certificate_chain(url)
            key_of(leaf)
            return Trusted(value=pem, not_after=leaf.not_valid_after_utc)


class _GivenChain(RequestVerifier):
    """The SDK's check, given the chain that it would fetch without any bound."""

    def __init__(self, pem: bytes) -> None:
        super().__init__()
        self._pem = pem

    def _load_cert_chain(self, cert_url: str) -> bytes:
        return self._pem


@contextmanager
def _refusing(reason: str) -> Iterator[None]:
    """Turn whatever escapes from the SDK and its parsers, which is almost anything, into a refusal."""
    try:
        yield
    except Exception as error:
        mismatch = any(isinstance(cause, InvalidSignature) for cause in error.args)
        raise VerificationError("signature-mismatch" if mismatch else reason) from error


_NOT_READ = RequestEnvelope()
"""The SDK hands every verifier an envelope; the one for signatures does not look at it."""


class _Sent(Request):
    """As much of a request as the SDK's check of its age looks at."""

    def __init__(self, envelope: JsonObject) -> None:
        super().__init__(object_type=request_type(envelope), timestamp=sent_at(envelope))
