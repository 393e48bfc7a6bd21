"""The daily edition: the same count, little else; and routines of both editions say who should not, once."""

from __future__ import annotations

import pytest

from audio.guide import Guide, GuidePart
from audio.guides import written_guides
from skill.domain import cues
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.recordings import Edition, ExerciseRecording, recording_of
from skill.domain.movement.dose import ActivityDose, CircuitDose
from skill.domain.movement.exercise import Position
from skill.speech.messages import Messages
from skill.speech.timing import spoken_ms
from tests.audio.test_guides import COUNTED_GUIDES, EXERCISE_GUIDES, FOR_THE_NECK_TOO, ROUTINES, exercise_of, said

MOST_TALK = 0.25
LEAST_SECONDS = 60
GAP_SECONDS = 0.35
ALL_ROUTINES = [*ROUTINES, *FOR_THE_NECK_TOO]


@pytest.fixture(scope="module")
def editions(catalog: Catalog, messages: Messages) -> dict[str, Guide]:
    return {guide.id: guide for guide in written_guides(catalog, messages)}


def seconds_of(part: GuidePart) -> float:
    spoken = sum(spoken_ms(text) / 1000 + GAP_SECONDS for text in part.sentences)
    return part.seconds if part.seconds is not None else spoken + part.pause_seconds


def talk_of(guide: Guide) -> float:
    return sum(spoken_ms(text) / 1000 for part in guide.parts if part.seconds is None for text in part.sentences)


@pytest.mark.parametrize("name", COUNTED_GUIDES)
def test_the_daily_edition_counts_the_same_and_hardly_talks(name: str, editions: dict[str, Guide]) -> None:
    full, daily = editions[name], editions[f"{name}-daily"]
    beats = [
        [(part.sentences, part.seconds) for part in guide.parts if part.seconds is not None] for guide in (full, daily)
    ]
    total = sum(map(seconds_of, daily.parts))

    assert beats[0] == beats[1]
    assert talk_of(daily) <= MOST_TALK * total
    assert LEAST_SECONDS <= total < sum(map(seconds_of, full.parts)) - LEAST_SECONDS


@pytest.mark.parametrize("name", EXERCISE_GUIDES)
def test_the_daily_edition_says_what_keeps_safe(
    name: str, editions: dict[str, Guide], messages: Messages, catalog: Catalog
) -> None:
    exercise, _ = exercise_of(name, catalog)
    words = said(editions[f"{name}-daily"])

    order = [
        editions[name].title,
        messages.text("guide-daily-safety"),
        messages.say(cues.Setup(exercise_id=exercise.id)),
        messages.text("guide-daily-check"),
    ]
    places = [words.find(text) for text in order]
    assert -1 not in places
    assert places == sorted(places)
    assert (messages.text("swim-beforehand") in words) is (exercise.position is Position.IN_WATER)


@pytest.mark.parametrize("name", [f"{name}{ending}" for name in ALL_ROUTINES for ending in ("", "-daily")])
def test_a_routine_says_who_should_not_once_after_the_list(
    name: str, editions: dict[str, Guide], messages: Messages, catalog: Catalog
) -> None:
    guide = editions[name]
    words = said(guide)
    introduced = [one for one in catalog.exercises.values() if f"Before {messages.exercise_name(one.id)}:" in words]

    assert introduced
    for exercise in catalog.exercises.values():
        reasons = [
            messages.say(cues.NotFor(exercise_id=exercise.id, reason_number=number + 1))
            for number in range(exercise.not_for)
        ]
        if exercise in introduced:
            assert all(reason in words for reason in reasons)
    assert words.count(f"Before {messages.exercise_name(introduced[0].id)}:") == 1


@pytest.mark.parametrize("edition", Edition)
def test_no_two_chapters_of_a_guide_have_one_name(edition: Edition, editions: dict[str, Guide]) -> None:
    for guide in editions.values():
        if guide.edition is edition and guide.is_routine:
            chapters = [part.chapter for part in guide.parts if part.chapter]
            assert len(chapters) == len(set(chapters)), guide.id


def test_every_name_is_known_to_the_skill(editions: dict[str, Guide], catalog: Catalog) -> None:
    for name, guide in editions.items():
        recording = recording_of(catalog, name)
        assert recording is not None
        assert recording.edition is guide.edition
        assert isinstance(recording, ExerciseRecording) is not guide.is_routine


def test_one_hold_is_not_called_the_last_one(editions: dict[str, Guide], messages: Messages) -> None:
    assert messages.say(cues.CountDone()) not in said(editions["rest-on-the-belly-beginner"])
    assert messages.say(cues.CountDone()) in said(editions["bridge"])


def test_activities_keep_their_minutes(editions: dict[str, Guide], catalog: Catalog) -> None:
    for name in EXERCISE_GUIDES:
        exercise, level = exercise_of(name, catalog)
        if isinstance(exercise.doses.at(level), ActivityDose | CircuitDose):
            counts = [sum(part.seconds or 0 for part in editions[one].parts) for one in (name, f"{name}-daily")]
            assert counts[0] == counts[1]
