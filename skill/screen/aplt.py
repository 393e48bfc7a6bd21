"""The count on a clock's display: four characters of seven segments (APLT 1.0)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

CHARACTERS = 4
STILL = "    "
_ID = "count"
_NUMBER, _SECONDS_END, _START, _MS = 2, 3, 0, 1
"""Where in a frame of the view (`skill.screen.view`) they are."""


def document(view: Json) -> Json:
    """Return the document: one line of four characters; of an emergency, the number to call."""
    text = view.get("number", STILL)[:CHARACTERS].rjust(CHARACTERS)
    return {
        "type": "APLT",
        "version": "1.0",
        "mainTemplate": {"items": [{"type": "Text", "id": _ID, "text": text}]},
    }


def commands(view: Json) -> list[Json]:
    """Return what lets the display count along: what it shows changes when the number does. Nothing without a count."""
    count = view.get("count")
    if count is None:
        return []
    steps: list[Json] = [{"type": "Idle", "delay": count["lead"]}]
    shown, waited = "", 0
    for at, text in _shown(count["frames"]):
        if text == shown:
            continue
        if at > waited:
            steps.append({"type": "Idle", "delay": at - waited})
        steps.append({"type": "SetValue", "componentId": _ID, "property": "text", "value": text})
        shown, waited = text, at
    if count["ms"] > waited:
        steps.append({"type": "Idle", "delay": count["ms"] - waited})
    steps.append({"type": "SetValue", "componentId": _ID, "property": "text", "value": STILL})
    return [{"type": "Sequential", "commands": steps}]


def _shown(frames: list[list[int]]) -> Iterator[tuple[int, str]]:
    """Yield from which millisecond on the display shows what: a repetition, or the seconds as they run out."""
    for frame in frames:
        start, end = frame[_START], frame[_SECONDS_END]
        if not end:
            yield start, str(frame[_NUMBER]).rjust(CHARACTERS)
            continue
        for at in range(start, start + frame[_MS], 1000):
            yield at, str(-(-(end - at) // 1000)).rjust(CHARACTERS)
