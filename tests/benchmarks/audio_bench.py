"""What building the audio guides costs, with the bundled voice, each build in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.tables import Measure

SENTENCE = ("Lift to the straight line, and no higher.", "Lift to the straight line, but no higher.")
"""Said in the bridge's guides and in every routine with a bridge."""

BUILD = """
import json, resource, sys, time
started = time.perf_counter()
from pathlib import Path
from audio.build import build
from audio.guides import guide_names
from skill.catalog import load_catalog
from skill.speech.messages import Messages, messages_for

folder, which, old, new = sys.argv[1:]

class Reworded:
    def __init__(self, messages):
        self._messages = messages
    def __getattr__(self, name):
        return getattr(self._messages, name)
    def say(self, cue):
        return self._messages.say(cue).replace(old, new)

messages = messages_for("en-US")
catalog = load_catalog(cache=Path(folder) / "catalog")
names = [name for name in guide_names(catalog) if name in catalog.exercises] if which == "standard" else []
report = build(
    catalog,
    Reworded(messages) if old else messages,
    out=Path(folder) / "guides",
    cache=Path(folder) / "clips",
    voice="hibari",
    names=names,
)
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "seconds": time.perf_counter() - started,
    "cpu_seconds": used.ru_utime + used.ru_stime,
    "megabytes": used.ru_maxrss / 1024,
    "guides": len(report.built),
    "audio_seconds": report.audio_seconds,
}))
"""


def measure() -> Iterator[Measure]:
    """Yield the cold and the warm builds, one changed sentence, the rate and the memory."""
    with tempfile.TemporaryDirectory(prefix="spine-coach-bench-") as folder:
        standard = _built(folder, "standard")
        yield Measure(name="sixteen standard guides, cold", value=standard["seconds"], unit="s", aim="<= 25")
    with tempfile.TemporaryDirectory(prefix="spine-coach-bench-") as folder:
        cold = _built(folder, "all")
        warm = _built(folder, "all")
        changed = _built(folder, "all", *SENTENCE)
    guides = f"{cold['guides']:.0f} guides"
    yield Measure(name=f"{guides}, cold", value=cold["seconds"], unit="s", aim="<= 120")
    yield Measure(name=f"{guides}, nothing changed", value=warm["seconds"], unit="s", aim="<= 1.5")
    name = f"one sentence changed, in {changed['guides']:.0f} guides"
    yield Measure(name=name, value=changed["seconds"], unit="s", aim="<= 6")
    yield Measure(name="sound in all guides", value=cold["audio_seconds"] / 3600, unit="hours")
    rate = cold["audio_seconds"] / cold["seconds"]
    yield Measure(name="seconds of sound per second, cold", value=rate, unit="")
    yield Measure(name="most memory", value=cold["megabytes"], unit="MB", aim="<= 700")
    yield Measure(name="cold, CPU", value=cold["cpu_seconds"], unit="s")


def _built(folder: str, which: str, old: str = "", new: str = "") -> dict[str, float]:
    command = [sys.executable, "-c", BUILD, folder, which, old, new]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured
