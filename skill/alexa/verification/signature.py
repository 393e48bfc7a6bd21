"""The two headers that vouch for a body."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from skill.alexa.verification.url import canonical_chain_url
from skill.errors import VerificationError

CHAIN_URL_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"
"""RSA with SHA-256. The older `Signature` header is SHA-1 and counts for nothing."""
MAX_SIGNATURE_CHARS = 1024
"""Enough for a 6144-bit key; Amazon's has 2048 bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A claim that the owner of the chain at *chain_url* signed the body."""

    chain_url: str
    """In its canonical spelling."""
    value: bytes


def read_signature(headers: Mapping[str, str]) -> Signature:
    """Return what *headers* claim. Raise `VerificationError` when that is incomplete or malformed."""
    url = _header(headers, CHAIN_URL_HEADER)
    encoded = _header(headers, SIGNATURE_HEADER)
    return Signature(chain_url=canonical_chain_url(url), value=_decode(encoded))


def _header(headers: Mapping[str, str], name: str) -> str:
    wanted = name.lower()
    values = [value for key, value in headers.items() if key.lower() == wanted]
    if not values or not values[0]:
        raise VerificationError("header-missing")
    if len(values) > 1:
        raise VerificationError("header-repeated")
    return values[0]


def _decode(encoded: str) -> bytes:
    if len(encoded) > MAX_SIGNATURE_CHARS:
        raise VerificationError("signature-malformed")
    try:
        return base64.b64decode(encoded, validate=True)
    except ValueError:
        raise VerificationError("signature-malformed") from None
