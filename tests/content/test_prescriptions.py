"""A clinician's program is checked like content: every mistake at once, each where it is."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from click.testing import CliRunner

from skill.catalog.prescriptions import PrescriptionFolder, read_prescription
from skill.cli import main
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import NeckTilt
from skill.domain.movement.dose import Dose
from skill.domain.movement.exercise import ExerciseId
from skill.errors import ContentError

WHOLE = """\
given_on: 2026-11-20
until: 2026-12-20
phase: strengthening
exercises:
  - {exercise: bridge, level: standard, sets: 3, reps: 6, hold_seconds: 5, rest_between_sets_seconds: 45}
  - {exercise: walking, minutes: 12}
blocks_per_day: 2
days_per_week: 5
leave_out: [prone-press-up]
neck_tilt: toward
cleared: [S11, S17]
"""

MISTAKES = {
    "an unknown exercise": ("exercise: bridge", "exercise: brigde", "5:6: exercises.0.exercise",
        "unknown exercise `brigde`; did you mean `bridge`?"),
    "an unknown key": ("until:", "untl:", "2:1: untl", "unknown key `untl`; did you mean `until`?"),
    "an exercise that is there twice": ("exercise: walking, minutes: 12", "exercise: bridge",
        "6:6: exercises.1.exercise", "bridge is there twice"),
    "more repetitions than a person can follow": ("reps: 6", "reps: 60", "5:", "reps must be from 1 to 30, not 60"),
    "minutes of what is counted": ("sets: 3", "minutes: 3", "5:", "minutes do not fit bridge: it is counted"),
    "sets of what goes by minutes": ("minutes: 12", "sets: 2", "6:", "sets does not fit walking: it goes by minutes"),
    "an unknown exercise left out": ("[prone-press-up]", "[press-up]", "9:13: leave_out.0",
        "unknown exercise `press-up`"),
    "an exercise given and left out": ("[prone-press-up]", "[bridge]", "5:6: exercises.0.exercise",
        "bridge is to be left out too"),
    "an end before its beginning": ("2026-12-20", "2026-10-20", "2:1: until", "until must not be before given_on"),
    "an unknown direction": ("toward", "towards", "10:1: neck_tilt", "'towards' is not 'away' or 'toward'"),
    "too many blocks": ("blocks_per_day: 2", "blocks_per_day: 9", "7:1: blocks_per_day", "must be from 1 to 6, not 9"),
    "an emergency that is cleared": ("S11", "S3", "11:11: cleared.0",
        "S3 cannot be cleared: it is always asked and obeyed"),
    "an age that is cleared": ("S11", "S16", "11:11: cleared.0", "S16 cannot be cleared"),
    "an unknown safety question": ("S11", "S99", "11:11: cleared.0", "unknown safety question `S99`"),
    "no day": ("given_on: 2026-11-20\n", "", "1:1: given_on", "missing"),
    "what only the coach may say": ("neck_tilt: toward", "readable: false", "10:1: readable", "unknown key `readable`"),
    "no mapping at all": (WHOLE, "bridge", "1:1: file", "must be a mapping"),
}  # fmt: skip
"""What is broken: a text and what takes its place, where the mistake is told, and a part of what is said."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "0123456789.yaml"
    path.write_text(WHOLE)
    return path


def test_everything_in_it_is_read(file: Path, catalog: Catalog) -> None:
    found = read_prescription(file, catalog)

    assert found.neck_tilt is NeckTilt.TOWARD
    assert found.leave_out == (ExerciseId("prone-press-up"),)
    bridge = found.planned_dose(catalog.exercises[ExerciseId("bridge")])
    standard = catalog.exercises[ExerciseId("bridge")].doses.standard
    assert isinstance(bridge, Dose)
    assert isinstance(standard, Dose)
    assert (bridge.sets, bridge.reps, bridge.hold_seconds, bridge.rest_between_sets_seconds) == (3, 6, 5, 45)
    assert bridge.tempo == standard.tempo


@pytest.mark.parametrize(("old", "new", "where", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_found_where_it_is(
    file: Path, catalog: Catalog, old: str, new: str, where: str, problem: str
) -> None:
    assert old in WHOLE
    file.write_text(WHOLE.replace(old, new))

    with pytest.raises(ContentError) as raised:
        read_prescription(file, catalog)
    (mistake,) = raised.value.mistakes
    assert mistake.startswith(f"{file.name}:{where}")
    assert problem in mistake


def test_all_mistakes_are_told_at_once(file: Path, catalog: Catalog) -> None:
    file.write_text(WHOLE.replace("S17", "S1").replace("[prone-press-up]", "[press-up]"))

    with pytest.raises(ContentError) as raised:
        read_prescription(file, catalog)
    assert len(raised.value.mistakes) == 2


def test_a_folder_is_read_again_when_a_file_changes(file: Path, catalog: Catalog) -> None:
    folder = PrescriptionFolder(file.parent, catalog)
    first = folder.of("0123456789")
    file.write_text(WHOLE.replace("days_per_week: 5", "days_per_week: 3 "))
    second = folder.of("0123456789")
    file.unlink()

    assert first
    assert second
    assert (first.days_per_week, second.days_per_week) == (5, 3)
    assert folder.of("0123456789") is None
    assert folder.of("9999999999") is None


def test_a_file_that_is_wrong_stops_the_start_and_never_passes_for_none(
    file: Path, catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    file.write_text(WHOLE.replace("bridge", "brigde"))
    folder = PrescriptionFolder(file.parent, catalog)

    with pytest.raises(ContentError):
        folder.check()
    with caplog.at_level(logging.ERROR):
        found = folder.of("0123456789")
    assert found
    assert not found.readable
    assert "1 mistakes" in caplog.text
    assert "brigde" not in caplog.text
    assert "0123456789" not in caplog.text


def test_the_command_lists_the_mistakes(file: Path) -> None:
    assert CliRunner().invoke(main, ["prescription", "check", str(file)]).exit_code == 0

    file.write_text(WHOLE.replace("S11", "S3"))
    result = CliRunner().invoke(main, ["prescription", "check", str(file)])
    assert result.exit_code == 1
    assert "0123456789.yaml:11:11: cleared.0: S3 cannot be cleared" in result.output
