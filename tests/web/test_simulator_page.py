"""The simulator's page in a real browser: a whole routine, interruptions, danger, the keyboard, and good manners."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from statistics import median
from typing import Literal

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from tests.web.browser import Visitor, axe_source, chromium_path

pytestmark = [
    pytest.mark.skipif(chromium_path() is None, reason="no Chromium here: install the package chromium"),
    pytest.mark.xdist_group("browser"),
]

MOST_PAGE_BYTES = 150_000
EARLIEST_BEAT_MS = -20.0
USUAL_BEAT_MS = 20.0
LATEST_BEAT_MS = 60.0
"""Of the last few: a single one may be later, on a machine that is busy with other tests."""


def counting(visitor: Visitor) -> None:
    """Come into the midst of the first count of repetitions."""
    visitor.set_up()
    visitor.ask("skip this one")
    visitor.go(4)
    visitor.say("ready")
    visitor.reads("Press ... Hold ... Down ... 2")


def test_a_whole_routine_at_twenty_times(visitor: Visitor) -> None:
    visitor.set_up()
    visitor.go(20)
    visitor.ask("ready")
    visitor.ask("the same")
    visitor.ask("ready")
    visitor.ask("the same")
    visitor.reads("Exercise 3 of 3")

    assert visitor.page.locator("#plan li").count() == 3
    assert visitor.page.locator("#plan [aria-current]").inner_text().startswith("Walking")
    assert visitor.complaints == []
    assert {url.split("/")[2] for url in visitor.requests} == {visitor.address.split("/")[2]}


def test_a_count_is_interrupted_and_picked_up(visitor: Visitor) -> None:
    counting(visitor)

    visitor.ask("pause")
    visitor.say("go on")

    visitor.reads("Picking up at set 1, rep")


def test_escape_is_the_wake_word(visitor: Visitor) -> None:
    counting(visitor)

    visitor.page.keyboard.press("Escape")

    visitor.microphone("open")
    assert visitor.page.evaluate("document.activeElement.id") == "utterance"
    visitor.page.keyboard.type("how many left")
    visitor.page.keyboard.press("Enter")
    visitor.reads("left in this set")


def test_a_red_flag_in_mid_count_ends_it_with_a_card(visitor: Visitor) -> None:
    counting(visitor)

    visitor.say("I can't feel anything between my legs")

    visitor.reads("Stop now. ... emergency")
    assert visitor.page.locator("#talk .card").last.inner_text().count("911") == 1
    visitor.microphone("closed")


def test_silence_brings_the_reprompt_and_then_the_end(visitor: Visitor) -> None:
    visitor.hurry()
    visitor.ask("open spine coach")

    visitor.page.click("#skip")
    visitor.reads("You can say neck, low back, or both.")
    visitor.microphone("open")
    visitor.page.click("#skip")

    visitor.reads("The session is over.")
    visitor.say("yes")
    visitor.reads("Alexa did not pass this on")


def test_the_speeds_are_chosen_with_the_buttons(visitor: Visitor) -> None:
    visitor.page.check('input[name="speed"][value="20"]')
    visitor.ask("open spine coach")
    visitor.page.evaluate("window.heard = []; document.addEventListener('sound', (e) => heard.push(e.detail))")
    visitor.ask("my neck")

    first, *_, last = visitor.page.evaluate("heard")
    assert 0 < last["at"] - first["at"] < first["lastingMs"] + 500


def test_everything_can_be_done_with_the_keyboard(visitor: Visitor) -> None:
    press, typed = visitor.page.keyboard.press, visitor.page.keyboard.type
    visitor.page.focus("#utterance")
    typed("open spine coach")
    press("Enter")
    visitor.microphone("speaking")

    reached = set()
    for _ in range(40):
        press("Tab")
        reached.add(visitor.page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        if visitor.page.evaluate("document.activeElement.id") == "skip":
            press("Enter")
    visitor.microphone("open")

    assert {"skip", "voice", "You can say", "Save and replay"} <= reached
    assert visitor.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") is not None


def test_beats_come_when_the_script_says(visitor: Visitor) -> None:
    visitor.page.evaluate("window.heard = []; document.addEventListener('sound', (e) => heard.push(e.detail))")
    visitor.set_up()
    visitor.ask("skip this one")
    visitor.go(4)
    visitor.page.evaluate("heard.length = 0")
    visitor.ask("ready")

    beats = [one for one in visitor.page.evaluate("heard") if one["beat"]]
    late = [one["at"] - beats[0]["at"] - (one["due"] - beats[0]["due"]) * 1000 / 4 for one in beats]

    assert len(beats) > 20
    assert min(late) > EARLIEST_BEAT_MS
    assert median(late) < USUAL_BEAT_MS
    assert median(late[-5:]) < LATEST_BEAT_MS, "the count drifts"


def test_the_ring_goes_round_once_in_a_whole_hold(visitor: Visitor) -> None:
    visitor.set_up()
    visitor.go(20)
    visitor.say("ready")
    seconds = "document.getElementById('ring').getAnimations()[0].effect.getTiming().duration / 1000"
    visitor.until(lambda: visitor.page.inner_text("#counter") == "Halfway.", "half of the hold")

    assert visitor.page.evaluate(seconds) == 60
    assert 0.4 < visitor.page.evaluate("document.getElementById('ring').getAnimations()[0].currentTime") / 60_000 < 0.7


def test_the_first_questions_are_answered_for_a_newcomer(visitor: Visitor) -> None:
    visitor.page.click("#set-up")
    visitor.reads("Where is it furthest, ... The questions are answered.")
    visitor.say("nowhere")

    visitor.reads("Can you get down to the floor")


def test_the_device_is_where_it_is_set_to_be(visitor: Visitor) -> None:
    visitor.page.click("summary:has-text('Patient and device')")
    visitor.page.select_option("#time-zone", "Pacific/Auckland")
    there = "new Date().toLocaleDateString([], {dateStyle: 'medium', timeZone: 'Pacific/Auckland'})"
    auckland = visitor.page.evaluate(there)
    visitor.until(lambda: visitor.page.inner_text("#clock").startswith(auckland), "the clock there")
    visitor.hurry()
    visitor.ask("open spine coach")

    assert "Pacific/Auckland" in (visitor.page.text_content("#request") or "")


def test_a_conversation_is_saved_and_replayed(visitor: Visitor, tmp_path: Path) -> None:
    visitor.hurry()
    visitor.ask("open spine coach")
    visitor.ask("my neck")
    visitor.page.click("summary:has-text('Save and replay')")
    with visitor.page.expect_download() as download:
        visitor.page.click("#save")
    saved = tmp_path / "me.dialogue"
    download.value.save_as(saved)
    text = saved.read_text(encoding="utf-8")

    assert re.findall(r"^patient +(.*)$", text, re.MULTILINE) == ["open spine coach", "my neck"]
    assert re.search(r"^coach +Welcome to Spine Coach", text, re.MULTILINE)

    visitor.page.click("summary:has-text('Patient and device')")
    visitor.page.click("#reset")
    visitor.until(lambda: visitor.page.locator("#talk li").count() == 0, "an empty page")
    visitor.page.set_input_files("#replay", saved)
    visitor.reads("open spine coach ... my neck ... None, or which?")


def test_tomorrow_is_a_click_away(visitor: Visitor) -> None:
    visitor.set_up()
    visitor.page.click("summary:has-text('Patient and device')")
    visitor.page.click("#tomorrow")
    visitor.ask("open spine coach")

    visitor.reads("Welcome back")


def test_patients_are_kept_apart(visitor: Visitor) -> None:
    visitor.set_up()
    visitor.page.click("summary:has-text('Patient and device')")
    visitor.page.fill("#new-patient", "ann")
    visitor.page.click("#add-patient")
    visitor.ask("open spine coach")

    visitor.reads("Welcome to Spine Coach. I guide")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visitor: Visitor, scheme: Literal["light", "dark"]) -> None:
    axe = axe_source()
    if axe is None:
        pytest.skip("axe-core is not here, and npm cannot install it")
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.hurry()
    visitor.ask("open spine coach")
    visitor.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    visitor.page.evaluate(axe)

    found = visitor.page.evaluate("axe.run()")["violations"]

    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def test_it_fits_a_telephone(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 360, "height": 740})
    visitor.hurry()
    visitor.ask("open spine coach")
    visitor.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")

    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_nothing_moves_while_the_coach_speaks(visitor: Visitor) -> None:
    visitor.page.evaluate(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => (shift += one.value)))"
        ".observe({type: 'layout-shift', buffered: false})"
    )
    visitor.set_up()
    visitor.page.evaluate("shift = 0")
    visitor.go(20)
    visitor.ask("ready")

    assert visitor.page.evaluate("shift") < 0.01


def test_the_page_is_light(visitor: Visitor) -> None:
    sizes = visitor.page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".filter((one) => !one.name.includes('/simulator/'.concat('clip'))).map((one) => one.transferSize)"
    )

    assert 10_000 < sum(sizes) < MOST_PAGE_BYTES


def test_a_server_that_is_gone_is_said_so(visitor: Visitor) -> None:
    visitor.page.route("**/simulator/echo", lambda route: route.abort())
    visitor.say("open spine coach")

    visitor.reads("That did not work")
    visitor.microphone("closed")


def test_words_appear_as_they_are_spoken(visitor: Visitor) -> None:
    visitor.say("open spine coach")
    visitor.microphone("speaking")
    visitor.page.wait_for_selector("#talk .words .hidden", state="attached")
    counts = []
    for _ in itertools.repeat(None, 4):
        counts.append(visitor.page.locator("#talk .words span:not(.hidden)").count())
        visitor.page.wait_for_timeout(400)

    assert counts[0] < counts[-1]
