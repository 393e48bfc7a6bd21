"""ask-sdk's serializer, reading what can be read: quicker, and never stopped by a value Amazon has added since."""

from __future__ import annotations

import json
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Request, RequestEnvelope

from skill.alexa.mending import mended
from skill.alexa.sdk_objects import read_object


class ReadyJson(dict[str, Any]):
    """JSON as it goes out: nothing in it is an object of the SDK's, so nothing in it is looked at again."""


class QuickSerializer(DefaultSerializer):
    """Reads of a request what `DefaultSerializer` reads, and leaves out what that one would refuse the request for.

    It writes exactly what `DefaultSerializer` does; what is `ReadyJson` goes out as it is. *known_intents* are those
    of our interaction model.
    """

    def __init__(self, known_intents: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._known_intents = known_intents

    def serialize(self, obj: Any) -> Any:  # noqa: ANN401 - the SDK's own signature
        """Return *obj* as JSON: an object of the SDK's, a container of such, or what is JSON already."""
        return obj if type(obj) is ReadyJson else super().serialize(obj)

    def deserialize(self, payload: str | None, obj_type: Any) -> Any:  # noqa: ANN401 - the SDK's own signature
        """Return the *obj_type* in the JSON text *payload*.

        Raise `SerializationException` for a request of a kind that the SDK does not know, unless it was spoken.
        """
        if payload is None or obj_type is not RequestEnvelope:
            return super().deserialize(payload, obj_type)
        try:
            envelope = mended(json.loads(payload), self._known_intents)
        except ValueError:
            raise SerializationException("not JSON") from None
        found = read_object(envelope, RequestEnvelope)
        if found is None or not isinstance(found.request, Request):
            raise SerializationException("a request of a kind nobody knows")
        return found
