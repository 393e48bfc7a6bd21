"""Guides on the simulator's page: they are heard, pause, go on from there, and one that is missing is said so."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from tests.web.browser import Visitor, chromium_path

pytestmark = [
    pytest.mark.skipif(chromium_path() is None, reason="no Chromium here: install the package chromium"),
    pytest.mark.xdist_group("browser"),
]

HEAR = """
window.players = [];
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () { players.push(this); return play.call(this); };
0;
"""


@pytest.fixture
def listener(visitor: Visitor) -> Visitor:
    """Somebody who was just offered the first exercise, and hears which guides play."""
    visitor.page.evaluate(HEAR)
    visitor.set_up()
    return visitor


def played(visitor: Visitor) -> dict[str, object]:
    script = "{ const last = players.at(-1); return { at: last.currentTime, paused: last.paused, src: last.src } }"
    return dict(visitor.page.evaluate(f"(() => {script})()"))


def test_a_guide_plays_pauses_and_goes_on_from_there(listener: Visitor) -> None:
    listener.say("play the prone press up")
    listener.until(lambda: bool(listener.page.evaluate("players.length && players.at(-1).currentTime > 0.3")), "sound")
    listener.say("pause")
    listener.until(lambda: bool(played(listener)["paused"]), "silence")
    stopped = played(listener)
    listener.say("resume")
    listener.until(lambda: not played(listener)["paused"], "sound again")
    again = played(listener)

    assert str(again["src"]).endswith("/guides/prone-press-up-beginner.mp3")
    assert abs(float(str(again["at"])) - float(str(stopped["at"]))) < 5
    assert listener.complaints == []


def test_next_and_previous_move_about_in_the_routine(listener: Visitor) -> None:
    titles: list[str] = []
    for utterance in ("play my routine", "next", "previous"):
        listener.say(utterance)
        before = titles[-1] if titles else ""
        title = listener.page.locator("#playing")
        listener.until(lambda before=before, title=title: title.inner_text() not in {"", before}, f"after {utterance}")  # type: ignore[misc]
        titles.append(title.inner_text())

    assert titles[0] == titles[2] == "Playing: Rest on the Belly, beginner level"
    assert titles[1] == "Playing: Prone Press-Up, beginner level"


def test_a_guide_that_is_not_there_is_read_instead(listener: Visitor) -> None:
    listener.page.route("**/guides/*.mp3", lambda route: route.fulfill(status=404))
    with listener.page.expect_request(lambda request: "cannot_play" in (request.post_data or "")):
        listener.say("play the prone press up")
    listener.ask("open spine coach")

    listener.reads("The audio guide couldn't be played. Shall I take you through Prone Press-Up myself?")
