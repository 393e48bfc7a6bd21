"""Writes transcripts anew from what the coach really says: `python -m tests.dialogues.rerecord [--states] FILE...`.

What the patient says, what is given, waits, comments and blank lines stay as they are, and so does every line of the
coach that still holds, with its `...`. A line that no longer holds becomes what was heard; a long one keeps its
beginning and its end. A patient's line that is not understood stops the file there, and the rest of it stays. A state
that is another one is told, and written anew only with `--states`: read the result as a physiotherapist would.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from skill.simulator.rehearsal import Rehearsal
from skill.simulator.transcript import TranscriptError, read_transcript
from tests.dialogues.conftest import mode_of, stage

HEARD = frozenset({"coach", "reprompt", "card", "title", "player", "mic"})
WHOLE_WORDS = 70
"""Up to so many words a line is written whole."""
KEPT_SENTENCES = 2
"""So many are kept at the beginning and at the end of a longer one."""


def rerecord(path: Path, *, states: bool = False) -> tuple[str, ...]:
    """Write the transcript at *path* anew; return what a reader must look at, each with its line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    with TemporaryDirectory() as folder:
        rehearsal = stage(Path(folder), mode_of(path))
        told = _played(path, rehearsal, lines, states=states)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return told


def _played(path: Path, rehearsal: Rehearsal, lines: list[str], *, states: bool) -> tuple[str, ...]:
    told: list[str] = []
    for line in read_transcript(path):
        try:
            rehearsal.do(line)
        except TranscriptError as error:
            written = line.verb in HEARD or (states and line.verb == "state")
            if written:
                found = rehearsal.found(line)
                lines[line.number - 1] = _rewritten(lines[line.number - 1], line.verb, _shortened(found))
            else:
                told.append(str(error))
            if line.verb not in HEARD | {"state"}:
                told.append(f"{path.name}:{line.number} stopped here; the rest is as it was")
                break
    return tuple(told)


def _rewritten(raw: str, verb: str, text: str) -> str:
    """Return the line *raw* with its text replaced; how it is set stays."""
    head = re.match(rf"\s*{verb}\s*", raw)
    before = head[0] if head and head[0].endswith(" ") else f"{verb:<9}"
    return f"{before}{text}".rstrip()


def _shortened(text: str) -> str:
    """Return what was heard in one line, the midst of a long one left out."""
    text = " ".join(text.split())
    sentences = re.split(r"(?<=[.?!]) ", text)
    if len(text.split()) <= WHOLE_WORDS or len(sentences) <= 2 * KEPT_SENTENCES:
        return text
    return " ".join((*sentences[:KEPT_SENTENCES], "...", *sentences[-KEPT_SENTENCES:]))


def main(arguments: list[str], say: Callable[[str], object] = print) -> int:
    """Write every file of *arguments* anew; return 1 when anything is left for a reader to mend."""
    states = "--states" in arguments
    paths = [Path(one) for one in arguments if not one.startswith("--")]
    left = 0
    for path in paths:
        before = path.read_text(encoding="utf-8")
        told = rerecord(path, states=states)
        changed = path.read_text(encoding="utf-8") != before
        if changed or told:
            say(f"{path}: {'written anew' if changed else 'as it was'}")
        for one in told:
            say(f"  {one}")
        left += bool(told)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
