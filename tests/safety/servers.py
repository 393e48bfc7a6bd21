"""Servers on real files, each with its own journal, that can be restarted, and the Echoes that talk to them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from skill.alexa.endpoint import Endpoint
from skill.app.holds import Holds
from skill.app.ports import Store
from skill.app.upkeep import Upkeep
from skill.bootstrap import Application, build
from skill.config import Settings
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from skill.simulator.heard import Heard
from skill.storage import open_holds, open_store
from skill.storage.sql import SqlStore
from tests.alexa.stations import slot
from tests.conftest import MONDAY_MORNING
from tests.shipped import shipped_catalog

SECRET = "not a secret at all, for tests only"
EMERGENCY_WORDS = "Call 9 1 1"
HELD_WORDS = "until a doctor"
"""What every held opening has in it."""
_numbers = count(1)


class ByHand(Upkeep):
    """Upkeep that is done when a test says so."""

    def wake(self) -> None:
        """Wait for the test."""


@dataclass(slots=True)
class House:
    """One patient's Echo, and the server it reaches."""

    url: str
    journal_url: str = ""
    """Where the journal is beside; the store's own place unless given."""
    clock: MovableClock = field(default_factory=lambda: MovableClock(MONDAY_MORNING))
    store: Store | None = None
    """A store that is given in place of the one at the URL."""
    application: Application = field(init=False)
    device: Device = field(init=False)

    def __post_init__(self) -> None:
        self.restart()
        self.device = Device(self._answer, self.clock, new_id=lambda: f"id-{next(_numbers)}")

    def restart(self) -> None:
        """Start the server anew: nothing is left in its memory."""
        if hasattr(self, "application"):
            self.close()
        store = self.store or open_store(self.url)
        self.application = build(
            _settings(self.url),
            catalog=shipped_catalog(),
            store=store,
            holds=self.open_journal(),
            clock=self.clock,
            upkeep=ByHand(),
        )

    def open_journal(self) -> Holds:
        """Open the journal as another process would."""
        return open_holds(self.journal_url or self.url)

    def close(self) -> None:
        """Close what the server has open."""
        if isinstance(self.application.store, SqlStore):
            self.application.store.close()

    def settle(self) -> bool:
        """Do what is done off the turn; return whether nothing is left to do."""
        return self.application.upkeep.work()

    def open(self) -> Heard:
        """Open the coach in a new session of Alexa's, a while later."""
        self.device.vanish()
        self.clock.advance(60)
        return self.device.launch()

    def tell_sign(self) -> Heard:
        """Tell that it is numb between the legs."""
        return self.device.intent("RedFlagIntent", slot("red_flag", "saddle-numbness"))

    def begin(self) -> None:
        """Be welcomed, and answer what is asked first, so that a record is there."""
        self.device.launch()
        self.device.intent("SetRegionIntent", slot("region", "low-back"))

    def _answer(self, envelope: dict[str, Any]) -> dict[str, Any]:
        answered: dict[str, Any] = json.loads(Endpoint(self.application.skill).answer(json.dumps(envelope).encode()))
        return answered


def sqlite(folder: Path) -> House:
    """Return a house on a SQLite file."""
    return House(f"sqlite:///{folder / 'coach.db'}")


def is_held(heard: Heard) -> bool:
    """Return whether nothing was coached: it is asked whether a doctor has looked, or said to go there first."""
    return "doctor" in heard.text and "Shall we start" not in heard.text and "Did you finish" not in heard.text


def _settings(url: str) -> Settings:
    return Settings.read({"SPINE_COACH_SECRET": SECRET, "SPINE_COACH_DATABASE_URL": url}, local=True)
