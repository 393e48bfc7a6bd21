"""docs/adding/exercise.md followed in a copy of the content, to the end: checked, read, counted, said and pictured."""

from __future__ import annotations

import re

from interaction_model.exercise_names import exercise_names
from skill.catalog import load_catalog
from skill.domain.count.script import script_for
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import ExerciseId
from skill.speech.messages import Messages
from tests.content.conftest import Folder

HEEL_SLIDE = ExerciseId("heel-slide")
ROUTINE = "routines/strengthening-low-back-floor.yaml"


def add_heel_slide(content: Folder) -> None:
    """Do what the recipe says, from a copy of the bridge."""
    for name in ("exercise.yaml", "en-US.ftl", "figure.json"):
        text = (content.root / "exercises/bridge" / name).read_text(encoding="utf-8")
        text = text.replace("order: 1\n", "order: 99\n")
        text = re.sub(r"^(id|without_floor): bridge$", r"\1: heel-slide", text, flags=re.MULTILINE)
        text = re.sub(r"^bridge = Bridge$", "heel-slide = Heel Slide", text, flags=re.MULTILINE)
        text = re.sub(r"^    \.alias-1 = .*$", "    .alias-1 = slide my heel", text, flags=re.MULTILINE)
        text = re.sub(r"^    \.alias-[2-9] = .*\n", "", text, flags=re.MULTILINE)
        text = text.replace("= Half bridge", "= Half a heel slide").replace("= Marching bridge", "= A long heel slide")
        content.write(f"exercises/heel-slide/{name}", text)
    content.edit(ROUTINE, "choice: [bridge", "choice: [heel-slide, bridge")


def test_an_exercise_added_by_the_recipe_is_whole(content: Folder) -> None:
    add_heel_slide(content)

    assert content.mistakes() == ()
    exercise = load_catalog(content.root).exercises[HEEL_SLIDE]
    dose = exercise.doses.at(Level.BEGINNER)
    assert isinstance(dose, Dose)
    assert script_for(exercise, dose).seconds > 0
    assert Messages("en-US", content.root).exercise_name(HEEL_SLIDE) == "Heel Slide"
    assert HEEL_SLIDE in exercise_names(content.root, "en-US", ())


def test_what_the_recipe_asks_for_and_was_forgotten_is_told(content: Folder) -> None:
    add_heel_slide(content)
    for name in ("figure.json", "en-US.ftl"):
        (content.root / "exercises/heel-slide" / name).unlink()

    told = "\n".join(content.mistakes())
    assert "exercises/heel-slide/figure.json:1:1: file: missing" in told
    assert "exercises/heel-slide/en-US.ftl:1:1: file: missing" in told
