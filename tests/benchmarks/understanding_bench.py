"""How well and how fast the simulator understands people: the table of tests/simulator/phrases.yaml."""

from __future__ import annotations

import time
from statistics import median, quantiles

from skill.simulator.understanding import Understanding
from tests.simulator.phrases import model, read_phrases, wrong_ones


def measure() -> dict[str, float]:
    """Return the percentage that is right, and what building and understanding cost."""
    started = time.perf_counter()
    understanding = Understanding(model())
    built = time.perf_counter() - started
    times = []
    for phrase in read_phrases():
        started = time.perf_counter()
        understanding.understand(phrase.text)
        times.append((time.perf_counter() - started) * 1000)
    return {
        "phrases": len(times),
        "right_percent": 100 * (1 - len(wrong_ones()) / len(times)),
        "build_seconds": built,
        "median_ms": median(times),
        "p99_ms": quantiles(times, n=100)[98],
    }


def wrong() -> list[str]:
    """Return a line for each phrase that is not understood."""
    return wrong_ones()
