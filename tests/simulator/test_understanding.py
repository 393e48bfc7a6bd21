"""What people say is understood as they mean it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.envelope import intent_json
from skill.simulator.numbers import spoken_numbers
from skill.simulator.understanding import DANGER, How, Understanding, UtteranceKind
from skill.simulator.words import fold, stems
from tests.simulator.phrases import MODEL, meaning, model, read_phrases, understanding, wrong_ones

LEAST_SHARE_RIGHT = 0.95
SLOWEST_MS = 150
"""Several times what it takes, for a machine that is busy with other tests."""


def samples() -> list[tuple[str, str]]:
    """Return every sample without slots, with its intent."""
    intents = model()["interactionModel"]["languageModel"]["intents"]
    return [(one, intent["name"]) for intent in intents for one in intent["samples"] if "{" not in one]


def test_people_are_understood(record_property: Any) -> None:
    wrong = wrong_ones()

    share = 1 - len(wrong) / len(read_phrases())
    record_property("share_right", share)

    assert share >= LEAST_SHARE_RIGHT, f"{share:.1%}\n" + "\n".join(wrong)


def test_the_table_is_how_people_speak_and_not_the_samples_again() -> None:
    written = {fold(text) for text, _ in samples()}
    own = [phrase for phrase in read_phrases() if fold(phrase.text) not in written]

    assert len(own) >= 300
    assert [one.text for one in read_phrases() if fold(one.text) in written and one.intent != "SessionEnded"] == []


def test_every_intent_that_people_say_is_in_the_table() -> None:
    intents = {intent["name"] for intent in model()["interactionModel"]["languageModel"]["intents"]}

    assert intents - {phrase.intent for phrase in read_phrases()} == set()


def test_no_danger_in_the_table_is_taken_for_anything_but_danger() -> None:
    missed = [
        phrase.text
        for phrase in read_phrases()
        if phrase.intent == "RedFlagIntent" and understanding().understand(phrase.text).intent != "RedFlagIntent"
    ]

    assert missed == []


def test_what_is_a_sample_is_understood_word_for_word() -> None:
    wrong = [
        (text, intent)
        for text, intent in samples()
        if fold(text) not in {"exit", "quit"}
        and (found := understanding().understand(text)).intent != intent
        and found.intent not in DANGER
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("utterance", "how"),
    [
        ("switch sides", How.EXACT),
        ("um could you please switch sides", How.TRIMMED),
        ("I would really like to switch the sides", How.NEAREST),
        ("do the moonwalk", How.UNLISTED),
        ("has anybody on this earth ever proved that this helps", How.ASKED),
        ("the cat is on the kitchen table", How.NOTHING),
        ("open spine coach", How.NAMED),
    ],
)
def test_it_says_how_it_understood(utterance: str, how: How) -> None:
    found = understanding().understand(utterance)

    assert found.how is how
    assert 0 < found.confidence <= 1
    assert (found.confidence == 1) == (how in {How.EXACT, How.NAMED})


def test_it_names_the_sample_that_matched() -> None:
    assert understanding().understand("it's in my left calf").sample == "it's in my {side} {place}"


@pytest.mark.parametrize(
    ("utterance", "kind", "intent", "opens"),
    [
        ("Alexa, open Spine Coach", UtteranceKind.LAUNCH, "", True),
        ("launch spine coach", UtteranceKind.LAUNCH, "", True),
        ("ask spine coach how many are left", UtteranceKind.INTENT, "HowManyLeftIntent", True),
        ("tell spine coach it hurts", UtteranceKind.INTENT, "PainIntent", True),
        ("open spine coach and start my routine", UtteranceKind.INTENT, "StartRoutineIntent", True),
        ("do the bridge with spine coach", UtteranceKind.INTENT, "DoExerciseIntent", True),
        ("how many are left", UtteranceKind.INTENT, "HowManyLeftIntent", False),
        ("Alexa, quit", UtteranceKind.EXIT, "", False),
    ],
)
def test_the_skill_is_called_by_its_name(utterance: str, kind: UtteranceKind, intent: str, opens: bool) -> None:
    found = understanding().understand(utterance)

    assert (found.kind, found.intent, found.opens) == (kind, intent, opens)


@pytest.mark.parametrize("number", [0, 1, 6, 10, 12, 25, 100, 120])
@pytest.mark.parametrize("say", ["it's about a {}", "{}", "I was at {}"])
def test_numbers_are_understood_as_digits_and_as_words(number: int, say: str) -> None:
    words = [text for text, digits in spoken_numbers("en").items() if digits == str(number)]

    for text in words:
        assert meaning(understanding().understand(say.format(text)))[1] == {"number": str(number)}


@pytest.mark.parametrize("said", ["six and a half", "6.5", "six point five", "seven and a quarter"])
def test_half_a_repetition_is_no_number(said: str) -> None:
    assert meaning(understanding().understand(f"I was at {said}")) == ("AtRepIntent", {"number": "?"})


@pytest.mark.parametrize(
    ("utterance", "status", "ids"),
    [
        ("let's do the chin tux", "ER_SUCCESS_MATCH", ["cervical-retraction"]),
        ("do the moonwalk", "ER_SUCCESS_NO_MATCH", []),
    ],
)
def test_slot_values_are_resolved_as_alexa_resolves_them(utterance: str, status: str, ids: list[str]) -> None:
    found = understanding().understand(utterance)
    intent = intent_json(found.intent, found.slots)

    (authority,) = intent["slots"]["exercise"]["resolutions"]["resolutionsPerAuthority"]

    assert authority["status"] == {"code": status}
    assert [one["value"]["id"] for one in authority.get("values", [])] == ids


def test_a_synonym_is_resolved_to_the_name_of_its_value() -> None:
    found = understanding().understand("do the chin tux")

    assert found.slots["exercise"].heard == "chin tux"
    assert found.slots["exercise"].name == "Cervical Retraction"


def test_slots_that_were_not_heard_are_sent_without_a_value() -> None:
    found = understanding().understand("it's in my left calf")

    assert intent_json(found.intent, found.slots)["slots"]["number"] == {
        "name": "number",
        "confirmationStatus": "NONE",
    }


@pytest.mark.parametrize(
    "utterance",
    ["my legs are not numb", "I don't have any numbness", "I have no fever", "my chest doesn't hurt"],
)
def test_a_warning_sign_that_is_denied_is_none(utterance: str) -> None:
    assert understanding().understand(utterance).intent != "RedFlagIntent"


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("wait a second my chest hurts", "RedFlagIntent"),
        ("I'm done because my leg went numb", "RedFlagIntent"),
        ("it's better but I can't feel my foot", "RedFlagIntent"),
        ("next exercise please but ouch it hurts a lot", "PainIntent"),
    ],
)
def test_danger_wins_over_what_is_about_as_near(utterance: str, intent: str) -> None:
    assert understanding().understand(utterance).intent == intent


@given(st.text(max_size=80))
def test_nothing_that_is_said_breaks_it(text: str) -> None:
    found = understanding().understand(text)

    assert 0 <= found.confidence <= 1


def test_it_knows_nothing_but_the_model_it_is_given() -> None:
    tiny = {
        "interactionModel": {
            "languageModel": {
                "invocationName": "tea maker",
                "intents": [
                    {"name": "BrewIntent", "slots": [{"name": "tea", "type": "TEA"}], "samples": ["brew some {tea}"]},
                    {"name": "AMAZON.FallbackIntent", "samples": []},
                ],
                "types": [
                    {"name": "TEA", "values": [{"id": "t1", "name": {"value": "oolong", "synonyms": ["ulong"]}}]}
                ],
            }
        }
    }
    brewing = Understanding(tiny)

    assert meaning(brewing.understand("ask tea maker to brew some ulong")) == ("BrewIntent", {"tea": "t1"})
    assert brewing.understand("open spine coach").kind is UtteranceKind.INTENT


def test_an_utterance_takes_milliseconds() -> None:
    phrases = [phrase.text for phrase in read_phrases()[::10]]
    understanding().understand(phrases[0])

    started = time.perf_counter()
    for text in phrases:
        understanding().understand(text)

    assert (time.perf_counter() - started) / len(phrases) * 1000 < SLOWEST_MS


def test_words_compare_without_case_punctuation_and_contractions() -> None:
    assert stems("I'm NOT ready!") == stems("i am not ready")
    assert MODEL.is_file()
