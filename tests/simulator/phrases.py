"""The table of phrases that people say, and which of them are understood."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from skill.simulator.envelope import SlotValue
from skill.simulator.understanding import Understanding, Understood, UtteranceKind

TABLE = Path(__file__).with_name("phrases.yaml")
MODEL = Path(__file__).parents[2] / "interaction_model" / "en-US.json"
_NAMES = {UtteranceKind.LAUNCH: "LaunchRequest", UtteranceKind.EXIT: "SessionEnded"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What somebody says, and what it must mean."""

    text: str
    intent: str
    slots: Mapping[str, str]


@cache
def model() -> dict[str, Any]:
    """Return the interaction model as it is committed."""
    return json.loads(MODEL.read_text(encoding="utf-8"))


@cache
def understanding() -> Understanding:
    """Return the understanding of the committed model, built once."""
    return Understanding(model())


@cache
def read_phrases() -> tuple[Phrase, ...]:
    """Return the table."""
    table = YAML(typ="safe").load(TABLE)
    return tuple(_phrases(table))


def meaning(understood: Understood) -> tuple[str, dict[str, str]]:
    """Return *understood* in the table's terms."""
    filled = {name: _told(slot) for name, slot in understood.slots.items() if slot.heard}
    return _NAMES.get(understood.kind, understood.intent), filled


def wrong_ones() -> list[str]:
    """Return a line for each phrase that is not understood as the table says."""
    wrong = []
    for phrase in read_phrases():
        found = meaning(understanding().understand(phrase.text))
        if found != (phrase.intent, dict(phrase.slots)):
            wrong.append(f"{phrase.text!r}: {phrase.intent} {dict(phrase.slots)}, not {found[0]} {found[1]}")
    return wrong


def share_right() -> float:
    """Return the share of the table that is understood, from 0 to 1."""
    return 1 - len(wrong_ones()) / len(read_phrases())


def _phrases(table: Mapping[str, list[Any]]) -> Iterator[Phrase]:
    for intent, phrases in table.items():
        for one in phrases:
            ((text, slots),) = one.items() if isinstance(one, dict) else ((one, {}),)
            yield Phrase(text=text, intent=intent, slots=slots)


def _told(slot: SlotValue) -> str:
    """Return a slot as the table writes it: id, value of Amazon's type, or `?` and the words nobody knows."""
    if slot.kind.startswith("AMAZON."):
        return slot.heard
    return slot.id or f"?{slot.heard}"
