"""Which of its wordings a cue is said in: each in turn, so that none comes twice in a sitting before all have come.

Nothing is left to chance: the visit says where to begin, and the sitting how often each kind of cue was said.
"""

from __future__ import annotations

from dataclasses import fields, replace

from skill.domain.cues import Cue
from skill.domain.patient.session import Session

WORDINGS = 6
"""How many wordings a cue may have; a locale with fewer says its last one for the rest."""


def worded(cues: tuple[Cue, ...], session: Session, visits: int) -> tuple[tuple[Cue, ...], Session]:
    """Return *cues* with those that have several wordings in the next one, and *session* with that noted."""
    said = dict(session.wordings)
    chosen: list[Cue] = []
    for cue in cues:
        kind = type(cue).__name__
        if not has_wordings(cue):
            chosen.append(cue)
            continue
        number = said.get(kind, 0)
        said[kind] = number + 1
        chosen.append(replace(cue, wording=(number + visits) % WORDINGS))  # type: ignore[type-var]  # it has the field
    if said == session.wordings:
        return cues, session
    return tuple(chosen), replace(session, wordings=said)


def has_wordings(cue: Cue) -> bool:
    """Return whether *cue* can be said in several ways."""
    return any(field.name == "wording" for field in fields(cue))  # type: ignore[arg-type]  # every cue is a dataclass
