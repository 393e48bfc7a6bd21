"""Nothing that arrives makes a verifier raise anything but a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from skill.alexa.verification import LocalVerifier, NativeVerifier, Verifier
from skill.alexa.verification.fetch import Fetch
from skill.alexa.verification.sdk import SdkVerifier
from skill.errors import VerificationError
from tests.alexa.verification.authority import pem
from tests.alexa.verification.conftest import SDK_WARNINGS
from tests.alexa.verification.lab import SKILL_ID, Lab

pytestmark = SDK_WARNINGS

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
URL = "https://s3.amazonaws.com/echo.api/c.pem"
REASON = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

New = Callable[[Fetch], Verifier]
VERIFIERS: dict[str, New] = {
    "native": lambda fetch: NativeVerifier(SKILL_ID, fetch=fetch),
    "sdk": lambda fetch: SdkVerifier(SKILL_ID, fetch=fetch),
    "local": lambda fetch: LocalVerifier(),
}
each_verifier = pytest.mark.parametrize("new", VERIFIERS.values(), ids=VERIFIERS)

HEADERS = st.dictionaries(st.text(max_size=12), st.text(max_size=40), max_size=4) | st.fixed_dictionaries(
    {"SignatureCertChainUrl": st.just(URL) | st.text(), "Signature-256": st.text() | st.just("AAAA")}
)
BODIES = st.binary(max_size=200) | st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))
SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def reason_of(verifier: Verifier, headers: dict[str, str], body: bytes, now: datetime = NOW) -> str | None:
    """Return the reason of a refusal, None when there is none; let every other error through."""
    try:
        verifier.verify(headers, body, now)
    except VerificationError as refusal:
        return refusal.reason
    return None


@each_verifier
@SOME
@given(headers=HEADERS, body=BODIES, chain=st.binary(max_size=200))
@example(headers={"SignatureCertChainUrl": URL, "Signature-256": "AAAA"}, body=b"{}", chain=b"")
def test_no_headers_body_or_chain_get_through_or_break_it(
    new: New, headers: dict[str, str], body: bytes, chain: bytes
) -> None:
    verifier = new(lambda url: chain)

    reason = reason_of(verifier, headers, body)

    assert isinstance(verifier, LocalVerifier) if reason is None else REASON.fullmatch(reason)


@pytest.mark.parametrize("name", ["native", "sdk"])
@SOME
@given(data=st.data())
def test_no_damaged_chain_breaks_it(name: str, data: Any, lab: Lab, inside_the_lab: None, now: datetime) -> None:
    """Bytes of the real certificates are changed, which reaches every parser behind."""
    damaged = bytearray(data.draw(st.sampled_from([lab.chain(), pem(lab.leaf())]), label="chain"))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.sampled_from(b"ABCz019+/=\n-"))
    body = lab.body(now)

    reason = reason_of(VERIFIERS[name](lambda url: bytes(damaged)), lab.sign(body), body, now)

    assert reason is None or REASON.fullmatch(reason)


@each_verifier
@SOME
@given(secret=st.text("abcdefghijklmnop", min_size=12))
def test_no_reason_repeats_anything_from_the_request(new: New, secret: str) -> None:
    places = (
        ({"SignatureCertChainUrl": f"https://{secret}/", "Signature-256": "AAAA"}, b"{}"),
        ({"SignatureCertChainUrl": URL, "Signature-256": f"{secret}!"}, b"{}"),
        ({"SignatureCertChainUrl": URL, "Signature-256": "AAAA"}, f'{{"request": "{secret}"}}'.encode()),
    )
    verifier = new(lambda url: secret.encode())

    for headers, body in places:
        with pytest.raises(VerificationError) as refusal:
            verifier.verify(headers, body, NOW)
        assert secret not in str(refusal.value)
