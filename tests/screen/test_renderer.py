"""What Amazon's renderer makes of a scene: the number, word and ring are the script's, and a press is the turn."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skill.alexa.touch import Touch, read
from skill.domain.patient.state import State
from skill.domain.scenes.choices import Act
from skill.screen.apl.graphics import RING_LENGTH
from skill.simulator.clock import MovableClock
from skill.simulator.device import RENDERS, Device
from tests.alexa.stations import WAYS
from tests.npm import npm_package

if TYPE_CHECKING:
    from playwright.sync_api import Browser

playwright = pytest.importorskip("playwright.sync_api")

from tests.screen.renderer import VERSION, VIEWPORTS, rendered  # noqa: E402 - it needs playwright
from tests.web.browser import chromium, chromium_path  # noqa: E402

Endpoint = Callable[[dict], dict]
VIEWHOST = npm_package("apl-viewhost-web", VERSION)
pytestmark = [
    pytest.mark.skipif(VIEWHOST is None, reason="apl-viewhost-web is not here, and npm cannot install it"),
    pytest.mark.skipif(chromium_path() is None, reason="there is no Chromium here"),
    pytest.mark.xdist_group("browser"),
]
SECONDS = (0.5, 8.0, 14.5, 21.0)
SETTLED_MS = 2500
"""The screen moves one beat a tick until it has caught up with where it is told to begin."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def directive_in(endpoint: Endpoint, clock: MovableClock, state: State) -> dict:
    device = Device(endpoint, clock, screen=True)
    WAYS[state](device)
    sent = [one for one in device.last_response["response"]["directives"] if one["type"] == RENDERS]
    return copy.deepcopy(sent[0])


@pytest.mark.parametrize("name", VIEWPORTS)
@pytest.mark.parametrize("state", [State.GETTING_READY, State.SCREENING, State.CHECKING], ids=lambda one: one.value)
def test_a_scene_is_drawn_whole(
    endpoint: Endpoint, clock: MovableClock, browser: Browser, state: State, name: str
) -> None:
    directive = directive_in(endpoint, clock, state)
    view = directive["datasources"]["scene"]
    with rendered(browser, VIEWHOST or Path(), directive, VIEWPORTS[name]) as picture:
        assert view["title"] in picture.text
        for choice in view["choices"]:
            if not (VIEWPORTS[name].is_round and choice["extra"]):
                assert choice["label"] in picture.text.replace("\n", " ")
        assert picture.outside() == []
        first = view["choices"][0]
        touch = read(picture.press(first["label"]))

    assert touch == Touch(act=Act(first["act"]), value=first["value"], state=State(view["state"]))


@pytest.mark.parametrize("name", VIEWPORTS)
def test_the_count_on_the_picture_is_the_script_s(
    endpoint: Endpoint, clock: MovableClock, browser: Browser, name: str
) -> None:
    directive = directive_in(endpoint, clock, State.COUNTING)
    count = directive["datasources"]["scene"]["count"]
    for second in SECONDS if name == "hub-large" else SECONDS[2:3]:
        count["lead"] = round(-1000 * second)
        with rendered(browser, VIEWHOST or Path(), directive, VIEWPORTS[name]) as picture:
            picture.page.wait_for_timeout(SETTLED_MS)
            lines, ring = picture.lines(), picture.ring()
            touch = read(picture.press("Pause"))
        assert touch is not None
        assert touch.second is not None
        assert_shows(count, touch.second * 1000, lines, ring)


def assert_shows(count: dict, ms: float, lines: list[str], ring: float | None) -> None:
    """Hold what is seen against the frames within the time that a tick and the press take."""
    around = [frame for frame in count["frames"] if frame[0] <= ms and frame[0] + frame[1] > ms - 700]
    assert around
    numbers = {str(-(-(frame[3] - at) // 1000) if frame[3] else frame[2]) for frame in around for at in _times(ms)}
    assert numbers & set(lines), (numbers, lines)
    assert any(count["words"][frame[4]] in " ".join(lines) for frame in around)
    assert ring is not None
    parts = [(at - frame[0]) / frame[1] for frame in around for at in _times(ms)]
    assert any(abs(ring / RING_LENGTH - min(1.0, max(0.0, part))) < 0.12 for part in parts), (ring, parts)


def _times(ms: float) -> list[int]:
    return [round(ms) - before for before in (0, 100, 200, 300, 400, 500, 700)]
