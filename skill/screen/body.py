"""The body map: a body from the front and from the back, and where on it each zone can be touched.

Everything is in a square of 100 by 100: the front on its left half, the back on its right half.
"""

from __future__ import annotations

from collections.abc import Mapping

Rectangle = tuple[float, float, float, float]
"""Left, top, width, height."""

BODY_WIDTH = 10.0
"""How thick the strokes of the body are."""
STROKES: tuple[tuple[tuple[float, float], ...], ...] = (
    ((25, 10),),
    ((25, 20), (25, 48)),
    ((17, 24), (33, 24)),
    ((17, 25), (12, 40), (9, 55)),
    ((33, 25), (38, 40), (41, 55)),
    ((21, 50), (19, 72), (18, 92)),
    ((29, 50), (31, 72), (32, 92)),
)
"""Lines of a body seen from the front, its head first; seen from the back it looks the same, half a square further."""

_LEGS_FRONT, _LEGS_BACK = (13.0, 24.0), (63.0, 24.0)
_ARMS = ((4.0, 16.0), (33.0, 16.0), (54.0, 16.0), (83.0, 16.0))


def _legs(top: float, height: float) -> tuple[Rectangle, ...]:
    return tuple((left, top, width, height) for left, width in (_LEGS_FRONT, _LEGS_BACK))


def _arms(top: float, height: float) -> tuple[Rectangle, ...]:
    return tuple((left, top, width, height) for left, width in _ARMS)


ZONES: Mapping[str, tuple[Rectangle, ...]] = {
    "low-back": ((68, 34, 14, 12),),
    "buttock": ((63, 46, 24, 10),),
    "thigh": _legs(57, 15),
    "below-knee": _legs(72, 14),
    "foot": _legs(86, 12),
    "neck": ((70, 14, 10, 9),),
    "shoulder": ((14, 20, 22, 9), (64, 23, 22, 9)),
    "upper-arm": _arms(29, 11),
    "below-elbow": _arms(40, 10),
    "hand": _arms(50, 11),
}
"""Where each zone is touched, by its id; the spine itself by the part of it."""


def plain() -> dict[str, object]:
    """Return the body and its zones as JSON."""
    return {"width": BODY_WIDTH, "strokes": STROKES, "zones": dict(ZONES)}


def rectangles(zone_id: str, region: str) -> tuple[Rectangle, ...]:
    """Return where a zone of a part of the spine is touched; nothing for nowhere."""
    return ZONES.get(region if zone_id == "spine" else zone_id, ())
