"""`python -m tests.courses [NAME ...]`: lives through the courses, all or those named, and writes `docs/courses.md`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.courses.course import CourseError, read_course
from tests.courses.expectations import check
from tests.courses.life import Life
from tests.courses.pages import read_sections, section, write_sections
from tests.courses.speaking import say_samples


def main(names: list[str]) -> int:
    """Write the sections of the named courses anew, or of all; return 1 when one did not come to what it must."""
    paths = {path.stem: path for path in sorted(Path(__file__).parent.glob("*.course"))}
    failed = False
    for name in names or paths:
        course = read_course(paths[name])
        with TemporaryDirectory() as folder:
            days = tuple(Life(course, say_samples, Path(folder)).days())
        sections = read_sections()
        write_sections({**{one: text for one, text in sections.items() if one in paths}, name: section(course, days)})
        try:
            check(course, days)
            sys.stdout.write(f"{name}: as it must be\n")
        except CourseError as error:
            failed = True
            sys.stdout.write(f"{error}\n")
        sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
