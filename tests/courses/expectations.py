"""What must come of a course, a line each.

::

    must      enter strengthening on day 8 to 24
    must      stay in recovery
    must      aim at 150 minutes by day 91           the week's target
    must      walk 150 minutes in a week by day 91   done in seven days
    must      plan strength-training by day 70       at least once; `never plan swimming`
    must      raise strength-training to standard by day 120
    must      hear "Two weeks, and" 2 times          in all; `hear "..." on day 15 to 16` for the first time
    must      never hear "made no difference"
    must      be screened on day 1                   on these days and on no others; `day 1, 42`
    must      be coached every day                   every day on which the patient comes has an exercise done
    must      be coached by day 30                   ... from this day on, after something had kept the coach from it
    must      take at most 6 + 3 turns after day 3   for a sitting, and more for each exercise
    must      say at most 160 words                  in one reply, counts apart
    must      advise soon once                       care within days, how often: `never`, `once`, `2 times`

Besides, of every course: at most one screen a day, and never the words for an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from skill.domain.history.facts import CareAdvised, DoseChanged, PhaseChanged
from skill.domain.movement.exercise import Phase
from skill.domain.safety.red_flags import Care
from skill.simulator.transcript import matches
from tests.courses.course import Course, CourseError, Must
from tests.courses.life import ERROR_WORDS, DayLived

Days = Sequence[DayLived]
_OFFER = re.compile(r"routine|Today: \d+ exercise")
"""How a day's routine is told: in full, or in short."""
Found = tuple[bool, str]
"""Whether it holds, and what was found."""


def check(course: Course, days: Days) -> None:
    """Raise `CourseError` with everything that did not come as it must."""
    wrong = [f"{course.path.name}: {problem}" for problem in _always(days)]
    for must in course.musts:
        holds, found = _holds(must, days)
        if not holds:
            wrong.append(f"{course.path.name}:{must.line}\n    must:  {must.text}\n    found: {found}")
    if wrong:
        raise CourseError("\n".join(wrong))


def _always(days: Days) -> list[str]:
    twice = [day.day for day in days if day.screens > 1]
    broken = [day.day for day in days if any(ERROR_WORDS in text for text in day.texts)]
    problems = [f"more than one screen on day {', '.join(map(str, twice))}"] if twice else []
    return [*problems, *([f"something went wrong on day {', '.join(map(str, broken))}"] if broken else [])]


def _holds(must: Must, days: Days) -> Found:
    for pattern, look in _WAYS.items():
        found = re.fullmatch(pattern, must.text)
        if found:
            return look(days, *found.groups())
    raise CourseError(f"line {must.line}: nobody knows how to look for {must.text!r}")


def _enters(days: Days, phase: str, first: str, last: str) -> Found:
    at = [day.day for day in days if any(isinstance(one, PhaseChanged) and one.phase == phase for one in day.facts)]
    return bool(at) and int(first) <= at[0] <= int(last), f"day {at[0]}" if at else "never"


def _stays(days: Days, phase: str) -> Found:
    left = next((day for day in days if day.phase is not Phase(phase)), None)
    return left is None, f"{left.phase} on day {left.day}" if left else phase


def _ends_in(days: Days, phase: str) -> Found:
    return days[-1].phase is Phase(phase), days[-1].phase


def _aims(days: Days, minutes: str, by: str) -> Found:
    at = next((day.day for day in days if (day.target or 0) >= int(minutes)), None)
    most = max((day.target or 0 for day in days[: int(by)]), default=0)
    return at is not None and at <= int(by), f"{most} minutes by then" if at is None or at > int(by) else f"day {at}"


def _walks(days: Days, minutes: str, by: str) -> Found:
    upto = days[: int(by)]
    weeks = (sum(day.minutes for day in upto[end - 7 : end]) for end in range(7, len(upto) + 1))
    most = max(weeks, default=0)
    return most >= int(minutes), f"{most} minutes in the best week by then"


def _plans(days: Days, exercise_id: str, by: str) -> Found:
    at = next((day.day for day in days if any(one.exercise_id == exercise_id for one in day.exercises)), None)
    return at is not None and at <= int(by), f"day {at}" if at else "never"


def _never_plans(days: Days, exercise_id: str) -> Found:
    at = [day.day for day in days if any(one.exercise_id == exercise_id for one in day.exercises)]
    return not at, f"on day {at[:5]}"


def _raises(days: Days, exercise_id: str, level: str, by: str) -> Found:
    at = next(
        (
            day.day
            for day in days
            for one in day.facts
            if isinstance(one, DoseChanged) and one.raised and (one.exercise_id, one.level) == (exercise_id, level)
        ),
        None,
    )
    return at is not None and at <= int(by), f"day {at}" if at else "never"


def _heard_on(days: Days, words: str) -> list[int]:
    return [day.day for day in days for text in day.texts if matches(f"...{words}...", text)]


def _hears_times(days: Days, words: str, times: str) -> Found:
    on = _heard_on(days, words)
    return len(on) == int(times), f"on day {on[:8]}"


def _hears_from(days: Days, words: str, first: str, last: str | None) -> Found:
    on = _heard_on(days, words)
    return bool(on) and int(first) <= on[0] <= int(last or first), f"on day {on[:8]}"


def _never_hears(days: Days, words: str) -> Found:
    on = _heard_on(days, words)
    return not on, f"on day {on[:8]}"


def _apart(days: Days, words: str, least: str) -> Found:
    on = _heard_on(days, words)
    gaps = [later - earlier for earlier, later in pairwise(on)]
    return all(gap >= int(least) for gap in gaps), f"on day {on[:8]}"


def _screened(days: Days, wanted: str) -> Found:
    on = [day.day for day in days if day.screens]
    return on == [int(one) for one in wanted.split(", ")], f"on day {on[:12]}"


def _coached(days: Days, since: str | None) -> Found:
    without = [day.day for day in days if day.came and day.day >= int(since or 1) and not day.exercises]
    return not without, f"nothing on day {without[:12]}"


def _offered(days: Days) -> Found:
    without = [day.day for day in days if day.came and not any(_OFFER.search(text) for text in day.texts)]
    return not without, f"no routine on day {without[:12]}"


def _turns(days: Days, turns: str, each: str, after: str) -> Found:
    long = [
        f"day {day.day}: {sitting.turns} for {sitting.exercises}"
        for day in days[int(after) :]
        for sitting in day.sittings
        if sitting.turns > int(turns) + int(each) * sitting.exercises
    ]
    return not long, "; ".join(long[:5])


def _words(days: Days, most: str) -> Found:
    longest = max((sitting.longest_words, day.day) for day in days for sitting in day.sittings)
    return longest[0] <= int(most), f"{longest[0]} words on day {longest[1]}"


def _advises(days: Days, care: str, how_often: str) -> Found:
    wanted = {"never": 0, "once": 1}.get(how_often) if not how_often[0].isdigit() else int(how_often.split()[0])
    advised = ((day.day, one) for day in days for one in day.facts if isinstance(one, CareAdvised))
    on = [day for day, one in advised if one.care is Care(f"seek-{care}")]
    return len(on) == wanted, f"on day {on[:8]}"


def _goes_back(days: Days, how_often: str) -> Found:
    on = [day.day for day in days for one in day.facts if isinstance(one, PhaseChanged) and one.set_back]
    return len(on) == int(how_often), f"on day {on[:8]}"


_WAYS: dict[str, Callable[..., Found]] = {
    r"enter (\S+) on day (\d+) to (\d+)": _enters,
    r"stay in (\S+)": _stays,
    r"end in (\S+)": _ends_in,
    r"aim at (\d+) minutes by day (\d+)": _aims,
    r"walk (\d+) minutes in a week by day (\d+)": _walks,
    r"plan (\S+) by day (\d+)": _plans,
    r"raise (\S+) to (\S+) by day (\d+)": _raises,
    r"never plan (\S+)": _never_plans,
    r'hear "(.+)" (\d+) times?': _hears_times,
    r'hear "(.+)" first on day (\d+)(?: to (\d+))?': _hears_from,
    r'hear "(.+)" at least (\d+) days apart': _apart,
    r'never hear "(.+)"': _never_hears,
    r"be screened on day ([\d, ]+)": _screened,
    r"be coached every day(?: from day (\d+))?": _coached,
    r"be offered a routine every day": _offered,
    r"take at most (\d+) \+ (\d+) turns after day (\d+)": _turns,
    r"say at most (\d+) words": _words,
    r"advise (soon|today) (never|once|\d+ times)": _advises,
    r"go one phase back (\d+) times?": _goes_back,
}
