"""Requests as Amazon really sends them, and what may befall any value in them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

Json = dict[str, Any]
Path_ = tuple[str | int, ...]
"""The keys that lead to a value."""

COLLECTED = sorted((Path(__file__).parents[3] / "shared" / "requests").glob("*.json"))
"""Requests to other people's skills, kept beside the project; none where they are missing."""

REMOVED: Final = object()
STRANGE: dict[str, Any] = {
    "unknown": "SOMETHING_AMAZON_ADDED",
    "removed": REMOVED,
    "null": None,
    "a list": [],
    "a list of lists": [[None]],
    "an object": {"type": "SOMETHING_AMAZON_ADDED"},
    "a number": -1,
    "a great number": 10**60,
    "true": True,
    "very long": "x" * 20_000,
    "half a character": "\ud800",
}
"""What a value becomes."""

VIEWPORT: Json = {
    "experiences": [{"arcMinuteWidth": 246, "arcMinuteHeight": 144, "canRotate": False, "canResize": False}],
    "mode": "HUB",
    "shape": "RECTANGLE",
    "pixelWidth": 1280,
    "pixelHeight": 800,
    "dpi": 160,
    "currentPixelWidth": 1280,
    "currentPixelHeight": 800,
    "touch": ["SINGLE"],
    "keyboard": ["DIRECTION"],
    "video": {"codecs": ["H_264_42", "H_264_41"]},
}
VIEWPORTS: list[Json] = [
    {
        "type": "APL",
        "id": "main",
        "shape": "RECTANGLE",
        "dpi": 160,
        "presentationType": "STANDARD",
        "canRotate": False,
        "configuration": {
            "current": {
                "mode": "HUB",
                "video": {"codecs": ["H_264_42"]},
                "size": {"type": "DISCRETE", "pixelWidth": 1280, "pixelHeight": 800},
            }
        },
    }
]
GEOLOCATION: Json = {
    "timestamp": "2026-11-23T14:00:00Z",
    "coordinate": {"latitudeInDegrees": 38.2, "longitudeInDegrees": 28.3, "accuracyInMeters": 12.1},
    "locationServices": {"access": "ENABLED", "status": "RUNNING"},
}


def as_amazon_sends(envelope: Json) -> Json:
    """Return a pretend Echo's *envelope* with all that a real one's has beside it."""
    full = copy.deepcopy(envelope)
    system = full["context"]["System"]
    system["user"] = {
        **system["user"],
        "accessToken": "token",
        "permissions": {
            "consentToken": "token",
            "scopes": {"alexa::devices:all:geolocation:read": {"status": "GRANTED"}},
        },
    }
    system["unit"] = {"unitId": "amzn1.ask.unit.A", "persistentUnitId": "amzn1.alexa.unit.did.B"}
    system["device"]["supportedInterfaces"] |= {"Geolocation": {}, "Display": {"templateVersion": "1"}}
    full["context"] |= {"Viewport": VIEWPORT, "Viewports": VIEWPORTS, "Geolocation": GEOLOCATION}
    full["context"]["Alexa.Presentation.APL"] = {"token": "count-1", "version": "APL", "componentsVisibleOnScreen": []}
    full["context"]["Experimentation"] = {"activeExperiments": [{"id": "1", "assignedTreatment": {"name": "T1"}}]}
    if "intent" in full["request"]:
        for slot in full["request"]["intent"].get("slots", {}).values():
            _tell_twice(slot)
    return full


def _tell_twice(slot: Json) -> None:
    """Give *slot* the second form in which Amazon sends it, and a second authority that knows nothing."""
    resolutions = slot.get("resolutions")
    if resolutions:
        dynamic = {"authority": "amzn1.er-authority.dynamic", "status": {"code": "ER_SUCCESS_NO_MATCH"}}
        resolutions["resolutionsPerAuthority"].append(dynamic)
    if "value" in slot:
        slot["slotValue"] = {"type": "Simple", "value": slot["value"]}
        if resolutions:
            slot["slotValue"]["resolutions"] = copy.deepcopy(resolutions)


def paths_of(value: object, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of every value inside *value*, that of an object or a list before those of what is in it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield (*path, key)
        yield from paths_of(one, (*path, key))


def befallen(envelope: Json, path: Path_, strange: object) -> Json:
    """Return *envelope* with *strange* in place of the value at *path*."""
    changed = copy.deepcopy(envelope)
    holder: Any = changed
    for key in path[:-1]:
        holder = holder[key]
    if strange is REMOVED:
        del holder[path[-1]]
    else:
        holder[path[-1]] = strange
    return changed
