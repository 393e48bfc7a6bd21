"""The content that ships: no mistakes, the clinical page's doses, and words for every ear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from skill.catalog import CONTENT, check_content, load_catalog
from skill.catalog.words import plain_texts, read_words
from skill.domain.catalog.catalog import Catalog
from skill.domain.movement.dose import ActivityDose, CircuitDose, Dose, Level
from skill.domain.movement.exercise import Direction, ExerciseId, Floor, Phase, Region
from skill.domain.safety.red_flags import Care, RedFlag
from tests.content.clinical_page import Row, Told, blocks_with_minutes, exercises, sources

OWN_FORMS = {
    "bridge", "bird-dog", "side-plank", "dead-bug", "piriformis-stretch", "cat-camel-stretch", "strength-training",
}  # fmt: skip
JARGON = re.compile(
    r"\b(supine|prone|oblique|lumbar|cervical|scapula|glute|abdomin|multifid|neutral spine|engage|peripheral|extension"
    r"|flexion|fail|wrong|never|danger|damage|bad)",
    re.IGNORECASE,
)
"""Beginnings of words that nobody says at home, and of those that blame or alarm."""


def test_the_shipped_content_has_no_mistakes() -> None:
    assert check_content() == ()


def test_loading_twice_gives_the_same(catalog: Catalog) -> None:
    again = load_catalog()

    assert again == catalog
    assert list(again.exercises) == list(catalog.exercises)
    assert [routine.id for routine in again.routines] == [routine.id for routine in catalog.routines]


# What the clinical page says ------------------------------------------------------------------------------------------


def test_the_exercises_are_the_pages(catalog: Catalog) -> None:
    assert [told.id for told in exercises()] == sorted(catalog.exercises, key=[told.id for told in exercises()].index)


@pytest.mark.parametrize("told", exercises(), ids=lambda told: told.id)
def test_every_dose_is_the_pages(told: Told, catalog: Catalog) -> None:
    for level in Level:
        assert_same_dose(told.doses[level.value], catalog.exercises[ExerciseId(told.id)].doses.at(level))


def assert_same_dose(told: Row, dose: object) -> None:
    match dose:
        case Dose():
            assert told == replace(
                told,
                sets=dose.sets,
                reps=dose.reps,
                hold_seconds=dose.hold_seconds,
                up_down_seconds=(dose.tempo.up_seconds, dose.tempo.down_seconds),
                rests_seconds=(dose.rest_between_reps_seconds, dose.rest_between_sets_seconds),
                per_side=dose.per_side,
                times_per_day=dose.times_per_day,
                days_per_week=dose.days_per_week,
            )
        case ActivityDose() | CircuitDose():
            assert (told.minutes, told.times_per_day, told.days_per_week) == (
                dose.minutes,
                dose.times_per_day,
                dose.days_per_week,
            )
        case _:
            pytest.fail(f"{dose} is a dose nobody knows")


@pytest.mark.parametrize("told", exercises(), ids=lambda told: told.id)
def test_what_else_the_page_says_of_each_exercise(told: Told, catalog: Catalog) -> None:
    exercise = catalog.exercises[ExerciseId(told.id)]

    assert (exercise.region, " ".join(exercise.also_for), exercise.section) == (
        told.region,
        told.also_for,
        told.section,
    )
    assert ", ".join(exercise.equipment) == told.equipment
    assert told.sources <= set(exercise.sources)
    assert exercise.steps == told.steps
    assert exercise.cautions >= told.cautions
    assert exercise.mistakes >= told.mistakes
    assert exercise.not_for >= told.not_for


def test_the_minutes_of_the_routines_blocks_are_the_pages(catalog: Catalog) -> None:
    minutes = {(told.id, level): row.minutes for told in exercises() for level, row in told.doses.items()}
    routines = {routine.id: routine for routine in catalog.routines}
    for routine, number, said in blocks_with_minutes():
        items = routines[routine].blocks[number].items
        assert sum(minutes[item.choice[0], item.level.value] for item in items) == said, (routine, number)


def test_the_sources_are_the_pages(catalog: Catalog) -> None:
    told = {key: (source.name, source.url) for key, source in catalog.sources.items() if key != "general-knowledge"}

    assert told == sources()


# What nobody may lose ------------------------------------------------------------------------------------------------


def test_there_are_sixteen_exercises_and_ten_routines(catalog: Catalog) -> None:
    assert (len(catalog.exercises), len(catalog.routines)) == (16, 10)


def test_the_directions(catalog: Catalog) -> None:
    assert {exercise.id: exercise.direction for exercise in catalog.exercises.values() if exercise.direction} == {
        "rest-on-the-belly": Direction.EXTENSION,
        "prone-press-up": Direction.EXTENSION,
        "backward-bend": Direction.EXTENSION,
        "cervical-retraction": Direction.NECK,
        "lateral-neck-flexion": Direction.NECK,
    }


def test_the_neck_is_tilted_away_and_only_later_to_both_sides(catalog: Catalog) -> None:
    one_sided = [exercise for exercise in catalog.exercises.values() if exercise.away_from_symptoms]

    assert [exercise.id for exercise in one_sided] == ["lateral-neck-flexion"]
    assert one_sided[0].progressed_from is Phase.STRENGTHENING


def test_nobody_is_sent_to_the_floor_who_cannot_use_it(catalog: Catalog) -> None:
    for exercise in catalog.exercises.values():
        assert (exercise.without_floor is not None) == (exercise.floor is not Floor.NOT_NEEDED), exercise.id
    assert {name for name, exercise in catalog.exercises.items() if exercise.has_own_form_without_floor} == OWN_FORMS


@pytest.mark.parametrize(
    ("level", "movements", "off_the_floor"), [("beginner", 4, 3), ("standard", 6, 4), ("progressed", 6, 4)]
)
def test_the_circuits_movements(catalog: Catalog, level: str, movements: int, off_the_floor: int) -> None:
    dose = catalog.exercises[next(name for name in catalog.exercises if name == "strength-training")].doses.at(
        Level(level)
    )

    assert isinstance(dose, CircuitDose)
    assert len(dose.movements) == movements
    assert len([movement for movement in dose.movements if not movement.on_floor]) == off_the_floor


def test_the_circuits_bird_dog_has_the_bird_dogs_own_dose(catalog: Catalog) -> None:
    for level in (Level.STANDARD, Level.PROGRESSED):
        circuit = catalog.exercises[ExerciseId("strength-training")].doses.at(level)
        assert isinstance(circuit, CircuitDose)
        [bird_dog] = [movement.dose for movement in circuit.movements if movement.id == "bird-dog"]
        assert bird_dog == catalog.exercises[ExerciseId("bird-dog")].doses.at(level)


@pytest.mark.parametrize(
    ("flag", "care", "cue"),
    [
        ("saddle-numbness", "emergency", "EmergencyBack"),
        ("bladder-or-bowel", "emergency", "EmergencyBack"),
        ("both-sides", "emergency", "EmergencyBack"),
        ("chest", "emergency", "EmergencyChest"),
        ("serious-fall", "emergency", "EmergencyTrauma"),
        ("clumsy-or-unsteady", "emergency", "EmergencyNeck"),
        ("sudden-headache", "emergency", "EmergencyNeck"),
        ("sight-or-speech", "emergency", "EmergencyNeck"),
        ("fever-with-severe-pain", "emergency", "EmergencyGeneral"),
        ("weakness", "seek-today", "SeekToday"),
        ("numb-limb", "seek-today", "SeekToday"),
        ("fever", "seek-today", "SeekToday"),
        ("dizzy", "seek-soon", "SeekSoon"),
    ],
)
def test_what_a_red_flag_leads_to(catalog: Catalog, flag: str, care: str, cue: str) -> None:
    rule = catalog.rules.red_flags[RedFlag(flag)]

    assert (rule.care, rule.cue) == (Care(care), cue)


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("US", "911"), ("CA", "911"), ("GB", "999"), ("IE", "112"), ("AU", "000"), ("NZ", "111"), ("IN", "112"),
        ("MX", "911"), ("BR", "192"), ("JP", "119"), ("DE", "112"), ("FR", "112"), ("PR", "911"),
    ],
)  # fmt: skip
def test_the_emergency_number_of_a_country(catalog: Catalog, country: str, number: str) -> None:
    assert catalog.emergency_number(country) == number


def test_the_regions_take_turns_in_recovery_an_hour_apart(catalog: Catalog) -> None:
    [routine] = [one for one in catalog.routines if one.id == "recovery-both"]

    assert [block.region for block in routine.blocks] == [
        Region.LOW_BACK, Region.NECK, Region.NECK, Region.LOW_BACK,
    ]  # fmt: skip
    assert catalog.rules.hours_between_regions == 1


# What is said --------------------------------------------------------------------------------------------------------


def texts() -> Iterator[tuple[str, str, str]]:
    """Yield the exercise, the attribute and the text of everything that is said."""
    for path in sorted(CONTENT.glob("exercises/*/en-US.ftl")):
        for _, attribute, text in plain_texts(read_words(path, path.parent.name)):
            yield path.parent.name, attribute, text


def test_no_jargon_no_blame_no_alarm() -> None:
    found = [
        f"{exercise}.{attribute}: {text}"
        for exercise, attribute, text in texts()
        if text.endswith(".") and JARGON.search(text)
    ]

    assert found == []


def test_each_exercise_goes_by_many_names() -> None:
    aliases = [exercise for exercise, attribute, _ in texts() if attribute.startswith("alias-")]

    assert all(aliases.count(exercise) >= 6 for exercise in set(aliases))
    assert len(set(aliases)) == 16


def test_every_exercise_has_a_stop_rule_that_says_stop() -> None:
    rules = {exercise: text for exercise, attribute, text in texts() if attribute == "stop-rule"}

    assert len(rules) == 16
    assert all(text.startswith("Stop") for text in rules.values())
