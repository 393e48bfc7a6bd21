"""The built interaction model, as the simulators take it, and what understands by it."""

from __future__ import annotations

import json
from functools import cache
from threading import Lock
from typing import Any

from interaction_model.build import model_path
from skill.simulator.understanding import Understanding

_building = Lock()


def interaction_model(locale: str) -> dict[str, Any]:
    """Return the committed model of *locale*."""
    return dict(json.loads(model_path(locale).read_text(encoding="utf-8")))


def understanding_of(locale: str) -> Understanding:
    """Return what understands *locale*, built once even when several threads ask: that takes about a second."""
    with _building:
        return _understanding(locale)


@cache
def _understanding(locale: str) -> Understanding:
    return Understanding(interaction_model(locale), locale)
