"""What the patient reports after an exercise."""

from __future__ import annotations

from enum import StrEnum


class Change(StrEnum):
    """How the symptoms are, compared with before the exercise."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
