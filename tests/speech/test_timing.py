"""The estimate of how long words take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.speech.timing import MS_PER_LETTER, MS_PER_SENTENCE, letters_of, spoken_ms


@pytest.mark.parametrize(
    ("text", "letters", "sentences"),
    [
        ("Hold", 4, 1),
        ("Hold.", 5, 1),
        ("Stop now. Rest.", 15, 2),
        ("Is it better?", 13, 1),
        ("6", 4, 1),
        ("17", 8, 1),
        ("1.5 seconds.", 18, 1),
        ("105 steps", 24, 1),
    ],
)
def test_letters_and_sentences_are_counted(text: str, letters: int, sentences: int) -> None:
    assert spoken_ms(text) == letters * MS_PER_LETTER + sentences * MS_PER_SENTENCE


def test_nothing_takes_no_time() -> None:
    assert spoken_ms("") == 0


@given(first=st.text(min_size=1), second=st.text(min_size=1))
def test_more_words_never_take_less(first: str, second: str) -> None:
    assert spoken_ms(f"{first} {second}") >= max(spoken_ms(first), spoken_ms(second))
    assert letters_of(first) >= len(first)
