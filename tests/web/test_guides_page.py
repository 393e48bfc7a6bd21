"""The download page in a real browser: by keyboard, with chapters, a transcript that follows, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser, Page

from tests.web.browser import axe_source, chromium_path
from tests.web.conftest import GUIDES

pytestmark = [
    pytest.mark.skipif(chromium_path() is None, reason="no Chromium here: install the package chromium"),
    pytest.mark.xdist_group("browser"),
]

FIRST = '[data-guide="cat-camel-stretch"]'


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}/guides/")
    yield page
    context.close()


def time_of(page: Page) -> float:
    return float(page.evaluate(f"document.querySelector('{FIRST} audio').currentTime"))


def wait_until_played_beyond(page: Page, seconds: float) -> None:
    for _ in range(200):
        if time_of(page) > seconds:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"still at {time_of(page)} s")


def test_a_chapter_plays_from_its_start_by_keyboard_alone(page: Page) -> None:
    page.focus(f"{FIRST} .chapters summary")
    page.keyboard.press("Enter")
    chapter = page.locator(f"{FIRST} .chapters li").nth(3)
    start = float(chapter.get_attribute("data-start") or 0)
    chapter.locator("button").focus()
    page.keyboard.press("Enter")
    wait_until_played_beyond(page, start)

    assert time_of(page) < start + 5
    assert chapter.get_attribute("aria-current") == "true"


def test_the_transcript_follows_the_voice(page: Page) -> None:
    page.focus(f"{FIRST} [data-transcript]")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{FIRST} .transcript p")
    page.evaluate(f"const a = document.querySelector('{FIRST} audio'); a.muted = true; a.play()")
    wait_until_played_beyond(page, 0.7)

    assert page.locator(f"{FIRST} .transcript .now").text_content() == "Cat Camel Stretch, standard level."


def test_a_guide_can_be_downloaded(page: Page, tmp_path: Path) -> None:
    with page.expect_download() as waiting:
        page.click(f"{FIRST} .downloads a[download]")
    waiting.value.save_as(tmp_path / "guide.mp3")

    assert waiting.value.suggested_filename == "cat-camel-stretch.mp3"
    assert (tmp_path / "guide.mp3").stat().st_size > 100_000


def test_it_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/guides/")

    assert page.locator("audio[controls]").count() == len(GUIDES)
    assert page.locator("a[download]").count() >= 3
    assert "0:00" in (page.locator(".chapters li").first.text_content() or "")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str, width: int) -> None:
    script = axe_source()
    if script is None:
        pytest.skip("axe-core cannot be installed here: no npm, or no network the first time")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True
    )
    page = context.new_page()
    for path in ("/guides/", "/"):
        page.goto(f"{address}{path}")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        page.evaluate(script)
        found = page.evaluate("axe.run().then(result => result.violations.map(one => one.id + ': ' + one.help))")

        assert found == []
    context.close()


def test_nothing_is_asked_of_another_host_and_nothing_is_complained_about(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{address}/guides/")
    page.wait_for_timeout(300)

    assert [url for url in requests if not url.startswith(address)] == []
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
