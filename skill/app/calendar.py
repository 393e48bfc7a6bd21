"""Which day it is for a patient, and with which day the week begins."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

DEFAULT_LOCALE = "en-US"
DEFAULT_TIME_ZONE = "UTC"
MONDAY = 0
TIME_ZONES = {
    "US": "America/New_York",
    "CA": "America/Toronto",
    "GB": "Europe/London",
    "IE": "Europe/Dublin",
    "AU": "Australia/Sydney",
    "NZ": "Pacific/Auckland",
    "IN": "Asia/Kolkata",
}
"""The zone most people of a country live in: the locale's default until the device's own zone is asked for."""


@cache
def time_zone_of(locale: str) -> ZoneInfo:
    """Return the time zone where *locale* (such as `en-GB`) is mostly spoken."""
    return ZoneInfo(TIME_ZONES.get(locale[-2:], DEFAULT_TIME_ZONE))


@cache
def first_weekday_of(locale: str) -> int:
    """Return the day a week begins with where *locale* is spoken, by CLDR: 0 is Monday, 6 Sunday."""
    try:
        return Locale.parse(locale, sep="-").first_week_day
    except (UnknownLocaleError, ValueError):
        return MONDAY
