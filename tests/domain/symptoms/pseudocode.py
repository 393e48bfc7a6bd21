"""The pseudo-code of docs/clinical.md §2.6, line for line in its own numbers and words, to hold the code against.

It knows nothing of the skill: zones and strengths are numbers, verdicts are strings.
"""

from __future__ import annotations

TABLE = {
    ("in", "better"): "continue",
    ("in", "same"): "continue",
    ("in", "worse"): "continue-gently",
    ("same", "better"): "continue",
    ("same", "same"): "continue",
    ("same", "worse"): "reduce",
    ("out", "better"): "stop-exercise",
    ("out", "same"): "stop-exercise",
    ("out", "worse"): "stop-session",
}


def verdict(
    *,
    phase: str,
    zone_before: int,
    pain_before: int,
    zone_after: int,
    pain_after: int,
    new: str,
    both_sides: bool,
    first_time: bool,
    stops: int,
) -> tuple[str, str | None]:
    """Return the verdict and the care. *new* is none, tingling, numbness or weakness."""
    if both_sides:
        return "emergency", "emergency"
    if new == "weakness":
        return "seek-today", "seek-today"
    if new == "numbness":
        return "stop-session", "seek-today"
    if pain_after >= 8:
        return "stop-session", None
    b, a = max(zone_before, 1), max(zone_after, 1)
    if a - b >= 2 or (first_time and zone_after >= 4 and zone_before < 4):
        return "stop-session", "seek-soon"
    loc = "in" if a < b else "out" if a > b else "same"
    if new == "tingling":
        loc = "out"
    difference = pain_after - pain_before
    intensity = "better" if difference <= -2 else "worse" if difference >= 2 else "same"
    if phase != "recovery" and pain_after >= 6:
        action = "stop-exercise"
    else:
        action = TABLE[loc, intensity]
        if loc == "same" and intensity == "worse" and a >= 2:
            action = "stop-exercise"
        if action == "continue-gently" and (a > 1 or pain_after > 7):
            action = "reduce"
    if action == "stop-exercise" and stops >= 1:
        action = "stop-session"
    return action, None


def made_monotone(
    pseudo: tuple[str, str | None],
    *,
    phase: str,
    zone_before: int,
    pain_before: int,
    zone_after: int,
    pain_after: int,
    new: str,
    first_time: bool,
) -> tuple[str, str | None]:
    """Return what the pseudo-code must say for no worse answer to be more permissive: it is more careful twice.

    1. Pain of 8 or more ends the session, but must not silence the advice that the symptom moved far out.
    2. Pain of 6 or 7 under load stops the exercise, but must not weaken the end of the session when it moved out too.
    """
    action, care = pseudo
    b, a = max(zone_before, 1), max(zone_after, 1)
    if care is None and (a - b >= 2 or (first_time and zone_after >= 4 and zone_before < 4)):
        care = "seek-soon"
    moved_out = a > b or new == "tingling"
    if phase != "recovery" and pain_after >= 6 and moved_out and pain_after - pain_before >= 2:
        action = "stop-session" if action == "stop-exercise" else action
    return action, care
