"""One lab for the whole run, and verifiers that live in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from oscrypto import trust_list

from skill.alexa.verification import NativeVerifier, Verifier
from skill.alexa.verification.sdk import SdkVerifier
from tests.alexa.verification.lab import SKILL_ID, Lab

NewVerifier = Callable[[], Verifier]

VERIFIERS: dict[str, NewVerifier] = {
    "native": lambda: NativeVerifier(SKILL_ID),
    "sdk": lambda: SdkVerifier(SKILL_ID),
}


SDK_WARNINGS = [
    pytest.mark.filterwarnings("ignore::cryptography.utils.CryptographyDeprecationWarning"),
    pytest.mark.filterwarnings("ignore:datetime.datetime.utcnow:DeprecationWarning"),
]
"""What the SDK 1.3.3 still does that cryptography 42 and Python 3.12 have deprecated."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Overlook the SDK's warnings where the SDK's verifier is tested."""
    for item in items:
        if {"verifier", "sdk"} & set(getattr(item, "fixturenames", ())):
            for mark in SDK_WARNINGS:
                item.add_marker(mark)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """The pretend Amazon, shared: each test publishes its own chains at its own paths."""
    with Lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture
def now() -> datetime:
    """The system's own time, since the SDK's verifier asks no other clock."""
    return datetime.fromtimestamp(time.time(), UTC)


@pytest.fixture
def inside_the_lab(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the lab's root and reach its s3.amazonaws.com, by environment variables alone."""
    for name, value in lab.environment.items():
        monkeypatch.setenv(name, value)
    trust_list.clear_cache()  # oscrypto keeps the roots it has read for a day


@pytest.fixture(params=VERIFIERS)
def verifier(request: pytest.FixtureRequest, inside_the_lab: None) -> Verifier:
    """Each of the two verifiers, new, with its real fetching."""
    return VERIFIERS[request.param]()


@pytest.fixture
def native(inside_the_lab: None) -> Verifier:
    """The usual verifier, new, with its real fetching."""
    return VERIFIERS["native"]()


@pytest.fixture
def sdk(inside_the_lab: None) -> Verifier:
    """The SDK's verifier, new, with its real fetching."""
    return VERIFIERS["sdk"]()
