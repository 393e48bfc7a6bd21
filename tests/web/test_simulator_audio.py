"""AudioPlayer on the simulator's page: a guide plays, pauses, goes on from there, and the skill is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from click.testing import CliRunner
from playwright.sync_api import Browser, Request

from skill.cli import main
from tests.web.browser import Visitor, chromium, chromium_path, local_server

pytestmark = [
    pytest.mark.skipif(chromium_path() is None, reason="no Chromium here: install the package chromium"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    guides: Path = tmp_path_factory.mktemp("guides")
    built = CliRunner().invoke(
        main, ["audio", "build", "--voice", "hibari", "--out", str(guides), "prone-press-up-beginner"]
    )
    assert built.exit_code == 0, built.output
    with local_server(
        SPINE_COACH_GUIDES_DIR=str(guides), SPINE_COACH_PUBLIC_URL="https://coach.example.org"
    ) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    context = browser.new_context()
    yield Visitor(context.new_page(), address).arrive()
    context.close()


def test_a_guide_plays_pauses_and_goes_on_from_there(visitor: Visitor) -> None:
    events: list[dict] = []
    visitor.page.on("request", lambda request: _note(request, events))
    visitor.hurry()
    for utterance in ("open spine coach", "my low back", "yes"):
        visitor.ask(utterance)

    visitor.say("play the prone press up")
    visitor.until(lambda: _has(events, "AudioPlayer.PlaybackStarted"), "started")
    visitor.page.wait_for_timeout(300)
    visitor.say("pause")
    visitor.until(lambda: _has(events, "AudioPlayer.PlaybackStopped"), "stopped")
    stopped = next(one["request"] for one in events if one["request"]["type"] == "AudioPlayer.PlaybackStopped")
    visitor.say("resume")
    visitor.until(lambda: sum(one["request"]["type"] == "AudioPlayer.PlaybackStarted" for one in events) == 2, "again")

    again = [one["request"] for one in events if one["request"]["type"] == "AudioPlayer.PlaybackStarted"][-1]
    assert stopped["offsetInMilliseconds"] > 0
    assert abs(again["offsetInMilliseconds"] - stopped["offsetInMilliseconds"]) < 2000
    assert all("session" not in one for one in events if one["request"]["type"].startswith("AudioPlayer."))
    assert visitor.complaints == []


def _note(request: Request, events: list[dict]) -> None:
    if request.url.endswith("/alexa") and request.post_data:
        events.append(json.loads(request.post_data))


def _has(events: list[dict], kind: str) -> bool:
    return any(one["request"]["type"] == kind for one in events)
