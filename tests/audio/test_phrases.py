"""Texts are cut where a listener would expect it, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.voices.phrases import phrases, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hold.", ("Hold.",), id="one sentence"),
        pytest.param("Hold. Relax!  Ready?", ("Hold.", "Relax!", "Ready?"), id="several"),
        pytest.param("7", ("7",), id="a number"),
        pytest.param("  ", (), id="nothing"),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert expected == sentences(text)


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        pytest.param("One. Two.", 100, ("One. Two.",), id="what fits is left alone"),
        pytest.param("One two. Three four.", 12, ("One two.", "Three four."), id="after sentences"),
        pytest.param("One two, three four, five.", 20, ("One two, three four,", "five."), id="after clauses"),
        pytest.param("one two three four", 9, ("one two", "three", "four"), id="between words"),
        pytest.param("abcdefghij", 4, ("abcd", "efgh", "ij"), id="inside a word that is too long"),
        pytest.param("", 10, (), id="nothing"),
    ],
)
def test_a_long_text_is_cut_at_the_best_place(text: str, longest: int, expected: tuple[str, ...]) -> None:
    assert expected == phrases(text, longest)


@given(st.text(alphabet="ab .,?!;:\n", max_size=400), st.integers(1, 120))
def test_no_phrase_is_too_long_and_no_letter_is_lost(text: str, longest: int) -> None:
    pieces = phrases(text, longest)

    assert all(0 < len(piece) <= longest for piece in pieces)
    assert "".join(text.split()) == "".join("".join(pieces).split())
