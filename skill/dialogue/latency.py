"""What lies between the server's clock and the patient's ear."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

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


FASTER_SPEECH = 0.1
"""The share by which a device may speak faster than `skill.speech.timing` estimates."""


def seconds_heard(count: Count, now: datetime, latency: Latency) -> float:
    """Return how many seconds of the script were heard, biased backwards, never below 0.

    The question and the open microphone between two parts of a script do not count. What a screen showed is exact.
    """
    if count.shown_seconds is not None:
        return _within_parts(count, count.shown_seconds)
    since = (now - count.sent_at).total_seconds()
    if _is_answer(count, since):
        return float(sum(count.part_seconds))
    elapsed = since - latency.out_seconds - latency.in_seconds - latency.bias_seconds - count.lead_seconds
    return _within_parts(count, elapsed)


def _within_parts(count: Count, elapsed: float) -> float:
    """Return how many seconds of the script were heard *elapsed* seconds after its first beat."""
    elapsed, heard = round(elapsed, 3), 0.0  # to the millisecond, so that a whole minute is one
    for seconds in count.part_seconds:
        heard += min(max(elapsed, 0.0), seconds)
        elapsed -= seconds + count.gap_seconds
    return heard


def as_answered(count: Count, now: datetime) -> Count:
    """Return *count* heard to its end, when *now* what answers its question is said and it is about over.

    The words before a count are spoken up to a tenth faster than they are estimated to be, so its end comes sooner.
    """
    if count.closing_seconds is None:
        return count
    since = (now - count.sent_at).total_seconds()
    saved = count.lead_seconds * FASTER_SPEECH + count.closing_seconds + SOONEST_ANSWER_SECONDS
    missing = _answer_due(count, count.closing_seconds) - since
    if not 0 < missing <= saved:
        return count
    return replace(count, sent_at=count.sent_at - timedelta(seconds=missing + 0.001))  # past every rounding


def _is_answer(count: Count, since: float) -> bool:
    """Return whether what comes so many seconds after sending answers the question at the end: all was heard then."""
    return count.closing_seconds is not None and since >= _answer_due(count, count.closing_seconds)


def _answer_due(count: Count, closing_seconds: float) -> float:
    """Return how many seconds after sending the question at the end can be answered."""
    counted = sum(count.part_seconds) + (len(count.part_seconds) - 1) * count.gap_seconds
    return count.lead_seconds + counted + closing_seconds + SOONEST_ANSWER_SECONDS
