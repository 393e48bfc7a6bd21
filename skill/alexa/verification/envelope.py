"""What a request must say about itself: JSON, when it was sent, for which skill, and its own id."""

from __future__ import annotations

import json
import math
from datetime import datetime, timedelta
from typing import NoReturn

from skill.errors import VerificationError

MAX_BODY_BYTES = 128 * 1024
TOLERANCE = timedelta(seconds=150)
"""Amazon's limit on a request's age, either way (Host a Custom Skill as a Web Service, "Checking the timestamp")."""
EVENT_TOLERANCE = timedelta(hours=1)
"""The same for skill events, which Amazon repeats until they are answered (Skill Events in Alexa Skills)."""
EVENT_PREFIX = "AlexaSkillEvent."
MAX_DEPTH = 64
"""Real requests stand about twenty deep, our session's attributes included."""
MAX_REQUEST_ID_CHARS = 256
_MAX_NUMBER_CHARS = 64

JsonObject = dict[str, object]


def check_size(body: bytes) -> None:
    """Raise `VerificationError` for a body above 128 KiB."""
    if len(body) > MAX_BODY_BYTES:
        raise VerificationError("body-too-large")


def decode_body(body: bytes) -> str:
    """Return *body* as text. Raise `VerificationError` unless it is UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise VerificationError("not-json") from None


def parse_envelope(body: bytes) -> JsonObject:
    """Return *body* as a JSON object whose `request` is an object with a `type`, or with an intent that has a name.

    UTF-8 only; no key twice, no NaN or infinity, no number longer than 64 characters: nothing that two parsers could
    read differently; nested at most 64 deep. Raise `VerificationError` otherwise.
    """
    try:
        envelope = _DECODER.decode(decode_body(body))
    except (ValueError, RecursionError):
        raise VerificationError("not-json") from None
    if not isinstance(envelope, dict) or not _is_request(envelope):
        raise VerificationError("not-an-envelope")
    if _is_deep(envelope, MAX_DEPTH):
        raise VerificationError("nested-too-deep")
    return envelope


def _is_request(envelope: JsonObject) -> bool:
    named = _at(envelope, "request", "type"), _at(envelope, "request", "intent", "name")
    return any(isinstance(name, str) for name in named)


def _is_deep(value: object, most: int) -> bool:
    """Return whether objects and lists stand more than *most* deep inside each other in *value*."""
    level = [value]
    for _ in range(most + 1):
        inside = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list))
        level = [inner for one in inside for inner in one]
        if not level:
            return False
    return True


def check_envelope(envelope: JsonObject, skill_id: str, now: datetime) -> None:
    """Raise `VerificationError` unless *envelope* is fresh at *now* (aware), for *skill_id*, and has an id."""
    _check_age(envelope, now)
    _check_skill(envelope, skill_id)
    _check_request_id(envelope)


def request_type(envelope: JsonObject) -> str:
    """Return the type of a parsed envelope's request."""
    return str(_at(envelope, "request", "type"))


def sent_at(envelope: JsonObject) -> datetime:
    """Return when the request was sent. Raise `VerificationError` unless it is ISO 8601 with a zone.

    Numbers are refused: epoch milliseconds came only from the console's test tool in July 2017, never from a device
    (timheuer/alexa-skills-dotnet #39), and the SDK cannot read them.
    """
    text = _at(envelope, "request", "timestamp")
    if text is None:
        raise VerificationError("timestamp-missing")
    try:
        if not isinstance(text, str) or (moment := datetime.fromisoformat(text)).utcoffset() is None:
            raise VerificationError("timestamp-malformed")
    except ValueError:
        raise VerificationError("timestamp-malformed") from None
    return moment


def _check_age(envelope: JsonObject, now: datetime) -> None:
    tolerance = EVENT_TOLERANCE if request_type(envelope).startswith(EVENT_PREFIX) else TOLERANCE
    if abs(now - sent_at(envelope)) > tolerance:
        raise VerificationError("timestamp-out-of-range")


def _check_skill(envelope: JsonObject, skill_id: str) -> None:
    """Look in both places: events and AudioPlayer requests have no session, old requests no context."""
    named = (
        _at(envelope, "context", "System", "application", "applicationId"),
        _at(envelope, "session", "application", "applicationId"),
    )
    present = [name for name in named if name is not None]
    if not present or any(name != skill_id for name in present):
        raise VerificationError("wrong-skill")


def _check_request_id(envelope: JsonObject) -> None:
    request_id = _at(envelope, "request", "requestId")
    if not request_id:
        raise VerificationError("request-id-missing")
    if not isinstance(request_id, str) or not _is_plain(request_id):
        raise VerificationError("request-id-malformed")


def _is_plain(text: str) -> bool:
    return len(text) <= MAX_REQUEST_ID_CHARS and text.isascii() and text.isprintable()


def _at(envelope: JsonObject, *keys: str) -> object:
    """Return the value at a path of keys; None when the path ends early."""
    value: object = envelope
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _object(pairs: list[tuple[str, object]]) -> JsonObject:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key appears twice")
    return result


def _integer(text: str) -> int:
    _check_number_length(text)
    return int(text)


def _decimal(text: str) -> float:
    _check_number_length(text)
    if math.isinf(value := float(text)):
        raise ValueError("a number is too large")
    return value


def _check_number_length(text: str) -> None:
    if len(text) > _MAX_NUMBER_CHARS:
        raise ValueError("a number is too long")


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_decimal, parse_constant=_constant
)
