"""What no edit may loosen: whatever a rule file says, danger stops, and worse is never more permissive.

These hold whichever numbers and words a physiotherapist chooses (docs/clinical.md §2.5 to §2.7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from skill.catalog.documents import ContentFile, Location
from skill.catalog.mistakes import Mistake
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import urgency
from skill.domain.symptoms.report import Change, Choice
from skill.domain.symptoms.symptom_rules import Cell, Ruling, ShortAnswers
from skill.domain.symptoms.verdicts import Consequence, Ends, Reason, Shift, Verdict

_MAY_GO_ON = frozenset({Reason.UNCHANGED_FOR_DAYS})
_LIGHTER = Verdict.CONTINUE_GENTLY
_STOP = Verdict.STOP_EXERCISE

_LEAST_OF_OVERRIDES = {
    Reason.NEW_ON_BOTH_SIDES: Verdict.EMERGENCY,
    Reason.DIZZY_LASTING: Verdict.EMERGENCY,
    Reason.NEW_WEAKNESS: Verdict.SEEK_TODAY,
    Reason.NEW_NUMBNESS: Verdict.SEEK_TODAY,
}

_LEAST_ENDS = {
    Verdict.STOP_EXERCISE: Ends.EXERCISE,
    Verdict.STOP_SESSION: Ends.SESSION,
    Verdict.SEEK_TODAY: Ends.SESSION,
    Verdict.EMERGENCY: Ends.SESSION,
}


def mistakes_of_table(document: ContentFile, table: Mapping[Shift, Mapping[Change, Cell]]) -> list[Mistake]:
    """Return the cells that go on too freely."""
    mistakes = []
    for shift in Shift:
        for change in Change:
            at, cell = (shift, change, "verdict"), table[shift][change]
            if shift is Shift.MOVED_OUT and cell.verdict.severity < _STOP.severity:
                mistakes.append(document.mistake(at, "must stop: it moved out"))
            if change is Change.WORSE and cell.verdict.severity < _LIGHTER.severity:
                mistakes.append(document.mistake(at, "must not go on at the same dose: it is stronger"))
    return [*mistakes, *_freer_though_worse(document, table)]


def mistakes_of_overrides(document: ContentFile, overrides: Mapping[Reason, Ruling]) -> list[Mistake]:
    """Return the overrides that are looser than they may be."""
    mistakes = []
    for reason, ruling in overrides.items():
        least = _LEAST_OF_OVERRIDES.get(reason)
        if least and max(ruling.verdict.severity, _severity_of_care(ruling)) < least.severity:
            mistakes.append(document.mistake((reason, "verdict"), f"must be at least {least}"))
        if reason not in _MAY_GO_ON and ruling.verdict.severity < _STOP.severity:
            mistakes.append(document.mistake((reason, "verdict"), "must stop: an override is danger"))
        if ruling.verdict in tuple(Verdict)[-3:] and (not ruling.care or ruling.care.value != ruling.verdict.value):
            mistakes.append(document.mistake((reason, "care"), f"must be {ruling.verdict}, as the verdict is"))
    return mistakes


def mistakes_of_consequences(document: ContentFile, consequences: Mapping[Verdict, Consequence]) -> list[Mistake]:
    """Return the verdicts after which too little happens."""
    mistakes = []
    for verdict, least in _LEAST_ENDS.items():
        if _extent(consequences[verdict].ends) < _extent(least):
            mistakes.append(document.mistake((verdict, "ends"), f"must be {least}"))
    for verdict in (Verdict.SEEK_TODAY, Verdict.EMERGENCY):
        if Limit.NO_COACHING not in consequences[verdict].limits:
            mistakes.append(document.mistake((verdict, "limits"), f"must have {Limit.NO_COACHING}"))
    reduced = consequences[Verdict.REDUCE]
    if not 0 < reduced.reps_percent < 100:
        mistakes.append(document.mistake((Verdict.REDUCE, "reps_percent"), "must be from 1 to 99"))
    return mistakes


def mistakes_of_answers(document: ContentFile, answers: ShortAnswers) -> list[Mistake]:
    """Return the short answers that are looser than they may be."""
    floors: tuple[tuple[Location, Ruling, Verdict], ...] = (
        (("choices", Choice.STOP), answers.choices[Choice.STOP], _STOP),
        (("choices", Choice.EASIER), answers.choices[Choice.EASIER], Verdict.REDUCE),
        (("changes", Change.WORSE), answers.changes[Change.WORSE], _STOP),
    )
    return [
        document.mistake((*at, "verdict"), f"must be at least {least}")
        for at, ruling, least in floors
        if ruling.verdict.severity < least.severity
    ]


def _freer_though_worse(document: ContentFile, table: Mapping[Shift, Mapping[Change, Cell]]) -> Iterator[Mistake]:
    """Yield the cells that are more permissive than the one before them in their row or column."""
    for shift in Shift:
        for better, worse in pairwise(Change):
            if _is_freer(table[shift][worse], table[shift][better]):
                yield document.mistake((shift, worse, "verdict"), f"must be as careful as {shift}, {better}")
    for change in Change:
        for nearer, further in pairwise(Shift):
            if _is_freer(table[further][change], table[nearer][change]):
                yield document.mistake((further, change, "verdict"), f"must be as careful as {nearer}, {change}")


def _is_freer(worse: Cell, better: Cell) -> bool:
    return worse.verdict.severity < better.verdict.severity or _beyond(worse) < _beyond(better)


def _beyond(cell: Cell) -> int:
    return (cell.otherwise or cell).verdict.severity


def _severity_of_care(ruling: Ruling) -> int:
    return Verdict(ruling.care.value).severity if urgency(ruling.care) and ruling.care else 0


def _extent(ends: Ends) -> int:
    return tuple(Ends).index(ends)
