"""How long words take to say: a straight line through Alexa's usual rate.

Only SSML needs it, for the breaks between the words of a count, and the clock that finds the place in one. In APL-A
and in the MP3 guides every slot has its length from the script, and the words must only be shorter than that.

Alexa tells nobody how long she spoke (docs/alexa-platform.md §2.4). To calibrate: have a device speak fifty sentences
of `coach.ftl` into a recorder, fit milliseconds = a × letters + b × sentences, and put the two numbers here. Until
that is done they are her usual pace, about 155 words a minute. The bundled voice, fitted the same way on 321 phrases of
`coach.ftl`, takes 52 ms a letter and 263 ms a sentence: the estimate is a sixth longer on the whole, and shorter for
one phrase in twenty only, so that what fits by it fits in the guides too (tests/speech/test_slots.py measures it).
"""

from __future__ import annotations

import re
from functools import lru_cache

MS_PER_LETTER = 60
"""Spaces and commas count as letters."""
MS_PER_SENTENCE = 250
"""The pause that ends one."""
LETTERS_OF_NUMBER = {1: 4, 2: 8, 3: 18}
"""How many letters the word for a number of so many digits has: "six", "nineteen", "one hundred and five"."""

_NUMBER = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.?!:]+(?=\s|$)")


SLOW_RATE = 0.8
"""What is left of the usual pace for somebody who asked for slower speech; Alexa takes 20 % to 200 %."""


@lru_cache(maxsize=4096)
def spoken_ms(text: str) -> int:
    """Return about how many milliseconds Alexa takes to say *text*; 0 for nothing."""
    if not text:
        return 0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    return letters_of(text) * MS_PER_LETTER + sentences * MS_PER_SENTENCE


def letters_of(text: str) -> int:
    """Return the number of letters of *text* with its numbers as words."""
    numbers = _NUMBER.findall(text)
    as_words = sum(LETTERS_OF_NUMBER.get(len(number), 6 * len(number)) for number in numbers)
    return len(text) - sum(len(number) for number in numbers) + as_words
