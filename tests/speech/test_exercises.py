"""Every shipped exercise can be explained and counted aloud, whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.dose import CircuitDose, Level
from skill.domain.movement.exercise import Exercise, Form
from skill.speech.locales import DEFAULT_LOCALE
from skill.speech.messages import messages_for
from tests.shipped import shipped_catalog

EXERCISES = tuple(shipped_catalog().exercises.values())


def explained(exercise: Exercise) -> Iterator[Cue]:
    """Yield every cue whose words are in the exercise's folder, but for the beats of its count."""
    one = exercise.id
    yield from (cues.Setup(exercise_id=one), cues.Breathing(exercise_id=one), cues.Purpose(exercise_id=one))
    yield cues.StopRule(exercise_id=one)
    yield from (cues.Step(exercise_id=one, step_number=number) for number in numbers(exercise.steps))
    for level in Level:
        steps = numbers(exercise.own_steps(level))
        yield from (cues.LevelStep(exercise_id=one, level=level, step_number=number) for number in steps)
    yield from (cues.Caution(exercise_id=one, caution_number=number) for number in numbers(exercise.cautions))
    yield from (cues.Mistake(exercise_id=one, mistake_number=number) for number in numbers(exercise.mistakes))
    yield from (cues.NotFor(exercise_id=one, reason_number=number) for number in numbers(exercise.not_for))
    yield from (cues.Variant(exercise_id=one, level=level) for level in Level)
    yield from (cues.FormHow(exercise_id=one, form=form) for form in (Form.EASIER, Form.WITHOUT_FLOOR))
    doses = (exercise.doses.at(level) for level in Level)
    movements = {movement.id for dose in doses if isinstance(dose, CircuitDose) for movement in dose.movements}
    yield from (cues.MovementHow(movement_id=movement_id) for movement_id in sorted(movements))


def numbers(count: int) -> range:
    return range(1, count + 1)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_is_explained_in_whole_sentences(exercise: Exercise) -> None:
    messages = messages_for(DEFAULT_LOCALE)
    said = [messages.say(cue) for cue in explained(exercise)]

    assert len(said) >= 20
    once = [messages.say(cue) for cue in explained(exercise) if not isinstance(cue, cues.Step | cues.LevelStep)]
    assert len(set(once)) == len(once), "nothing is said twice, but a step that levels share"
    assert all(text.endswith(".") for text in said)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_has_a_name_to_say_in_a_sentence(exercise: Exercise) -> None:
    messages = messages_for(DEFAULT_LOCALE)

    assert messages.say(cues.NextIs(exercise_id=exercise.id)) == f"Next is {messages.exercise_name(exercise.id)}."
