"""How much is said before an exercise."""

from __future__ import annotations

from enum import StrEnum


class Instructions(StrEnum):
    """How much is said before an exercise."""

    AS_NEEDED = "as-needed"
    """All of it, until it was heard often; a reminder from then on."""
    FULL = "full"
    """All of it, every time."""
    QUICK = "quick"
    """Its name only, and the count begins by itself."""
