"""Which day it is for a patient, with which day the week begins, and in which country that is."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global

DEFAULT_LOCALE = "en-US"
DEFAULT_TIME_ZONE = "UTC"
MONDAY = 0
NOWHERE, WORLD = "ZZ", "001"
"""What CLDR says of a zone that is in no country, such as UTC."""
TIME_ZONES = {
    "US": "America/New_York",
    "CA": "America/Toronto",
    "GB": "Europe/London",
    "IE": "Europe/Dublin",
    "AU": "Australia/Sydney",
    "NZ": "Pacific/Auckland",
    "IN": "Asia/Kolkata",
    "MX": "America/Mexico_City",
    "BR": "America/Sao_Paulo",
    "DE": "Europe/Berlin",
    "ES": "Europe/Madrid",
    "FR": "Europe/Paris",
    "IT": "Europe/Rome",
    "NL": "Europe/Amsterdam",
    "JP": "Asia/Tokyo",
    "SA": "Asia/Riyadh",
}
"""The zone most people of a country live in: the locale's default until the device's own zone is asked for."""


@cache
def time_zone_of(locale: str) -> ZoneInfo:
    """Return the time zone where *locale* (such as `en-GB`) is mostly spoken."""
    return ZoneInfo(TIME_ZONES.get(locale[-2:], DEFAULT_TIME_ZONE))


@cache
def country_of(time_zone: ZoneInfo, locale: str) -> str:
    """Return the country (ISO 3166) of *time_zone* by CLDR, or of *locale* for a zone that is in no country."""
    aliases, countries = get_global("zone_aliases"), get_global("zone_territories")
    found = countries.get(aliases.get(time_zone.key, time_zone.key)) or countries.get(time_zone.key) or NOWHERE
    return locale[-2:] if found in (NOWHERE, WORLD) else str(found)


@cache
def first_weekday_of(locale: str) -> int:
    """Return the day a week begins with where *locale* is spoken, by CLDR: 0 is Monday, 6 Sunday."""
    try:
        return Locale.parse(locale, sep="-").first_week_day
    except (UnknownLocaleError, ValueError):
        return MONDAY
