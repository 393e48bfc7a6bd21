"""Mistakes that are more than one word in one file: whole files, several at once, what must be there for everybody."""

from __future__ import annotations

import pytest

from skill.catalog import load_catalog
from skill.errors import ContentError
from tests.content.conftest import Folder

BRIDGE = "exercises/bridge/exercise.yaml"
CAT_CAMEL = "exercises/cat-camel-stretch/exercise.yaml"
NECK = "routines/recovery-neck.yaml"
REST_DAY = "routines/rest-day-any.yaml"


def test_every_mistake_is_told_at_once_in_order(content: Folder) -> None:
    places = [
        content.edit("emergency-numbers.yaml", "GB:", "Britain:"),
        content.edit("exercises/bridge/en-US.ftl", ".alias-3", ".alias-9"),
        content.edit(BRIDGE, "reps: 8", "reps: ten"),
        content.edit(BRIDGE, "hold_seconds: 3", "hold_seconds: three"),
        content.edit("exercises/walking/exercise.yaml", "minutes: 50", "minutes: 500"),
        content.edit(NECK, "days: daily", "days: dayly"),
        content.edit("rules/red-flags.yaml", "cue: SeekSoon", "cue: SeekLater"),
    ]

    with pytest.raises(ContentError) as caught:
        load_catalog(content.root)

    assert [one.split(": ", 1)[0] for one in caught.value.mistakes] == places
    assert caught.value.mistakes == content.mistakes()


def test_a_broken_file_raises_no_mistakes_in_the_files_that_name_it(content: Folder) -> None:
    content.edit(BRIDGE, "id: bridge", "id: [")

    assert {one.split(":")[0] for one in content.mistakes()} == {f"content/{BRIDGE}"}


def test_a_repetitions_number_needs_time_to_be_said(content: Folder) -> None:
    content.edit(CAT_CAMEL, "down_seconds: 3", "down_seconds: 1")

    content.assert_breaks(
        CAT_CAMEL,
        "rest_between_reps_seconds: 1",
        "rest_between_reps_seconds: 0",
        at=None,
        field="doses.beginner.rest_between_reps_seconds",
        problem="0 leaves no time to say the repetition's number",
    )


@pytest.mark.parametrize(
    ("name", "mistake"),
    [
        (NECK, "phases: no routine for recovery, neck, with the floor"),
        (NECK, "phases: no routine for recovery, neck, without the floor"),
        (REST_DAY, "days: no routine for the days between for strengthening, low-back, with the floor"),
        (REST_DAY, "days: no routine for the days between for weight-loss, both, without the floor"),
    ],
)
def test_everybody_has_a_routine_for_every_day(content: Folder, name: str, mistake: str) -> None:
    (content.root / name).unlink()

    assert f"content/routines:1:1: {mistake}" in content.mistakes()


@pytest.mark.parametrize(
    "name",
    ["sources.yaml", "emergency-numbers.yaml", "rules/red-flags.yaml", BRIDGE, "exercises/bridge/figure.json"],
)
def test_a_file_that_is_missing_is_named(content: Folder, name: str) -> None:
    (content.root / name).unlink()

    assert any(one.startswith(f"content/{name}:1:1: file: missing") for one in content.mistakes())


def test_a_rule_that_is_missing_is_named(content: Folder) -> None:
    (content.root / "rules/day.yaml").unlink()

    assert "content/rules:1:1: blocks_per_day: missing" in content.mistakes()


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "1:1: file: must be a mapping of keys to values"),
        ("- bridge\n", "1:1: file: must be a mapping of keys to values"),
        ("id: bridge\n\tkind: reps\n", "2:1: yaml: found character '\\t' that cannot start any token"),
        ("id: bridge\n  kind: reps\n", "2:7: yaml: mapping values are not allowed here"),
    ],
    ids=["empty", "a list", "a tab", "wrongly indented"],
)
def test_a_file_that_is_no_mapping_is_refused(content: Folder, text: str, mistake: str) -> None:
    content.write(BRIDGE, text)

    assert f"content/{BRIDGE}:{mistake}" in content.mistakes()


@pytest.mark.parametrize("name", [BRIDGE, "exercises/bridge/en-US.ftl"])
def test_a_file_that_is_not_utf_8_is_refused(content: Folder, name: str) -> None:
    (content.root / name).write_bytes("id: brücke\n".encode("latin-1"))

    assert f"content/{name}:1:1: file: not UTF-8 text" in content.mistakes()


@pytest.mark.parametrize(
    "name", ["exercises/notes.txt", "exercises/bridge/exercise.yml", "exercises/bridge/notes.ftl", "rules/day.yml"]
)
def test_a_file_nobody_would_read_is_named(content: Folder, name: str) -> None:
    content.write(name, "id: bridge\n")

    assert any(one.startswith(f"content/{name}:1:1: file: unknown file; expected ") for one in content.mistakes())


def test_hidden_files_are_nobodys_business(content: Folder) -> None:
    content.write("exercises/.DS_Store", "")
    content.write("rules/.day.yaml.swp", "")

    assert content.mistakes() == ()
