"""What a sentence may say of its cue: each field as Fluent takes it, ids and lists as words.

=========================  ==========================================================================================
field                      variables
=========================  ==========================================================================================
``exercise_id``            ``$exercise_id`` the id, ``$exercise`` the spoken name; likewise ``movement_id``
``first``, ``instead``     ``$first`` the spoken name: any other field that holds an exercise's id
``exercise_ids``           ``$exercises`` the spoken names as a list, "a, b and c"; likewise ``topic_ids``
``days``, ``lacking``      the weekdays, the things as a list of names; ``none`` when there are none
an enum                    its value, such as ``right`` or ``low-back``
true and false             ``true`` and ``false``
None                       ``none``
``emergency_number``       as it is said there when spoken ("9 1 1", "nine nine nine"), together when written ("911")
``seconds``                also ``$minutes``: whole minutes, to the nearest; 0 below 90 seconds
``minutes``                also ``$hours``: whole hours, rounded up; 0 below 90 minutes
=========================  ==========================================================================================

Likewise ``hold_seconds`` gives ``$hold_minutes``, and ``minutes_left`` gives ``$hours_left``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from enum import Enum, StrEnum
from typing import Protocol, get_type_hints

from skill.domain import cues
from skill.domain.catalog.topics import TopicId
from skill.domain.cues import Cue
from skill.domain.movement.equipment import EquipmentKind
from skill.domain.movement.exercise import ExerciseId
from skill.domain.movement.weekdays import Weekday
from skill.speech.ftl import Value

NONE = "none"
CHOICES = (tuple[EquipmentKind, ...], tuple[Weekday, ...])
"""Fields that hold several things, or days of the week; as words they are a list of names, or `NONE`."""
_NUMBER = re.compile(r"\d+")
LONG_FROM = 90
"""From 90 seconds, or 90 minutes, on a person thinks in the next unit."""


class Names(Protocol):
    """Where names come from: a locale."""

    def exercise_name(self, exercise_id: str) -> str:
        """Return the spoken name of an exercise."""

    def movement_name(self, movement_id: str) -> str:
        """Return the spoken name of a circuit's movement."""

    def topic_name(self, topic_id: str) -> str:
        """Return what a topic is called."""

    def choice_name(self, choice: Enum) -> str:
        """Return what a thing or a day of the week is called."""

    def number_to_call(self, digits: str) -> str:
        """Return how a telephone number is said."""

    def listed(self, names: tuple[str, ...]) -> str:
        """Return *names* as one list."""


class Role(StrEnum):
    """What a field of a cue holds, as far as words are concerned."""

    EXERCISE = "exercise"
    EXERCISES = "exercises"
    MOVEMENT = "movement"
    TOPICS = "topics"
    CHOICES = "choices"
    NUMBER_TO_CALL = "number-to-call"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a cue, and what its words are called."""

    name: str
    role: Role
    words: str
    """The variable that holds the field as words."""
    wider: str | None
    """The variable that holds a length in the next larger unit."""

    @property
    def variables(self) -> frozenset[str]:
        """Return the names of all variables the field gives."""
        return frozenset({self.name, self.words, self.wider} - {None})  # type: ignore[arg-type]  # None is taken out


_FIELDS: dict[type[Cue], tuple[Field, ...]] = {}


def fields_of(kind: type[Cue]) -> tuple[Field, ...]:
    """Return the fields of a kind of cue."""
    if kind not in _FIELDS:
        hints = get_type_hints(kind)
        _FIELDS[kind] = tuple(_field(one.name, hints[one.name]) for one in fields(kind))  # type: ignore[arg-type]
    return _FIELDS[kind]


def variables_of(kind: type[Cue]) -> frozenset[str]:
    """Return the names of all variables a sentence for *kind* may use."""
    return frozenset().union(*(field.variables for field in fields_of(kind)))


def values_of(cue: Cue, names: Names, *, written: bool) -> dict[str, Value]:
    """Return the variables of *cue*; *written* is for the eye, otherwise they are for the ear."""
    values: dict[str, Value] = {}
    for field in fields_of(type(cue)):
        raw = getattr(cue, field.name)
        values[field.name] = _plain(raw)
        values[field.words] = _words(field.role, raw, names, written)
        if field.wider:
            values[field.wider] = _wider(field.name, raw)
    return values


def _field(name: str, hint: object) -> Field:
    role = Role.PLAIN
    if hint is ExerciseId:
        role = Role.EXERCISE
    elif hint == tuple[ExerciseId, ...]:
        role = Role.EXERCISES
    elif hint == tuple[TopicId, ...]:
        role = Role.TOPICS
    elif hint in CHOICES:
        role = Role.CHOICES
    elif name == "movement_id":
        role = Role.MOVEMENT
    elif name == "emergency_number":
        role = Role.NUMBER_TO_CALL
    words = f"{name.removesuffix('_ids')}s" if name.endswith("_ids") else name.removesuffix("_id")
    return Field(name=name, role=role, words=words, wider=_wider_name(name) if hint is int else None)


def _wider_name(name: str) -> str | None:
    before, _, unit = name.rpartition("_")
    match unit:
        case "seconds":
            return f"{before}_minutes".strip("_")
        case "minutes":
            return f"{before}_hours".strip("_")
        case "left" if before.endswith(("seconds", "minutes")):
            return f"{_wider_name(before)}_left"
    return None


def _wider(name: str, value: int) -> int:
    if value < LONG_FROM:
        return 0
    return (value + 30) // 60 if "seconds" in name else -(-value // 60)


def _plain(value: object) -> Value:
    match value:
        case None:
            return NONE
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case int() | str():
            return value
        case tuple():
            return " ".join(str(one) for one in value)
        case _:
            pass
    raise TypeError(f"no words for a {type(value).__name__}: {cues.__name__} holds numbers, texts, enums and ids")


def _words(role: Role, value: object, names: Names, written: bool) -> Value:
    match role, value:
        case Role.EXERCISE, str():
            return names.exercise_name(value)
        case Role.EXERCISES, tuple():
            return names.listed(tuple(names.exercise_name(one) for one in value))
        case Role.TOPICS, tuple():
            return names.listed(tuple(names.topic_name(one) for one in value))
        case Role.CHOICES, tuple():
            return names.listed(tuple(names.choice_name(one) for one in value)) if value else NONE
        case Role.MOVEMENT, str():
            return names.movement_name(value)
        case Role.NUMBER_TO_CALL, str():
            return value if written else _NUMBER.sub(lambda number: names.number_to_call(number[0]), value)
        case _:
            pass
    return _plain(value)
