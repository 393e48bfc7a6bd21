"""Moments as every store keeps them, and how long a reply is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

REPLY_KEPT_MINUTES = 10
"""Well beyond the 150 s in which a request may be accepted: no repeat is taken for a new one."""


def utc(moment: datetime, name: str) -> datetime:
    """Return *moment* in UTC. Raise `ValueError` when it has no time zone."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError(f"{name} must be an aware datetime, in UTC: this one has no time zone")
    return moment.astimezone(UTC)


def forgotten_since(now: datetime) -> datetime:
    """Return the moment up to which a reply was saved to be forgotten *now*."""
    return now - timedelta(minutes=REPLY_KEPT_MINUTES)
