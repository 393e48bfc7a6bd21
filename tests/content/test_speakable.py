"""What a voice can say, and how long it may take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.catalog.speakable import problems_of_sentences, problems_of_words, spoken_seconds


@pytest.mark.parametrize(
    "text",
    [
        "Lie on your back.",
        "That's one; now the other side: ready?",
        "Hold for 10 seconds - no longer.",
        "Ärgere dich nicht, sagt Zoë.",
        "McKenzie and Alexa agree.",
        "I am here. A step back!",
    ],
)
def test_ordinary_sentences_can_be_said(text: str) -> None:
    assert list(problems_of_sentences(text)) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "there is nothing to say"),
        ("12.", "there is nothing to say"),
        ("Do it 2x.", "'2x' cannot be said; write numbers apart, as words"),
        ("Disc L5 now.", "'L5' cannot be said; write numbers apart, as words"),
        ("Ask your GP.", "'GP' cannot be said; write abbreviations out"),
        ("Up & down.", "'&' (AMPERSAND) cannot be said"),
        ("One/two.", "'/' (SOLIDUS) cannot be said"),
        ("Up (slowly).", "'(' (LEFT PARENTHESIS) cannot be said"),
        ("Stop\u2069.", "'\\u2069' (POP DIRECTIONAL ISOLATE) cannot be said"),
        ("Стой.", "'С' (CYRILLIC CAPITAL LETTER ES) cannot be said"),
    ],
)
def test_what_no_voice_can_say_is_named(text: str, problem: str) -> None:
    assert problem in list(problems_of_sentences(text))


def test_a_long_text_of_short_sentences_is_fine() -> None:
    assert list(problems_of_sentences("Breathe in. Breathe out. " * 20 + "Rest.")) == []


@pytest.mark.parametrize(("words", "problems"), [(20, 0), (21, 1)])
def test_twenty_words_can_be_followed(words: int, problems: int) -> None:
    assert len(list(problems_of_sentences(" ".join(["up"] * words) + "."))) == problems


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert all(isinstance(problem, str) for problem in problems_of_words(text))


@given(st.text(min_size=1), st.text(min_size=1))
def test_more_text_takes_longer(first: str, second: str) -> None:
    assert spoken_seconds(first) < spoken_seconds(first + second)
