"""Which authorities are trusted."""

from __future__ import annotations

import ssl
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from skill.alexa.verification import NativeVerifier, Verifier, system_roots
from skill.alexa.verification.roots import TrustRoots
from skill.errors import ConfigError, VerificationError
from tests.alexa.verification import crafting as craft
from tests.alexa.verification.authority import Authority, ec_key, pem
from tests.alexa.verification.lab import SKILL_ID, Lab

RUBBISH = "".join(
    f"-----BEGIN CERTIFICATE-----\n{middle}\n-----END CERTIFICATE-----\n" for middle in ("AAAA", "A", "ünicode")
)


def with_serial_zero(authority: Authority) -> bytes:
    """Return the authority's certificate with the serial number 0, as nine of Debian's roots have it."""
    certificate = asn1.Certificate.load(authority.certificate.public_bytes(Encoding.DER))
    certificate["tbs_certificate"]["serial_number"] = 0
    signed = certificate["tbs_certificate"].dump(force=True)
    certificate["signature_value"] = ec_key("stranger").sign(signed, ECDSA(SHA256()))
    der: bytes = certificate.dump(force=True)
    return der


def der_of(authority: Authority) -> bytes:
    return authority.certificate.public_bytes(Encoding.DER)


def test_ssl_cert_file_comes_before_the_system(lab: Lab, inside_the_lab: None) -> None:
    assert system_roots() == (der_of(lab.root),)


def test_a_root_named_twice_is_loaded_once(lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tmp_path / "twice.pem"
    bundle.write_bytes(b"# two names, one root\n" + pem(lab.root.certificate) + b"\n\n" + pem(lab.root.certificate))
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))

    assert system_roots() == (der_of(lab.root),)


def test_a_file_that_is_missing_stops_the_start_and_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))

    with pytest.raises(ConfigError, match=r"SSL_CERT_FILE: cannot read .*missing\.pem"):
        system_roots()


def test_a_file_without_certificates_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.pem").write_text("nothing here")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "empty.pem"))

    with pytest.raises(ConfigError, match="set SSL_CERT_FILE"):
        system_roots()


def test_without_ssl_cert_file_the_systems_file_is_read(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "system.pem").write_bytes(pem(lab.stranger.certificate))
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    pretend_the_system_has(monkeypatch, cafile=str(tmp_path / "system.pem"), capath=None)

    assert system_roots() == (der_of(lab.stranger),)


def test_without_a_file_the_systems_folder_of_hashed_names_is_read(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "0a1b2c3d.0").write_bytes(pem(lab.root.certificate))
    (tmp_path / "0a1b2c3d.1").write_bytes(pem(lab.stranger.certificate))
    (tmp_path / "README").write_bytes(pem(lab.intermediate.certificate))
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    pretend_the_system_has(monkeypatch, cafile=None, capath=str(tmp_path))

    assert system_roots() == (der_of(lab.root), der_of(lab.stranger))


def test_the_real_system_has_roots_and_every_one_of_them_may_be_odd(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    try:
        count = len(system_roots())
    except ConfigError:
        pytest.skip("this machine has no certificate authorities")

    roots = TrustRoots()

    assert roots.store is roots.store
    assert 0 < len(roots.tls_context.get_ca_certs()) <= count


def test_odd_roots_do_not_spoil_the_others(
    verifier: Verifier, lab: Lab, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The SDK's verifier parses its roots as well, so rubbish is left out for it: it has no way around that."""
    odd = ssl.DER_cert_to_PEM_cert(with_serial_zero(lab.stranger))
    rubbish = RUBBISH if isinstance(verifier, NativeVerifier) else ""
    bundle = tmp_path / "odd.pem"
    bundle.write_text(odd + rubbish + pem(lab.root.certificate).decode(), encoding="utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    request = craft.launch(lab, now)

    verifier.verify(request.headers, request.body, now)


def test_roots_are_loaded_once_and_only_when_needed(lab: Lab, inside_the_lab: None, now: datetime) -> None:
    loads: list[None] = []

    def load() -> tuple[bytes, ...]:
        loads.append(None)
        return system_roots()

    verifier = NativeVerifier(SKILL_ID, load_roots=load)
    assert loads == []
    for _ in range(3):
        request = craft.with_chain(lambda lab: lab.chain())(lab, now)
        verifier.verify(request.headers, request.body, now)

    assert loads == [None]


def test_roots_that_cannot_be_had_refuse_every_request(lab: Lab, now: datetime) -> None:
    def load() -> tuple[bytes, ...]:
        raise ConfigError("SSL_CERT_FILE: cannot read it")

    verifier = NativeVerifier(SKILL_ID, load_roots=load)
    request = craft.launch(lab, now)

    with pytest.raises(VerificationError, match=r"^roots-unavailable$"):
        verifier.verify(request.headers, request.body, now)


def test_roots_that_are_all_rubbish_refuse_every_chain(lab: Lab, now: datetime) -> None:
    verifier = NativeVerifier(SKILL_ID, load_roots=lambda: (b"rubbish",), fetch=lambda url: lab.chain())
    request = craft.launch(lab, now)

    with pytest.raises(VerificationError, match=r"^roots-unavailable$"):
        verifier.verify(request.headers, request.body, now)


def pretend_the_system_has(monkeypatch: pytest.MonkeyPatch, *, cafile: Any, capath: Any) -> None:
    real = ssl.get_default_verify_paths()
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: ssl.DefaultVerifyPaths(cafile, capath, *real[2:]))
