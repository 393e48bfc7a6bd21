"""`make bench`: print what was measured, and assert nothing about time. Name sections to measure only those."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from tests.benchmarks import (
    audio_bench,
    count_bench,
    holds_bench,
    minute_bench,
    store_bench,
    turn_bench,
    understanding_bench,
    years_bench,
)
from tests.benchmarks.tables import Measure, show


def _store() -> Iterable[Measure]:
    aims = {"load_and_save_cpu_ms": "<= 0.45"}
    for name, value in store_bench.measure().items():
        yield Measure(name=name, value=value, unit="CPU ms", aim=aims.get(name, ""))


def _understanding() -> Iterable[Measure]:
    units = {"phrases": "", "right_percent": "%", "build_seconds": "s", "median_ms": "ms", "p99_ms": "ms"}
    aims = {"right_percent": "> 95", "p99_ms": "<= 30"}
    for name, value in understanding_bench.measure().items():
        yield Measure(name=name, value=value, unit=units[name], aim=aims.get(name, ""))


SECTIONS: dict[str, tuple[str, Callable[[], Iterable[Measure]]]] = {
    "turns": ("A turn", turn_bench.measure),
    "counts": ("Counting", count_bench.measure),
    "start": ("Starting", turn_bench.import_measures),
    "store": ("The store, in a turn", _store),
    "holds": ("The journal of holds", holds_bench.measure),
    "understanding": ("Understanding typed phrases", _understanding),
    "years": ("A history of years", years_bench.measure),
    "minute": ("The first minute, and every morning after", minute_bench.measure),
    "guides": ("The audio guides", audio_bench.measure),
}

for section in sys.argv[1:] or SECTIONS:
    title, measure = SECTIONS[section]
    show(title, measure())
