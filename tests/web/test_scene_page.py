"""The page's screen: the same scenes as an Echo Show's, touched instead of said, counting on the beat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api")

from tests.web.browser import Visitor, chromium_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [
    pytest.mark.skipif(chromium_path() is None, reason="there is no Chromium here"),
    pytest.mark.xdist_group("browser"),
]
MOST_LATE_MS = 60
MOST_TOUCHES = 30
QUICKLY = 20
USUAL = ("launch", "region:low-back", "zone:spine", "number:3", "new:nothing", "start", "ready")
"""What somebody who is well touches, the first that is there; else yes, and no to a safety question."""
WATCH = """() => { window.beats = []; window.changes = []
  document.addEventListener("sound", ({ detail: { beat, text, at } }) => beat && text && window.beats.push([at, text]))
  const seen = () => { const word = document.querySelector(".scene-word"); if (!word) return
    const text = word.textContent
    if (text !== window.changes.at(-1)?.[1]) window.changes.push([performance.now(), text]) }
  new MutationObserver(seen).observe(document.getElementById("scene"),
    { childList: true, subtree: true, characterData: true }) }"""


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Somebody new who only touches."""
    context = browser.new_context(viewport={"width": 1024, "height": 900}, timezone_id="America/New_York")
    yield (visitor := Visitor(context.new_page(), address).arrive())
    assert visitor.complaints == []
    visitor.forget()
    context.close()


def look(visitor: Visitor) -> str | None:
    return visitor.page.get_attribute("#scene", "data-look")


def touch(visitor: Visitor, name: str) -> None:
    """Touch what has *name*, an act or an act and its value, and wait for what comes."""
    act, _, value = name.partition(":")
    before = visitor.page.inner_text("#scene")
    visitor.page.click(f'#scene button[data-act="{act}"][data-value="{value}"]')
    visitor.until(lambda: visitor.page.inner_text("#scene") != before, f"something new after {name}")


def touch_on(visitor: Visitor, until: str) -> None:
    """Touch what is usual until a scene of the look *until* is shown."""
    for _ in range(MOST_TOUCHES):
        shown = visitor.page.eval_on_selector_all(
            "#scene button", "all => all.map((one) => one.dataset.act + (one.dataset.value && ':' + one.dataset.value))"
        )
        if look(visitor) == until:
            return
        asked = visitor.page.inner_text("#scene")
        usual = next((one for one in USUAL if one in shown), None)
        touch(visitor, usual or ("no" if look(visitor) == "safety" and "clinician" not in asked else "yes"))


def test_an_exercise_is_reached_by_touching_alone(visitor: Visitor) -> None:
    visitor.hurry()
    touch_on(visitor, "explaining")

    assert visitor.page.locator("#scene .scene-figure").count() == 1
    assert "Exercise 1 of 3" in visitor.page.inner_text("#scene")


def begin_counting(visitor: Visitor) -> None:
    """Come to the second exercise and begin it; what is said before the count passes quickly."""
    visitor.hurry()
    touch_on(visitor, "explaining")
    touch(visitor, "skip")
    visitor.page.evaluate(WATCH)
    visitor.go(QUICKLY)
    touch(visitor, "ready")
    visitor.until(lambda: len(visitor.page.evaluate("window.beats")) > 0, "the first beat")
    visitor.go(1)


def test_the_count_changes_with_the_beat(visitor: Visitor) -> None:
    begin_counting(visitor)
    before = len(visitor.page.evaluate("window.beats"))
    visitor.until(lambda: len(visitor.page.evaluate("window.beats")) > before + 8, "eight beats")
    beats, changes = visitor.page.evaluate("[window.beats, window.changes]")

    for at, text in beats[before + 1 : before + 8]:
        late = min(abs(changed - at) for changed, shown in changes if shown == text)
        assert late <= MOST_LATE_MS, (text, late)


def test_a_touch_keeps_the_place(visitor: Visitor) -> None:
    begin_counting(visitor)
    touch(visitor, "pause")
    visitor.until(lambda: look(visitor) == "paused", "a pause")
    touch(visitor, "go-on")

    assert look(visitor) == "count"
