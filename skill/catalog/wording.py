"""What the words of an exercise must hold: every attribute, in order, sayable, and short enough for its beat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from skill.catalog.mistakes import Mistake, did_you_mean
from skill.catalog.speakable import problems_of_sentences, problems_of_words, spoken_seconds
from skill.catalog.words import NAME, Words, plain_texts, split_number
from skill.domain.catalog.count_rules import CountRules
from skill.domain.count.script import script_for
from skill.domain.cues import Down, Hold, Up
from skill.domain.movement.dose import CircuitDose, Dose, Level, Tempo
from skill.domain.movement.exercise import Exercise

COUNTED = {
    "step": "steps",
    **{f"{level}-step": f"{level}_steps" for level in Level},
    "caution": "cautions",
    "mistake": "mistakes",
    "not-for": "not_for",
}
"""The series of sentences an exercise has, and the field of `Exercise` that counts each."""
_MAY_BE_MISSING = frozenset(f"{level}-step" for level in Level)
"""The series of steps that only a level has which changes the movement (docs/clinical.md §4.6)."""

_BEATS = ("up", "hold", "down")
_SERIES = ("alias", *COUNTED)
_PLAIN = (
    "purpose",
    "muscles",
    "equipment",
    "setup",
    "breathing",
    *(f"variant-{level}" for level in Level),
    "stop-rule",
    "easier-name",
    "easier-how",
    "harder-name",
    "harder-how",
    "without-floor-how",
)
_OWN_FORM = "without-floor-name"
_HOW = "how"

Slots = Mapping[str, int]
"""The shortest slot, in seconds, of each beat word that is said: `up`, `hold`, `down`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What an exercise's doses and forms ask of its words."""

    slots: Mapping[str | None, Slots]
    """By movement; None is the exercise itself."""
    own_form: bool
    """Whether it has a standing or seated form of its own, which then has a name."""


def needs_of(exercise: Exercise, fastest_movement_seconds: int, rules: CountRules) -> Needs:
    """Return what *exercise* asks of its words, also when a patient has it counted as fast as the rules allow.

    The script is the authority on which words are said, and how long each may take.
    """
    slots: dict[str | None, dict[str, int]] = {None: {}}
    for movement_id, dose in counted_doses(exercise):
        shortest = slots.setdefault(movement_id, {})
        fast = _one_fast_rep(dose, fastest_movement_seconds)
        for beat in script_for(exercise, fast, rules, movement_id=movement_id).beats:
            if isinstance(beat.cue, Up | Hold | Down):
                word = type(beat.cue).__name__.lower()
                shortest[word] = min(beat.seconds, shortest.get(word, beat.seconds))
    return Needs(slots=slots, own_form=exercise.has_own_form_without_floor)


def counted_doses(exercise: Exercise) -> Iterator[tuple[str | None, Dose]]:
    """Yield every counted dose of *exercise* at every level, with its movement's id in a circuit."""
    for level in Level:
        dose = exercise.doses.at(level)
        if isinstance(dose, Dose):
            yield None, dose
        elif isinstance(dose, CircuitDose):
            yield from ((movement.id, movement.dose) for movement in dose.movements)


def _one_fast_rep(dose: Dose, fastest_movement_seconds: int) -> Dose:
    """Return one repetition of *dose*, which is as long as all others, at the fastest tempo it may be counted at."""
    up = min(dose.tempo.up_seconds, fastest_movement_seconds)
    down = min(dose.tempo.down_seconds, fastest_movement_seconds)
    return replace(dose, sets=1, reps=1, per_side=False, tempo=Tempo(up_seconds=up, down_seconds=down))


def mistakes_of_wording(words: Words, exercise_id: str, needs: Needs | None) -> Iterator[Mistake]:
    """Yield what is wrong with *words*. Without *needs* (the YAML is broken) less can be said."""
    expected = _expected(exercise_id, needs)
    for message in words.messages:
        if message not in expected and (needs or not message.startswith("movement-")):
            problem = f"no such message here; expected {', '.join(f'`{name}`' for name in expected)}"
            yield words.mistake(message, NAME, problem)
    for message, attributes in expected.items():
        if message not in words.messages:
            if not words.mistakes:  # otherwise it may be there, and be what could not be read
                yield words.mistake(message, NAME, "missing message")
            continue
        series = _SERIES if message == exercise_id else ()
        yield from _attributes(words, message, attributes, series, strict=needs is not None)
        yield from (mistake for name in series for mistake in _gaps(words, message, name))
    yield from _texts(words)
    yield from _beats(words, exercise_id, needs)


def _expected(exercise_id: str, needs: Needs | None) -> dict[str, tuple[str, ...]]:
    """Return the attributes each message must have, the numbered ones apart."""
    if needs is None:
        return {exercise_id: _PLAIN}
    own_form = (_OWN_FORM,) if needs.own_form else ()
    movements = {f"movement-{name}": (_HOW, *slots) for name, slots in needs.slots.items() if name}
    return {exercise_id: (*_PLAIN, *own_form, *needs.slots[None]), **movements}


def _attributes(
    words: Words, message: str, expected: tuple[str, ...], series: tuple[str, ...], *, strict: bool
) -> Iterator[Mistake]:
    texts = words.messages[message]
    for attribute in expected:
        if attribute not in texts:
            yield words.mistake(message, attribute, "missing attribute")
    for attribute in texts:
        name, number = split_number(attribute)
        if attribute in (NAME, *expected) or (number and name in series):
            continue
        if attribute in (*_BEATS, _OWN_FORM):
            if strict:
                yield words.mistake(message, attribute, "this is never said; leave it out")
            continue
        known = (*expected, *(f"{one}-1" for one in series))
        yield words.mistake(message, attribute, f"unknown attribute{did_you_mean(attribute, known)}")


def _gaps(words: Words, message: str, series: str) -> Iterator[Mistake]:
    numbers = words.numbers(message, series)
    if not numbers and series not in _MAY_BE_MISSING:
        yield words.mistake(message, f"{series}-1", "missing attribute")
    for expected, number in enumerate(numbers, start=1):
        if number != expected:
            yield words.mistake(message, f"{series}-{number}", f"out of order: `{series}-{expected}` comes here")
            return


def _texts(words: Words) -> Iterator[Mistake]:
    for message, texts in words.messages.items():
        for attribute, text in texts.items():
            if text.value is None:
                yield words.mistake(message, attribute, "must be plain text: an exercise's words take no values")
    for message, attribute, said in plain_texts(words):
        check = problems_of_words if _is_a_name(attribute) else problems_of_sentences
        yield from (words.mistake(message, attribute, problem) for problem in check(said))


def _is_a_name(attribute: str) -> bool:
    """Return whether an attribute is a word or a name, not sentences."""
    return attribute in (NAME, *_BEATS) or attribute.endswith("-name") or split_number(attribute)[0] == "alias"


def _beats(words: Words, exercise_id: str, needs: Needs | None) -> Iterator[Mistake]:
    for movement, slots in (needs.slots if needs else {}).items():
        message = f"movement-{movement}" if movement else exercise_id
        for beat, seconds in slots.items():
            text = words.messages.get(message, {}).get(beat)
            if text and text.value and spoken_seconds(text.value) > seconds:
                length = f"{spoken_seconds(text.value):.1f} s"
                yield words.mistake(message, beat, f"takes {length} to say, but its shortest slot is {seconds} s")
