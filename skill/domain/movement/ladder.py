"""From one dose to the next, one thing at a time: repetitions, then sets, then the hold, then the harder version.

An exercise has three doses (`Level`). The ladder puts rungs between them: each changes one number of the lower dose to
that of the higher one, and the last step is the higher dose itself with its harder version. A rung that would be more
work than the dose it leads to is left out, and so is one for a number that goes down: those change with the version.
Activities and circuits have no rungs between their doses (walking grows by the week, `skill.domain.progress.week`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise

from skill.domain.movement.dose import AnyDose, Dose, Doses, Level

_LEVELS = tuple(Level)


class Raised(StrEnum):
    """What is more than on the rung below."""

    REPS = "reps"
    SETS = "sets"
    HOLD = "hold"
    VERSION = "version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of an exercise's ladder."""

    level: Level
    """The level whose version is done."""
    step: int
    """How many things are raised above that level's dose; 0 is the level itself."""
    raised: Raised | None
    """What is more than on the rung below; None on the lowest."""
    dose: AnyDose


@cache
def ladder(doses: Doses) -> tuple[Rung, ...]:
    """Return every rung, the lowest first."""
    rungs = [Rung(level=Level.BEGINNER, step=0, raised=None, dose=doses.beginner)]
    for lower, higher in pairwise(_LEVELS):
        rungs += _between(lower, doses.at(lower), doses.at(higher))
        rungs.append(Rung(level=higher, step=0, raised=Raised.VERSION, dose=doses.at(higher)))
    return tuple(rungs)


def rung_at(doses: Doses, level: Level, step: int = 0) -> Rung:
    """Return the rung *step* above *level*; the nearest below when the ladder has fewer (the content may change)."""
    return max((rung for rung in ladder(doses) if rung.level is level and rung.step <= step), key=lambda one: one.step)


def rung_above(doses: Doses, rung: Rung) -> Rung | None:
    """Return the next rung up; None at the top."""
    rungs = ladder(doses)
    index = rungs.index(rung) + 1
    return rungs[index] if index < len(rungs) else None


def rung_below(doses: Doses, rung: Rung) -> Rung | None:
    """Return the next rung down; None at the bottom."""
    rungs = ladder(doses)
    index = rungs.index(rung)
    return rungs[index - 1] if index else None


def _between(level: Level, lower: AnyDose, higher: AnyDose) -> list[Rung]:
    rungs: list[Rung] = []
    if not isinstance(lower, Dose) or not isinstance(higher, Dose):
        return rungs
    dose = lower
    for raised in (Raised.REPS, Raised.SETS, Raised.HOLD):
        more = _with(raised, dose, higher)
        if _moving_seconds(dose) < _moving_seconds(more) <= _moving_seconds(higher):
            rungs.append(Rung(level=level, step=len(rungs) + 1, raised=raised, dose=more))
            dose = more
    return rungs


def _with(raised: Raised, dose: Dose, higher: Dose) -> Dose:
    match raised:
        case Raised.REPS:
            return replace(dose, reps=max(dose.reps, higher.reps))
        case Raised.SETS if higher.sets > dose.sets:
            return replace(dose, sets=higher.sets, rest_between_sets_seconds=higher.rest_between_sets_seconds)
        case Raised.HOLD:
            return replace(dose, hold_seconds=max(dose.hold_seconds, higher.hold_seconds))
        case _:
            return dose


def _moving_seconds(dose: Dose) -> int:
    """Return the seconds of moving and holding, without any rest."""
    rep_seconds = dose.tempo.up_seconds + dose.hold_seconds + dose.tempo.down_seconds
    return dose.sets * dose.sides * dose.reps * rep_seconds
