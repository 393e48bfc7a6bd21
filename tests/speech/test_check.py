"""Mistakes in the words are all found before anybody hears them, each with its place."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from skill.speech.check import check_words
from skill.speech.locales import CONTENT


@pytest.fixture
def coach_file(tmp_path: Path) -> Path:
    copytree(CONTENT, tmp_path / "content")
    return tmp_path / "content" / "locales" / "en-US" / "coach.ftl"


def mistakes(coach_file: Path) -> str:
    return "\n".join(check_words(coach_file.parents[2]))


def test_the_shipped_words_have_no_mistake() -> None:
    assert check_words() == ()


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("halfway = Halfway.\n", "", ":1:1: halfway: is missing (Halfway: Half of a hold is done.)"),
        ("halfway = ", "half-way = ", "half-way: no cue has this name"),
        ("$rep_number }\nrep-again", "$rep }\nrep-again", "rep-done: $rep does not exist here; there is $rep_number"),
        ("    .reprompt = You can say neck, low back, or both. Which is it?\n", "", "ask-region: a question needs a"),
        ("paused = Paused.", "paused = Paused { -softly }.", "paused: refers to -softly, which does not exist"),
        ("paused = Paused.", "paused = Paused { $", "paused: Expected a"),
        ("paused = Paused.", "paused = Paused.\nhalfway = Half.", "halfway: is already in"),
        ("paused = Paused.", "paused: Paused.", "'paused: Paused.' is no entry: write `id = words`"),
    ],
    ids=["missing", "misspelt", "variable", "reprompt", "reference", "syntax", "twice", "no entry"],
)
def test_a_mistake_is_told(coach_file: Path, right: str, wrong: str, told: str) -> None:
    text = coach_file.read_text(encoding="utf-8")
    assert text.count(right) == 1
    coach_file.write_text(text.replace(right, wrong), encoding="utf-8")

    assert told in mistakes(coach_file)
    assert all(line.startswith(str(coach_file)) for line in mistakes(coach_file).splitlines())


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("instead.ftl", "unicycle = monocycle\n", "unicycle: nobody says this; leave it out"),
        ("words.ftl", "call-666 = six six six\n", "call-666: the base of en-GB says nothing of this name"),
        ("words.ftl", "paused = Paused, { $name }.\n", "paused: $name does not exist here"),
    ],
)
def test_a_difference_is_one_from_something(coach_file: Path, file: str, text: str, told: str) -> None:
    british = coach_file.parents[1] / "en-GB" / file
    british.write_text(text, encoding="utf-8")

    assert f"{british}:1:1: {told}" in mistakes(coach_file)


def test_mistakes_name_their_line_and_are_told_together(coach_file: Path) -> None:
    lines = coach_file.read_text(encoding="utf-8").splitlines()
    first, second = lines.index("paused = Paused."), lines.index("halfway = Halfway.")
    lines[first], lines[second] = "paused = { $", "halfway = { $"
    coach_file.write_text("\n".join(lines), encoding="utf-8")

    places = {line.split(": ")[0] for line in mistakes(coach_file).splitlines()}
    assert {f"{coach_file}:{first + 1}", f"{coach_file}:{second + 1}"} <= {place.rsplit(":", 1)[0] for place in places}
