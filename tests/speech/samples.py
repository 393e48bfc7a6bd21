"""Cues with every kind of value in them, exercises to count, and a folder of words small enough to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import product
from pathlib import Path
from shutil import copytree
from typing import get_args, get_type_hints

from hypothesis import strategies as st

from skill.domain import cues
from skill.domain.catalog.lessons import LessonId
from skill.domain.catalog.topics import TopicId
from skill.domain.count.script import Script, script_for
from skill.domain.cues import Cue
from skill.domain.movement.dose import Dose, Doses, Tempo
from skill.domain.movement.equipment import EquipmentKind
from skill.domain.movement.exercise import (
    Exercise,
    ExerciseId,
    ExerciseKind,
    Floor,
    Form,
    Phase,
    Position,
    Region,
    Section,
)
from skill.domain.movement.weekdays import Weekday
from skill.domain.patient.instructions import Instructions
from skill.domain.patient.state import State
from skill.domain.safety.screen_items import Asking
from skill.speech.differences import is_derived
from skill.speech.locales import CONTENT, DEFAULT_LOCALE
from skill.speech.messages import EXERCISE_WORDS
from tests.shipped import shipped_catalog

TINY_LIFT = ExerciseId("tiny-lift")
LONG_REST = ExerciseId("long-rest")

EXERCISE_FILES = {
    TINY_LIFT: """
tiny-lift = Tiny Lift
    .setup = Lie on your back.
    .step-1 = Lift one toe.
    .step-2 = Lower it again.
    .beginner-step-1 = Lift one toe a little.
    .standard-step-1 = Lift one toe as far as it goes.
    .progressed-step-1 = Lift all toes.
    .breathing = Breathe out as you lift.
    .purpose = It wakes your toe up.
    .muscles = It works your toe.
    .equipment = You need a sock.
    .stop-rule = Stop if your toe hurts.
    .caution-1 = Lift slowly.
    .mistake-1 = Keep the other toes down.
    .not-for-1 = Leave it out with a broken toe.
    .variant-beginner = Lift it halfway.
    .variant-standard = Lift it fully.
    .variant-progressed = Lift it with a sock on.
    .easier-name = Toe press
    .easier-how = Only press the toe down.
    .without-floor-name = Seated lift
    .without-floor-how = Do it sitting.
    .up = Lift.
    .hold = Hold.
    .down = Down.

movement-sit = Sit to Stand
    .how = Stand up from the chair.
    .up = Stand.
    .hold = Stay.
    .down = Sit.
""",
    LONG_REST: "long-rest = Long Rest\n    .hold = Rest here.\n",
}


def content_folder(folder: Path) -> Path:
    """Return a copy of the shipped words, with two tiny exercises in place of the shipped ones."""
    copytree(CONTENT / "locales", folder / "locales")
    for exercise_id, words in EXERCISE_FILES.items():
        path = folder / "exercises" / exercise_id / f"{DEFAULT_LOCALE}.ftl"
        path.parent.mkdir(parents=True)
        path.write_text(words, encoding="utf-8")
    return folder


def locales() -> list[str]:
    """Return every locale that has all words of its own."""
    return sorted(path.name for path in (CONTENT / "locales").iterdir() if not is_derived(path))


def derived_locales() -> list[str]:
    """Return every locale that says a few things otherwise than its base."""
    return sorted(path.name for path in (CONTENT / "locales").iterdir() if is_derived(path))


def cues_of(kind: type[Cue]) -> Iterator[Cue]:
    """Yield *kind* with every combination of sample values: fewer of each where there are many numbers."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    numbers = sum(hint is int for hint in hints.values())
    amounts = [0, 1, 2, 7, 45, 60, 120, 150] if numbers < 3 else [0, 1, 2]
    if kind in EXERCISE_WORDS:
        amounts = [1]  # the tiny exercise has one of each
    counted = (name for name in names if hints[name] is int)
    of_breaths = {"breath": [0, 1], "breaths": [1, 2]}
    amounts_of = {name: of_breaths.get(name, amounts) for name in counted}
    samples = (amounts_of.get(name) or _samples(kind, name, hints[name]) for name in names)
    for chosen in product(*samples):
        yield kind(**dict(zip(names, chosen, strict=True)))


def _samples(kind: type[Cue], name: str, hint: object) -> list[object]:
    if kind is cues.FormHow and name == "form":
        return [Form.EASIER, Form.WITHOUT_FLOOR]  # the usual form has steps instead
    match name, hint:
        case "movement_id", _:
            return ["sit", None] if type(None) in get_args(hint) else ["sit"]
        case "emergency_number", _:
            return ["911", "112 or 999"]
        case "goal", _:
            return ["sit through a film", "carry my granddaughter"]
        case "zone", _:
            return [one.id for region in shipped_catalog().rules.zones.values() for one in region.zones]
        case "strength" | "strength_before" | "strength_now", _ if type(None) in get_args(hint):
            return [0, 1, 4, 10, None]
        case "item_id", _:
            return ["D2", "D3"]  # these have all that may be asked
        case "group_id", _:
            return [group.id for group in shipped_catalog().rules.screening.groups]
        case "asking", _:
            return [Asking.ITEM, Asking.WHICH, Asking.CHECKED, Asking.APPROVED]  # CONFIRM is in test_words.py
        case "country", _ if hint is str:
            return ["US", "GB"]
        case "code", _:
            return ["1 2 3, 4 5 6, 7 8 9 0"]
        case "have_zone" | "need_zone" | "zone_before" | "zone_now", _:
            return [zone.id for one in shipped_catalog().rules.zones.values() for zone in one.zones]
        case "source" | "address", _:
            return ["the Walk Back trial, from 2024"]
        case "year", _:
            return ["2024", None]
        case "name", _:
            return ["Ann", None] if type(None) in get_args(hint) else ["Ann"]
        case "instructions", _:
            return [one.value for one in Instructions]
        case "state", _:
            return [*(state.value for state in State), "a-state-to-come"]
    samples: dict[object, list[object]] = {
        bool: [True, False],
        ExerciseId: [TINY_LIFT],
        tuple[Weekday, ...]: [(), (Weekday.MONDAY,), (Weekday.MONDAY, Weekday.THURSDAY)],
        tuple[EquipmentKind, ...]: [(), (EquipmentKind.BAND,), (EquipmentKind.BAND, EquipmentKind.POOL)],
        bool | None: [True, False, None],
        Region | None: [*Region, None],
        LessonId: [LessonId("little-and-often")],
        TopicId: [TopicId("bed-rest")],
        tuple[TopicId, ...]: [(TopicId("bed-rest"),), (TopicId("bed-rest"), TopicId("sitting"))],
        str | None: [None],  # a country: the topics' own are in test_answers.py
        tuple[ExerciseId, ...]: [(TINY_LIFT,), (TINY_LIFT, LONG_REST), (TINY_LIFT, LONG_REST, TINY_LIFT)],
    }
    return samples.get(hint) or _values_of(hint)


def _values_of(hint: object) -> list[object]:
    """Return every value of an enum, and None where the hint allows it."""
    kinds = get_args(hint) or (hint,)
    return [value for kind in kinds for value in ([None] if kind is type(None) else list(kind))]


def exercise(dose: Dose, position: Position = Position.SUPINE, exercise_id: ExerciseId = TINY_LIFT) -> Exercise:
    """Return an exercise that is done with *dose* at every level."""
    return Exercise(
        id=exercise_id,
        region=Region.LOW_BACK,
        section=Section.RECOVERY,
        phases=(Phase.RECOVERY,),
        order=1,
        kind=ExerciseKind.REPS,
        position=position,
        floor=Floor.FLOOR,
        equipment=(),
        muscles=(),
        doses=Doses(beginner=dose, standard=dose, progressed=dose),
        steps=2,
        cautions=1,
        mistakes=1,
        not_for=1,
        sources=(),
    )


def dose(**changes: object) -> Dose:
    """Return two sets of three lifts of 2, 3 and 2 seconds, with a pause of 2 and a rest of 30, or as changed."""
    usual: dict[str, object] = {
        "sets": 2,
        "reps": 3,
        "hold_seconds": 3,
        "tempo": Tempo(up_seconds=2, down_seconds=2),
        "rest_between_reps_seconds": 2,
        "rest_between_sets_seconds": 30,
        "per_side": False,
        "times_per_day": 1,
        "days_per_week": 7,
    }
    return Dose(**{**usual, **changes})  # type: ignore[arg-type]


def script(**changes: object) -> Script:
    """Return the script of `dose(**changes)`."""
    one = dose(**changes)
    return script_for(exercise(one), one, shipped_catalog().rules.count)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Draw the script of any dose a physiotherapist might write."""
    sets = draw(st.integers(1, 3))
    tempo = Tempo(up_seconds=draw(st.integers(0, 4)), down_seconds=draw(st.integers(0, 4)))
    still = not tempo.up_seconds + tempo.down_seconds
    one = dose(
        sets=sets,
        reps=draw(st.integers(1, 15)),
        hold_seconds=draw(st.sampled_from([2, 5, 10, 20, 30, 61, 120, 300] if still else [0, 1, 2, 5, 10, 20, 30])),
        tempo=tempo,
        rest_between_reps_seconds=draw(st.sampled_from([0, 1, 2, 5, 10])),
        rest_between_sets_seconds=draw(st.sampled_from([15, 30, 45, 60, 90])),
        per_side=draw(st.booleans()),
    )
    return script_for(exercise(one, draw(st.sampled_from(list(Position)))), one, shipped_catalog().rules.count)
