"""Requests as they may arrive: good ones, changed ones, and ones that Amazon itself made differently.

Each maker returns a function of the lab and the time, so that tables of them can be written before either exists.
"""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA1

from tests.alexa.verification.authority import DAY, Authority, ec_key, pem, rsa_key
from tests.alexa.verification.chain_server import Answer
from tests.alexa.verification.lab import Lab

_numbers = itertools.count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A request as it arrives."""

    headers: dict[str, str]
    body: bytes


Make = Callable[[Lab, datetime], Signed]


def launch(lab: Lab, now: datetime, **body: Any) -> Signed:
    return signed(lab, lab.body(now, **body))


def signed(lab: Lab, body: bytes, chain_url: str | None = None) -> Signed:
    return Signed(headers=lab.sign(body, chain_url=chain_url), body=body)


def with_chain(chain: Callable[[Lab], Answer | bytes]) -> Make:
    """A good request whose chain, at a path of its own, is what *chain* says."""

    def make(lab: Lab, now: datetime) -> Signed:
        url = lab.publish(f"/echo.api/{next(_numbers)}.pem", chain(lab))
        return signed(lab, lab.body(now), url)

    return make


def with_url(url: str) -> Make:
    return lambda lab, now: signed(lab, lab.body(now), url)


def aged(seconds: int, request_type: str = "LaunchRequest") -> Make:
    """A request sent *seconds* ago."""
    return lambda lab, now: launch(lab, now - timedelta(seconds=seconds), type=request_type)


def with_request(**request: Any) -> Make:
    return lambda lab, now: launch(lab, now, **request)


def launch_of(skill_id: str) -> Make:
    """A request for the skill of that id."""
    return lambda lab, now: launch(lab, now, skill_id=skill_id)


def with_time(form: str) -> Make:
    """A request sent now, its timestamp in *form*."""
    return lambda lab, now: launch(lab, now, timestamp=now.strftime(form))


def with_leaf(**leaf: Any) -> Make:
    """A good request whose chain begins with an unusual certificate."""
    return with_chain(lambda lab: lab.chain(lab.leaf(**leaf)))


def signed_by(key: RSAPrivateKey) -> Make:
    """A request that is signed with *key*, which its chain vouches for."""

    def make(lab: Lab, now: datetime) -> Signed:
        url = lab.publish(f"/echo.api/{next(_numbers)}.pem", lab.chain(lab.leaf(key=key)))
        body = lab.body(now)
        return Signed(headers=lab.sign(body, chain_url=url, key=key), body=body)

    return make


def with_body(body: bytes) -> Make:
    return lambda lab, now: signed(lab, body)


def changed(change: Callable[[Signed], Signed]) -> Make:
    """A good request that was changed on its way."""
    return lambda lab, now: change(launch(lab, now))


def with_changed_body(change: Callable[[bytes], bytes]) -> Make:
    return changed(lambda request: replace(request, body=change(request.body)))


def with_header(name: str, value: str) -> Make:
    return changed(lambda request: replace(request, headers={**request.headers, name: value}))


def without_header(name: str) -> Make:
    return changed(lambda request: _without(request, name))


def _without(request: Signed, name: str) -> Signed:
    return replace(request, headers={key: value for key, value in request.headers.items() if key != name})


def reshaped(change: Callable[[dict[str, Any]], object]) -> Make:
    """A request whose envelope Amazon itself made differently."""

    def make(lab: Lab, now: datetime) -> Signed:
        envelope = json.loads(lab.body(now))
        change(envelope)
        return signed(lab, json.dumps(envelope).encode())

    return make


def other_signature(lab: Lab, now: datetime) -> Signed:
    return replace(launch(lab, now), headers=lab.sign(lab.body(now, locale="de-DE")))


def other_key(lab: Lab, now: datetime) -> Signed:
    body = lab.body(now)
    return Signed(headers=lab.sign(body, key=rsa_key("intermediate")), body=body)


def only_sha1(lab: Lab, now: datetime) -> Signed:
    request = _without(launch(lab, now), "Signature-256")
    return replace(request, headers={**request.headers, "Signature": _sha1_signature(request, lab)})


def sha1_in_the_new_header(lab: Lab, now: datetime) -> Signed:
    request = launch(lab, now)
    return replace(request, headers={**request.headers, "Signature-256": _sha1_signature(request, lab)})


def _sha1_signature(request: Signed, lab: Lab) -> str:
    return base64.b64encode(lab.leaf_key.sign(request.body, PKCS1v15(), SHA1())).decode()


def lower_case_headers(request: Signed) -> Signed:
    return replace(request, headers={name.lower(): value for name, value in request.headers.items()})


def twice_the_same_header(request: Signed) -> Signed:
    return replace(request, headers={**request.headers, "signature-256": request.headers["Signature-256"]})


def from_the_stranger(lab: Lab) -> bytes:
    return pem(lab.leaf(issuer=lab.stranger), lab.stranger.certificate)


def intermediate_first(lab: Lab) -> bytes:
    return pem(lab.intermediate.certificate, lab.leaf())


def under_an_expired_intermediate(lab: Lab) -> bytes:
    return under_an_intermediate_until(lab, lab.root.certificate.not_valid_before_utc + DAY)


def under_an_intermediate_until(lab: Lab, not_after: datetime) -> bytes:
    brief = lab.root.subordinate(
        "Brief Intermediate",
        rsa_key("intermediate"),
        not_before=lab.root.certificate.not_valid_before_utc,
        not_after=not_after,
    )
    return pem(lab.leaf(issuer=brief), brief.certificate)


def issued_by_a_leaf(lab: Lab) -> bytes:
    """Anyone who owns some certificate for his own site could make this one."""
    site = lab.leaf(names=("site.example",), key=ec_key("site"))
    forged = lab.leaf(issuer=Authority(key=ec_key("site"), certificate=site))
    return pem(forged, site, lab.intermediate.certificate)


def other_skill_in_session(envelope: dict[str, Any]) -> None:
    envelope["session"]["application"] = {"applicationId": "amzn1.ask.skill.other"}


def other_skill_without_session(envelope: dict[str, Any]) -> None:
    no_session(envelope)
    envelope["context"]["System"]["application"] = {"applicationId": "amzn1.ask.skill.other"}


def no_skill(envelope: dict[str, Any]) -> None:
    no_session(envelope)
    no_context(envelope)


def no_context(envelope: dict[str, Any]) -> None:
    del envelope["context"]


def no_session(envelope: dict[str, Any]) -> None:
    del envelope["session"]
