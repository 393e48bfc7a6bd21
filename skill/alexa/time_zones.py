"""The time zone a device is set to, from Alexa's settings API (docs/alexa-platform.md §6.3), else the locale's."""

from __future__ import annotations

import json
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol
from urllib.parse import quote
from urllib.request import Request
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from skill.alexa.download import FAILURES, download
from skill.alexa.turn import Turn
from skill.alexa.verification.roots import TrustRoots
from skill.app.calendar import time_zone_of

log = logging.getLogger(__name__)

API_ENDPOINTS = frozenset(
    {"https://api.amazonalexa.com", "https://api.eu.amazonalexa.com", "https://api.fe.amazonalexa.com"}
)
"""Where a device's token may be sent: Amazon's three regions, and nowhere else."""
ASKING_SECONDS = 1.0
MOST_BYTES = 256
LONGEST_NAME = 64
KNOWN_FOR = timedelta(hours=12)
"""Who travels hears the right day on the next one."""
UNKNOWN_FOR = timedelta(minutes=10)
"""After a failure nobody has to wait for the next one on every turn."""
MOST_DEVICES = 10_000

AskSetting = Callable[[Turn], bytes]
"""Returns what the settings API answers for the device of a turn: JSON. Raises one of `FAILURES` without an answer."""


class TimeZones(Protocol):
    """Tells in which time zone somebody is."""

    def of(self, turn: Turn) -> ZoneInfo:
        """Return the time zone of the device that sent *turn*, or of its locale when that is not known."""


class AmazonSettings:
    """Asks Amazon over HTTPS, with the token of the turn."""

    def __init__(self, roots: TrustRoots, *, seconds: float = ASKING_SECONDS) -> None:
        self._roots = roots
        self._seconds = seconds

    def __call__(self, turn: Turn) -> bytes:
        """Return the answer. Raise one of `FAILURES`, also for an address that is not Amazon's."""
        if turn.api_endpoint not in API_ENDPOINTS:
            raise ValueError("not an address of Amazon's")
        url = f"{turn.api_endpoint}/v2/devices/{quote(turn.device_id, safe='')}/settings/System.timeZone"
        request = Request(url, headers={"Authorization": f"Bearer {turn.api_access_token}"})  # noqa: S310 - https
        return download(request, self._roots.tls_context, seconds=self._seconds, most_bytes=MOST_BYTES)


class DeviceTimeZones:
    """Remembers the time zone of each device for a while. Safe to share between threads."""

    def __init__(self, ask: AskSetting, clock: Callable[[], datetime]) -> None:
        self._ask = ask
        self._clock = clock
        self._known: OrderedDict[str, tuple[ZoneInfo | None, datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, turn: Turn) -> ZoneInfo:
        """Return the time zone of the device, or of the locale while it is not known. Never raises."""
        if not turn.device_id or not turn.api_access_token:
            return time_zone_of(turn.locale)
        now = self._clock()
        with self._lock:
            zone, until = self._known.get(turn.device_id, (None, now))
        if until <= now:
            zone = self._asked(turn)
            self._remember(turn.device_id, zone, now + (KNOWN_FOR if zone else UNKNOWN_FOR))
        return zone or time_zone_of(turn.locale)

    def _asked(self, turn: Turn) -> ZoneInfo | None:
        try:
            return _zone(self._ask(turn))
        except FAILURES as error:
            log.warning("the time zone of a device is not known: %s", type(error).__name__)
            return None

    def _remember(self, device_id: str, zone: ZoneInfo | None, until: datetime) -> None:
        with self._lock:
            self._known[device_id] = (zone, until)
            self._known.move_to_end(device_id)
            while len(self._known) > MOST_DEVICES:
                self._known.popitem(last=False)


def _zone(answer: bytes) -> ZoneInfo:
    """Return the time zone in the API's *answer*, a name as a JSON text. Raise `ValueError` when it is none."""
    name = json.loads(answer)
    if not isinstance(name, str) or len(name) > LONGEST_NAME:
        raise ValueError("the answer is no name")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError("no such time zone") from error
