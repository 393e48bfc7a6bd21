"""`docs/courses.md`: every course day by day, a line each, so that a physiotherapist can read it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from skill.domain.history.facts import (
    AdviceGiven,
    CareAdvised,
    CareCleared,
    DoseChanged,
    ExerciseEnded,
    Fact,
    NextDayReported,
    Outcome,
    PhaseChanged,
    RoutineEnded,
)
from skill.domain.history.record import is_worse
from skill.domain.movement.dose import Level
from skill.speech.messages import messages_for
from tests.courses.course import Course
from tests.courses.life import DayLived

PAGE = Path(__file__).parents[2] / "docs" / "courses.md"
HEAD = """# Courses

What the coach made of simulated patients, day by day. Each was lived through on the pretend Echo with the whole product
behind it; who the patient is and what must come of it is in `tests/courses/<name>.course`. This page is generated:
`make courses`.

Read a line as: the day, where it was felt before the exercises and how strong, the phase, what was done (at beginner
level where none is named), the minutes walked and swum of the week's target, how often the patient had to speak,
and what else came.
"""
_TABLE = "| day | felt | phase | done | walked | turns | what else |\n|---|---|---|---|---|---|---|\n"


def section(course: Course, days: Sequence[DayLived]) -> str:
    """Return the section of one course."""
    musts = "".join(f"- It must {must.text}.\n" for must in course.musts)
    rows = "".join(f"{_row(day)}\n" for day in days)
    return f"## {course.path.stem}\n\n{stamp(course.path)}\n\n{course.title}\n\n{musts}\n{_TABLE}{rows}"


def stamp(path: Path) -> str:
    """Return the mark that tells from which course a section was made."""
    return f"<!-- {path.name} {hashlib.sha256(path.read_bytes()).hexdigest()[:16]} -->"


def read_sections(page: Path = PAGE) -> dict[str, str]:
    """Return the sections of the page by their course's name; none where there is no page yet."""
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    found = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return {one.split("\n", 1)[0]: f"## {one.rstrip()}\n" for one in found}


def write_sections(sections: dict[str, str], page: Path = PAGE) -> None:
    """Write the page anew, the sections in the order of their names."""
    body = "\n".join(f"{sections[name].rstrip()}\n" for name in sorted(sections))
    page.write_text(f"{HEAD}\n{body}", encoding="utf-8")


def _row(day: DayLived) -> str:
    if not day.came:
        return f"| {day.day} {day.on:%a} | | | away | | | |"
    done = "; ".join(dict.fromkeys(_done(day)))
    target = f" of {day.target} a week" if day.target else ""
    turns = " + ".join(str(sitting.turns) for sitting in day.sittings)
    what = "; ".join(dict.fromkeys(_events(day)))
    felt = day.felt.replace("-", " ")
    return f"| {day.day} {day.on:%a} | {felt} | {day.phase} | {done} | {day.minutes}{target} | {turns} | {what} |"


def _done(day: DayLived) -> Iterator[str]:
    messages = messages_for("en-US")
    for ended in day.exercises:
        yield messages.exercise_name(ended.exercise_id) + _how(ended)


def _how(ended: ExerciseEnded) -> str:
    level = "" if ended.level is Level.BEGINNER else f", {ended.level}"
    outcome = "" if ended.outcome is Outcome.COMFORTABLE else f" ({ended.outcome})"
    return f"{level}{outcome}"


def _events(day: DayLived) -> Iterator[str]:
    if day.screens:
        yield "safety screen"
    for fact in day.facts:
        said = _event(fact)
        if said:
            yield said
    if day.came and not any(isinstance(fact, RoutineEnded) for fact in day.facts):
        yield "routine not brought to its end"


def _event(fact: Fact) -> str:
    name = messages_for("en-US").exercise_name
    match fact:
        case PhaseChanged():
            return f"back to {fact.phase}" if fact.set_back else f"**{fact.phase} begins**"
        case DoseChanged():
            return f"{name(fact.exercise_id)} {'rises' if fact.raised else 'one step lower'}"
        case AdviceGiven():
            return f"advice to see a physical therapist ({fact.reason})"
        case CareAdvised():
            return f"**{fact.care} advised**"
        case CareCleared():
            return "a clinician's word"
        case NextDayReported() if is_worse(fact):
            return "worse the day after"
        case _:
            return ""
