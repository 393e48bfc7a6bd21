"""The comparison of two checkouts finds what differs, and nothing in one that is compared with itself."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random  # noqa: TID251 - seeded

import pytest
from click.testing import CliRunner

from tests.comparing.__main__ import main
from tests.comparing.books import compare, difference, first_difference
from tests.comparing.steps import Patient

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({"a": {"b": [1, 2]}}, {"a": {"b": [1, 3]}}, (("a", "b", 1), 2, 3)),
        ({"a": 1}, {"a": 1, "b": 2}, (("b",), ..., 2)),
        ([1, 2], [1], ((1,), 2, ...)),
        ("one", "two", ((), "one", "two")),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, (("the order of its keys",), ["a", "b"], ["b", "a"])),
    ],
)
def test_the_first_difference_is_named(old: object, new: object, found: tuple[object, ...]) -> None:
    assert first_difference(old, new) == found


def test_a_difference_is_told_with_where_it_is_and_what_was_said() -> None:
    before = {"in": "it-hurts.dialogue", "after": "line 8: patient it hurts", "response": '{"text":"Stop there."}'}
    told = difference(before, {**before, "response": '{"text":"Go on."}'})

    assert told.splitlines() == [
        "it-hurts.dialogue",
        "  after line 8: patient it hurts",
        "  response['text']",
        "  old: Stop there.",
        "  new: Go on.",
    ]
    assert "only the old one goes on" in difference(before, None)


def test_a_name_that_was_changed_on_purpose_is_no_difference(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text(json.dumps({"in": "one", "response": '{"programme_id":"rest"}'}))
    new.write_text(json.dumps({"in": "one", "response": '{"routine_id":"rest"}'}))

    assert compare(old, new, {}).difference
    assert not compare(old, new, {"programme_id": "routine_id"}).difference


def test_a_random_patient_says_the_same_for_the_same_seed() -> None:
    model = json.loads((ROOT / "interaction_model" / "en-US.json").read_text(encoding="utf-8"))
    one, other = (Patient(model, Random("1")) for _ in range(2))

    said = [str(one.next_step("checking")) for _ in range(200)]

    assert said == [str(other.next_step("checking")) for _ in range(200)]
    assert len(set(said)) > 50


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_checkout_answers_as_itself_whatever_python_hashes() -> None:
    ran = CliRunner().invoke(main, [str(ROOT), str(ROOT), "--every", "9", "--conversations", "12", "--no-guide"])

    assert ran.exit_code == 0, ran.output
    assert ran.output.count("the same bytes") == 3, ran.output
