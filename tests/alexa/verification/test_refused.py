"""What each verifier refuses, over real HTTPS to the lab's chain server, and the word it leaves for the log."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest

from skill.alexa.verification import Verifier
from skill.alexa.verification.sdk import SdkVerifier
from skill.errors import VerificationError
from tests.alexa.verification import crafting as craft
from tests.alexa.verification.authority import DAY, ec_key, pem, rsa_key
from tests.alexa.verification.chain_server import Answer
from tests.alexa.verification.lab import CHAIN_PATH, S3, Lab

Case = tuple[craft.Make, str]

RUBBISH_IN_PEM = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"

SIGNATURES: dict[str, Case] = {
    "one byte changed": (craft.with_changed_body(lambda body: body.replace(b"en-US", b"en-GB")), "signature-mismatch"),
    "one space added": (craft.with_changed_body(lambda body: body + b" "), "signature-mismatch"),
    "one space taken": (craft.with_changed_body(lambda body: body.replace(b" ", b"", 1)), "signature-mismatch"),
    "an empty body": (craft.with_changed_body(lambda body: b""), "signature-mismatch"),
    "another body's signature": (craft.other_signature, "signature-mismatch"),
    "another key's signature": (craft.other_key, "signature-mismatch"),
    "SHA-1 in the new header": (craft.sha1_in_the_new_header, "signature-mismatch"),
    "a signature of three bytes": (craft.with_header("Signature-256", "AAAA"), "signature-mismatch"),
    "a signature that is not base64": (craft.with_header("Signature-256", "no base64!"), "signature-malformed"),
    "a signature that is not ASCII": (craft.with_header("Signature-256", "ünterschrift"), "signature-malformed"),
    "a signature without end": (craft.with_header("Signature-256", "A" * 1028), "signature-malformed"),
}
HEADERS: dict[str, Case] = {
    "no headers": (craft.changed(lambda request: replace(request, headers={})), "header-missing"),
    "no signature": (craft.without_header("Signature-256"), "header-missing"),
    "no URL": (craft.without_header("SignatureCertChainUrl"), "header-missing"),
    "an empty signature": (craft.with_header("Signature-256", ""), "header-missing"),
    "an empty URL": (craft.with_header("SignatureCertChainUrl", ""), "header-missing"),
    "only the SHA-1 header": (craft.only_sha1, "header-missing"),
    "a header twice": (craft.changed(craft.twice_the_same_header), "header-repeated"),
}
URLS: dict[str, Case] = {
    "http": (craft.with_url(f"http://s3.amazonaws.com{CHAIN_PATH}"), "url-scheme"),
    "another host": (craft.with_url(f"https://s3.example.com{CHAIN_PATH}"), "url-host"),
    "another folder": (craft.with_url(f"{S3}/echo-api/cert.pem"), "url-path"),
    "the folder in another case": (craft.with_url(f"{S3}/EcHo.aPi/cert.pem"), "url-path"),
    "a path that leaves the folder": (craft.with_url(f"{S3}/echo.api/../x"), "url-path"),
    "the same in disguise": (craft.with_url(f"{S3}/echo.api/%2e%2e/x"), "url-path"),
    "a user": (craft.with_url(f"https://user@s3.amazonaws.com{CHAIN_PATH}"), "url-userinfo"),
    "a query": (craft.with_url(f"{S3}{CHAIN_PATH}?x"), "url-query"),
    "a fragment": (craft.with_url(f"{S3}{CHAIN_PATH}#x"), "url-query"),
    "port 563": (craft.with_url(f"{S3}:563{CHAIN_PATH}"), "url-port"),
    "port abc": (craft.with_url(f"{S3}:abc{CHAIN_PATH}"), "url-port"),
    "half an address": (craft.with_url("https://["), "url-malformed"),
}
CHAINS: dict[str, Case] = {
    "another name": (craft.with_leaf(names=("echo-api.example.com",)), "leaf-name"),
    "a wildcard": (craft.with_leaf(names=("*.amazon.com",)), "leaf-name"),
    "no name": (craft.with_leaf(names=()), "leaf-name"),
    "expired": (craft.with_leaf(not_after=-DAY), "leaf-expired"),
    "not yet valid": (craft.with_leaf(not_before=DAY), "leaf-not-yet-valid"),
    "an elliptic key": (craft.with_leaf(key=ec_key("signer")), "leaf-key"),
    "a key of 1024 bits": (craft.signed_by(rsa_key("short", 1024)), "leaf-key"),
    "an unknown authority": (craft.with_chain(craft.from_the_stranger), "chain-untrusted"),
    "no intermediate": (craft.with_chain(lambda lab: pem(lab.leaf())), "chain-untrusted"),
    "an expired intermediate": (craft.with_chain(craft.under_an_expired_intermediate), "chain-untrusted"),
    "a leaf issued by a leaf": (craft.with_chain(craft.issued_by_a_leaf), "chain-untrusted"),
    "the intermediate first": (craft.with_chain(craft.intermediate_first), "leaf-name"),
    "a web page": (craft.with_chain(lambda lab: b"<html>sorry</html>"), "chain-malformed"),
    "nothing": (craft.with_chain(lambda lab: b""), "chain-malformed"),
    "rubbish in PEM": (craft.with_chain(lambda lab: RUBBISH_IN_PEM), "chain-malformed"),
    "64 KiB and one byte": (craft.with_chain(lambda lab: lab.chain().ljust(65537)), "chain-too-large"),
}
ANSWERS: dict[str, Case] = {
    "status 403": (craft.with_chain(lambda lab: Answer(status=403, body=b"denied")), "chain-unavailable"),
    "status 404": (craft.with_chain(lambda lab: Answer(status=404)), "chain-unavailable"),
    "status 500": (craft.with_chain(lambda lab: Answer(status=500)), "chain-unavailable"),
    "status 206": (craft.with_chain(lambda lab: Answer(status=206, body=lab.chain())), "chain-unavailable"),
    "a redirect": (craft.with_chain(lambda lab: Answer(status=302, location=lab.chain_url)), "chain-unavailable"),
}
BODIES: dict[str, Case] = {
    "null": (craft.with_body(b"null"), "not-an-envelope"),
    "an array": (craft.with_body(b"[]"), "not-an-envelope"),
    "no request": (craft.with_body(b"{}"), "not-an-envelope"),
    "half of one": (craft.with_body(b'{"request":'), "not-json"),
    "not UTF-8": (craft.with_body(b'"\xff\xfe"'), "not-json"),
    "deep nesting": (craft.with_body(b"[" * 100_000), "not-json"),
    "128 KiB and one byte": (craft.with_body(b" " * (128 * 1024 + 1)), "body-too-large"),
}
AGES: dict[str, Case] = {
    "151 s old": (craft.aged(151), "timestamp-out-of-range"),
    "151 s early": (craft.aged(-151), "timestamp-out-of-range"),
    "a skill event 3601 s old": (craft.aged(3601, "AlexaSkillEvent.SkillDisabled"), "timestamp-out-of-range"),
    "an intent 3599 s old": (craft.aged(3599, "IntentRequest"), "timestamp-out-of-range"),
    "no timestamp": (craft.reshaped(lambda envelope: envelope["request"].pop("timestamp")), "timestamp-missing"),
    "a timestamp without a zone": (craft.with_time("%Y-%m-%dT%H:%M:%S"), "timestamp-malformed"),
}
OWNERS: dict[str, Case] = {
    "another skill": (craft.launch_of("amzn1.ask.skill.other"), "wrong-skill"),
    "another skill without a session": (craft.reshaped(craft.other_skill_without_session), "wrong-skill"),
    "another skill in the session alone": (craft.reshaped(craft.other_skill_in_session), "wrong-skill"),
    "no skill at all": (craft.reshaped(craft.no_skill), "wrong-skill"),
    "no request id": (craft.reshaped(lambda envelope: envelope["request"].pop("requestId")), "request-id-missing"),
}
REFUSED = {
    f"{group}: {name}": case
    for group, cases in {
        "signature": SIGNATURES,
        "headers": HEADERS,
        "URL": URLS,
        "chain": CHAINS,
        "answer": ANSWERS,
        "body": BODIES,
        "age": AGES,
        "owner": OWNERS,
    }.items()
    for name, case in cases.items()
}
ONE_WORD_OF_THE_SDK = dict.fromkeys(
    ("leaf-name", "leaf-expired", "leaf-not-yet-valid", "leaf-key", "chain-malformed"), "chain-untrusted"
)


@pytest.mark.parametrize(("make", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_bad_request_is_refused(make: craft.Make, reason: str, verifier: Verifier, lab: Lab, now: datetime) -> None:
    request = make(lab, now)
    if isinstance(verifier, SdkVerifier):
        reason = ONE_WORD_OF_THE_SDK.get(reason, reason)

    with pytest.raises(VerificationError, match=rf"^{reason}$"):
        verifier.verify(request.headers, request.body, now)


def test_every_reason_is_a_kebab_case_word() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", reason) for _, reason in REFUSED.values())


def test_a_signature_that_fits_no_longer_fits_after_any_bit_flips(native: Verifier, lab: Lab, now: datetime) -> None:
    request = craft.launch(lab, now)
    native.verify(request.headers, request.body, now)

    for at in range(0, len(request.body), 7):
        flipped = bytearray(request.body)
        flipped[at] ^= 1
        with pytest.raises(VerificationError, match=r"^signature-mismatch$"):
            native.verify(request.headers, bytes(flipped), now)


def test_the_sdk_has_its_own_say_about_age(sdk: Verifier, lab: Lab, now: datetime) -> None:
    """It allows an hour only to the five skill events it knows."""
    request = craft.aged(3599, "AlexaSkillEvent.ProactiveSubscriptionChanged")(lab, now)

    with pytest.raises(VerificationError, match=r"^timestamp-out-of-range$"):
        sdk.verify(request.headers, request.body, now)
