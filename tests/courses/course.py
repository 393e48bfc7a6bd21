"""`.course` files: a patient as data, the weeks to live through, and what must come of them.

::

    # Who this is, in a sentence.
    quick                                        also run in the quick suite
    patient   region low-back, floor yes         what the set-up questions are answered with
    lives     2026-11-23, 70 days, at 08:30      the first day, how many, and when the coach is opened on each
    zone      America/New_York                   where the device is; `zone day 20 Europe/Paris` from that day on
    mode      policy-safe                        SPINE_COACH_SYMPTOMS; durable without this line
    consent   no                                 the answer to whether answers may be kept; yes without this line
    feels     day 1 thigh 5, day 11 buttock 4    place and strength before the exercises, from that day on
    feels     neck day 1 shoulder 3              the same of one part of the spine, for patients with both
    after     day 9 18 27: moved out             what follows the first exercise of these days; else "the same"
    off       day 20 to 41, weekends             days on which nobody comes
    walks     untold                             a walk is never reported back
    answers   AskActivityDone: no                another answer to one of the coach's questions
    logs      mon wed fri: log a thirty minute swim
    says      day 12 at the end: I'm pregnant    said when the sitting is over; `first`: in place of the first answer
    program   day 20 knee-friendly               a clinician's program is put in place on that day
    clock     day 30 back 2 days                 the clock is set; `on` for forward
    must      enter strengthening on day 8 to 24

What `must` may say is told in `tests.courses.expectations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from pathlib import Path

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class CourseError(Exception):
    """A course cannot be read, or did not come to what it must; the message begins with `file:line`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """Where it is felt before the exercises, and how strong, from a day on."""

    day: int
    place: str
    """A zone's id."""
    strength: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something said unasked."""

    day: int
    first: bool
    """In place of the first answer; else when the sitting is over."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Must:
    """One thing that must come of the course."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A patient, the days, and what must come of them."""

    path: Path
    title: str
    quick: bool = False
    region: str = "low-back"
    floor: str = "yes"
    begins: date = date(2026, 11, 23)
    days: int = 70
    times: tuple[time, ...] = (time(8, 30),)
    zones: tuple[tuple[int, str], ...] = ((1, "America/New_York"),)
    mode: str = ""
    consent: str = "yes"
    felt: Mapping[str, tuple[Felt, ...]] = field(default_factory=dict)
    """By region; the days ascend."""
    after: Mapping[int, str] = field(default_factory=dict)
    off: frozenset[int] = frozenset()
    walks_told: bool = True
    answers: Mapping[str, str] = field(default_factory=dict)
    """By the name of the coach's question."""
    logs: Mapping[int, str] = field(default_factory=dict)
    says: tuple[Saying, ...] = ()
    programs: Mapping[int, str] = field(default_factory=dict)
    clock: Mapping[int, int] = field(default_factory=dict)
    """By how many days the clock is set forward (or back, below 0) before that day."""
    musts: tuple[Must, ...] = ()

    def on(self, day: int) -> date:
        """Return the date of the *day*, from 1."""
        return self.begins + timedelta(days=day - 1)

    def feels(self, region: str, day: int) -> Felt:
        """Return what is felt on *day*; nothing where nothing is told of the region."""
        told = [one for one in self.felt.get(region, ()) if one.day <= day]
        return told[-1] if told else Felt(day=day, place="nowhere", strength=0)

    def zone(self, day: int) -> str:
        """Return the time zone of the device on *day*."""
        return [zone for since, zone in self.zones if since <= day][-1]


def read_course(path: Path) -> Course:
    """Return the course at *path*. Raise `CourseError` for a line nobody can read."""
    lines = path.read_text(encoding="utf-8").splitlines()
    course = Course(path=path, title=" ".join(line.lstrip("# ").strip() for line in _heading(lines)))
    weekends = False
    for number, raw in enumerate(lines, start=1):
        line = raw.split(" # ")[0].strip()
        if not line or line.startswith("#"):
            continue
        verb, _, rest = line.partition(" ")
        rest = rest.strip()
        weekends = weekends or (verb == "off" and "weekends" in rest)
        try:
            course = _with(course, verb, rest, number)
        except (ValueError, KeyError, IndexError, AttributeError) as error:
            raise CourseError(f"{path.name}:{number}: cannot read {line!r}: {error}") from None
    if weekends:
        course = replace(course, off=course.off | {day for day in _days(course) if course.on(day).weekday() > 4})
    return course


def _heading(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            return
        yield line


def _days(course: Course) -> range:
    return range(1, course.days + 1)


def _with(course: Course, verb: str, text: str, number: int) -> Course:
    match verb:
        case "quick":
            return replace(course, quick=True)
        case "patient":
            told = dict(clause.split() for clause in text.split(", "))
            return replace(course, region=told["region"], floor=told.get("floor", course.floor))
        case "lives":
            begins, days, *at = text.split(", ")
            times = tuple(time.fromisoformat(one) for one in at[0].removeprefix("at ").split())
            return replace(course, begins=date.fromisoformat(begins), days=int(days.split()[0]), times=times)
        case "zone":
            moved = re.fullmatch(r"day (\d+) (\S+)", text)
            zones = (*course.zones, (int(moved[1]), moved[2])) if moved else ((1, text),)
            return replace(course, zones=zones)
        case "mode":
            return replace(course, mode=text)
        case "consent":
            return replace(course, consent=text)
        case "feels":
            return _with_felt(course, text)
        case "after":
            days_said, _, what = text.partition(": ")
            return replace(course, after={**course.after, **dict.fromkeys(_numbers(days_said), what)})
        case "off":
            return replace(course, off=course.off | frozenset(_numbers(text)))
        case "walks":
            return replace(course, walks_told={"told": True, "untold": False}[text])
        case "answers":
            question, _, words = text.partition(": ")
            return replace(course, answers={**course.answers, question: words})
        case "logs":
            weekdays, _, words = text.partition(": ")
            return replace(course, logs={**course.logs, **{WEEKDAYS.index(one): words for one in weekdays.split()}})
        case "says":
            when, _, words = text.partition(": ")
            found = re.fullmatch(r"day (\d+) (first|at the end)", when)
            if found is None:
                raise ValueError("say `day 12 first` or `day 12 at the end`")
            saying = Saying(day=int(found[1]), first=found[2] == "first", words=words)
            return replace(course, says=(*course.says, saying))
        case "program":
            _, day, name = text.split()
            return replace(course, programs={**course.programs, int(day): name})
        case "clock":
            _, day, way, count, _unit = text.split()
            return replace(course, clock={**course.clock, int(day): int(count) * (-1 if way == "back" else 1)})
        case "must":
            return replace(course, musts=(*course.musts, Must(line=number, text=text)))
    raise ValueError(f"a line does not begin with {verb}")


def _with_felt(course: Course, text: str) -> Course:
    region = course.region if course.region != "both" else "low-back"
    if not text.startswith("day"):
        region, _, text = text.partition(" ")
    felt = tuple(
        Felt(day=int(day), place=place, strength=int(strength))
        for _, day, place, strength in (clause.split() for clause in text.split(", "))
    )
    return replace(course, felt={**course.felt, region: (*course.felt.get(region, ()), *felt)})


def _numbers(text: str) -> Iterator[int]:
    """Yield the days of `day 20 to 41, weekends` or `day 9 18 27`."""
    for clause in text.split(", "):
        span = re.fullmatch(r"day (\d+) to (\d+)", clause)
        if span:
            yield from range(int(span[1]), int(span[2]) + 1)
        elif clause.startswith("day "):
            yield from (int(one) for one in clause.split()[1:])
