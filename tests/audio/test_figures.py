"""One figure for each exercise, the same for screens and for covers."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from PIL import Image

from audio.covers import Cover, cover_key, drawn_cover
from audio.figures import drawn
from skill.domain.catalog.catalog import Catalog
from skill.screen.figures import BOX, COLORS, PENS, figure, figure_ids, mistakes_of_figures, svg


def test_every_exercise_has_a_figure(catalog: Catalog) -> None:
    assert set(catalog.exercises) == set(figure_ids())


@pytest.mark.parametrize("name", figure_ids())
def test_a_figure_has_a_body_and_stays_in_its_box(name: str) -> None:
    strokes = figure(name)
    pens = [stroke.pen for stroke in strokes]

    assert {PENS["head"], PENS["torso"], PENS["near-arm"], PENS["near-leg"]} <= set(pens)
    for stroke in strokes:
        edge = stroke.pen.width / 2
        assert all(edge <= x <= BOX - edge and edge <= y <= BOX - edge for x, y in stroke.points)


@pytest.mark.parametrize("name", figure_ids())
def test_the_screen_and_the_cover_show_the_same_strokes(name: str) -> None:
    root = etree.fromstring(svg(name, f"{name} & more").encode())
    paths = root.findall(".//{http://www.w3.org/2000/svg}path")
    image = np.asarray(drawn(name, 200, "#ffffff"))

    assert root.get("aria-label") == f"{name} & more"
    assert len(paths) == len(figure(name))
    painted = {tone for tone, color in COLORS.items() if _near(image, color) > 3}
    shown = {stroke.pen.tone for stroke in figure(name)}
    assert shown - painted <= {"ghost"}  # it may be nearly covered
    assert painted <= shown


def _near(image: np.ndarray, color: str) -> int:
    """How many pixels have exactly this color."""
    wanted = np.array([int(color[index : index + 2], 16) for index in (1, 3, 5)])
    return int(np.count_nonzero((image == wanted).all(axis=2)))


def test_every_pen_has_a_color() -> None:
    assert {pen.tone for pen in PENS.values()} == set(COLORS)


def test_an_unknown_figure_is_an_error() -> None:
    with pytest.raises(LookupError, match="no figure 'handstand'"):
        figure("handstand")


def test_a_cover_is_what_podcast_apps_take_and_a_small_one_goes_into_the_mp3() -> None:
    cover = drawn_cover("bridge", "Bridge", "Spine Coach", "strengthening")
    big_image, small_image = Image.open(BytesIO(cover.picture)), Image.open(BytesIO(cover.small))

    assert (big_image.format, big_image.mode, *big_image.size) == ("PNG", "RGB", 1400, 1400)
    assert (small_image.format, *small_image.size) == ("PNG", 600, 600)
    assert len(cover.picture) < 500_000
    assert len(cover.small) < 80_000
    assert Cover.from_bytes(cover.to_bytes()) == cover


@pytest.mark.parametrize("name", ["Bridge", "Strengthening routine for the low back, without the floor"])
def test_a_name_of_any_length_fits_on_the_cover(name: str) -> None:
    image = np.asarray(Image.open(BytesIO(drawn_cover("bridge", name, "Spine Coach", "routine").picture)))
    top = image[: round(1400 * 0.15)]
    written = np.argwhere((top != top[0, 0]).any(axis=2))

    assert len(written)
    assert np.amax(written[:, 1]) < 1400 * 0.95


def test_whatever_changes_a_cover_changes_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    key = cover_key("bridge", "Bridge", "Spine Coach", "strengthening")

    assert key == cover_key("bridge", "Bridge", "Spine Coach", "strengthening")
    assert key != cover_key("bird-dog", "Bridge", "Spine Coach", "strengthening")
    assert key != cover_key("bridge", "Half bridge", "Spine Coach", "strengthening")
    monkeypatch.setattr("audio.covers.VERSION", "another")
    assert key != cover_key("bridge", "Bridge", "Spine Coach", "strengthening")


@pytest.mark.parametrize(
    "strokes",
    ['[["tail", [[3, 70]]]]', '[["torso", [[3, 170]]]]', '[["torso", [[3]]]]', '{"torso": 3}', "no JSON", "[7]"],
)
def test_a_mistake_in_a_figure_is_told(strokes: str, tmp_path: Path) -> None:
    folder = tmp_path / "exercises" / "handstand"
    folder.mkdir(parents=True)
    (folder / "figure.json").write_text(strokes)

    (mistake,) = mistakes_of_figures(tmp_path)
    assert mistake.startswith("exercises/handstand/figure.json:1:1: ")
    assert list(mistakes_of_figures()) == []
