"""A pretend Amazon: authorities, a signing certificate, a server for the chain, and signed requests.

    with Lab(tmp_path) as lab:
        body = lab.body(now)
        headers = lab.sign(body)        # what Amazon would send with it

A process with `lab.environment` in its environment accepts them: it trusts `lab.roots_file`, and reaches
s3.amazonaws.com through `lab.proxy_url`, which is the lab's own server. Nothing in the process is replaced.
"""

from __future__ import annotations

import base64
import json
import ssl
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.alexa.verification.authority import DAY, AnyPrivateKey, Authority, ec_key, pem, root, rsa_key
from tests.alexa.verification.chain_server import Answer, ChainServer

SKILL_ID = "amzn1.ask.skill.11111111-2222-4333-8444-555555555555"
SIGNING_NAME = "echo-api.amazon.com"
CHAIN_PATH = "/echo.api/echo-api-cert-12-ats.pem"
S3 = "https://s3.amazonaws.com"


class Lab:
    """Everything that Amazon does around a request. Files go to *folder*; certificates are valid at *now*."""

    def __init__(self, folder: Path, now: datetime | None = None) -> None:
        self._now = now or datetime.fromtimestamp(time.time(), UTC)
        self.leaf_key = rsa_key("signer")
        self.root = root("Lab Root", rsa_key("root"), **self._years(10))
        self.stranger = root("Unknown Root", ec_key("stranger"), **self._years(10))
        """An authority nobody trusts."""
        self.intermediate = self.root.subordinate("Lab Intermediate", rsa_key("intermediate"), **self._years(5))
        self.roots_file = folder / "lab-roots.pem"
        self.roots_file.write_bytes(pem(self.root.certificate))
        self.server = ChainServer(self.tls_context(folder, issuer=self.root))
        self.chain_url = self.publish(CHAIN_PATH, self.chain())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the server."""
        self.server.close()

    @property
    def proxy_url(self) -> str:
        """Return the proxy that leads to the lab's s3.amazonaws.com."""
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment variables that put a process inside the lab."""
        proxies = {"HTTPS_PROXY": self.proxy_url, "https_proxy": self.proxy_url, "NO_PROXY": "", "no_proxy": ""}
        return {"SSL_CERT_FILE": str(self.roots_file), **proxies}

    def body(self, sent_at: datetime, *, skill_id: str = SKILL_ID, **request: Any) -> bytes:
        """Return a LaunchRequest's envelope; *request* adds to its request or overrides it."""
        application = {"applicationId": skill_id}
        user = {"userId": "amzn1.ask.account.LAB"}
        envelope = {
            "version": "1.0",
            "session": {"new": True, "sessionId": "lab-session", "application": application, "user": user},
            "context": {"System": {"application": application, "user": user, "device": {"deviceId": "lab-echo"}}},
            "request": {
                "type": "LaunchRequest",
                "requestId": "amzn1.echo-api.request.0f6d2c6e-6f4c-4cf6-8f3f-3d2f9d1f0a11",
                "locale": "en-US",
                "timestamp": sent_at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                **request,
            },
        }
        return json.dumps(envelope).encode()

    def sign(self, body: bytes, *, chain_url: str | None = None, key: RSAPrivateKey | None = None) -> dict[str, str]:
        """Return the headers that vouch for *body*."""
        signature = (key or self.leaf_key).sign(body, PKCS1v15(), SHA256())
        return {
            "Content-Type": "application/json; charset=utf-8",
            "SignatureCertChainUrl": chain_url or self.chain_url,
            "Signature-256": base64.b64encode(signature).decode(),
        }

    def publish(self, path: str, what: Answer | bytes) -> str:
        """Serve *what* at *path* from now on, and return its URL."""
        self.server.answers[path] = what if isinstance(what, Answer) else Answer(body=what)
        return S3 + path

    def chain(self, leaf: x509.Certificate | None = None, *others: x509.Certificate) -> bytes:
        """Return a chain as PEM: the usual leaf unless told otherwise, the intermediate, then *others*."""
        return pem(leaf or self.leaf(), self.intermediate.certificate, *others)

    def leaf(
        self,
        *,
        names: Iterable[str] = (SIGNING_NAME,),
        key: AnyPrivateKey | None = None,
        issuer: Authority | None = None,
        not_before: timedelta = -30 * DAY,
        not_after: timedelta = 60 * DAY,
    ) -> x509.Certificate:
        """Return a signing certificate; *not_before* and *not_after* count from the lab's now."""
        return (issuer or self.intermediate).leaf(
            key or self.leaf_key,
            names=names,
            not_before=self._now + not_before,
            not_after=self._now + not_after,
        )

    def cross_signed_root(self) -> x509.Certificate:
        """Return the root's other certificate, by an elder root that nobody trusts any more."""
        return self.stranger.vouch("Lab Root", self.root.key, **self._years(5))

    def tls_context(
        self, folder: Path, *, issuer: Authority, names: Iterable[str] = ("s3.amazonaws.com", "localhost")
    ) -> ssl.SSLContext:
        """Return the settings of a TLS server that *issuer* says is *names*."""
        key = ec_key("server")
        certificate = self.leaf(names=names, key=key, issuer=issuer)
        file = folder / f"server-{certificate.serial_number}.pem"
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        file.write_bytes(secret + pem(certificate))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _years(self, count: int) -> dict[str, datetime]:
        return {"not_before": self._now - 365 * DAY, "not_after": self._now + count * 365 * DAY}
