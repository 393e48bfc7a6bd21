"""`docs/screen.md` says what the data says."""

from __future__ import annotations

from skill.speech.messages import messages_for
from tests.content.screen_page import PAGE, page
from tests.shipped import shipped_catalog


def test_the_page_is_as_generated() -> None:
    written = PAGE.read_text(encoding="utf-8")

    assert written == page(shipped_catalog(), messages_for("en-US")), "run: python -m tests.content.screen_page"


def test_every_item_has_a_line_and_every_list_a_heading() -> None:
    screening, written = shipped_catalog().rules.screening, PAGE.read_text(encoding="utf-8")

    for item in (*screening.first_use, *screening.daily):
        assert f"\n| {item.id} | " in written
    for group in screening.groups:
        assert f"\n### {group.id} (" in written
