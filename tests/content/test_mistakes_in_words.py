"""One thing wrong in an exercise's words is one line that says where, which attribute, and what to do."""

from __future__ import annotations

import pytest

from tests.content.conftest import Folder

BRIDGE = "exercises/bridge/en-US.ftl"
CAT_CAMEL = "exercises/cat-camel-stretch/en-US.ftl"
DEAD_BUG = "exercises/dead-bug/en-US.ftl"
WALKING = "exercises/walking/en-US.ftl"
CIRCUIT = "exercises/strength-training/en-US.ftl"

MISTAKES = {
    # the file as Fluent
    "a line that is no Fluent": (
        BRIDGE, "    .up = Up", "    .up Up", "Up\n    .hold", "fluent", 'Expected token: "="'),
    "a message that is there twice": (
        CIRCUIT, "movement-step-up =", "movement-bridge =", "movement-bridge = Step", "movement-bridge",
        "this message is there twice"),
    "an attribute that is there twice": (
        BRIDGE, ".step-6 =", ".step-5 =", ".step-5 = Hold", "bridge.step-5", "this attribute is there twice"),
    "a term": (BRIDGE, "bridge = Bridge", "-side = side\nbridge = Bridge", "-side", "-side", "messages only, no terms"),
    "a value in a sentence": (
        BRIDGE, "Hold while I count", "Hold { $seconds } seconds", ".step-6", "bridge.step-6", "must be plain text"),
    # what must be there
    "another folder's message": (
        BRIDGE, "bridge = Bridge", "bridges = Bridge", None, "bridges", "no such message here; expected `bridge`"),
    "the message that should be there": (
        BRIDGE, "bridge = Bridge", "bridges = Bridge", "", "bridge", "missing message"),
    "a missing sentence": (
        BRIDGE, "    .breathing = ", "    # ", "bridge = Bridge", "bridge.breathing", "missing attribute"),
    "a misspelled attribute": (
        BRIDGE, ".breathing =", ".breathng =", None, "bridge.breathng", "unknown attribute; did you mean `breathing`?"),
    "a misspelled series": (BRIDGE, ".caution-2", ".cautoin-2", None, "bridge.cautoin-2", "did you mean `caution-1`?"),
    "no level's words": (
        BRIDGE, ".variant-progressed", ".variant-harder", "bridge = Bridge", "bridge.variant-progressed", "missing"),
    "a gap in the steps": (
        BRIDGE, ".step-3", ".step-9", None, "bridge.step-9", "out of order: `step-3` comes here"),
    "steps in the wrong order": (
        BRIDGE, ".step-1", ".step-7", None, "bridge.step-7", "out of order: `step-1` comes here"),
    "a form of its own without a name": (
        BRIDGE, ".without-floor-name", ".without-floor-title", "bridge = Bridge", "bridge.without-floor-name",
        "missing attribute"),
    "a name for a form there is not": (
        WALKING, "    .without-floor-how", "    .without-floor-name = Pool\n    .without-floor-how",
        ".without-floor-name", "walking.without-floor-name", "this is never said; leave it out"),
    "a missing movement": (
        CIRCUIT, "movement-band-row", "movement-band-pull", "", "movement-band-row", "missing message"),
    "a movement nobody does": (
        CIRCUIT, "movement-band-row", "movement-band-pull", None, "movement-band-pull", "no such message here"),
    "a movement without its how": (
        CIRCUIT, "    .how = Face a low", "    .hew = Face a low", "movement-step-up", "movement-step-up.how",
        "missing attribute"),
    # beats
    "a beat without a word": (DEAD_BUG, "    .hold = Hold\n", "", "dead-bug =", "dead-bug.hold", "missing attribute"),
    "a word that is never said": (
        CAT_CAMEL, "    .down = Sink", "    .hold = Hold\n    .down = Sink", ".hold", "cat-camel-stretch.hold",
        "this is never said; leave it out"),
    "a word that is too long for its slot": (
        DEAD_BUG, ".hold = Hold", ".hold = Hold it there", None, "dead-bug.hold",
        "takes 1.3 s to say, but its shortest slot is 1 s"),
    "a word that is too long when counted fast": (
        CAT_CAMEL, ".down = Sink", ".down = Let it sink", None, "cat-camel-stretch.down", "its shortest slot is 1 s"),
    "a word on the way up that is too long when counted fast": (
        DEAD_BUG, ".up = Reach", ".up = Reach away from you now", None, "dead-bug.up", "its shortest slot is 2 s"),
    "a movement's word that is too long": (
        CIRCUIT, ".down = Sit", ".down = Sit down again very slowly", None, "movement-sit-to-stand.down",
        "takes 2.4 s to say, but its shortest slot is 2 s"),
    # the ear
    "a sentence of too many words": (
        BRIDGE, "and lift your hips.", "and lift your hips up" + " and up" * 7 + ".", ".step-4", "bridge.step-4",
        "23 words in one sentence; at most 20"),
    "a sentence of too many letters": (
        BRIDGE, "Press through your heels", "Press" + "-and-press" * 14, ".step-4", "bridge.step-4",
        "165 characters in one sentence; at most 160"),
    "a sentence without an end": (
        BRIDGE, "lift your hips.", "lift your hips", ".step-4", "bridge.step-4", "a sentence ends with a full stop"),
    "a number glued to a letter": (
        BRIDGE, "slowly.", "slowly, 2x.", ".step-6", "bridge.step-6", "'2x' cannot be said"),
    "an abbreviation": (BRIDGE, "low back", "L spine or LBP", ".purpose", "bridge.purpose", "'LBP' cannot be said"),
    "a symbol": (BRIDGE, "heels and lift", "heels & lift", ".step-4", "bridge.step-4", "'&' (AMPERSAND)"),
    "a tag": (BRIDGE, "heels", "<b>heels</b>", ".step-4", "bridge.step-4", "'<' (LESS-THAN SIGN)"),
    "a smiley": (BRIDGE, "hips.", "hips \N{SLIGHTLY SMILING FACE}.", ".step-4", "bridge.step-4", "SMILING FACE"),
    "a script the voice does not know": (BRIDGE, "heels", "пятки", ".step-4", "bridge.step-4", "CYRILLIC"),
    # names
    "a name that is taken": (
        "exercises/side-plank/en-US.ftl", "= side planks", "= Hip Lift", ".alias-1", "side-plank.alias-1",
        "bridge goes by this name already"),
    "a name that is there twice": (
        BRIDGE, "= bridging", "= hip-bridge", ".alias-4", "bridge.alias-4", "bridge goes by this name already"),
}  # fmt: skip
"""What is broken: the file, the text and what takes its place, where the mistake is told (the new text where None),
its field, and a part of what is said."""


@pytest.mark.parametrize(("name", "old", "new", "at", "field", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_found_where_it_is(
    content: Folder, name: str, old: str, new: str, at: str | None, field: str, problem: str
) -> None:
    content.assert_breaks(name, old, new, at=at, field=field, problem=problem)


@pytest.mark.parametrize("series", ["alias", "step", "caution", "mistake", "not-for"])
def test_every_series_has_at_least_one(content: Folder, series: str) -> None:
    path = content.root / BRIDGE
    lines = path.read_text(encoding="utf-8").splitlines()
    content.write(BRIDGE, "\n".join(line for line in lines if f".{series}-" not in line) + "\n")

    assert f"content/{BRIDGE}:1:1: bridge.{series}-1: missing attribute" in content.mistakes()


@pytest.fixture
def bilingual(content: Folder) -> Folder:
    """A content folder in which every exercise also speaks British English."""
    for path in content.root.glob("exercises/*/en-US.ftl"):
        path.with_name("en-GB.ftl").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return content


def test_a_second_language_has_names_of_its_own(bilingual: Folder) -> None:
    assert bilingual.mistakes() == ()


def test_a_language_is_complete_or_absent(bilingual: Folder) -> None:
    (bilingual.root / "exercises/bridge/en-GB.ftl").unlink()

    assert bilingual.mistakes() == (
        "content/exercises/bridge/en-GB.ftl:1:1: file: missing: the words of bridge in en-GB",
    )


def test_a_language_the_coach_speaks_is_spoken_in_every_exercise(content: Folder) -> None:
    content.write("locales/en-GB/coach.ftl", "ask-start = Shall we start?\n")

    assert len(content.mistakes()) == 19, "sixteen exercises, the safety questions, the answers, what is worth knowing"


def test_every_language_has_as_many_steps(bilingual: Folder) -> None:
    line = "    .step-6 = Hold while I count, then lower slowly.\n"
    bilingual.edit("exercises/bridge/en-GB.ftl", line, "")

    place = bilingual.place("exercises/bridge/en-GB.ftl", ".step-5")
    assert bilingual.mistakes() == (f"{place}: bridge.step-5: 5 of these, but 6 in en-US",)


def test_a_line_that_is_no_fluent_is_the_only_mistake(content: Folder) -> None:
    content.edit(BRIDGE, "    .up = Up", "    .up Up")

    assert len(content.mistakes()) == 1


def test_words_are_checked_beside_a_broken_exercise(content: Folder) -> None:
    content.edit("exercises/bridge/exercise.yaml", "reps: 8", "reps: ten")
    place = content.edit(BRIDGE, ".breathing =", ".breathng =")

    assert any(one.startswith(f"{place}: bridge.breathng: unknown attribute") for one in content.mistakes())


def test_a_broken_exercise_makes_no_mistakes_in_its_words(content: Folder) -> None:
    place = content.edit("exercises/strength-training/exercise.yaml", "order: 3", "order: third")

    assert [one.split(": ")[0] for one in content.mistakes()] == [place]


QUESTIONS = "locales/en-US/screening.ftl"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        pytest.param("screen-s9 =", "screen-s99 =", "screen-s9", id="no question"),
        pytest.param("    .which = Is", "    .what = Is", "screen-d2.which", id="no words for which"),
        pytest.param("    .which-reprompt = Say left", "    .again = Say left", "screen-d2.which-reprompt", id="which"),
    ],
)
def test_every_safety_question_has_words(content: Folder, old: str, new: str, field: str) -> None:
    content.edit(QUESTIONS, old, new)

    assert any(f": {field}: missing" in one for one in content.mistakes())


def test_a_new_safety_question_needs_words(content: Folder) -> None:
    content.edit("rules/screening.yaml", "  - id: S1\n", "  - id: S0\n")
    content.edit("rules/screening.yaml", "items: [S1, ", "items: [S0, ")

    assert any(": screen-s0: missing" in one for one in content.mistakes())


def test_a_language_needs_the_safety_questions(content: Folder) -> None:
    (content.root / QUESTIONS).unlink()

    assert f"content/{QUESTIONS}:1:1: file: missing: the safety questions in en-US" in content.mistakes()
