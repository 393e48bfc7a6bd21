"""The first minute and every morning after: questions, words and seconds to the first count, and how varied it is.

Lived through by the simulated patient of the courses: somebody well who answers every question, does all that is asked
and answers within a second. Seconds are by the estimate of `skill.speech.timing`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from skill.simulator.conversation import Conversation
from skill.simulator.device import Device
from skill.simulator.heard import Heard
from skill.web.model import understanding_of
from tests.benchmarks.tables import Measure
from tests.courses.course import read_course
from tests.courses.life import ANSWERING_SECONDS, Life, Sitting

DAYS = (1, 2, 5, 30)
LIVES = {
    "low back": ("region low-back, floor yes", "day 1 thigh 3, day 4 buttock 3, day 9 spine 2, day 20 nowhere 0"),
    "neck": ("region neck", "day 1 upper-arm 3, day 4 shoulder 3, day 9 spine 2, day 20 nowhere 0"),
}
AIMS = {
    ("low back", 1): (10, 340, 160),
    ("neck", 1): (10, 360, 160),
    ("both", 1): (12, 420, 160),
}
LATER_AIMS = {2: (4, 75), 5: (4, 45), 30: (4, 45)}
QUICK_SECONDS = 30
TALK_PERCENT = {1: 55, 2: 55, 5: 30, 30: 30}
QUICK_TALK_PERCENT = 20
SESSIONS = 10
LEFT_OUT = re.compile(
    r"^(Exercise \d|Movement \d|We'll do|You know|To hear the steps|Are you (in position|ready)|Say next"
    r"|Or are you ready"
    r"|Just once|Once on|\d+ (in a row|on each|sets)|Hold for|It's \w+ for|Stop |Stop$|Then leave|Roll onto|None, or"
    r"|Anything new|New (numb|trouble|pain)|Off you go|When you're back|Get into|Pick|Same as before)"
)
"""Counts, instructions, and words that carry safety: they do not vary."""


@dataclass(slots=True)
class Stopwatch:
    """What one sitting took."""

    questions: int = 0
    words: int = 0
    seconds: float = 0.0
    """All three up to the first count."""
    talked: float = 0.0
    counted: float = 0.0
    waited: float = 0.0
    begun: bool = False
    sentences: list[str] = field(default_factory=list)

    @property
    def talk_percent(self) -> float:
        """Return the share of talk in all that is not a walk."""
        return 100 * self.talked / (self.talked + self.counted + self.waited)

    def hear(self, heard: Heard) -> None:
        """Take what was heard after an answer."""
        talk = [sound for sound in heard.sounds if not sound.beat]
        beats = [sound for sound in heard.sounds if sound.beat]
        if beats and not self.begun:
            self.begun = True
            before = [sound for sound in heard.sounds[: heard.sounds.index(beats[0])] if not sound.beat]
            self._before_count(before)
        elif not self.begun:
            self._before_count(talk)
            self.questions += heard.listening
            self.seconds += ANSWERING_SECONDS
        self.talked += sum(sound.seconds for sound in talk)
        self.counted += sum(sound.seconds for sound in beats)
        self.waited += ANSWERING_SECONDS
        text = " ".join(sound.text for sound in talk if sound.text)
        self.sentences += [one for one in re.split(r"(?<=[.?!]) ", text) if one]

    def _before_count(self, sounds: Iterable[object]) -> None:
        for sound in sounds:
            self.words += len(sound.text.split())  # type: ignore[attr-defined]
            self.seconds += sound.seconds  # type: ignore[attr-defined]


class TimedLife(Life):
    """A life in which every sitting is timed."""

    watches: dict[int, Stopwatch]

    def _hear(self, sitting: Sitting, words: str, heard: Heard) -> None:
        super()._hear(sitting, words, heard)
        self.watches.setdefault(id(sitting), Stopwatch()).hear(heard)


def lived(region: str, feels: str, *, days: int, quick: bool = False) -> list[Stopwatch]:
    """Return the stopwatch of every day of somebody who comes once a day; *quick* is said on the first."""
    understanding = understanding_of("en-US")

    def say(device: Device, words: str) -> Heard | None:
        return Conversation(device, understanding).say(words).heard

    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.course"
        says = "says      day 1 at the end: quick mode\n" if quick else ""
        path.write_text(
            f"patient   {region}\nlives     2026-11-23, {days} days, at 08:30\nfeels     {feels}\n{says}"
            "must      stay recovery on day 1\n"
        )
        life = TimedLife(read_course(path), say, Path(folder))
        life.watches = {}
        return [life.watches[id(day.sittings[0])] for day in life.days()]


def _rows(name: str, day: int, watch: Stopwatch, *, quick: bool) -> Iterator[Measure]:
    questions, seconds = LATER_AIMS.get(day, (0, 0))
    words = 0
    if (name, day) in AIMS:
        questions, words, seconds = AIMS[name, day]
    seconds = QUICK_SECONDS if quick else seconds
    talk = QUICK_TALK_PERCENT if quick else TALK_PERCENT[day]
    what = f"{name}, day {day}{', quick' if quick else ''}"
    yield Measure(name=f"{what}: questions", value=watch.questions, unit="", aim=f"<= {questions}")
    yield Measure(name=f"{what}: words", value=watch.words, unit="", aim=f"<= {words}" if words else "")
    yield Measure(name=f"{what}: to the first count", value=watch.seconds, unit="s", aim=f"<= {seconds}")
    yield Measure(name=f"{what}: talk", value=watch.talk_percent, unit="%", aim=f"<= {talk}")


def measure() -> Iterator[Measure]:
    """Yield what the first days and later ones take, full and quick, and how varied ten sessions are."""
    for name, (region, feels) in LIVES.items():
        for quick in (False, True):
            watches = lived(region, feels, days=DAYS[-1], quick=quick)
            for day in DAYS[1:] if quick else DAYS:
                yield from _rows(name, day, watches[day - 1], quick=quick)
            if name == "low back" and not quick:
                yield from _variety(watches[:SESSIONS])
    both = lived("region both, floor yes", "day 1 thigh 3", days=1)[0]
    yield from _rows("both", 1, both, quick=False)


def _variety(watches: list[Stopwatch]) -> Iterator[Measure]:
    said = [one for watch in watches for one in watch.sentences if not LEFT_OUT.match(one)]
    counts = Counter(said)
    most, times = counts.most_common(1)[0]
    different = 100 * len(counts) / len(said)
    yield Measure(
        name=f"{SESSIONS} sessions: different sentences of {len(said)}", value=different, unit="%", aim=">= 50"
    )
    yield Measure(name=f"said most often: {most}", value=times, unit="times", aim="<= 8")


__all__ = ["lived", "measure"]
