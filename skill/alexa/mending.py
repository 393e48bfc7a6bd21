"""What a request is, when not all of it can be read: what was said counts, and half of it is not taken for all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ask_sdk_model import Request

Json = dict[str, Any]
SPOKEN: Final = "IntentRequest"
SIGN_SLOT: Final = "red_flag"
SIGN_INTENT: Final = "RedFlagIntent"
DANGER: Final = frozenset({SIGN_INTENT, "PainIntent"})
"""What is answered with the words for danger, however little of it can be read."""


def mended(envelope: Json, known_intents: frozenset[str]) -> Json:
    """Return *envelope* so that its request is what was said.

    A request that names an intent, of a kind nobody knows or with none, is spoken. An intent that nobody knows but
    that holds a warning sign is that sign. An intent with a slot that cannot be read is left out, unless it is about
    danger: "not the left one" must not become "the left one". What comes of an `IntentRequest` without one is the
    safe stop (`skill.alexa.turn.Turn.unreadable`).
    """
    request = envelope.get("request")
    if not isinstance(request, dict):
        return envelope
    intent = request.get("intent")
    kind = request.get("type")
    if kind != SPOKEN and (_is_known(kind) or not isinstance(intent, dict)):
        return envelope
    return {**envelope, "request": {**request, "type": SPOKEN, "intent": _mended_intent(intent, known_intents)}}


def _mended_intent(intent: object, known_intents: frozenset[str]) -> Json | None:
    if not isinstance(intent, dict):
        return None
    named, slots = intent.get("name"), intent.get("slots")
    name = named if isinstance(named, str) else ""
    if name not in known_intents and isinstance(slots, dict) and SIGN_SLOT in slots:
        return {**intent, "name": SIGN_INTENT}
    return intent if name in DANGER or _are_whole(slots) else None


def _is_known(kind: object) -> bool:
    return isinstance(kind, str) and kind in Request.discriminator_value_class_map


def _are_whole(slots: object) -> bool:
    """Return whether all that was said for the slots can be read."""
    if slots is None:
        return True
    return isinstance(slots, dict) and all(_is_whole(slot) for slot in slots.values())


def _is_whole(slot: object) -> bool:
    if not isinstance(slot, Mapping):
        return False
    value = slot.get("value")
    is_readable = value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))
    return is_readable or isinstance(slot.get("slotValue"), dict)
