"""What must be true between files: names that resolve, routines that everybody has exactly one of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from skill.catalog.documents import ContentFile, Location, Placed
from skill.catalog.mistakes import Mistake, unknown
from skill.domain.catalog.routine import Block, DayKind, Item, Routine, When
from skill.domain.movement.exercise import Exercise, Floor, Form, Phase, Region

Exercises = Mapping[str, Placed[Exercise]]
Routines = Sequence[Placed[Routine]]


def mistakes_between_exercises(exercises: Exercises, ids: Iterable[str]) -> Iterator[Mistake]:
    """Yield references that lead nowhere. *ids* are all exercises there are, also those that could not be read."""
    known = frozenset(ids)
    orders: dict[tuple[object, ...], str] = {}
    for exercise_id, placed in exercises.items():
        exercise, document = placed.value, placed.document
        for index, target in enumerate(exercise.swap_to):
            yield from _unknown_exercise(document, ("swap_to", index), target, known - {exercise_id})
        yield from _mistakes_of_floor(document, exercise, exercises, known)
        place = (exercise.section, exercise.region, exercise.order)
        if place in orders:
            problem = f"{orders[place]} has this place among the {exercise.section} exercises for {exercise.region}"
            yield document.mistake(("order",), problem)
        orders.setdefault(place, exercise_id)


def mistakes_of_routines(routines: Routines, exercises: Exercises, ids: Iterable[str]) -> Iterator[Mistake]:
    """Yield items of routines that their patients cannot do, or that do not exist."""
    known = frozenset(ids)
    for placed in routines:
        routine, document = placed.value, placed.document
        seen: set[str] = set()
        for number, block in enumerate(routine.blocks):
            if block.id in seen:
                yield document.mistake(("blocks", number, "id"), f"the block `{block.id}` is there twice")
            seen.add(block.id)
            for index, item in enumerate(block.items):
                where = ("blocks", number, "items", index)
                yield from _mistakes_of_item(placed, block, item, where, exercises, known)


def mistakes_of_coverage(routines: Routines, folder: str) -> Iterator[Mistake]:
    """Yield every kind of patient (phase, region, floor) who has no routine for a day, or more than one."""
    for phase, region, floor in product(Phase, Region, (True, False)):
        who = f"{phase}, {region}, {'with' if floor else 'without'} the floor"
        fitting = [placed for placed in routines if _fits(placed.value, phase, region, floor)]
        training = [placed for placed in fitting if placed.value.days is not DayKind.BETWEEN]
        between = [placed for placed in fitting if placed.value.days is DayKind.BETWEEN]
        if not training:
            yield Mistake(path=folder, field="phases", problem=f"no routine for {who}")
        elif training[0].value.days_per_week < 7 and not between:
            yield Mistake(path=folder, field="days", problem=f"no routine for the days between for {who}")
        for extra in (*training[1:], *between[1:]):
            yield extra.document.mistake(("id",), f"another routine is for {who} already")


def _fits(routine: Routine, phase: Phase, region: Region, floor: bool) -> bool:
    return phase in routine.phases and region in routine.regions and routine.floor in (None, floor)


def _unknown_exercise(document: ContentFile, where: Location, name: str, known: frozenset[str]) -> Iterator[Mistake]:
    if name not in known:
        yield document.mistake(where, unknown("exercise", name, known))


def _mistakes_of_floor(
    document: ContentFile, exercise: Exercise, exercises: Exercises, known: frozenset[str]
) -> Iterator[Mistake]:
    """Yield a form without the floor that is missing, is not needed, leads nowhere or needs the floor itself."""
    where, target = ("without_floor",), exercise.without_floor
    if exercise.floor is Floor.NOT_NEEDED:
        if target:
            yield document.mistake(where, "leave this out: the exercise does not need the floor")
    elif target is None:
        yield document.mistake(where, "missing: name the exercise that replaces it off the floor, or itself")
    else:
        yield from _unknown_exercise(document, where, target, known)
        other = exercises.get(target)
        if other and target != exercise.id and other.value.floor is not Floor.NOT_NEEDED:
            yield document.mistake(where, f"{target} needs the floor too")


def _mistakes_of_item(
    placed: Placed[Routine],
    block: Block,
    item: Item,
    where: Location,
    exercises: Exercises,
    known: frozenset[str],
) -> Iterator[Mistake]:
    routine, document = placed.value, placed.document
    for index, name in enumerate(item.choice):
        here = (*where, "choice", index)
        yield from _unknown_exercise(document, here, name, known)
        if name in exercises:
            problems = _problems_of_choice(exercises[name].value, routine, block, item)
            yield from (document.mistake(here, problem) for problem in problems)


def _problems_of_choice(exercise: Exercise, routine: Routine, block: Block, item: Item) -> Iterator[str]:
    for phase in routine.phases:
        if phase not in exercise.phases:
            yield f"{exercise.id} is not for the phase {phase}"
    regions = (block.region,) if block.region else routine.regions
    if not any(exercise.suits(region) for region in regions):
        yield f"{exercise.id} is not for {' or '.join(regions)}"
    if item.form is Form.WITHOUT_FLOOR and not exercise.has_own_form_without_floor:
        yield f"{exercise.id} has no form of its own without the floor"
    allowed = (Floor.NOT_NEEDED,) if block.when is not When.OPTIONAL else (Floor.NOT_NEEDED, Floor.FLOOR_OR_BED)
    if routine.floor is False and item.form is not Form.WITHOUT_FLOOR and exercise.floor not in allowed:
        yield f"{exercise.id} needs the floor; write `form: without-floor`, or take another exercise"
