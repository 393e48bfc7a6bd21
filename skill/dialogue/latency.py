"""What lies between the server's clock and the patient's ear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from skill.domain.patient.session import Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """What lies between the clock and the ear (docs/alexa-platform.md §2.5)."""

    out_seconds: float = 1.2
    """From sending a reply until its first sound."""
    in_seconds: float = 2.5
    """From the wake word until the request arrives."""
    bias_seconds: float = 1.5
    """How far to step back, so that a place is repeated rather than skipped."""


SOONEST_ANSWER_SECONDS = 0.9
"""Nobody answers a question sooner after its end; what comes sooner has interrupted it."""


def seconds_heard(count: Count, now: datetime, latency: Latency) -> float:
    """Return how many seconds of the script were heard, biased backwards, never below 0.

    The question and the open microphone between two parts of a script do not count.
    """
    since = (now - count.sent_at).total_seconds()
    if _is_answer(count, since):
        return float(sum(count.part_seconds))
    elapsed = since - latency.out_seconds - latency.in_seconds - latency.bias_seconds - count.lead_seconds
    elapsed, heard = round(elapsed, 3), 0.0  # to the millisecond, so that a whole minute is one
    for seconds in count.part_seconds:
        heard += min(max(elapsed, 0.0), seconds)
        elapsed -= seconds + count.gap_seconds
    return heard


def _is_answer(count: Count, since: float) -> bool:
    """Return whether what comes so many seconds after sending answers the question at the end: all was heard then."""
    if count.closing_seconds is None:
        return False
    counted = sum(count.part_seconds) + (len(count.part_seconds) - 1) * count.gap_seconds
    return since >= count.lead_seconds + counted + count.closing_seconds + SOONEST_ANSWER_SECONDS
