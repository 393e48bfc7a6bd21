"""One browser, one simulator and a few real guides for all the tests of pages: each is slow to start or to make."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audio.build import build
from skill.speech.messages import messages_for
from tests.audio.voices import ToneVoice
from tests.shipped import shipped_catalog

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.web.browser import Visitor

GUIDES = ("cat-camel-stretch", "cat-camel-stretch-beginner", "prone-press-up-beginner", "rest-on-the-belly-beginner")
"""Two levels of one exercise, and what the first routine of a new patient begins with."""


@pytest.fixture(scope="session")
def guides_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with real guides, hummed: no test of a page listens to the words."""
    folder = tmp_path_factory.mktemp("guides")
    cache = tmp_path_factory.mktemp("clips")
    build(shipped_catalog(), messages_for("en-US"), out=folder, cache=cache, voices=[ToneVoice()], names=GUIDES)
    return folder


@pytest.fixture(scope="session")
def address(guides_folder: Path) -> Iterator[str]:
    """The address of `spine-coach serve --local` with these guides."""
    from tests.web.browser import local_server

    with local_server(SPINE_COACH_GUIDES_DIR=str(guides_folder)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    from tests.web.browser import chromium

    with chromium() as browser:
        yield browser


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Somebody new at the simulator's page."""
    from tests.web.browser import Visitor

    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, accept_downloads=True, timezone_id="America/New_York"
    )
    yield (visitor := Visitor(context.new_page(), address).arrive())
    visitor.forget()
    context.close()
