"""The request check built on `cryptography`'s own path validation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from skill.alexa.verification.cache import ChainCache, Trusted
from skill.alexa.verification.chain import trusted_key
from skill.alexa.verification.envelope import check_envelope, check_size, parse_envelope
from skill.alexa.verification.fetch import Fetch, HttpsFetch
from skill.alexa.verification.roots import LoadRoots, TrustRoots, system_roots
from skill.alexa.verification.signature import read_signature
from skill.errors import VerificationError


class NativeVerifier:
    """Everything Amazon asks of a skill's own server, cheapest check first, the signature before any parsing.

    *load_roots* returns the trusted authorities and *fetch* a chain's bytes; both have the real ones as defaults.
    There is no check for revocation, as in every published verifier for Alexa.
    """

    def __init__(self, skill_id: str, *, load_roots: LoadRoots = system_roots, fetch: Fetch | None = None) -> None:
        self._skill_id = skill_id
        self._roots = TrustRoots(load_roots)
        self._fetch = fetch or HttpsFetch(self._roots)
        self._keys = ChainCache(self._load_key)

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        """Return when the request is Amazon's, for this skill and fresh; otherwise raise `VerificationError`."""
        check_size(body)
        signature = read_signature(headers)
        key = self._keys.get(signature.chain_url, now)
        try:
            key.verify(signature.value, body, PKCS1v15(), SHA256())
        except InvalidSignature:
            raise VerificationError("signature-mismatch") from None
        check_envelope(parse_envelope(body), self._skill_id, now)

    def _load_key(self, url: str, now: datetime) -> Trusted[RSAPublicKey]:
        return trusted_key(self._fetch(url), self._roots, now)
