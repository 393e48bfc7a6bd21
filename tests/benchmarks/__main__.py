"""`make bench`: print what was measured, and assert nothing about time."""

from __future__ import annotations

import sys

from tests.benchmarks import turn_bench
from tests.benchmarks.tables import show

SECTIONS = {
    "turns": lambda: show("A turn", turn_bench.measure()),
    "start": lambda: show("Starting", turn_bench.import_measures()),
}

for name in sys.argv[1:] or SECTIONS:
    SECTIONS[name]()
