"""Questions as people ask them reach the topic that answers them, and a report of danger inside a question is one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from skill.simulator.words import fold
from tests.shipped import shipped_catalog
from tests.simulator.phrases import model, understanding

TABLE = Path(__file__).with_name("questions.yaml")
DANGER = "danger"
LEAST_SHARE_RIGHT = 0.95
OWN_INTENTS = {"PrivacyIntent": "privacy", "EquipmentIntent": "equipment"}
"""Intents that lead to a topic without a slot."""
LEAST_PHRASINGS = 10


@cache
def table() -> dict[str, list[str]]:
    """Return the questions by topic."""
    return YAML(typ="safe").load(TABLE)


def questions() -> Iterator[tuple[str, str]]:
    """Yield the topic and the question of every row but those of danger."""
    yield from ((topic, text) for topic, texts in table().items() if topic != DANGER for text in texts)


def reached(question: str) -> str:
    """Return the topic that *question* reaches, or the intent it is taken for."""
    found = understanding().understand(question)
    if found.intent == "AskTopicIntent":
        return next((slot.id or "?" for slot in found.slots.values() if slot.heard), "?")
    return OWN_INTENTS.get(found.intent, found.intent)


def phrases_of(*slot_types: str) -> dict[str, set[str]]:
    """Return what may be said for each value of *slot_types*, folded."""
    found: dict[str, set[str]] = {}
    for one in model()["interactionModel"]["languageModel"]["types"]:
        if one["name"] in slot_types:
            for value in one["values"]:
                said = {value["name"]["value"], *value["name"].get("synonyms", ())}
                found.setdefault(value["id"], set()).update(map(fold, said))
    return found


def test_questions_reach_their_topics() -> None:
    asked = list(questions())
    wrong = [f"{text!r}: {topic}, not {found}" for topic, text in asked if (found := reached(text)) != topic]

    assert len(asked) >= 150
    assert 1 - len(wrong) / len(asked) >= LEAST_SHARE_RIGHT, "\n".join(wrong)


def test_a_question_that_reports_danger_reaches_the_red_flags() -> None:
    asked = {text: understanding().understand(text).intent for text in table()[DANGER]}

    assert len(asked) >= 15
    assert {text: intent for text, intent in asked.items() if intent != "RedFlagIntent"} == {}


def test_every_topic_is_asked_for() -> None:
    assert set(table()) - {DANGER} == set(shipped_catalog().topics)


def test_the_questions_are_not_copied_from_the_slots() -> None:
    written = set().union(*phrases_of("TOPIC", "EVERYDAY_ACTIVITY").values())

    assert [text for texts in table().values() for text in texts if fold(text) in written] == []


def test_what_can_be_asked_are_the_topics() -> None:
    assert set(phrases_of("TOPIC", "EVERYDAY_ACTIVITY")) == set(shipped_catalog().topics)


def test_every_topic_has_many_phrasings() -> None:
    said = phrases_of("TOPIC", "EVERYDAY_ACTIVITY")
    few = {name: len(phrases) for name, phrases in said.items() if len(phrases) < LEAST_PHRASINGS}

    assert few == {}
