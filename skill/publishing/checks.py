"""What a check before certification comes to; the numbers are those of docs/alexa-platform.md §9."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a check went."""

    PASSED = "pass"
    FAILED = "FAIL"
    AMAZON = "Amazon"
    """Only Amazon, or a real device, can see it."""
    NOT_ASKED = "--url"
    """It needs the address of a running server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check and its outcome."""

    numbers: str
    """Which checks of docs/alexa-platform.md §9 it is, such as "7-14"; "" for one of our own."""
    what: str
    outcome: Outcome
    problems: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.outcome:<6}  {self.numbers:<9} {self.what}", *(f"        - {one}" for one in self.problems)]
        return "\n".join(lines)


MOST_PROBLEMS = 5


def check(numbers: str, what: str, problems: Iterable[str]) -> Check:
    """Return the check that passes when there are no *problems*; the first few of them are told."""
    found = tuple(dict.fromkeys(problems))
    told = found if len(found) <= MOST_PROBLEMS else (*found[:MOST_PROBLEMS], f"and {len(found) - MOST_PROBLEMS} more")
    return Check(numbers=numbers, what=what, outcome=Outcome.FAILED if found else Outcome.PASSED, problems=told)


ONLY_AMAZON = tuple(
    Check(numbers=numbers, what=what, outcome=Outcome.AMAZON)
    for numbers, what in (
        ("10", "breaks in a row play to their end on a device"),
        ("24", "an answer arrives within 8 s over the real network"),
        ("36", "the guides are as loud as Alexa's own voice on a device"),
        ("58-61", "requests with Amazon's genuine signatures are accepted (the tests use a pretend Amazon)"),
        ("64", "Amazon's network reaches port 443"),
        ("73", "what is asked about symptoms fits Amazon's policy on health data (docs/deploy/echo.md, step 2)"),
        ("85", "an unpublished skill opens under Alexa+"),
        ("", "Alexa's recognition of every sample, spoken"),
    )
)
"""What no machine of ours can check."""
