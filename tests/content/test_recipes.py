"""The recipes of docs/adding that concern the content, followed in a copy of it, to the end."""

from __future__ import annotations

import re

import pytest

from interaction_model.exercise_names import exercise_names
from skill.catalog import load_catalog
from skill.domain import cues
from skill.domain.catalog.topics import TopicId
from skill.domain.count.script import script_for
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import ExerciseId
from skill.domain.safety.screen_items import Asking
from skill.speech.check import check_words
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
    assert script_for(exercise, dose, load_catalog(content.root).rules.count).seconds > 0
    assert Messages("en-US", content.root).exercise_name(HEEL_SLIDE) == "Heel Slide"
    assert HEEL_SLIDE in exercise_names(content.root, "en-US", ())


def test_what_the_recipe_asks_for_and_was_forgotten_is_told(content: Folder) -> None:
    add_heel_slide(content)
    for name in ("figure.json", "en-US.ftl"):
        (content.root / "exercises/heel-slide" / name).unlink()

    told = "\n".join(content.mistakes())
    assert "exercises/heel-slide/figure.json:1:1: file: missing" in told
    assert "exercises/heel-slide/en-US.ftl:1:1: file: missing" in told


def test_a_level_changed_by_the_recipe_is_counted_so(content: Folder) -> None:
    """docs/adding/level.md."""
    exercise = "exercises/bridge/exercise.yaml"
    content.edit(exercise, "    reps: 8\n", "    reps: 6\n")
    content.edit(exercise, "    minutes_per_session: 2\n", "    minutes_per_session: 1.5\n")
    content.edit("exercises/bridge/en-US.ftl", "lift only to half height", "lift only a hand's width")

    assert content.mistakes() == ()
    dose = load_catalog(content.root).exercises[ExerciseId("bridge")].doses.at(Level.BEGINNER)
    assert isinstance(dose, Dose)
    assert dose.reps == 6
    said = cues.Variant(exercise_id=ExerciseId("bridge"), level=Level.BEGINNER)
    assert Messages("en-US", content.root).say(said) == "This time, lift only a hand's width."


def test_a_dose_outside_the_bounds_is_told_with_the_bound(content: Folder) -> None:
    content.edit("exercises/bridge/exercise.yaml", "    reps: 8\n", "    reps: 80\n")

    assert any("exercises/bridge/exercise.yaml" in one and "reps" in one for one in content.mistakes())


def test_an_answer_added_by_the_recipe_is_said(content: Folder) -> None:
    """docs/adding/answer.md."""
    topic = "topics/activities.yaml"
    line = "rowing: {source: [general-knowledge], related: [cycling, walking]}\n"
    content.edit(topic, "cycling: {", line + "cycling: {")
    missing = content.mistakes()
    words = "topic-rowing =\n    Rowing bends your back, so wait until walking is easy.\n    .name = rowing\n"
    more = "    .more = Begin with five minutes, and stop if symptoms move further down.\n\n"
    content.edit("locales/en-US/answers.ftl", "topic-cycling =", words + more + "topic-cycling =")

    assert any("rowing" in one for one in missing)
    assert content.mistakes() == ()
    assert TopicId("rowing") in load_catalog(content.root).topics
    answer = cues.TopicAnswer(topic_id=TopicId("rowing"), country=None, emergency_number="911")
    said = Messages("en-US", content.root).say(answer)
    assert said.startswith("Rowing bends your back")


ASTHMA = """  - id: S18
    tier: 4
    regions: [low-back, neck]
    safe_answer: "no"
    may_be_checked: true
    approval_is_enough: true
    outcome: {limits: [no-coaching]}
    source: [general-knowledge]
  - id: S16
"""


def test_a_safety_question_added_by_the_recipe_is_asked_in_its_list(content: Folder) -> None:
    """docs/adding/safety-question.md."""
    rules, words = "rules/screening.yaml", "locales/en-US/screening.ftl"
    content.edit(rules, "  - id: S16\n", ASTHMA)
    in_no_list = content.mistakes()
    content.edit(rules, "items: [S14, S15a]", "items: [S14, S15a, S18]")
    without_words = content.mistakes()
    asked = "screen-s18 = Do you have asthma that exercise brings on?\n    .sign = Asthma that exercise brings on.\n"
    content.edit(words, "screen-s16 =", asked + "    .reprompt = { screen-answers } Which is it?\nscreen-s16 =")

    assert any("S18" in one for one in in_no_list)
    assert any("screen-s18" in one for one in without_words)
    assert content.mistakes() == ()
    screening = load_catalog(content.root).rules.screening
    assert "S18" in screening.group("G4a").items
    said = Messages("en-US", content.root).say(cues.AskScreening(item_id="S18", asking=Asking.ITEM))
    assert said == "Do you have asthma that exercise brings on?"


def test_a_sentence_changed_by_the_recipe_is_said(content: Folder) -> None:
    """docs/adding/sentence.md."""
    content.edit("locales/en-US/coach.ftl", "ask-start = Shall we start?", "ask-start = Shall we begin?")

    assert content.mistakes() == ()
    assert Messages("en-US", content.root).say(cues.AskStart()) == "Shall we begin?"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ask-begin = Shall we start?", "ask-start"),
        ("ask-start = Shall we start?\nask-nobody = Is anybody there?", "ask-nobody"),
        ("ask-start = Shall we start, { $somebody }?", "somebody"),
    ],
    ids=["missing", "said by nobody", "a variable that the cue lacks"],
)
def test_a_sentence_that_is_wrong_is_told(content: Folder, words: str, told: str) -> None:
    content.edit("locales/en-US/coach.ftl", "ask-start = Shall we start?", words)

    assert any(told in one for one in check_words(content.root))
