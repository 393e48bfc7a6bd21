from __future__ import annotations

from pathlib import Path

import pytest

from skill.speech.locales import DEFAULT_LOCALE
from skill.speech.messages import Messages
from tests.speech.samples import content_folder


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped locales, with two tiny exercises."""
    return content_folder(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="session")
def messages(content: Path) -> Messages:
    """The words of en-US."""
    return Messages(DEFAULT_LOCALE, content)
