"""What a patient may report that coaching must not go on with, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


def urgency(care: Care | None) -> int:
    """Return 0 for no care, else `Care.urgency`."""
    return care.urgency if care else 0


class RedFlag(StrEnum):
    """A kind of danger, named after what the patient says, never after a condition (docs/clinical.md §3.1)."""

    SADDLE_NUMBNESS = "saddle-numbness"
    BLADDER_OR_BOWEL = "bladder-or-bowel"
    BOTH_SIDES = "both-sides"
    CHEST = "chest"
    SERIOUS_FALL = "serious-fall"
    CLUMSY_OR_UNSTEADY = "clumsy-or-unsteady"
    SUDDEN_HEADACHE = "sudden-headache"
    SIGHT_OR_SPEECH = "sight-or-speech"
    FEVER_WITH_SEVERE_PAIN = "fever-with-severe-pain"
    WEAKNESS = "weakness"
    NUMB_LIMB = "numb-limb"
    FEVER = "fever"
    DIZZY = "dizzy"


class Care(StrEnum):
    """Who must look at it before coaching goes on, the most urgent last."""

    SEEK_SOON = "seek-soon"
    SEEK_TODAY = "seek-today"
    EMERGENCY = "emergency"

    @property
    def urgency(self) -> int:
        """Return 1 to 3: a higher one is never replaced by a lower one."""
        return list(Care).index(self) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagRule:
    """What a red flag leads to."""

    care: Care
    cue: str
    """The name of the cue that is said first, such as `EmergencyBack`."""
    source: str
