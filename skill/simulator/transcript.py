"""`.dialogue` files: conversations a physiotherapist can read, run against the skill line by line.

::

    # What this shows, in a sentence.
    given    region low-back, floor yes       set the patient up before anything is said
    patient  open spine coach                 the launch
    patient  it's a bit worse                 an utterance; it must match one sample of the interaction model
    patient  [AMAZON.PauseIntent]             an intent by its name
    coach    Let's stop ... for today. ...    what is heard, `...` stands for anything
    reprompt Say ready ...                    what is said after silence
    card     ...                              what the card shows
    wait     12                               seconds go by, with reprompts and the session's end when they are due
    until    2026-11-24T08:00                 time moves to then
    state    checking, bridge, set 1, rep 4   the dialogue's state, and the place in the exercise
    mic      open | closed                    whether the coach listens
    device   vanishes | ends | repeats        the session is lost, ends by itself, the same request comes again
    device   cannot play                      the count's audio could not be rendered
    device   cannot play guides               no stream can be played from now on
    device   presses next                     a button of the audio player: play, pause, next or previous
    server   restarts                         the server is killed; another one starts on the same database
    player   playing bridge-beginner at 35    what the audio player does, which guide, and how many seconds in
    title    Bridge, beginner level ...       what the player shows: title and subtitle
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VERBS = frozenset(
    {
        "given",
        "patient",
        "coach",
        "reprompt",
        "card",
        "wait",
        "until",
        "state",
        "mic",
        "device",
        "player",
        "title",
        "server",
    }
)
_LINE = re.compile(r"(\w+)(?:\s+(.*))?")


class TranscriptError(Exception):
    """A transcript cannot be read or does not hold; the message begins with `file:line`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a transcript."""

    path: Path
    number: int
    verb: str
    text: str

    def fails(self, expected: str, found: str) -> TranscriptError:
        """Return the error that says what was expected here and what was found."""
        return TranscriptError(f"{self.path.name}:{self.number}\n    expected: {expected}\n    found:    {found}")


def read_transcript(path: Path) -> tuple[Line, ...]:
    """Return the lines of a transcript, comments left out. Raise `TranscriptError` for a verb nobody knows."""
    return tuple(_lines(path, path.read_text(encoding="utf-8")))


def _lines(path: Path, text: str) -> Iterator[Line]:
    for number, raw in enumerate(text.splitlines(), start=1):
        stripped = raw.strip()
        if not stripped or stripped.startswith("#"):
            continue
        found = _LINE.fullmatch(stripped)
        if not found or found[1] not in VERBS:
            raise TranscriptError(f"{path.name}:{number}: a line begins with one of {', '.join(sorted(VERBS))}")
        yield Line(path=path, number=number, verb=found[1], text=(found[2] or "").strip())


def matches(pattern: str, heard: str) -> bool:
    """Return whether *heard* fits *pattern*, in which `...` stands for anything. Spaces and case do not matter."""
    parts = [re.escape(" ".join(part.split())) for part in pattern.split("...")]
    return re.fullmatch(r"\s*.*".join(parts), " ".join(heard.split()), re.IGNORECASE | re.DOTALL) is not None
