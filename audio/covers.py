"""The covers: an exercise's figure and its name, for players and podcast apps."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from struct import Struct
from typing import TYPE_CHECKING

from audio.figures import drawn
from audio.versions import installed_version
from skill.errors import AudioError
from skill.screen.figures import COLORS, figure

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

VERSION = "1"
"""Raise it when the drawing changes in any other way than by a figure's strokes."""
COVER_PIXELS = 1_400
"""The least that podcast apps take; 3000 is the most (Apple's and Spotify's requirements for covers)."""
BACKGROUNDS = {
    "recovery": "#e6f0ea",
    "strengthening": "#fbeedb",
    "stretching": "#ece6f4",
    "weight-loss": "#e0eef8",
}
"""By the part of the program."""
ANY_BACKGROUND = "#f4f1ea"
SMALL_PIXELS = 600
"""Inside an MP3, where it costs every listener."""

_LENGTH = Struct("<I")
_FIGURE_SHARE = 0.78
_NAME_SIZE = 0.088
_SHOW_SIZE = 0.045
_MARGIN = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A cover in both sizes, as PNG."""

    picture: bytes = field(repr=False)
    small: bytes = field(repr=False)
    """For inside the MP3."""

    def to_bytes(self) -> bytes:
        """Return both as one piece."""
        return _LENGTH.pack(len(self.picture)) + self.picture + self.small

    @classmethod
    def from_bytes(cls, content: bytes) -> Cover:
        """Return what `to_bytes` put together."""
        (length,) = _LENGTH.unpack_from(content)
        end = _LENGTH.size + length
        return cls(picture=content[_LENGTH.size : end], small=content[end:])


def cover_key(figure_id: str, name: str, show: str, section: str) -> str:
    """Return a digest of everything that decides a cover, without drawing it."""
    decides = (VERSION, installed_version("pillow"), figure(figure_id), name, show, section)
    return hashlib.sha256(repr(decides).encode()).hexdigest()


def drawn_cover(figure_id: str, name: str, show: str, section: str) -> Cover:
    """Return the cover of a guide. The same input gives the same bytes."""
    from PIL import Image, ImageDraw

    background = BACKGROUNDS.get(section, ANY_BACKGROUND)
    image = Image.new("RGB", (COVER_PIXELS, COVER_PIXELS), background)
    side = round(COVER_PIXELS * _FIGURE_SHARE)
    image.paste(drawn(figure_id, side, background), ((COVER_PIXELS - side) // 2, round(COVER_PIXELS * 0.17)))
    draw = ImageDraw.Draw(image)
    margin = round(COVER_PIXELS * _MARGIN)
    draw.text((margin, margin), name, COLORS["body"], _font_for(name, COVER_PIXELS - 2 * margin))
    bottom = COVER_PIXELS - margin
    draw.text((margin, bottom), show, COLORS["motion"], _font(_SHOW_SIZE), anchor="ls")
    small = image.resize((SMALL_PIXELS, SMALL_PIXELS), Image.Resampling.LANCZOS)
    return Cover(picture=_png(image), small=_png(small))


def _font_for(text: str, width: int) -> FreeTypeFont:
    """Return the largest font, up to the name's size, in which *text* fits into *width* pixels."""
    font = _font(_NAME_SIZE)
    return _font(_NAME_SIZE * min(1.0, width / font.getlength(text)))


def _font(size: float) -> FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.load_default(round(COVER_PIXELS * size))
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise AudioError("Pillow has no FreeType here: install it from its wheel (make setup)")
    return font


def _png(image: Image) -> bytes:
    content = BytesIO()
    image.save(content, "PNG", optimize=False, compress_level=7)
    return content.getvalue()
