"""What Alexa's requests look like, in the parts that an utterance decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue:
    """What was heard for a slot, and what it is resolved to."""

    heard: str
    """"" when nothing was heard."""
    id: str | None = None
    """The id of the value; None when the words are no value of the slot."""
    name: str | None = None
    """The name of the value; None for the words themselves."""
    kind: str = ""
    """The slot type. Amazon's own types are not resolved."""


def intent_json(name: str, slots: Mapping[str, SlotValue]) -> Json:
    """Return an intent as it stands in an IntentRequest."""
    written = {slot: _slot(slot, value) for slot, value in slots.items()}
    return {"name": name, "confirmationStatus": "NONE", "slots": written}


def _slot(name: str, value: SlotValue) -> Json:
    if not value.heard:
        return {"name": name, "confirmationStatus": "NONE"}
    slot: Json = {"name": name, "value": value.heard, "confirmationStatus": "NONE", "source": "USER"}
    if value.kind and not value.kind.startswith("AMAZON."):
        authority: Json = {"authority": f"amzn1.er-authority.echo-sdk.simulator.{value.kind}"}
        authority["status"] = {"code": "ER_SUCCESS_MATCH" if value.id else "ER_SUCCESS_NO_MATCH"}
        if value.id:
            authority["values"] = [{"value": {"name": value.name or value.heard, "id": value.id}}]
        slot["resolutions"] = {"resolutionsPerAuthority": [authority]}
    return slot
