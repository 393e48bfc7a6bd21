"""The drawings of a document: the figure that moves, the ring that fills, the body to touch. AVG 1.0."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from skill.screen.body import BODY_WIDTH, STROKES
from skill.screen.figures import BOX, Point, Stroke, figure

Json = dict[str, Any]

RING_LENGTH = 276.5
_RING = "M50 6A44 44 0 1 1 49.99 6"


def moving_figure(figure_id: str) -> Json:
    """Return the figure of an exercise; its parameter `pose` goes from 0, the start of the movement, to 1, its end."""
    strokes = [_stroke(one) for one in figure(figure_id)]
    return _graphic(strokes, [_parameter("pose", 1)])


def ring() -> Json:
    """Return a ring; its parameter `part` says how much of it is full."""
    track = {"type": "path", "pathData": _RING, "stroke": "@track", "strokeWidth": 7, "fill": "transparent"}
    full = {
        **track,
        "stroke": "@accent",
        "strokeLineCap": "round",
        "strokeDashArray": [f"${{{RING_LENGTH}*part}}", RING_LENGTH + 1],
    }
    return _graphic([track, full], [_parameter("part", 0)])


def body() -> Json:
    """Return a body from the front and from the back."""
    head, *lines = STROKES
    front = [_line(head, "@far", 1.4 * BODY_WIDTH), *(_line(points, "@far", BODY_WIDTH) for points in lines)]
    return _graphic([*front, {"type": "group", "translateX": BOX / 2, "items": front}])


def _graphic(items: list[Json], parameters: list[Json] | None = None) -> Json:
    graphic = {"type": "AVG", "version": "1.0", "width": BOX, "height": BOX, "items": items}
    return {**graphic, "parameters": parameters} if parameters else graphic


def _parameter(name: str, default: float) -> Json:
    return {"name": name, "type": "number", "default": default}


def _stroke(stroke: Stroke) -> Json:
    if stroke.start is None:
        return _line(stroke.points, f"@{stroke.pen.tone}", stroke.pen.width)
    moving = zip(stroke.start, stroke.points, strict=True)
    points = [(_between(x, to_x), _between(y, to_y)) for (x, y), (to_x, to_y) in moving]
    return _path(points, f"@{stroke.pen.tone}", stroke.pen.width)


def _line(points: Iterable[Point], color: str, width: float) -> Json:
    return _path([(_short(x), _short(y)) for x, y in points], color, width)


def _path(points: list[tuple[str, str]], color: str, width: float) -> Json:
    """Return a line through *points* with round ends; a single point is a disc."""
    places = [f"{x} {y}" for x, y in points]
    return {
        "type": "path",
        "pathData": f"M{'L'.join(places if len(places) > 1 else places * 2)}",
        "stroke": color,
        "strokeWidth": width,
        "strokeLineCap": "round",
        "strokeLineJoin": "round",
        "fill": "transparent",
    }


def _between(start: float, end: float) -> str:
    """Return the expression for a number that goes from *start* to *end* with the pose."""
    change = round(end - start, 1)
    return f"${{{_short(start)}{'+' if change > 0 else ''}{_short(change)}*pose}}" if change else _short(start)


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
