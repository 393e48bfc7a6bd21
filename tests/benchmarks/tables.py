"""Tables of what was measured, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number, and what it ought to be."""

    name: str
    value: float
    unit: str
    aim: str = ""


def show(title: str, measures: Iterable[Measure]) -> None:
    """Print a table of *measures*."""
    table = Table(title=title, title_justify="left")
    table.add_column("what")
    table.add_column("measured", justify="right")
    table.add_column("unit")
    table.add_column("aim")
    for measure in measures:
        table.add_row(measure.name, f"{measure.value:,.3f}", measure.unit, measure.aim)
    Console().print(table)
