"""The built interaction model, as the simulator takes it."""

from __future__ import annotations

import json
from typing import Any

from interaction_model.build import model_path


def interaction_model(locale: str) -> dict[str, Any]:
    """Return the committed model of *locale*."""
    return dict(json.loads(model_path(locale).read_text(encoding="utf-8")))
