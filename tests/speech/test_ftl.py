"""Fluent is strict here: what it would mumble over raises, with the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from skill.errors import ContentError, SpeechError
from skill.speech.ftl import StrictBundle

WORDS = """\
### A comment

-brand = Spine Coach
plain = Breathe in.

# A comment between entries
welcome = Welcome to { -brand }, { $name }.
    .short = Hello.
longer =
    One line,
    another line.
empty = { $name ->
    [none] { "" }
   *[other] { $name }
}
attribute-only =
    .short = Hi.
loop = { loop-back }
loop-back = { loop }
stray = { nowhere }
amount = { $count ->
    [one] { $count } set
   *[other] { $count } sets
}
"""


def bundle(folder: Path, *texts: str) -> StrictBundle:
    paths = [folder / f"{index}.ftl" for index in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return StrictBundle("en-US", paths)


@pytest.mark.parametrize(
    ("message_id", "attribute", "values", "words"),
    [
        ("plain", None, {}, "Breathe in."),
        ("welcome", None, {"name": "Ada"}, "Welcome to Spine Coach, Ada."),
        ("welcome", "short", {}, "Hello."),
        ("longer", None, {}, "One line, another line."),
        ("amount", None, {"count": 1}, "1 set"),
        ("amount", None, {"count": 2}, "2 sets"),
    ],
)
def test_a_message_is_formatted(
    tmp_path: Path, message_id: str, attribute: str | None, values: dict[str, str | int], words: str
) -> None:
    assert bundle(tmp_path, WORDS).format(message_id, attribute, **values) == words


@pytest.mark.parametrize(
    ("message_id", "attribute", "values", "told"),
    [
        ("goodbye", None, {}, "no message goodbye: add it to a file in"),
        ("-brand", None, {}, "-brand has no words of its own"),
        ("welcome", None, {}, "0.ftl:7: welcome: Unknown external: name (there is: nothing)"),
        ("welcome", "long", {}, "0.ftl:7: welcome has no attribute .long"),
        ("attribute-only", None, {}, "attribute-only has no words of its own"),
        ("empty", None, {"name": "none"}, "empty is empty here"),
    ],
)
def test_nothing_is_said_that_has_a_hole_in_it(
    tmp_path: Path, message_id: str, attribute: str | None, values: dict[str, str | int], told: str
) -> None:
    with pytest.raises(SpeechError) as error:
        bundle(tmp_path, WORDS).format(message_id, attribute, **values)

    assert told in str(error.value)


@pytest.mark.parametrize(
    ("message_id", "told"),
    [
        ("stray", "stray: refers to nowhere, which does not exist"),
        ("loop", "loop-back: refers to loop, which leads back to it"),
    ],
)
def test_a_reference_that_leads_nowhere_raises_when_it_is_said(tmp_path: Path, message_id: str, told: str) -> None:
    with pytest.raises(ContentError) as error:
        bundle(tmp_path, WORDS).format(message_id)

    assert told in str(error.value)


def test_values_are_not_wrapped_in_invisible_characters(tmp_path: Path) -> None:
    assert bundle(tmp_path, WORDS).format("welcome", name="Ada").isascii()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("fine = Fine.\nbroken = { $\n", "0.ftl:2:"),
        ("fine = Fine.\n\nbroken =\n    { $count ->\n        [one] One.\n    }\n", "0.ftl:6:5: broken"),
        ("fine = Fine.\nbroken = Words.\n    .short = A.\n    .short = B.\n", "0.ftl:2:1: broken: has .short twice"),
        ("fine = Fine.\nbroken =\n", ": broken: Expected message"),
    ],
    ids=["open brace", "no default", "attribute twice", "empty"],
)
def test_an_entry_that_cannot_be_read_raises_when_said_and_when_checked(tmp_path: Path, text: str, place: str) -> None:
    broken = bundle(tmp_path, text)

    assert broken.format("fine") == "Fine."
    assert [place in mistake for mistake in broken.mistakes(broken.entries)] == [True]
    with pytest.raises(ContentError) as error:
        broken.format("broken")
    assert place in str(error.value)


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["a = One.\n", "a = Two.\n"], "1.ftl:1:1: a: is already in"),
        (["a = One.\nHello there\nb = Two.\n"], "0.ftl:2:1: 'Hello there' is no entry"),
        (["    indented first\na = One.\n"], "0.ftl:1:1: 'indented first' is no entry"),
        (["a = One.\n# Comment\n\n    adrift\n"], "0.ftl:4:1: 'adrift' is no entry"),
    ],
    ids=["id twice", "no id", "begins indented", "after a comment"],
)
def test_a_file_that_cannot_be_split_is_refused(tmp_path: Path, texts: list[str], told: str) -> None:
    with pytest.raises(ContentError) as error:
        bundle(tmp_path, *texts)

    assert told in str(error.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.ftl"
    path.write_bytes("rest = Ruhe sanft, Bär.\n".encode("latin-1"))

    with pytest.raises(ContentError, match=r"latin\.ftl:1:1: is not UTF-8"):
        StrictBundle("en-US", [path])


def test_splitting_a_file_finds_the_same_entries_as_fluent_does(tmp_path: Path) -> None:
    parsed = [entry for entry in FluentParser().parse(WORDS).body if isinstance(entry, ast.Message | ast.Term)]
    split = bundle(tmp_path, WORDS)

    expected = [f"-{one.id.name}" if isinstance(one, ast.Term) else one.id.name for one in parsed]
    assert list(split.entries) == expected
    for one, name in zip(parsed, expected, strict=True):
        assert split.message(name).equals(one, ignored_fields=["span", "comment"])
