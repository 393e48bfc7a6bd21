"""What a request must say about itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.verification import LocalVerifier
from skill.alexa.verification.envelope import (
    EVENT_TOLERANCE,
    TOLERANCE,
    check_envelope,
    check_size,
    parse_envelope,
)
from skill.errors import VerificationError

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SKILL_ID = "amzn1.ask.skill.mine"
SHAPE = b'{"request": {"type": "LaunchRequest", "x": %b}}'

HOSTILE = {
    "empty": (b"", "not-json"),
    "null": (b"null", "not-an-envelope"),
    "a number": (b"1", "not-an-envelope"),
    "a string": (b'"request"', "not-an-envelope"),
    "an array": (b"[{}]", "not-an-envelope"),
    "an empty object": (b"{}", "not-an-envelope"),
    "a request of null": (b'{"request": null}', "not-an-envelope"),
    "a request that is a list": (b'{"request": ["type"]}', "not-an-envelope"),
    "a request without a type": (b'{"request": {}}', "not-an-envelope"),
    "a type that is a number": (b'{"request": {"type": 1}}', "not-an-envelope"),
    "a type that is an object": (b'{"request": {"type": {}}}', "not-an-envelope"),
    "half of one": (b'{"request": {', "not-json"),
    "something after it": (SHAPE % b"1" + b"{}", "not-json"),
    "single quotes": (b"{'request': {'type': 'LaunchRequest'}}", "not-json"),
    "not UTF-8": (SHAPE % b'"\xff"', "not-json"),
    "UTF-8 of a surrogate": (SHAPE % b'"\xed\xa0\x80"', "not-json"),
    "UTF-16": ((SHAPE % b"1").decode().encode("utf-16"), "not-json"),
    "UTF-32": ((SHAPE % b"1").decode().encode("utf-32"), "not-json"),
    "a byte order mark": (b"\xef\xbb\xbf" + SHAPE % b"1", "not-json"),
    "a control character": (SHAPE % b'"\x00"', "not-json"),
    "a key twice": (b'{"request": {"type": "A"}, "request": {"type": "B"}}', "not-json"),
    "a key twice, once escaped": (b'{"request": {"type": "A", "\\u0074ype": "B"}}', "not-json"),
    "a key twice, deep inside": (SHAPE % b'[{"a": 1, "a": 1}]', "not-json"),
    "NaN": (SHAPE % b"NaN", "not-json"),
    "Infinity": (SHAPE % b"Infinity", "not-json"),
    "minus Infinity": (SHAPE % b"-Infinity", "not-json"),
    "a number that overflows": (SHAPE % b"1e999", "not-json"),
    "an integer of 5000 digits": (SHAPE % (b"9" * 5000), "not-json"),
    "an integer of 4000 digits": (SHAPE % (b"9" * 4000), "not-json"),
    "a fraction of 5000 digits": (SHAPE % (b"0." + b"1" * 5000), "not-json"),
    "100 000 arrays": (b"[" * 100_000, "not-json"),
    "60 000 arrays, closed": (SHAPE % (b"[" * 60_000 + b"]" * 60_000), "not-json"),
    "20 000 objects": (SHAPE % (b'{"a":' * 20_000), "not-json"),
}

TIMESTAMPS = {
    "2026-11-23T10:00:00Z": None,
    "2026-11-23T10:00:00.123Z": None,
    "2026-11-23T10:00:00+00:00": None,
    "2026-11-23T15:30:00+05:30": None,
    "2026-11-23T09:57:30Z": None,
    "2026-11-23T10:02:30Z": None,
    "2026-11-23T09:57:29.999Z": "timestamp-out-of-range",
    "2026-11-23T10:02:30.001Z": "timestamp-out-of-range",
    "0001-01-01T00:00:00+23:59": "timestamp-out-of-range",
    "9999-12-31T23:59:59-23:59": "timestamp-out-of-range",
    "2026-11-23T10:00:00": "timestamp-malformed",
    "2026-11-23": "timestamp-malformed",
    "2026-13-23T10:00:00Z": "timestamp-malformed",
    "2026-11-23T25:00:00Z": "timestamp-malformed",
    "now": "timestamp-malformed",
    "": "timestamp-malformed",
    "\ud800": "timestamp-malformed",
    1795428000000: "timestamp-malformed",
    1795428000.5: "timestamp-malformed",
    True: "timestamp-malformed",
    None: "timestamp-missing",
}

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)
REQUEST = st.fixed_dictionaries(
    {"type": st.just("LaunchRequest") | JSON}, optional={"timestamp": JSON, "requestId": JSON}
)
ENVELOPE = st.fixed_dictionaries(
    {},
    optional={
        "request": JSON | REQUEST,
        "context": JSON | st.fixed_dictionaries({"System": JSON}),
        "session": JSON | st.fixed_dictionaries({"application": JSON}),
    },
)


def an_envelope(**request: Any) -> dict[str, Any]:
    application = {"applicationId": SKILL_ID}
    return {
        "context": {"System": {"application": application}},
        "request": {"type": "LaunchRequest", "requestId": "id", "timestamp": "2026-11-23T10:00:00Z", **request},
    }


@pytest.mark.parametrize(("body", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_body_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(VerificationError, match=rf"^{reason}$"):
        parse_envelope(body)


@pytest.mark.parametrize(("body", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_local_server_refuses_a_hostile_body_too(body: bytes, reason: str) -> None:
    with pytest.raises(VerificationError, match=rf"^{reason}$"):
        LocalVerifier().verify({}, body, NOW)


def test_a_local_server_needs_no_signature_no_skill_and_no_time() -> None:
    LocalVerifier().verify({}, SHAPE % b"1", NOW)


def test_a_local_server_holds_to_the_size_as_well() -> None:
    with pytest.raises(VerificationError, match=r"^body-too-large$"):
        LocalVerifier().verify({}, (SHAPE % b"1").ljust(128 * 1024 + 1), NOW)


def test_a_body_of_exactly_128_kib_is_read() -> None:
    body = (SHAPE % b"1").ljust(128 * 1024)

    check_size(body)
    assert parse_envelope(body)["request"] == {"type": "LaunchRequest", "x": 1}


def test_words_in_any_language_are_read_as_they_are() -> None:
    assert parse_envelope(SHAPE % '"Rücken 腰"'.encode())["request"] == {"type": "LaunchRequest", "x": "Rücken 腰"}


@pytest.mark.parametrize(("timestamp", "reason"), TIMESTAMPS.items(), ids=lambda value: ascii(value))
def test_a_request_is_at_most_150_seconds_from_now_in_a_named_zone(timestamp: object, reason: str | None) -> None:
    envelope = an_envelope(timestamp=timestamp)

    if reason is None:
        check_envelope(envelope, SKILL_ID, NOW)
    else:
        with pytest.raises(VerificationError, match=rf"^{reason}$"):
            check_envelope(envelope, SKILL_ID, NOW)


@settings(deadline=None)
@given(
    age_seconds=st.integers(-4000, 4000),
    is_event=st.booleans(),
    zone_minutes=st.integers(-14 * 60, 14 * 60),
)
def test_the_tolerance_is_the_same_both_ways_and_in_every_zone(
    age_seconds: int, is_event: bool, zone_minutes: int
) -> None:
    kind = "AlexaSkillEvent.SkillDisabled" if is_event else "IntentRequest"
    zone = datetime.strptime(f"{zone_minutes // 60:+03}{abs(zone_minutes) % 60:02}", "%z").tzinfo
    sent_at = (NOW - timedelta(seconds=age_seconds)).astimezone(zone)
    envelope = an_envelope(type=kind, timestamp=sent_at.isoformat())

    if abs(age_seconds) <= (3600 if is_event else 150):
        check_envelope(envelope, SKILL_ID, NOW)
    else:
        with pytest.raises(VerificationError, match=r"^timestamp-out-of-range$"):
            check_envelope(envelope, SKILL_ID, NOW)


def test_the_limits_are_amazons() -> None:
    assert timedelta(seconds=150) == TOLERANCE
    assert timedelta(seconds=3600) == EVENT_TOLERANCE


@pytest.mark.parametrize(
    ("request_id", "reason"),
    [
        (None, "request-id-missing"),
        ("", "request-id-missing"),
        (7, "request-id-malformed"),
        (["id"], "request-id-malformed"),
        ("x" * 257, "request-id-malformed"),
        ("a\nb", "request-id-malformed"),
        ("ünique", "request-id-malformed"),
        ("\ud800", "request-id-malformed"),
    ],
    ids=lambda value: ascii(value)[:24],
)
def test_a_request_id_is_a_plain_word_of_at_most_256_characters(request_id: object, reason: str) -> None:
    check_envelope(an_envelope(requestId="x" * 256), SKILL_ID, NOW)

    with pytest.raises(VerificationError, match=rf"^{reason}$"):
        check_envelope(an_envelope(requestId=request_id), SKILL_ID, NOW)


@pytest.mark.parametrize("where", ["context", "session", "both"])
@pytest.mark.parametrize(
    ("application_id", "is_mine"),
    [(SKILL_ID, True), ("other", False), (SKILL_ID.upper(), False), ("", False), (7, False), (None, False)],
    ids=str,
)
def test_a_request_is_for_this_skill_wherever_it_says_so(where: str, application_id: object, is_mine: bool) -> None:
    envelope = an_envelope()
    application = {"applicationId": application_id}
    envelope["context"]["System"]["application"] = application
    if where == "session":
        del envelope["context"]
    if where != "context":
        envelope["session"] = {"application": application}

    if is_mine:
        check_envelope(envelope, SKILL_ID, NOW)
    else:
        with pytest.raises(VerificationError, match=r"^wrong-skill$"):
            check_envelope(envelope, SKILL_ID, NOW)


@settings(max_examples=50, deadline=None)
@given(ENVELOPE | JSON)
def test_no_envelope_whatever_raises_anything_but_a_refusal(value: object) -> None:
    with pytest.raises(VerificationError):
        check_envelope(parse_envelope(json.dumps(value).encode()), SKILL_ID, NOW)
