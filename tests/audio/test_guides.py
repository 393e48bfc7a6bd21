"""What the guides say: all there is to know to do the exercise from the recording alone."""

from __future__ import annotations

import pytest

from audio.guide import Guide, GuidePart
from audio.guides import guide_names, written_guides
from audio.walk import walk
from skill.catalog import CONTENT
from skill.catalog.speakable import problems_of_words
from skill.domain import cues
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.recordings import Edition
from skill.domain.count.script import script_for
from skill.domain.cues.exercise_words import usual_steps
from skill.domain.movement.dose import ActivityDose, CircuitDose, Dose, Level
from skill.domain.movement.exercise import Exercise, ExerciseId, Position, Section
from skill.errors import AudioError
from skill.speech.messages import Messages
from skill.speech.timing import spoken_ms

LEVEL_OF = {"": Level.STANDARD, "-beginner": Level.BEGINNER, "-progressed": Level.PROGRESSED}
EXERCISES = sorted(folder.name for folder in (CONTENT / "exercises").iterdir() if folder.is_dir())
NOT_COUNTED = {"walking", "swimming", "strength-training"}
EXERCISE_GUIDES = [f"{name}{ending}" for name in EXERCISES for ending in LEVEL_OF]
COUNTED_GUIDES = [f"{name}{ending}" for name in EXERCISES for ending in LEVEL_OF if name not in NOT_COUNTED]
ROUTINES = sorted([path.stem for path in (CONTENT / "routines").glob("*.yaml")])
FOR_THE_NECK_TOO = ["rest-day-any-neck", "weight-loss-any-neck"]

Guides = dict[str, Guide]


@pytest.fixture(scope="session")
def guides(catalog: Catalog, messages: Messages) -> Guides:
    return {guide.id: guide for guide in written_guides(catalog, messages) if guide.edition is Edition.FULL}


def said(guide: Guide) -> str:
    return " ".join(text for part in guide.parts for text in part.sentences)


def exercise_of(name: str, catalog: Catalog) -> tuple[Exercise, Level]:
    ending = next(ending for ending in ("-beginner", "-progressed", "") if name.endswith(ending))
    return catalog.exercises[ExerciseId(name.removesuffix(ending))], LEVEL_OF[ending]


def beats(guide: Guide) -> list[GuidePart]:
    return [part for part in guide.parts if part.seconds is not None]


def test_there_is_a_guide_for_each_exercise_at_each_level_and_for_each_routine(
    guides: Guides, catalog: Catalog
) -> None:
    assert len(EXERCISE_GUIDES) == 48
    assert len(ROUTINES) == 10
    assert sorted(guides) == sorted([*EXERCISE_GUIDES, *ROUTINES, *FOR_THE_NECK_TOO])
    full, daily = guide_names(catalog)[:60], guide_names(catalog)[60:]
    assert list(guides) == list(full)
    assert daily == tuple(f"{name}-daily" for name in full)
    assert [guide.track_number for guide in guides.values()] == list(range(1, 61))


def test_the_levels_of_an_exercise_stand_together(catalog: Catalog) -> None:
    names = guide_names(catalog)
    at = names.index("bridge")

    assert names[at : at + 3] == ("bridge", "bridge-beginner", "bridge-progressed")


@pytest.mark.parametrize("name", COUNTED_GUIDES)
def test_the_count_is_the_skills_own_script(name: str, guides: Guides, catalog: Catalog, messages: Messages) -> None:
    exercise, level = exercise_of(name, catalog)
    dose = exercise.doses.at(level)
    assert isinstance(dose, Dose)
    script = script_for(exercise, dose, catalog.rules.count)

    counted = beats(guides[name])

    assert [beat.seconds for beat in script.beats] == [part.seconds for part in counted]
    expected = [messages.say(beat.cue) if beat.cue else "" for beat in script.beats]
    assert expected == [" ".join(part.sentences) for part in counted]


@pytest.mark.parametrize("name", EXERCISE_GUIDES)
def test_it_says_everything_in_the_order_of_doing_it(
    name: str, messages: Messages, guides: Guides, catalog: Catalog
) -> None:
    exercise, level = exercise_of(name, catalog)
    words = said(guides[name])
    wanted = [
        guides[name].title,
        messages.say(cues.Purpose(exercise_id=exercise.id)),
        *(messages.say(cues.NotFor(exercise_id=exercise.id, reason_number=n + 1)) for n in range(exercise.not_for)),
        messages.say(cues.StopRule(exercise_id=exercise.id)),
        messages.say(cues.Setup(exercise_id=exercise.id)),
        *(messages.say(step) for step in usual_steps(exercise, level)),
        messages.say(cues.Breathing(exercise_id=exercise.id)),
        "One. Where is the furthest place",
        "stop this recording",
        "Two. From zero to ten",
        "Three. Do you have any new numbness",
        "get emergency care",
        "take care",
    ]
    place = 0
    for text in wanted:
        found = words.find(text, place)
        assert found >= 0, f"{text!r} does not come after {words[max(0, place - 60) : place]!r}"
        place = found


@pytest.mark.parametrize("name", [*EXERCISE_GUIDES, *ROUTINES, *FOR_THE_NECK_TOO])
def test_no_voice_is_asked_for_what_it_cannot_say(name: str, guides: Guides) -> None:
    for part in guides[name].parts:
        for text in part.sentences:
            assert text.isdigit() or not list(problems_of_words(text)), text
            assert len(text) <= 240


@pytest.mark.parametrize("name", [*EXERCISE_GUIDES, *ROUTINES, *FOR_THE_NECK_TOO])
def test_every_beat_has_time_for_its_words(name: str, guides: Guides) -> None:
    """By the estimate for Alexa's slower voice; the voices here are measured when a guide is made."""
    for part in beats(guides[name]):
        words = sum(spoken_ms(text) for text in part.sentences) / 1000
        assert words <= (part.seconds or 0), part


@pytest.mark.parametrize("name", [*ROUTINES, *FOR_THE_NECK_TOO])
def test_a_routine_asks_the_three_questions_after_every_exercise(name: str, guides: Guides) -> None:
    guide = guides[name]
    words = said(guide)
    exercises = sum(part.chapter.endswith(": Three questions") for part in guide.parts)

    assert exercises >= 1
    assert words.count("Where is the furthest place") == exercises
    assert words.count("From zero to ten, how strong is it there now?") == exercises
    assert words.count("Do you have any new numbness, tingling or weakness?") == exercises


def test_a_routine_goes_through_its_exercises_in_order(messages: Messages, guides: Guides) -> None:
    chapters = [part.chapter for part in guides["recovery-low-back-floor"].parts if part.chapter]

    assert [title for title in chapters if ":" not in title] == [
        "Who it is for",
        "Who should not",
        "When to stop",
        "Rest on the Belly",
        "Prone Press-Up",
        "Walking",
        "Close",
    ]


def test_a_routine_without_the_floor_says_how_each_exercise_is_done_off_it(messages: Messages, guides: Guides) -> None:
    words = said(guides["strengthening-low-back-no-floor"])

    assert "Sit on a firm chair." in words
    assert messages.say(cues.Setup(exercise_id=ExerciseId("bridge"))) not in words


def test_regions_that_must_be_kept_apart_are_kept_apart(catalog: Catalog, guides: Guides) -> None:
    words = said(guides["recovery-both"])

    assert f"leave at least {catalog.rules.hours_between_regions} hour" in words
    assert words.index("Backward Bend") < words.index("leave at least") < words.rindex("Cervical Retraction")


@pytest.mark.parametrize(
    ("name", "region_words"),
    [("weight-loss-any", "prone-press-up"), ("weight-loss-any-neck", "cervical-retraction")],
)
def test_a_routine_for_any_region_comes_for_each(
    name: str, region_words: str, messages: Messages, guides: Guides
) -> None:
    assert messages.exercise_name(region_words) in said(guides[name])


@pytest.mark.parametrize("minutes", [1, 2, 3, 5, 30, 50])
def test_a_walk_lasts_its_minutes_and_the_time_is_told(minutes: int, messages: Messages) -> None:
    parts = list(walk(messages, minutes))

    assert sum(part.seconds or 0 for part in parts) == 60 * minutes
    assert all(part.sentences for part in parts)
    assert f"That was {minutes} minute" in " ".join(parts[-1].sentences)


def test_a_walks_guide_contains_the_whole_walk(catalog: Catalog, guides: Guides) -> None:
    dose = catalog.exercises[ExerciseId("walking")].doses.standard
    assert isinstance(dose, ActivityDose)

    assert sum(part.seconds or 0 for part in guides["walking"].parts) == dose.minutes * 60
    assert "You're halfway. Turn back now" in said(guides["walking"])


def test_nothing_is_counted_in_the_water(catalog: Catalog, guides: Guides) -> None:
    assert catalog.exercises[ExerciseId("swimming")].position is Position.IN_WATER

    assert not beats(guides["swimming"])
    assert "Leave the recording on dry land" in said(guides["swimming"])


def test_a_circuit_explains_and_counts_every_movement(catalog: Catalog, messages: Messages, guides: Guides) -> None:
    words = said(guides["strength-training"])
    circuit = catalog.exercises[ExerciseId("strength-training")].doses.standard
    assert isinstance(circuit, CircuitDose)

    for movement in circuit.movements:
        assert messages.say(cues.MovementHow(movement_id=movement.id)) in words
    rests = [part for part in guides["strength-training"].parts if "Next is" in " ".join(part.sentences)]
    assert len(rests) >= len(circuit.movements) - 1


@pytest.mark.parametrize("name", EXERCISE_GUIDES)
def test_the_stronger_limit_is_said_where_it_holds(name: str, guides: Guides, catalog: Catalog) -> None:
    """docs/clinical.md §2.5, override 7: outside recovery, six or seven stops the exercise."""
    exercise, _ = exercise_of(name, catalog)

    assert ("If it is six or more, stop" in said(guides[name])) == (exercise.section is not Section.RECOVERY)


def test_an_unknown_name_is_an_error_that_offers_the_nearest(catalog: Catalog, messages: Messages) -> None:
    with pytest.raises(AudioError) as raised:
        written_guides(catalog, messages, ["brige", "walking", "birddog"])

    assert "no guide 'brige'; did you mean bridge" in str(raised.value)
    assert "no guide 'birddog'; did you mean bird-dog" in str(raised.value)
    assert "'walking'" not in str(raised.value)


def test_a_name_that_is_like_nothing_lists_what_there_is(catalog: Catalog, messages: Messages) -> None:
    with pytest.raises(AudioError, match=r"there are: rest-on-the-belly, .*weight-loss-any"):
        written_guides(catalog, messages, ["zzzzzz"])
