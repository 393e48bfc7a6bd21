"""Whether a certificate chain is Amazon's, and the public key it vouches for."""

from __future__ import annotations

from datetime import UTC, datetime

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import (
    Certificate,
    DNSName,
    DuplicateExtension,
    ExtensionNotFound,
    InvalidVersion,
    SubjectAlternativeName,
    UnsupportedGeneralNameType,
    load_pem_x509_certificates,
)
from cryptography.x509.verification import PolicyBuilder
from cryptography.x509.verification import VerificationError as UntrustedChain

from skill.alexa.verification.cache import Trusted
from skill.alexa.verification.roots import TrustRoots
from skill.errors import VerificationError

DOMAIN = "echo-api.amazon.com"
"""The name Amazon's signing certificate is issued for."""
LEAST_KEY_BITS = 2048
"""The least an RSA key must have (CA/Browser Forum's Baseline Requirements); the path check does not look at it."""

_MALFORMED = (ValueError, DuplicateExtension, InvalidVersion, UnsupportedAlgorithm, UnsupportedGeneralNameType)


def trusted_key(pem: bytes, roots: TrustRoots, now: datetime) -> Trusted[RSAPublicKey]:
    """Return the public key of the first certificate in *pem*, if it is Amazon's at *now* (aware).

    The rest of *pem* are intermediates, in any order. The Web's own rules for server certificates apply (RFC 5280 and
    the CA/Browser Forum's profile). Raise `VerificationError` for any chain that fails.
    """
    try:
        leaf, *intermediates = load_pem_x509_certificates(pem)
        _check_dates(leaf, now)
        _check_name(leaf)
        key = key_of(leaf)
    except _MALFORMED:
        raise VerificationError("chain-malformed") from None
    chain = _path_to_a_root(leaf, intermediates, roots, now)
    return Trusted(value=key, not_after=min(certificate.not_valid_after_utc for certificate in chain))


def key_of(leaf: Certificate) -> RSAPublicKey:
    """Return the key of *leaf*. Raise `VerificationError` when it is no RSA key, or a short one."""
    key = leaf.public_key()
    if not isinstance(key, RSAPublicKey) or key.key_size < LEAST_KEY_BITS:
        raise VerificationError("leaf-key")
    return key


def _check_dates(leaf: Certificate, now: datetime) -> None:
    if now < leaf.not_valid_before_utc:
        raise VerificationError("leaf-not-yet-valid")
    if now > leaf.not_valid_after_utc:
        raise VerificationError("leaf-expired")


def _check_name(leaf: Certificate) -> None:
    try:
        names = leaf.extensions.get_extension_for_class(SubjectAlternativeName).value
    except ExtensionNotFound:
        raise VerificationError("leaf-name") from None
    if DOMAIN not in (name.lower() for name in names.get_values_for_type(DNSName)):
        raise VerificationError("leaf-name")


def _path_to_a_root(
    leaf: Certificate, intermediates: list[Certificate], roots: TrustRoots, now: datetime
) -> list[Certificate]:
    policy = PolicyBuilder().store(roots.store).time(now.astimezone(UTC))
    try:
        return policy.build_server_verifier(DNSName(DOMAIN)).verify(leaf, intermediates)
    except UntrustedChain as error:
        raise VerificationError("chain-untrusted") from error
