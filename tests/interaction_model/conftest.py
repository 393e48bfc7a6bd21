from __future__ import annotations

from pathlib import Path

import pytest

from interaction_model.amazon import LanguageModel
from interaction_model.build import language_model
from interaction_model.samples import Matcher, matcher
from interaction_model.source import Source, read_source
from tests.interaction_model.small import Small


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """A small model without a mistake."""
    made = Small(folder=tmp_path)
    made.write()
    return made


@pytest.fixture(scope="session")
def source() -> Source:
    """What ships for en-US."""
    return read_source("en-US")


@pytest.fixture(scope="session")
def shipped(source: Source) -> LanguageModel:
    """The model that ships for en-US."""
    return language_model(source)


@pytest.fixture(scope="session")
def heard() -> Matcher:
    """The matcher for en-US."""
    return matcher("en-US")
