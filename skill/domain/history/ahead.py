"""Facts of a day to come: the patient flew west, or a clock was wrong. In every sum they count as today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

from skill.domain.history.facts import Fact


def as_of(facts: tuple[Fact, ...], today: date) -> tuple[Fact, ...]:
    """Return *facts*, oldest first, with none after *today*.

    What was written on a clock that ran ahead counts as of the next fact that was written on one that did not.
    """
    if not any(_on(fact) > today for fact in facts):
        return facts
    latest, sane = today, list[Fact]()
    for fact in reversed(facts):
        on = _on(fact)
        if on > today:
            sane.append(cast("Fact", replace(cast("Any", fact), on=latest)))
            continue
        if on != date.min:
            latest = on
        sane.append(fact)
    return tuple(reversed(sane))


def _on(fact: Fact) -> date:
    return cast("date", getattr(fact, "on", date.min))
