"""The colors of the screen, dark and light. Every text stands out from what is behind it (WCAG AA; a test measures)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Theme(StrEnum):
    """Light letters on dark, or dark ones on light."""

    DARK = "dark"
    LIGHT = "light"


PALETTES: Mapping[Theme, Mapping[str, str]] = {
    Theme.DARK: {
        "paper": "#0e1820",
        "ink": "#ffffff",
        "soft": "#c9d6df",
        "accent": "#54d6a8",
        "track": "#2b3a45",
        "button": "#22313c",
        "on-button": "#ffffff",
        "main": "#1f7a5c",
        "on-main": "#ffffff",
        "urgent": "#8f2f1c",
        "on-urgent": "#ffffff",
        "body": "#f2f5f7",
        "far": "#8ea6b8",
        "ghost": "#4a5d6b",
        "ground": "#8a8577",
        "prop": "#d6a06a",
        "motion": "#ff8a5c",
        "water": "#6fb7e6",
        "zone": "#2f5f7d",
    },
    Theme.LIGHT: {
        "paper": "#f7f9fa",
        "ink": "#10202b",
        "soft": "#3d4f5b",
        "accent": "#0b6a4c",
        "track": "#d5dfe5",
        "button": "#dfe8ed",
        "on-button": "#10202b",
        "main": "#0b6a4c",
        "on-main": "#ffffff",
        "urgent": "#9c2a16",
        "on-urgent": "#ffffff",
        "body": "#1d3b53",
        "far": "#7f9bb0",
        "ghost": "#c3d0d9",
        "ground": "#8a8577",
        "prop": "#a9774a",
        "motion": "#c8431d",
        "water": "#3f8fc4",
        "zone": "#9cc3dc",
    },
}
TEXTS = (
    ("ink", "paper"),
    ("soft", "paper"),
    ("accent", "paper"),
    ("on-button", "button"),
    ("on-main", "main"),
    ("on-urgent", "urgent"),
)
"""Each color of letters, and what is behind it."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors as WCAG 2 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
