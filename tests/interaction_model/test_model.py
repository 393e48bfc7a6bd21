"""The model that ships: fresh, whole, and in Amazon's format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interaction_model.amazon import Intent, LanguageModel, as_json
from interaction_model.build import intent_names, model_path, model_text, write
from interaction_model.check import check, check_file
from interaction_model.rules import BUILT_IN_INTENTS, MOST_BYTES
from interaction_model.source import FOLDER, Source
from skill.alexa.handlers.reporting import BOTH_SIDES, NEW_SYMPTOMS, ONE_SIDE
from skill.catalog import CONTENT
from skill.domain.movement.exercise import Region, Side
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import RedFlag
from skill.domain.safety.screen_items import Condition
from skill.domain.symptoms.checkup import JOINTS, SAME_PLACE, Drift
from skill.domain.symptoms.report import Change

COMMITTED: dict[str, Any] = json.loads((FOLDER / "en-US.json").read_text(encoding="utf-8"))
LANGUAGE_MODEL: dict[str, Any] = COMMITTED["interactionModel"]["languageModel"]

PLACES = {
    "nowhere", "spine", "buttock", "thigh", "below-knee", "foot", "leg", "shoulder", "upper-arm", "below-elbow", "hand",
    "arm",
}  # fmt: skip
"""docs/clinical.md §2.2; `leg` and `arm` are the two that need a question back."""


def ids(slot_type: str) -> set[str]:
    (found,) = (one for one in LANGUAGE_MODEL["types"] if one["name"] == slot_type)
    return {value["id"] for value in found["values"]}


def test_there_is_nothing_to_complain_about() -> None:
    assert check("en-US") == ()


def test_the_committed_model_is_what_the_yaml_files_say(shipped: LanguageModel) -> None:
    # Built in another process than this one, so this also holds the build to be the same every time.
    assert model_path("en-US").read_text(encoding="utf-8") == model_text(as_json(shipped))


def test_a_stale_or_missing_model_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, shipped: LanguageModel
) -> None:
    path = tmp_path_factory.mktemp("interaction_model") / "en-US.json"
    monkeypatch.setattr("interaction_model.check.model_path", lambda locale: path)
    stale = f"{path.parent.name}/en-US.json:1:1: file: is not what the YAML files say; run `spine-coach model build`"
    assert check_file(shipped) == (stale,)
    path.write_text(model_text(as_json(shipped)), encoding="utf-8")
    assert check_file(shipped) == ()
    path.write_text(path.read_text(encoding="utf-8").replace("spine coach", "spine  coach"), encoding="utf-8")
    assert check_file(shipped) == (stale,)


def test_building_writes_the_whole_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("interaction_model.build.model_path", lambda locale: tmp_path / f"{locale}.json")
    assert write("en-US") == tmp_path / "en-US.json"
    assert json.loads((tmp_path / "en-US.json").read_text(encoding="utf-8")) == COMMITTED


def test_the_model_has_amazons_form() -> None:
    assert list(COMMITTED) == ["interactionModel"]
    assert list(COMMITTED["interactionModel"]) == ["languageModel"]
    assert set(LANGUAGE_MODEL) == {"invocationName", "intents", "types", "modelConfiguration"}
    assert LANGUAGE_MODEL["modelConfiguration"] == {"fallbackIntentSensitivity": {"level": "LOW"}}
    for intent in LANGUAGE_MODEL["intents"]:
        built_in = intent["name"].startswith("AMAZON.")
        assert set(intent) == ({"name", "samples"} if built_in else {"name", "slots", "samples"})
    for slot_type in LANGUAGE_MODEL["types"]:
        for value in slot_type["values"]:
            assert set(value) == {"id", "name"}
            assert set(value["name"]) == {"value", "synonyms"}


def test_a_value_keeps_its_name_apart_from_its_synonyms() -> None:
    (exercises,) = (one for one in LANGUAGE_MODEL["types"] if one["name"] == "EXERCISE")
    (bridge,) = (one["name"] for one in exercises["values"] if one["id"] == "bridge")
    assert bridge["value"] == "Bridge"
    assert "glute bridge" in bridge["synonyms"]
    assert "Bridge" not in bridge["synonyms"]


def test_the_skill_is_opened_as_spine_coach() -> None:
    assert LANGUAGE_MODEL["invocationName"] == "spine coach"


def test_the_model_is_far_from_amazons_limits() -> None:
    assert model_path("en-US").stat().st_size < MOST_BYTES / 3


def test_every_intent_of_amazon_that_makes_sense_is_there() -> None:
    assert {name for name in intent_names("en-US") if name.startswith("AMAZON.")} == BUILT_IN_INTENTS


def test_the_intent_names_are_those_of_the_committed_model() -> None:
    assert intent_names("en-US") == {intent["name"] for intent in LANGUAGE_MODEL["intents"]}


@pytest.mark.parametrize("intent", LANGUAGE_MODEL["intents"], ids=lambda intent: intent["name"])
def test_every_intent_has_enough_samples(source: Source, intent: dict[str, Any]) -> None:
    often = source.meanings.intents[intent["name"]].often
    needed = 0 if intent["name"] == "AMAZON.FallbackIntent" else 20 if often else 8
    assert len({" ".join(sample.split()).casefold() for sample in intent["samples"]}) >= needed


@pytest.mark.parametrize("intent", LANGUAGE_MODEL["intents"], ids=lambda intent: intent["name"])
def test_samples_begin_in_different_ways(intent: dict[str, Any]) -> None:
    beginnings = {sample.split()[0] for sample in intent["samples"]}
    assert len(beginnings) >= min(4, len(intent["samples"]))


def test_the_ids_of_the_slot_values_are_the_domains() -> None:
    assert ids("EXERCISE") == {folder.name for folder in (CONTENT / "exercises").iterdir() if folder.is_dir()}
    assert len(ids("EXERCISE")) == 16
    assert ids("REGION") == set(Region)
    assert ids("CHANGE") == {*Change, *Drift}
    assert ids("NEW_SYMPTOM") == set(NEW_SYMPTOMS)
    assert ids("RED_FLAG") == set(RedFlag)
    assert ids("SIDE") == {*Side, BOTH_SIDES, ONE_SIDE}
    assert ids("FLOOR_ABILITY") == {"can", "cannot"}
    assert ids("BODY_PLACE") == {*PLACES, *JOINTS, SAME_PLACE}
    assert ids("CONDITION") == set(Condition)


def test_every_warning_sign_can_be_put_in_at_least_15_ways(shipped: LanguageModel) -> None:
    (flags,) = (one for one in shipped.types if one.name == "RED_FLAG")
    assert {value.id: len(value.phrases) for value in flags.values if len(value.phrases) < 15} == {}


def test_every_exercise_goes_by_at_least_12_names(shipped: LanguageModel) -> None:
    (exercises,) = (one for one in shipped.types if one.name == "EXERCISE")
    assert {value.id: len(value.phrases) for value in exercises.values if len(value.phrases) < 12} == {}


BARE_SLOTS = {
    "ReportChangeIntent": "{change}",
    "SetRegionIntent": "{region}",
    "DoExerciseIntent": "{exercise}",
    "NumberIntent": "{number}",
    "RedFlagIntent": "{red_flag}",
    "ReportPlaceIntent": "{place}",
    "TimeAvailableIntent": "{duration}",
    "SetFloorIntent": "{floor_ability}",
}


@pytest.mark.parametrize(("name", "sample"), BARE_SLOTS.items())
def test_a_short_answer_is_enough(shipped: LanguageModel, name: str, sample: str) -> None:
    (intent,) = (one for one in shipped.intents if one.name == name)
    assert sample in intent.samples


def test_every_dialogue_state_is_served(source: Source) -> None:
    assert {state for meaning in source.meanings.intents.values() for state in meaning.states} == set(State)


def test_an_intent_of_ones_own_is_not_amazons() -> None:
    assert Intent(name="AMAZON.YesIntent", samples=()).built_in
    assert not Intent(name="WaitIntent", samples=()).built_in
