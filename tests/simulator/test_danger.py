"""Danger in words of one's own: never below its tier; and what is said every day is none."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from skill.domain.safety.red_flags import RedFlag, urgency
from tests.shipped import shipped_catalog
from tests.simulator.phrases import meaning, understanding

TABLES = Path(__file__).with_name("tables")


@cache
def table(name: str) -> dict[str, list[str]]:
    """Return the rows of a table by their key."""
    return YAML(typ="safe").load(TABLES / f"{name}.yaml")


def is_below(flag: str, text: str) -> str:
    """Return what *text* is taken for when that is less urgent than the sign *flag*; "" when it is not."""
    intent, slots = meaning(understanding().understand(text))
    found = slots.get("red_flag", "")
    if flag not in set(RedFlag):
        return "" if intent == flag else f"{intent} {slots}"
    rules = shipped_catalog().rules.red_flags
    heard = rules[RedFlag(found)].care if intent == "RedFlagIntent" and found in set(RedFlag) else None
    return "" if urgency(heard) >= urgency(rules[RedFlag(flag)].care) else f"{intent} {slots}"


def test_no_danger_is_taken_for_less_than_it_is() -> None:
    rows = [(flag, text) for flag, texts in table("danger").items() for text in texts]
    below = {text: found for flag, text in rows if (found := is_below(flag, text))}

    assert len(rows) >= 165
    assert below == {}


def test_what_is_said_every_day_does_not_close_the_coach() -> None:
    plain = table("everyday")["plain"]
    closing = {text for text in plain if understanding().understand(text).intent in {"RedFlagIntent", "SelfHarmIntent"}}

    assert len(plain) >= 98
    assert closing == set()
