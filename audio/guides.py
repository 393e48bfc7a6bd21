"""All guides of a catalog: each exercise at each level, then each routine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from audio.exercise_guide import LEVELS, exercise_guide
from audio.guide import Guide
from audio.routine import routines
from audio.routine_guide import routine_guide
from audio.suggestions import near_matches
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.recordings import Edition, exercise_guide_id, routine_guide_id
from skill.domain.movement.exercise import Exercise, Section
from skill.errors import AudioError
from skill.speech.messages import Messages


def guide_names(catalog: Catalog) -> tuple[str, ...]:
    """Return the names of all guides: each exercise at each level, then the routines; the full ones, then the daily."""
    return tuple(name for edition in Edition for name in _names(catalog, edition))


def _names(catalog: Catalog, edition: Edition) -> Iterator[str]:
    for exercise in _in_order(catalog):
        yield from (exercise_guide_id(exercise.id, level, edition) for level in LEVELS)
    yield from (routine_guide_id(one.coached, one.region, edition) for one in routines(catalog))


def written_guides(catalog: Catalog, messages: Messages, names: Sequence[str] = ()) -> tuple[Guide, ...]:
    """Return the guides called *names*, or all of them, in the order of `guide_names`.

    Raise `AudioError` with near matches for a name that is none, `SpeechError` where words are missing.
    """
    writers = _writers(catalog, messages)
    wrong = [f"there is no guide {name!r}{near_matches(name, writers)}" for name in names if name not in writers]
    if wrong:
        raise AudioError("; ".join(wrong))
    wanted = set(names or writers)
    return tuple(
        write(track_number=number) for number, (name, write) in enumerate(writers.items(), start=1) if name in wanted
    )


def _writers(catalog: Catalog, messages: Messages) -> Mapping[str, Callable[..., Guide]]:
    """Return what writes each guide, by its name."""
    writers: dict[str, Callable[..., Guide]] = {}
    for edition in Edition:
        writers |= _writers_of(catalog, messages, edition)
    return writers


def _writers_of(catalog: Catalog, messages: Messages, edition: Edition) -> dict[str, Callable[..., Guide]]:
    number, rules = catalog.emergency_number(messages.locale), catalog.rules.count
    writers: dict[str, Callable[..., Guide]] = {}
    for exercise in _in_order(catalog):
        for level in LEVELS:
            writers[exercise_guide_id(exercise.id, level, edition)] = partial(
                exercise_guide, messages, exercise, level, rules, emergency_number=number, edition=edition
            )
    for routine in routines(catalog):
        name = routine_guide_id(routine.coached, routine.region, edition)
        writers[name] = partial(routine_guide, catalog, messages, routine, edition=edition)
    return writers


def _in_order(catalog: Catalog) -> list[Exercise]:
    sections = list(Section)
    return sorted(catalog.exercises.values(), key=lambda one: (sections.index(one.section), one.order, one.id))
