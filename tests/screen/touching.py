"""Somebody who is well goes through a day by touching, without a word."""

from __future__ import annotations

from typing import Any

from skill.simulator.device import Device

Json = dict[str, Any]
MOST_TOUCHES = 200
MINUTES_AWAY = 10
"""How long a walk takes; the coach is opened again after it."""
AFFIRMED = ("has checked", "said exercise", "keep your answers", "clinician", "floor")
"""What is in the questions to which the usual answer is yes."""
WANTED = (
    ("region", "low-back"),
    ("change", "same"),
    ("zone", "spine"),
    ("number", "3"),
    ("new", "nothing"),
    ("start", ""),
    ("ready", ""),
    ("go-on", ""),
)
"""What is touched wherever it is shown, the first that is."""


def views(device: Device) -> list[Json]:
    """Return what is shown now, and after the count if one is out."""
    shown = device.shown
    assert shown is not None
    return [shown, *([shown["then"]] if "then" in shown else [])]


def choices(view: Json) -> list[Json]:
    """Return all that can be touched in a view."""
    return [one for name in ("choices", "zones", "numbers") for one in view.get(name, ())]


def touch_through(device: Device, until: str) -> list[Json]:
    """Launch, touch until a scene of the look *until* is shown, and return all that was seen."""
    device.launch()
    seen: list[Json] = []
    for _ in range(MOST_TOUCHES):
        now = views(device)
        seen += now
        if now[-1]["look"] == until:
            break
        if not device.in_session:
            device.wait(MINUTES_AWAY * 60)
            device.launch()
            continue
        act, value = _wanted(now[-1])
        count = now[0].get("count")
        device.choose(act, value, ms=count["ms"] if count else -1)
    return seen


def _wanted(view: Json) -> tuple[str, str]:
    shown = {(one["act"], one["value"]) for one in choices(view)}
    found = next((wanted for wanted in WANTED if wanted in shown), None)
    if found is not None:
        return found
    said = view.get("question", "") + " ".join(line["text"] for line in view["lines"])
    usual = ("yes", "") if any(words in said for words in AFFIRMED) or view["look"] != "safety" else ("no", "")
    assert usual in shown, view
    return usual
