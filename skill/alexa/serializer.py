"""ask-sdk's serializer with its two slow parts done once or done simply: half of what a bare request costs."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer

MOST_CLASSES = 1024


class ReadyJson(dict[str, Any]):
    """JSON as it goes out: nothing in it is an object of the SDK's, so nothing in it is looked at again."""


class QuickSerializer(DefaultSerializer):
    """Reads and writes exactly what `DefaultSerializer` does.

    Of that one it replaces how a class is found by its name (imported anew for every object) and how a timestamp is
    read (dateutil guesses its form). The two are private there, so ask-sdk-core is pinned, and a test compares both.
    What is `ReadyJson` goes out as it is.
    """

    def serialize(self, obj: Any) -> Any:  # noqa: ANN401 - the SDK's own signature
        """Return *obj* as JSON: an object of the SDK's, a container of such, or what is JSON already."""
        return obj if type(obj) is ReadyJson else super().serialize(obj)

    def _DefaultSerializer__load_class_from_name(self, class_name: str) -> Any:  # noqa: N802, ANN401 - the SDK's name
        return _class_called(class_name)

    def _DefaultSerializer__deserialize_datetime(self, payload: Any, obj_type: type) -> Any:  # noqa: N802, ANN401
        try:
            found = datetime.fromisoformat(payload)
        except (ValueError, TypeError):
            return super()._DefaultSerializer__deserialize_datetime(payload, obj_type)  # type: ignore[misc]
        return found.date() if obj_type is date else found


@lru_cache(maxsize=MOST_CLASSES)
def _class_called(name: str) -> Any:  # noqa: ANN401 - a class of the SDK's
    return DefaultSerializer()._DefaultSerializer__load_class_from_name(name)  # type: ignore[attr-defined]
