"""Certificate authorities made on the spot, for pretending to be Amazon."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as generate_ec_key
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as generate_rsa_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AnyPrivateKey = RSAPrivateKey | EllipticCurvePrivateKey

DAY = timedelta(days=1)


@functools.cache
def rsa_key(owner: str, bits: int = 2048) -> RSAPrivateKey:
    """Return *owner*'s key, made once in a test run: 2048 bits take a while."""
    return generate_rsa_key(public_exponent=65537, key_size=bits)


@functools.cache
def ec_key(owner: str) -> EllipticCurvePrivateKey:
    """Return *owner*'s key, made once in a test run."""
    return generate_ec_key(SECP256R1())


def pem(*certificates: x509.Certificate) -> bytes:
    """Return *certificates* as a PEM bundle, in order."""
    return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """An authority that can issue certificates."""

    key: AnyPrivateKey
    certificate: x509.Certificate

    def subordinate(self, name: str, key: AnyPrivateKey, *, not_before: datetime, not_after: datetime) -> Authority:
        """Return an authority vouched for by this one."""
        return Authority(key=key, certificate=self.vouch(name, key, not_before=not_before, not_after=not_after))

    def vouch(self, name: str, key: AnyPrivateKey, *, not_before: datetime, not_after: datetime) -> x509.Certificate:
        """Return a certificate that makes the owner of *key* an authority."""
        builder = _builder(name, key, self.certificate.subject, not_before, not_after)
        builder = _as_authority(builder, key).add_extension(self._identifier(), critical=False)
        return builder.sign(self.key, SHA256())

    def leaf(
        self,
        key: AnyPrivateKey,
        *,
        names: Iterable[str],
        not_before: datetime,
        not_after: datetime,
    ) -> x509.Certificate:
        """Return a server's certificate for *names*; without any, one that has no subject alternative name."""
        builder = _builder("leaf", key, self.certificate.subject, not_before, not_after)
        builder = (
            builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(digital_signature=True), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(self._identifier(), critical=False)
        )
        if dns_names := [x509.DNSName(name) for name in names]:
            builder = builder.add_extension(x509.SubjectAlternativeName(dns_names), critical=False)
        return builder.sign(self.key, SHA256())

    def _identifier(self) -> x509.AuthorityKeyIdentifier:
        return x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())


def root(name: str, key: AnyPrivateKey, *, not_before: datetime, not_after: datetime) -> Authority:
    """Return an authority that vouches for itself."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = _as_authority(_builder(name, key, subject, not_before, not_after), key)
    return Authority(key=key, certificate=builder.sign(key, SHA256()))


def _builder(
    name: str, key: AnyPrivateKey, issuer: x509.Name, not_before: datetime, not_after: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(not_before)
        .not_valid_after(not_after)
    )


def _as_authority(builder: x509.CertificateBuilder, key: AnyPrivateKey) -> x509.CertificateBuilder:
    return (
        builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, digital_signature: bool = False, key_cert_sign: bool = False, crl_sign: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        encipher_only=False,
        decipher_only=False,
    )
