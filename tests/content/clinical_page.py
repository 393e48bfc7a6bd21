"""Reads `docs/clinical.md`, so that the content can be held against the page that gives its reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "clinical.md"
_TITLE = re.compile(r"^### 1\.\d+ .*\(`([\w-]+)`\)$")
_TAG = re.compile(r"\s*\[[^\]]*\]")
_MINUTES = re.compile(r"(\w[^:]*): ([^(]+) \(([\d.]+) min\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The dose of one level. Numbers as they are written, None for `n/a`."""

    sets: int | None
    reps: int | None
    hold_seconds: int | None
    up_down_seconds: tuple[int | None, int | None]
    rests_seconds: tuple[int | None, int | None]
    """Between repetitions, and between sets."""
    per_side: bool
    times_per_day: int
    days_per_week: int
    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the page says of one exercise."""

    id: str
    region: str
    also_for: str
    section: str
    steps: int
    equipment: str
    cautions: int
    not_for: int
    mistakes: int
    sources: frozenset[str]
    doses: dict[str, Row]


@cache
def exercises() -> tuple[Told, ...]:
    """Return the exercises of section 1."""
    text = PAGE.read_text(encoding="utf-8")
    parts = re.split(r"^(?=### )", text[text.index("## 1. ") : text.index("## 2. ")], flags=re.MULTILINE)
    return tuple(_exercise(part.splitlines()) for part in parts[1:])


@cache
def sources() -> dict[str, tuple[str, str]]:
    """Return what the sources of section 11 are, and where: the first address, "" for one that has none."""
    text = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z][A-Z0-9-]+) \| (.*) \| (.*) \|$", text[text.index("## 11. ") :], flags=re.MULTILINE)
    return {key: (what, where.split()[0] if where.startswith("http") else "") for key, what, where in rows}


def blocks_with_minutes() -> Iterator[tuple[str, int, float]]:
    """Yield each routine of section 4.4, the number of a block of it, from 0, and that block's coached minutes."""
    text = PAGE.read_text(encoding="utf-8")
    table = text[text.index("### 4.4 ") : text.index("### 4.5 ")]
    for routine, _, blocks, _ in re.findall(r"^\| ([\w-]+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", table, re.MULTILINE):
        for number, block in enumerate(blocks.split("<br>")):
            if found := _MINUTES.search(block):
                yield routine, number, float(found[3])


def _exercise(lines: list[str]) -> Told:
    title = _TITLE.match(lines[0])
    assert title, lines[0]
    points = dict(line[2:].split(": ", 1) for line in lines if line.startswith("- ") and ": " in line)
    region, section = re.fullmatch(r"(.*)\. Phase: (.*)\.", _plain(points["Region"])).groups()  # type: ignore[union-attr]
    also = re.search(r"\(also usable for ([\w ]+)\)", region)
    return Told(
        id=title[1],
        region=region.partition(" (")[0].replace(" ", "-"),
        also_for=also[1].replace(" ", "-") if also else "",
        section=section.replace(" ", "-"),
        steps=sum(bool(re.match(r"  \d+\. ", line)) for line in lines),
        equipment=_plain(points["Start"].partition("Equipment: ")[2]).rstrip("."),
        cautions=_count(points["Cautions"]),
        not_for=_count(points["Who should not"]),
        mistakes=_count(points["Common mistakes"]),
        sources=frozenset(points["Sources"].split(", ")),
        doses=dict(_row(line) for line in lines if re.match(r"\| (beginner|standard|progressed) \|", line)),
    )


def _row(line: str) -> tuple[str, Row]:
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    level, _, sets, reps, hold, tempo, rests, per_side, times, days, minutes = cells[:11]
    return level, Row(
        sets=_number(sets),
        reps=_number(reps),
        hold_seconds=_number(hold),
        up_down_seconds=_pair(tempo),
        rests_seconds=_pair(rests),
        per_side=per_side == "yes",
        times_per_day=int(times),
        days_per_week=int(days),
        minutes=float(minutes),
    )


def _pair(text: str) -> tuple[int | None, int | None]:
    one, other = text.replace("n/a", "-").split("/")
    return _number(one), _number(other)


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def _plain(text: str) -> str:
    return _TAG.sub("", text).strip()


def _count(text: str) -> int:
    return len(re.split(r"; (?=[A-Z])", _plain(text)))
