"""One simple figure for each exercise, where it begins and where it ends: strokes as data, drawn in SVG.

A figure is a list of strokes in a square of 100 by 100, painted in order. What a stroke is (an arm, the floor, an
arrow) decides its width and color. A stroke that moves has its points at the start of the movement beside those at its
end; a still picture shows the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, pi, sin
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from skill.catalog import CONTENT

BOX = 100
"""The side of the square that all coordinates are in."""
FIGURE_FILE = "figure.json"
"""In the folder of each exercise: strokes: the kind of a pen, points and, where it moves, those at the start."""
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
_Read = tuple[str, list[Point], list[Point] | None]


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


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through *points*, with round ends; a single point is a disc."""

    pen: Pen
    points: tuple[Point, ...]
    start: tuple[Point, ...] | None = None
    """Where it is at the start of the movement, as many points; None for what stays."""


def figure_ids() -> tuple[str, ...]:
    """Return the exercises that have a figure."""
    return tuple(_data())


def figure(figure_id: str) -> tuple[Stroke, ...]:
    """Return the strokes of a figure, in the order of painting. Raise `LookupError` when there is no such figure."""
    if figure_id not in _data():
        raise LookupError(f"there is no figure {figure_id!r}: add a {FIGURE_FILE} to its exercise's folder")
    return tuple(stroke for read in _data()[figure_id] for stroke in _strokes(*read))


def plain(figure_id: str) -> list[list[object]]:
    """Return the strokes of a figure as JSON: tone, width, points, and the points at the start or null."""
    return [
        [one.pen.tone, one.pen.width, _rounded(one.points), _rounded(one.start) if one.start else None]
        for one in figure(figure_id)
    ]


def _rounded(points: tuple[Point, ...]) -> list[list[float]]:
    return [[round(x, 1), round(y, 1)] for x, y in points]


def svg(figure_id: str, title: str) -> str:
    """Return the figure as an SVG element that says its *title* to those who cannot see it."""
    lines = "".join(_path(stroke) for stroke in figure(figure_id))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BOX} {BOX}" role="img" aria-label={quoteattr(title)}>'
        f'<title>{escape(title)}</title><g fill="none" stroke-linecap="round" stroke-linejoin="round">{lines}</g></svg>'
    )


def mistakes_of_figures(content: Path = CONTENT) -> Iterator[str]:
    """Yield what is wrong with a figure: strokes with an unknown pen, or that leave the box."""
    for path in sorted((content / "exercises").glob(f"*/{FIGURE_FILE}")):
        try:
            strokes = _read(path)
            wrong = [kind for kind, points, start in strokes if not _is_fine(kind, points, start)]
        except (ValueError, TypeError):
            wrong = ["the file"]
        for kind in dict.fromkeys(wrong):
            place = path.relative_to(content)
            yield f"{place}:1:1: {kind}: must be a stroke of a known kind, with points from 0 to {BOX}"


def _is_fine(kind: str, points: list[Point], start: list[Point] | None) -> bool:
    same_number = start is None or len(start) == len(points)
    return kind in PENS and same_number and all(map(_is_inside, (*points, *(start or ()))))


def _is_inside(point: Point) -> bool:
    x, y = point
    return 0 <= x <= BOX and 0 <= y <= BOX


@cache
def _data() -> Mapping[str, list[_Read]]:
    return {path.parent.name: _read(path) for path in sorted((CONTENT / "exercises").glob(f"*/{FIGURE_FILE}"))}


def _read(path: Path) -> list[_Read]:
    return [
        (str(kind), _points(points), _points(start[0]) if start else None)
        for kind, points, *start in json.loads(path.read_text("utf-8"))
    ]


def _points(pairs: list[list[float]]) -> list[Point]:
    return [(float(x), float(y)) for x, y in pairs]


def _strokes(kind: str, points: list[Point], start: list[Point] | None) -> Iterator[Stroke]:
    pen = PENS[kind]
    line = _line(pen, points)
    yield Stroke(pen, line, _line(pen, start) if start else None)
    if kind == "arrow":
        yield Stroke(pen, _arrow_head(line))


def _line(pen: Pen, points: list[Point]) -> tuple[Point, ...]:
    return tuple(_smooth(points)) if pen.smooth else tuple(points)


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
