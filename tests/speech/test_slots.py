"""Every word of every count fits its slot, at any tempo, by the estimate for Alexa and in the bundled voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hibari import SAMPLE_RATE, Hibari

from skill.domain.catalog.catalog import Catalog
from skill.domain.count.script import Beat, Place, Script, Stage, script_for
from skill.domain.movement.dose import CircuitDose, Dose, Level
from skill.domain.movement.exercise import Exercise, Side
from skill.domain.patient.patient import Patient
from skill.domain.plan.tempo import paced
from skill.speech.locales import DEFAULT_LOCALE
from skill.speech.messages import Messages, messages_for
from skill.speech.timing import spoken_ms

STEPS = (-20, 0, 20)
"""As fast as it goes, as written, as slow as it goes; likewise for the rests."""
LONGEST_WORD_LETTERS = 12
QUIET = 0.01
"""Of a clip's loudest sample: below it there is no voice."""


@pytest.fixture(scope="module")
def shipped() -> Messages:
    """The shipped words."""
    return messages_for(DEFAULT_LOCALE)


@dataclass(frozen=True, order=True)
class Slot:
    """The shortest slot a text has in any count."""

    seconds: int
    cue: str
    where: str


@pytest.fixture(scope="module")
def slots(catalog: Catalog, shipped: Messages) -> dict[str, Slot]:
    """Every text of every count, and its shortest slot."""
    slots: dict[str, Slot] = {}
    for exercise in catalog.exercises.values():
        for script in counts(catalog, exercise):
            for beat in script.beats:
                if beat.cue is not None:
                    text = shipped.say(beat.cue)
                    slot = Slot(beat.seconds, type(beat.cue).__name__, f"{script.exercise_id}, {beat.stage.value}")
                    slots[text] = min(slot, slots.get(text, slot))
    return slots


def counts(catalog: Catalog, exercise: Exercise) -> Iterator[Script]:
    """Yield the scripts of every dose of *exercise*, at every tempo, from its start and from every place in it."""
    for level in Level:
        for dose, movement_id in counted(exercise.doses.at(level)):
            for step in STEPS:
                patient = Patient(tempo_steps={exercise.id: step}, rest_steps=step)
                pace = paced(dose, patient, exercise.id, catalog.rules)
                first = script_for(exercise, pace, catalog.rules.count, movement_id=movement_id)
                yield first
                for place in places(first):
                    again = script_for(
                        exercise, pace, catalog.rules.count, start=place, first_side=Side.LEFT, movement_id=movement_id
                    )
                    yield replace(again, beats=tuple(beat for beat in again.beats if beat.stage is Stage.GET_READY))


def counted(dose: object) -> list[tuple[Dose, str | None]]:
    if isinstance(dose, Dose):
        return [(dose, None)]
    if isinstance(dose, CircuitDose):
        return [(movement.dose, movement.id) for movement in dose.movements]
    return []


def places(script: Script) -> set[Place]:
    return {beat.place for beat in script.beats if beat.resume}


def test_every_word_fits_its_slot_by_the_estimate(slots: dict[str, Slot]) -> None:
    late = {text: slot for text, slot in slots.items() if spoken_ms(text) > slot.seconds * 1000}

    assert len(slots) > 100
    assert not late


def test_every_word_fits_its_slot_in_the_bundled_voice(slots: dict[str, Slot]) -> None:
    voice = Hibari(threads=1)
    spoken = {text: voiced_ms(voice, text) for text in hardest(slots)}
    estimated = {text: spoken_ms(text) for text in spoken}
    too_short = [ms - estimated[text] for text, ms in spoken.items() if ms > estimated[text]]

    assert not {text: (ms, slots[text]) for text, ms in spoken.items() if ms > slots[text].seconds * 1000}
    assert 1.0 < sum(estimated.values()) / sum(spoken.values()) < 1.5, "calibrate skill/speech/timing.py again"
    assert max(too_short, default=0) < 150, "the estimate is too short for a word"


def hardest(slots: dict[str, Slot]) -> list[str]:
    """Return every single word, and of each kind of sentence and slot the longest one."""
    words = [text for text in slots if len(text) <= LONGEST_WORD_LETTERS]
    longest: dict[tuple[int, str], str] = {}
    for text, slot in slots.items():
        kept = longest.setdefault((slot.seconds, slot.cue), text)
        longest[slot.seconds, slot.cue] = max(kept, text, key=spoken_ms)
    return sorted({*words, *longest.values()})


def voiced_ms(voice: Hibari, text: str) -> float:
    """Return how long *text* is heard, without the silence before and after it."""
    loudness = np.abs(voice(text, seed=0))
    heard = np.flatnonzero(loudness > QUIET * loudness.max())
    return float(heard[-1] - heard[0]) * 1000 / SAMPLE_RATE


def test_counts_are_looked_at_wherever_they_may_begin(catalog: Catalog) -> None:
    bird_dog = next(exercise for exercise in catalog.exercises.values() if exercise.id == "bird-dog")
    openings: set[Beat] = {script.beats[0] for script in counts(catalog, bird_dog)}

    assert {type(beat.cue).__name__ for beat in openings} == {"GetReady", "PickUp"}
