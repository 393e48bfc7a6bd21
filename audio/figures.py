"""One simple figure for each exercise, in its position: strokes as data, drawn for screens (SVG) and covers (pixels).

A figure is a list of strokes in a square of 100 by 100, painted in order. What a stroke is (an arm, the floor, an
arrow) decides its width and color. Only `drawn` loads an image library.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from skill.catalog import CONTENT
from skill.errors import AudioError

if TYPE_CHECKING:
    from PIL.Image import Image

BOX = 100
"""The side of the square that all coordinates are in."""
FIGURE_FILE = "figure.json"
"""In the folder of each exercise: a list of strokes, each the kind of its pen and its points."""
COLORS = {
    "body": "#1d3b53",
    "far": "#7f9bb0",
    "ghost": "#c3d0d9",
    "ground": "#8a8577",
    "prop": "#a9774a",
    "motion": "#c8431d",
    "water": "#3f8fc4",
}
"""By tone. In SVG each may be changed by a CSS variable, such as `--figure-body`."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pen:
    """How a kind of stroke looks."""

    width: float
    tone: str
    smooth: bool = False


PENS: Mapping[str, Pen] = {
    "ground": Pen(1.6, "ground"),
    "prop": Pen(2.6, "prop"),
    "band": Pen(1.6, "motion"),
    "weight": Pen(6.4, "prop"),
    "water": Pen(2.0, "water", smooth=True),
    "far-arm": Pen(4.6, "far"),
    "far-leg": Pen(6.2, "far"),
    "ghost-head": Pen(13.0, "ghost"),
    "ghost-torso": Pen(8.0, "ghost", smooth=True),
    "near-arm": Pen(4.8, "body"),
    "near-leg": Pen(6.6, "body"),
    "neck": Pen(4.6, "body"),
    "shoulders": Pen(7.0, "body"),
    "torso": Pen(9.4, "body", smooth=True),
    "head": Pen(13.0, "body"),
    "nose": Pen(3.6, "body"),
    "arrow": Pen(2.4, "motion", smooth=True),
}
ARROW_HEAD = 6.0
CURVE_STEPS = 8
_FINER = 2
"""Drawn so much larger, then reduced: smooth edges."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through *points*, with round ends; a single point is a disc."""

    pen: Pen
    points: tuple[Point, ...]


def figure_ids() -> tuple[str, ...]:
    """Return the exercises that have a figure."""
    return tuple(_data())


def figure(figure_id: str) -> tuple[Stroke, ...]:
    """Return the strokes of a figure, in the order of painting. Raise `AudioError` when there is no such figure."""
    if figure_id not in _data():
        raise AudioError(f"there is no figure {figure_id!r}: add a {FIGURE_FILE} to its exercise's folder")
    return tuple(stroke for kind, points in _data()[figure_id] for stroke in _strokes(kind, points))


def svg(figure_id: str, title: str) -> str:
    """Return the figure as an SVG element that says its *title* to those who cannot see it."""
    lines = "".join(_path(stroke) for stroke in figure(figure_id))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BOX} {BOX}" role="img" aria-label={quoteattr(title)}>'
        f'<title>{escape(title)}</title><g fill="none" stroke-linecap="round" stroke-linejoin="round">{lines}</g></svg>'
    )


def drawn(figure_id: str, size: int, background: str) -> Image:
    """Return the figure as an image of *size* by *size* pixels."""
    from PIL import Image, ImageDraw

    scale = size * _FINER / BOX
    image = Image.new("RGB", (size * _FINER, size * _FINER), background)
    draw = ImageDraw.Draw(image)
    for stroke in figure(figure_id):
        color, radius = COLORS[stroke.pen.tone], stroke.pen.width * scale / 2
        points = [(x * scale, y * scale) for x, y in stroke.points]
        for x, y in points:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), color)
        for start, end in pairwise(points):
            draw.polygon(_band(start, end, radius), color)
    return image.reduce(_FINER)


def _band(start: Point, end: Point, radius: float) -> list[Point]:
    """Return the corners of a line that is twice *radius* wide."""
    (x, y), (to_x, to_y) = start, end
    length = hypot(to_x - x, to_y - y) or 1.0
    across_x, across_y = (y - to_y) / length * radius, (to_x - x) / length * radius
    return [
        (x + across_x, y + across_y),
        (to_x + across_x, to_y + across_y),
        (to_x - across_x, to_y - across_y),
        (x - across_x, y - across_y),
    ]


def mistakes_of_figures(content: Path = CONTENT) -> Iterator[str]:
    """Yield what is wrong with a figure: strokes with an unknown pen, or that leave the box."""
    for path in sorted((content / "exercises").glob(f"*/{FIGURE_FILE}")):
        try:
            strokes = _read(path)
            wrong = [kind for kind, points in strokes if kind not in PENS or not all(map(_is_inside, points))]
        except (ValueError, TypeError):
            wrong = ["the file"]
        for kind in dict.fromkeys(wrong):
            place = path.relative_to(content)
            yield f"{place}:1:1: {kind}: must be a stroke of a known kind, with points from 0 to {BOX}"


def _is_inside(point: Point) -> bool:
    x, y = point
    return 0 <= x <= BOX and 0 <= y <= BOX


@cache
def _data() -> Mapping[str, list[tuple[str, list[Point]]]]:
    return {path.parent.name: _read(path) for path in sorted((CONTENT / "exercises").glob(f"*/{FIGURE_FILE}"))}


def _read(path: Path) -> list[tuple[str, list[Point]]]:
    return [
        (str(kind), [(float(x), float(y)) for x, y in points]) for kind, points in json.loads(path.read_text("utf-8"))
    ]


def _strokes(kind: str, points: list[Point]) -> Iterator[Stroke]:
    pen = PENS[kind]
    line = tuple(_smooth(points)) if pen.smooth else tuple((x, y) for x, y in points)
    yield Stroke(pen, line)
    if kind == "arrow":
        yield Stroke(pen, _arrow_head(line))


def _arrow_head(line: tuple[Point, ...]) -> tuple[Point, ...]:
    (from_x, from_y), (x, y) = line[-2:]
    angle = atan2(y - from_y, x - from_x)
    left, right = (
        (x - ARROW_HEAD * cos(angle + turn), y - ARROW_HEAD * sin(angle + turn)) for turn in (pi / 5, -pi / 5)
    )
    return (left, (x, y), right)


def _smooth(points: list[Point]) -> Iterator[Point]:
    """Yield a curve through *points* (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(CURVE_STEPS):
            yield _between(before, start, end, after, step / CURVE_STEPS)
    yield points[-1][0], points[-1][1]


def _between(before: Point, start: Point, end: Point, after: Point, at: float) -> Point:
    def along(axis: int) -> float:
        a, b, c, d = before[axis], start[axis], end[axis], after[axis]
        return b + at * (c - a + at * (2 * a - 5 * b + 4 * c - d + at * (3 * (b - c) + d - a))) / 2

    return along(0), along(1)


def _path(stroke: Stroke) -> str:
    first, *rest = (f"{x:.1f} {y:.1f}" for x, y in stroke.points)
    tone = stroke.pen.tone
    route = "".join(f"L{point}" for point in rest or [first])
    color = f"var(--figure-{tone}, {COLORS[tone]})"
    return f'<path d="M{first}{route}" stroke-width="{stroke.pen.width}" style="stroke: {color}"/>'
