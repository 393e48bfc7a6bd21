"""The figures as pixels, for covers. Only `drawn` loads an image library; what a figure is: `skill.screen.figures`."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from skill.screen.figures import BOX, COLORS, Point, figure

if TYPE_CHECKING:
    from PIL.Image import Image

_FINER = 2
"""Drawn so much larger, then reduced: smooth edges."""


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
