"""One thing wrong in a routine is one line that says where, which field, and what to do."""

from __future__ import annotations

import pytest

from tests.content.conftest import Folder

NECK = "routines/recovery-neck.yaml"
NO_FLOOR = "routines/recovery-low-back-no-floor.yaml"
ANY = "routines/weight-loss-any.yaml"

MISTAKES = {
    "an unknown exercise in a routine": (
        NECK, "[lateral-neck-flexion]", "[lateral-neck-flection]", "lateral-neck-flection",
        "blocks.0.items.1.choice.0",
        "unknown exercise `lateral-neck-flection`; did you mean `lateral-neck-flexion`?"),
    "an exercise of a later phase": (
        NECK, "[lateral-neck-flexion]", "[shoulder-row]", "shoulder-row", "blocks.0.items.1.choice.0",
        "shoulder-row is not for the phase recovery"),
    "an exercise for another region": (
        NECK, "[lateral-neck-flexion]", "[backward-bend]", "backward-bend", "blocks.0.items.1.choice.0",
        "backward-bend is not for neck"),
    "an exercise for the block's other region": (
        "routines/recovery-both.yaml", "[backward-bend]", "[cervical-retraction]", "cervical-retraction",
        "blocks.0.items.0.choice.0", "cervical-retraction is not for low-back"),
    "a form the exercise does not have": (
        NECK, "{choice: [walking], level: beginner}",
        "{choice: [walking], level: beginner, form: without-floor}", "walking]", "blocks.0.items.2.choice.0",
        "walking has no form of its own without the floor"),
    "the floor in a routine without it": (
        NO_FLOOR, "[backward-bend]", "[prone-press-up]", "prone-press-up", "blocks.0.items.0.choice.0",
        "prone-press-up needs the floor; write `form: without-floor`, or take another exercise"),
    "more picked than there is to choose": (
        ANY, "pick: 2", "pick: 6", None, "blocks.2.items.1.pick", "pick must be from 1 to 5, not 6"),
    "an item with nothing in it": (
        ANY, "{directional: true, level: standard}", "{level: standard}", None, "blocks.0.items.0",
        "an item has either a choice of exercises or directional: true"),
    "a block that is there twice": (
        NECK, "- id: repeat", "- id: main", "id: main\n    when: repeat", "blocks.1.id",
        "the block `main` is there twice"),
    "another file's id": (
        NECK, "id: recovery-neck", "id: recovery", None, "id", "must be `recovery-neck`, the file's name"),
    "an unknown source of a routine": (
        NECK, "[SEED, general-knowledge]", "[SEED, general]", "general]", "sources.1",
        "unknown source `general`"),
    "a second routine for the same people": (
        NECK, "regions: [neck]", "regions: [neck, both]", "id: recovery-neck", "id",
        "another routine is for recovery, both, with the floor already"),
}  # fmt: skip
"""What is broken: the file, the text and what takes its place, where the mistake is told (the new text where None),
its field, and a part of what is said."""


@pytest.mark.parametrize(("name", "old", "new", "at", "field", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_found_where_it_is(
    content: Folder, name: str, old: str, new: str, at: str | None, field: str, problem: str
) -> None:
    content.assert_breaks(name, old, new, at=at, field=field, problem=problem)
