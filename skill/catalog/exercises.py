"""One exercise's YAML file, read as an `Exercise`, and what its doses must agree with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from math import ceil

from skill.catalog.documents import ContentFile, Location, Refused, collecting, keys_of, unknown_sources
from skill.catalog.mistakes import Mistake
from skill.catalog.wording import COUNTED
from skill.domain.catalog.count_rules import CountRules
from skill.domain.movement.dose import ActivityDose, AnyDose, CircuitDose, Dose, Level
from skill.domain.movement.exercise import Exercise, ExerciseKind

_DOSE_OF = {ExerciseKind.ACTIVITY.value: ActivityDose, ExerciseKind.CIRCUIT.value: CircuitDose}


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The source keys of everything but the doses, a list for each group of words or fields."""

    region: tuple[str, ...]
    phases: tuple[str, ...]
    purpose: tuple[str, ...]
    muscles: tuple[str, ...]
    steps: tuple[str, ...]
    cautions: tuple[str, ...]
    mistakes: tuple[str, ...]
    not_for: tuple[str, ...]
    stop_rule: tuple[str, ...]
    forms: tuple[str, ...]
    """The easier, the harder and the standing or seated form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseNotes:
    """What the file says about a dose beyond the dose."""

    basis: tuple[str, ...]
    minutes_per_session: float | None = None
    """The minutes the source gives for a counted dose: they must follow from the dose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelNotes:
    """The notes of each level."""

    beginner: DoseNotes
    standard: DoseNotes
    progressed: DoseNotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What the file says about the exercise beyond the exercise."""

    basis: Basis
    doses: LevelNotes


_NOTED = frozenset(field.name for field in fields(DoseNotes))


def read_exercise(
    document: ContentFile, counts: Mapping[str, int], sources: Collection[str], rules: CountRules | None
) -> Exercise:
    """Return the exercise in *document*, with the *counts* of its words. Raise `Refused` with every mistake.

    *sources* are the keys that may be named as a basis. Without the *rules* of counting, because they have mistakes
    themselves, the minutes of a session are not checked.
    """
    tree, mistakes = document.tree, list(_counts_written_down(document))
    doses = keys_of(tree.get("doses"))
    bare = {**{key: value for key, value in tree.items() if key != "basis"}, **counts}
    if "doses" in tree:
        bare["doses"] = {level: _without(dose, _NOTED) for level, dose in doses.items()}
    noted = {key: tree[key] for key in ("basis",) if key in tree}
    noted["doses"] = {level: _only(doses[level], _NOTED) for level in Level if level in doses}
    with collecting(mistakes):
        kind = _DOSE_OF.get(str(tree.get("kind")), Dose)
        exercise = document.read(Exercise, bare, dose=kind, known=_NOTED)
        mistakes.extend(_mistakes_of_doses(document, exercise, kind))
        mistakes.extend(unknown_sources(document, ("sources",), exercise.sources, sources))
    with collecting(mistakes):
        notes = document.read(Notes, noted)
        mistakes.extend(_mistakes_of_notes(document, notes, sources))
    if not mistakes and rules is not None:
        mistakes.extend(_mistakes_of_minutes(document, exercise, notes, rules))
    if mistakes:
        raise Refused(*mistakes)
    return exercise


def _counts_written_down(document: ContentFile) -> Iterator[Mistake]:
    for series, field in COUNTED.items():
        if field in document.tree:
            yield document.mistake((field,), f"leave this out: the `.{series}-n` words are counted")


def _without(dose: object, names: frozenset[str]) -> object:
    return {key: value for key, value in dose.items() if key not in names} if isinstance(dose, dict) else dose


def _only(dose: object, names: frozenset[str]) -> object:
    return {key: value for key, value in dose.items() if key in names} if isinstance(dose, dict) else dose


def _mistakes_of_doses(document: ContentFile, exercise: Exercise, kind: type) -> Iterator[Mistake]:
    """Yield doses of another kind than the exercise's, that cannot be counted, or that fall from level to level."""
    work = 0
    for level in Level:
        dose, where = exercise.doses.at(level), ("doses", level.value)
        if not isinstance(dose, kind):
            yield document.mistake(where, f"an exercise of the kind {exercise.kind} needs another kind of dose")
            return
        yield from _mistakes_of_counting(document, dose, where)
        if _seconds(dose) < work:
            yield document.mistake(where, "less work than the level before it")
        work = _seconds(dose)


def _mistakes_of_counting(document: ContentFile, dose: AnyDose, where: Location) -> Iterator[Mistake]:
    if isinstance(dose, CircuitDose):
        for index, movement in enumerate(dose.movements):
            yield from _mistakes_of_counting(document, movement.dose, (*where, "movements", index, "dose"))
        longest = _work_of_circuit(dose)
        if longest > dose.minutes * 60:
            problem = f"the movements and the rests between them take {longest / 60:.1f} minutes already"
            yield document.mistake((*where, "minutes"), problem)
    if not isinstance(dose, Dose):
        return
    if dose.reps > 1 and not dose.rest_between_reps_seconds and dose.tempo.down_seconds < 2:
        problem = "0 leaves no time to say the repetition's number: rest 1 second, or come down in 2"
        yield document.mistake((*where, "rest_between_reps_seconds"), problem)


def _mistakes_of_notes(document: ContentFile, notes: Notes, known: Collection[str]) -> Iterator[Mistake]:
    for field in fields(Basis):
        yield from unknown_sources(document, ("basis", field.name), getattr(notes.basis, field.name), known)
    for level in Level:
        keys = getattr(notes.doses, level.value).basis
        yield from unknown_sources(document, ("doses", level.value, "basis"), keys, known)


def _mistakes_of_minutes(
    document: ContentFile, exercise: Exercise, notes: Notes, rules: CountRules
) -> Iterator[Mistake]:
    """Yield minutes that do not follow from their dose: working, switching and setting up, rounded up to a half."""
    for level in Level:
        dose, where = exercise.doses.at(level), ("doses", level.value, "minutes_per_session")
        minutes = getattr(notes.doses, level.value).minutes_per_session
        if not isinstance(dose, Dose):
            if minutes is not None:
                yield document.mistake(where, "leave this out: `minutes` says it already")
            continue
        switching = dose.sets * (dose.sides - 1) * rules.switch_seconds
        computed = ceil((dose.work_seconds + switching + rules.setup_seconds) / 30) / 2
        if minutes is None:
            yield document.mistake(where, "missing")
        elif minutes != computed:
            parts = (
                f"{dose.work_seconds} s of work, {switching} s of switching sides and {rules.setup_seconds} s to set up"
            )
            yield document.mistake(where, f"{parts} are {computed:g} minutes, not {minutes:g}")


def _seconds(dose: AnyDose) -> int:
    return dose.work_seconds if isinstance(dose, Dose) else dose.minutes * 60


def _work_of_circuit(dose: CircuitDose) -> int:
    work = sum(movement.dose.work_seconds for movement in dose.movements)
    return work + (len(dose.movements) - 1) * dose.rest_between_movements_seconds
