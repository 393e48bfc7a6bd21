"""The page of courses is made from the courses as they are."""

from __future__ import annotations

from pathlib import Path

from tests.courses.pages import PAGE, read_sections, stamp

COURSES = {path.stem: path for path in Path(__file__).parent.glob("*.course")}


def test_every_course_has_its_section_and_no_other_is_there() -> None:
    assert set(read_sections()) == set(COURSES), f"make courses writes {PAGE.name} anew"


def test_no_section_is_older_than_its_course() -> None:
    old = [name for name, text in read_sections().items() if stamp(COURSES[name]) not in text]

    assert old == [], f"make courses writes {PAGE.name} anew"
