"""What each verifier accepts, over real HTTPS to the lab's chain server."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from skill.alexa.verification import Verifier
from tests.alexa.verification.crafting import (
    Make,
    aged,
    changed,
    launch,
    lower_case_headers,
    no_context,
    no_session,
    reshaped,
    with_chain,
    with_request,
    with_url,
)
from tests.alexa.verification.lab import CHAIN_PATH, S3, SIGNING_NAME, Lab

ACCEPTED: dict[str, Make] = {
    "as Amazon sends it": launch,
    "header names in lower case": changed(lower_case_headers),
    "port 443 and a host in mixed case": with_url(f"https://S3.AmazonAWS.com:443{CHAIN_PATH}"),
    "scheme in upper case": with_url(f"HTTPS://s3.amazonaws.com{CHAIN_PATH}"),
    "a path that goes up and comes back": with_url(f"{S3}/echo.api/..{CHAIN_PATH}"),
    "a path with a dot": with_url(f"{S3}/echo.api/.{CHAIN_PATH.removeprefix('/echo.api')}"),
    "a root cross-signed by one that is not trusted": with_chain(lambda lab: lab.chain(None, lab.cross_signed_root())),
    "the root itself in the chain": with_chain(lambda lab: lab.chain(None, lab.root.certificate)),
    "a certificate with more names": with_chain(lambda lab: lab.chain(lab.leaf(names=("a.example", SIGNING_NAME)))),
    "149 s old": aged(149),
    "149 s early": aged(-149),
    "a skill event 3599 s old": aged(3599, "AlexaSkillEvent.SkillDisabled"),
    "without a session": reshaped(no_session),
    "without a context": reshaped(no_context),
    "a request type nobody knows yet": with_request(type="Alexa.Something.New"),
    "a time in another zone": lambda lab, now: launch(
        lab, now, timestamp=(now + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%S+02:00")
    ),
}


@pytest.mark.parametrize("make", ACCEPTED.values(), ids=ACCEPTED)
def test_a_good_request_is_accepted(make: Make, verifier: Verifier, lab: Lab, now: datetime) -> None:
    request = make(lab, now)

    verifier.verify(request.headers, request.body, now)


def test_a_skill_event_the_sdk_has_never_heard_of_may_be_an_hour_old_too(
    native: Verifier, lab: Lab, now: datetime
) -> None:
    request = aged(3599, "AlexaSkillEvent.ProactiveSubscriptionChanged")(lab, now)

    native.verify(request.headers, request.body, now)


def test_the_chain_is_fetched_once_and_through_the_proxy_in_the_environment(
    verifier: Verifier, lab: Lab, now: datetime
) -> None:
    request = with_chain(lambda lab: lab.chain())(lab, now)
    path = request.headers["SignatureCertChainUrl"].removeprefix(S3)
    lab.server.tunnels.clear()

    for _ in range(3):
        verifier.verify(request.headers, request.body, now)

    assert lab.server.fetched.count(path) == 1
    assert lab.server.tunnels == ["s3.amazonaws.com:443"]
