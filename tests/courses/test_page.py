"""The page of courses is made from the courses as they are."""

from __future__ import annotations

from pathlib import Path

from tests.courses.pages import PAGE, read_sections, stamp

COURSES = {path.stem: path for path in Path(__file__).parent.glob("*.course")}


def test_no_section_is_older_than_its_course() -> None:
    told = read_sections()
    old = [name for name, text in told.items() if name not in COURSES or stamp(COURSES[name]) not in text]

    assert told
    assert old == [], f"make courses writes {PAGE.name} anew"
