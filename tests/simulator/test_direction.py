"""Where it moved is heard before where it is: worse is never heard as better."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML

from tests.simulator.phrases import meaning, understanding
from tests.simulator.test_danger import TABLES


def rows() -> list[tuple[str, dict[str, str]]]:
    """Return each utterance with the slots that must be heard."""
    return [next(iter(row.items())) for row in YAML(typ="safe").load(TABLES / "direction.yaml")]


@pytest.mark.parametrize(("text", "slots"), rows(), ids=[text for text, _ in rows()])
def test_movement_is_read_before_places(text: str, slots: dict[str, str]) -> None:
    intent, found = meaning(understanding().understand(text))

    assert intent in {"ReportPlaceIntent", "ReportChangeIntent"}
    assert found == slots
