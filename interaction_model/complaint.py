"""One thing that is wrong with the model, in the terms of what is written."""

from __future__ import annotations

from dataclasses import dataclass

Trail = tuple[str | int, ...]
"""Where it is written in the files of `<locale>/`: `("intents", "WaitIntent", 3)` is a sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What is wrong, and where."""

    trail: Trail
    problem: str
