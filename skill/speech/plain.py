"""The coach's words without markup: for cards, screens, the simulator and transcripts."""

from __future__ import annotations

from collections.abc import Iterable

from skill.domain.count.script import Script
from skill.domain.cues import Cue
from skill.speech.messages import Messages


def plain(messages: Messages, said: Iterable[Cue]) -> str:
    """Return the sentences of *said* as they are written."""
    return " ".join(messages.write(cue) for cue in said)


def counted(messages: Messages, script: Script) -> str:
    """Return the words of *script* in a line: ``[count] get into position, 3, 2, 1, press, hold, down, 1``."""
    said = (messages.write(beat.cue) for beat in script.beats if beat.cue is not None)
    return f"[count] {', '.join(_lowered(text) for text in said)}"


def _lowered(text: str) -> str:
    """Return *text* as one item of a list: without its full stop, and no capital to begin with."""
    text = text.removesuffix(".")
    return text if text.startswith("I'") else text[:1].lower() + text[1:]
