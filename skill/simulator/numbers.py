"""Numbers and durations as people say them, and what Alexa's AMAZON.NUMBER and AMAZON.DURATION make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from unicode_rbnf import RbnfEngine

from skill.simulator.words import fold

LARGEST = 120
"""Whole numbers from 0 to here are known, as digits and as words."""
UNFILLED = "?"
"""What Alexa puts in an AMAZON.NUMBER that is no whole number (docs/alexa-platform.md §4.3)."""

_OTHERWISE = {"a couple of": 2, "a couple": 2, "couple": 2, "a dozen": 12, "half a dozen": 6, "zero": 0, "nil": 0}
_FRACTION = re.compile(r"\b(?:and a (?:half|quarter)|and three quarters|point \w+)\b")
_DECIMAL = re.compile(r"(\d)\.(\d)")
_OUT_OF_TEN = re.compile(r"\bout of 10\b")
_UNITS = {
    "S": (("second", "seconds", "secs"), 90),
    "M": (("minute", "minutes", "mins"), 120),
    "H": (("hour", "hours"), 12),
}
"""The words for each unit, and how many of it people say."""
MOST_WITH_A_HALF = 10
LARGE_MINUTES = range(130, 1001, 10)
"""Minutes beyond the known numbers: people do say them, by mistake or in jest."""
FIVES = frozenset(str(minutes) for minutes in range(5, 60, 5))
"""The minutes that people add to hours."""
_SPECIAL_DURATIONS = {
    "quarter of an hour": "PT15M",
    "a quarter of an hour": "PT15M",
    "quarter hour": "PT15M",
    "half an hour": "PT30M",
    "half hour": "PT30M",
    "a half hour": "PT30M",
    "three quarters of an hour": "PT45M",
    "an hour": "PT1H",
    "an hour and a half": "PT1H30M",
    "one and a half hours": "PT1H30M",
    "an hour and a quarter": "PT1H15M",
    "an hour and three quarters": "PT1H45M",
    "one and a quarter hours": "PT1H15M",
    "two hours and a half": "PT2H30M",
    "two and a half hours": "PT2H30M",
    "three and a half hours": "PT3H30M",
    "a thousand minutes": "PT1000M",
    "a full hour": "PT1H",
    "a good hour": "PT1H",
    "a good half hour": "PT30M",
    "a quarter hour": "PT15M",
    "a minute": "PT1M",
    "half a minute": "PT30S",
    "a minute and a half": "PT1M30S",
}


def spoken_numbers(language: str) -> Mapping[str, str]:
    """Return what is said for each whole number, folded, with its digits."""
    engine = RbnfEngine.for_language(language)
    said = {text: str(number) for number in range(LARGEST + 1) for text in _forms(engine, number)}
    return said | {text: str(number) for text, number in _OTHERWISE.items()}


def spoken_durations(language: str, numbers: Mapping[str, str]) -> Mapping[str, str]:
    """Return what is said for durations, folded, as ISO 8601, given how *numbers* are said."""
    engine = RbnfEngine.for_language(language)
    said = {f"{text} minutes": f"PT{number}M" for number in LARGE_MINUTES for text in _forms(engine, number)}
    for text, digits in numbers.items():
        for letter, (units, most) in _UNITS.items():
            if int(digits) <= most:
                said |= {f"{text} {unit}": f"PT{digits}{letter}" for unit in units}
        if int(digits) <= MOST_WITH_A_HALF:
            said[f"{text} and a half minutes"] = f"PT{digits}M30S"
    return said | {f"{text} {more}": iso for text, more, iso in _hours(numbers)} | _SPECIAL_DURATIONS


def is_no_whole_number(text: str) -> bool:
    """Return whether *text* (folded) has a fraction in it, as "six and a half" has."""
    return _FRACTION.search(text) is not None


def with_words_for_points(text: str) -> str:
    """Return *text* with "6.5" as "6 point 5", and the end of a scale, which is no number that is told, in a word."""
    return _OUT_OF_TEN.sub("out of ten", _DECIMAL.sub(r"\1 point \2", text))


def _forms(engine: RbnfEngine, number: int) -> Iterator[str]:
    yield str(number)
    words = fold(engine.format_number(number).text)
    yield words
    if words.startswith("one hundred"):
        yield words.replace("one hundred", "a hundred", 1)
    if number > 100:
        with_and = words.replace("hundred ", "hundred and ", 1)
        yield with_and
        if with_and.startswith("one hundred"):
            yield with_and.replace("one", "a", 1)


def _hours(numbers: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    minutes = {text: digits for text, digits in numbers.items() if digits in FIVES}
    hours = {text: digits for text, digits in numbers.items() if digits in {"1", "2", "3"}}
    for text, hour in hours.items():
        for more, minute in minutes.items():
            unit = "hour" if hour == "1" else "hours"
            for opening in (text, "an") if hour == "1" else (text,):
                yield f"{opening} {unit}", f"and {more} minutes", f"PT{hour}H{minute}M"
                yield f"{opening} {unit}", f"{more} minutes", f"PT{hour}H{minute}M"
                yield f"{opening} {unit}", more, f"PT{hour}H{minute}M"
