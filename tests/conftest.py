"""What every test may ask for: the shipped content, a clock, the coach on a store in memory, and a pretend Echo."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from skill.storage import open_store
from tests.by_heart import InMemoryEndpoint
from tests.shipped import shipped_catalog

hypothesis_settings.register_profile("usual", max_examples=40, deadline=None, derandomize=True)
hypothesis_settings.register_profile("long", max_examples=1000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

MONDAY_MORNING = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
"""Nine o'clock in New York."""


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The shipped content."""
    return shipped_catalog()


@pytest.fixture
def clock() -> MovableClock:
    """A Monday morning that lasts until the test moves it."""
    return MovableClock(MONDAY_MORNING)


@pytest.fixture
def settings() -> Settings:
    """The settings of a coach on this machine only."""
    return Settings.read({"SPINE_COACH_SECRET": "not a secret at all, for tests only"}, local=True)


@pytest.fixture
def application(settings: Settings, catalog: Catalog, clock: MovableClock) -> Application:
    """The whole coach on a store in memory."""
    return build(settings, catalog=catalog, store=open_store("memory:"), clock=clock)


@pytest.fixture
def endpoint(application: Application) -> Callable[[dict], dict]:
    """The skill behind ask-sdk's adapter, as bytes in and bytes out."""
    return InMemoryEndpoint(application)


@pytest.fixture
def device(endpoint: Callable[[dict], dict], clock: MovableClock) -> Device:
    """An Echo without a screen."""
    return Device(endpoint, clock)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference material beside the project; tests that need it are skipped without it."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material is not here")
    return folder
