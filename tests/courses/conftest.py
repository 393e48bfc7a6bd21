"""Collects `.course` files as tests: each is a patient's weeks, and what must come of them.

Through spoken sentences and the understanding each is slow; those marked `quick` are also lived through by samples
alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.courses.course import CourseError, read_course
from tests.courses.expectations import check
from tests.courses.life import Life
from tests.courses.pages import read_sections, section
from tests.courses.speaking import Say, say_samples, say_sentences


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    if file_path.suffix == ".course":
        return CourseFile.from_parent(parent, path=file_path)
    return None


class CourseFile(pytest.File):
    """One patient."""

    def collect(self) -> Iterator[pytest.Item]:
        spoken = LivedCourse.from_parent(self, name=self.path.stem, say=say_sentences)
        spoken.add_marker(pytest.mark.slow)
        spoken.add_marker(pytest.mark.timeout(1800))
        yield spoken
        if read_course(self.path).quick:
            yield LivedCourse.from_parent(self, name=f"{self.path.stem}-by-samples", say=say_samples)


class LivedCourse(pytest.Item):
    """The days of one course, from the first to the last."""

    def __init__(self, *, say: Say, **more: Any) -> None:
        super().__init__(**more)
        self._say = say

    def runtest(self) -> None:
        course = read_course(self.path)
        with TemporaryDirectory() as folder:
            days = tuple(Life(course, self._say, Path(folder)).days())
        check(course, days)
        told = read_sections().get(self.path.stem)
        if told is not None and told != section(course, days):
            raise CourseError(f"{self.path.name}: docs/courses.md tells it otherwise; `make courses` writes it anew")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        if isinstance(excinfo.value, CourseError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"course: {self.name}"
