"""The certificate authorities this machine trusts, for Amazon's chain and for the server it is fetched from."""

from __future__ import annotations

import os
import re
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import Certificate, load_der_x509_certificate
from cryptography.x509.verification import Store

from skill.errors import ConfigError, VerificationError

LoadRoots = Callable[[], tuple[bytes, ...]]
"""Returns DER certificates; raises `ConfigError` when there are none."""

_PEM_BLOCK = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_HASHED_NAME = re.compile(r"[0-9a-f]{8}\.[0-9]+")
_warning_filters = threading.Lock()


def system_roots() -> tuple[bytes, ...]:
    """Return the roots in `SSL_CERT_FILE` when it is set, else the system's, each once, as DER.

    Raise `ConfigError` when there are none.
    """
    paths = ssl.get_default_verify_paths()
    named = os.environ.get(paths.openssl_cafile_env)
    files = [Path(named)] if named else _default_files(paths)
    try:
        roots = dict.fromkeys(root for file in files for root in _read(file))
    except OSError as error:
        raise ConfigError(f"SSL_CERT_FILE: cannot read {error.filename}: {error.strerror}") from error
    if not roots:
        raise ConfigError("No trusted certificate authorities found: set SSL_CERT_FILE to a PEM file that holds them")
    return tuple(roots)


def _default_files(paths: ssl.DefaultVerifyPaths) -> list[Path]:
    if paths.cafile:
        return [Path(paths.cafile)]
    folder = Path(paths.capath or paths.openssl_capath)
    return sorted(file for file in folder.glob("*") if _HASHED_NAME.fullmatch(file.name))


def _read(file: Path) -> Iterator[bytes]:
    for block in _PEM_BLOCK.findall(file.read_text(encoding="ascii", errors="replace")):
        with suppress(ValueError):
            yield ssl.PEM_cert_to_DER_cert(block)


class TrustRoots:
    """The roots in the two forms they are needed in, each made once, when first asked for.

    Both properties raise `VerificationError` when there are no roots at all. A root that cannot be parsed is skipped:
    nine of Debian's have the serial number 0, which cryptography is about to refuse.
    """

    def __init__(self, load: LoadRoots = system_roots) -> None:
        self._load = load

    @cached_property
    def store(self) -> Store:
        """The roots for validating a chain."""
        with _warning_filters, warnings.catch_warnings():
            warnings.simplefilter("ignore", CryptographyDeprecationWarning)
            certificates = [root for der in self._der if (root := _parse(der)) is not None]
        if not certificates:
            raise VerificationError("roots-unavailable")
        return Store(certificates)

    @cached_property
    def tls_context(self) -> ssl.SSLContext:
        """Settings of a TLS client that trusts these roots and no others."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        for der in self._der:
            with suppress(ssl.SSLError):
                context.load_verify_locations(cadata=der)
        return context

    @cached_property
    def _der(self) -> tuple[bytes, ...]:
        try:
            return self._load()
        except ConfigError as error:
            raise VerificationError("roots-unavailable") from error


def _parse(der: bytes) -> Certificate | None:
    try:
        return load_der_x509_certificate(der)
    except ValueError:
        return None
