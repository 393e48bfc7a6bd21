"""A transcript that no longer holds can be written anew from what is really said."""

from __future__ import annotations

from pathlib import Path

from tests.dialogues.rerecord import rerecord

TRANSCRIPT = """\
# A comment stays.
given    region low-back, floor yes, visits 1

patient  open spine coach
coach    {coach}
state    {state}
mic      open
patient  {patient}
coach    Old words.
"""


def written(tmp_path: Path, **words: str) -> Path:
    path = tmp_path / "a.dialogue"
    path.write_text(
        TRANSCRIPT.format(**{"coach": "Old words.", "state": "offering-routine", "patient": "stop", **words})
    )
    return path


def test_the_coachs_lines_are_written_anew_and_all_others_stay(tmp_path: Path) -> None:
    path = written(tmp_path)

    assert rerecord(path) == ()

    before, after = TRANSCRIPT.splitlines(), path.read_text().splitlines()
    assert "Old words." not in path.read_text()
    assert [after[at] for at in (0, 1, 2, 3, 6)] == [before[at] for at in (0, 1, 2, 3, 6)]
    assert after[4].startswith("coach    ")
    assert after[4].endswith("Shall we start?")
    assert rerecord(path) == ()
    assert path.read_text().splitlines() == after


def test_a_line_that_holds_keeps_its_gaps(tmp_path: Path) -> None:
    path = written(tmp_path, coach="... Shall we start?")

    rerecord(path)

    assert path.read_text().splitlines()[4] == "coach    ... Shall we start?"


def test_an_utterance_that_is_not_understood_stops_the_file_there(tmp_path: Path) -> None:
    path = written(tmp_path, patient="colorless green ideas")

    told = rerecord(path)

    assert len(told) == 2
    assert "colorless green ideas" in told[0]
    assert path.read_text().splitlines()[8] == "coach    Old words."


def test_a_state_is_written_anew_only_when_asked(tmp_path: Path) -> None:
    path = written(tmp_path, state="finished")

    assert any("finished" in line for line in rerecord(path))
    assert path.read_text().splitlines()[5] == "state    finished"
    assert rerecord(path, states=True) == ()
    assert path.read_text().splitlines()[5] == "state    offering-routine"
