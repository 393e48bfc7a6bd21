"""AudioPlayer on the simulator's page: guides play, pause and go on, follow each other, and the skill is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Request

from tests.web.browser import Visitor, chromium_path

pytestmark = [
    pytest.mark.skipif(chromium_path() is None, reason="no Chromium here: install the package chromium"),
    pytest.mark.xdist_group("browser"),
]

BYTES_PER_SECOND = 48_000 // 8


class Reports:
    """What the page's player reports to the skill."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self.envelopes: list[dict[str, Any]] = []
        visitor.page.on("request", self._note)

    def wait_for(self, kind: str, *, times: int = 1) -> dict[str, Any]:
        """Wait until *kind* was reported so many times, and return the last of these reports."""
        self._visitor.until(lambda: len(self.of(kind)) >= times, f"{kind} reported, {times} times")
        return self.of(kind)[times - 1]

    def of(self, kind: str) -> list[dict[str, Any]]:
        requests = [one["request"] for one in self.envelopes]
        return [one for one in requests if one["type"] == f"AudioPlayer.{kind}"]

    def _note(self, request: Request) -> None:
        if request.url.endswith("/alexa") and request.post_data:
            envelope = json.loads(request.post_data)
            if envelope["request"]["type"].startswith("AudioPlayer."):
                self.envelopes.append(envelope)


@pytest.fixture
def reports(visitor: Visitor) -> Reports:
    """The reports of the player of somebody who was just offered the first exercise."""
    reports = Reports(visitor)
    visitor.set_up()
    return reports


def guide(report: dict[str, Any]) -> str:
    """Return which guide of the queue a report is about."""
    _, index, queue = report["token"].split("/")
    return str(queue.split(",")[int(index)])


def test_a_guide_plays_pauses_and_goes_on_from_there(visitor: Visitor, reports: Reports) -> None:
    visitor.say("play the prone press up")
    reports.wait_for("PlaybackStarted")
    visitor.page.wait_for_timeout(300)
    visitor.say("pause")
    stopped = reports.wait_for("PlaybackStopped")
    visitor.say("resume")
    again = reports.wait_for("PlaybackStarted", times=2)

    assert guide(again) == "prone-press-up-beginner"
    assert stopped["offsetInMilliseconds"] > 0
    assert abs(again["offsetInMilliseconds"] - stopped["offsetInMilliseconds"]) < 2000
    assert all("session" not in one for one in reports.envelopes)
    assert visitor.complaints == []


def test_next_and_previous_move_about_in_the_routine(visitor: Visitor, reports: Reports) -> None:
    visitor.say("play my routine")
    first = reports.wait_for("PlaybackStarted")
    visitor.say("next")
    second = reports.wait_for("PlaybackStarted", times=2)
    visitor.say("previous")
    third = reports.wait_for("PlaybackStarted", times=3)

    heard = [guide(one) for one in (first, second, third)]
    assert heard == ["rest-on-the-belly-beginner", "prone-press-up-beginner", "rest-on-the-belly-beginner"]
    assert visitor.page.locator("#playing").inner_text() == "Playing: Rest on the Belly, beginner level"


def test_the_next_guide_follows_by_itself_and_each_is_queued_once(
    visitor: Visitor, reports: Reports, guides_folder: Path
) -> None:
    last_seconds = (guides_folder / "rest-on-the-belly-beginner.mp3").read_bytes()[-3 * BYTES_PER_SECOND :]
    visitor.page.route(
        "**/rest-on-the-belly-beginner.mp3", lambda route: route.fulfill(body=last_seconds, content_type="audio/mpeg")
    )
    visitor.say("play my routine")
    reports.wait_for("PlaybackNearlyFinished")
    reports.wait_for("PlaybackFinished")
    second = reports.wait_for("PlaybackStarted", times=2)

    assert guide(second) == "prone-press-up-beginner"
    assert second["offsetInMilliseconds"] < 2000
    assert len(reports.of("PlaybackFinished")) == 1


def test_a_guide_that_is_not_there_is_read_instead(visitor: Visitor, reports: Reports) -> None:
    visitor.page.route("**/guides/*.mp3", lambda route: route.fulfill(status=404))
    visitor.say("play the prone press up")
    reports.wait_for("PlaybackFailed")
    visitor.ask("open spine coach")

    visitor.reads("The audio guide couldn't be played. Shall I take you through Prone Press-Up myself?")
