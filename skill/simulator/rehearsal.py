"""Runs a transcript on a device and holds what is heard against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from skill.simulator.device import Device, SlotValue
from skill.simulator.heard import Heard
from skill.simulator.transcript import Line, TranscriptError, matches, read_transcript

LAUNCHES = frozenset({"open spine coach", "start spine coach", "launch spine coach"})
Understood = tuple[str, Mapping[str, SlotValue]]
Understand = Callable[[str], Understood | None]
"""Returns the intent and slots of an utterance; None when it is not understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A device, and how to look behind the scenes of it."""

    device: Device
    understand: Understand
    state: Callable[[], str]
    """Returns the dialogue's state and place in words."""
    given: Callable[[str], None]
    """Sets the patient up as a `given` line says."""
    restart: Callable[[], None]
    """Puts a new server in the place of the one that answers."""

    def run(self, path: Path) -> None:
        """Run the transcript at *path*. Raise `TranscriptError` at the first line that does not hold."""
        for line in read_transcript(path):
            self.do(line)

    def do(self, line: Line) -> None:
        """Do what one line says, or hold it against what is. Raise `TranscriptError` when it does not hold."""
        match line.verb:
            case "given":
                self.given(line.text)
            case "patient":
                self._say(line)
            case "coach" | "reprompt" | "card" | "state" | "mic" | "player" | "title":
                self._compare(line, self.found(line))
            case "server":
                self._compare(line, "restarts")
                self.restart()
            case "wait":
                self.device.wait(float(line.text))
            case "until":
                moment = datetime.fromisoformat(line.text).replace(tzinfo=self.device.clock().tzinfo)
                self.device.wait((moment - self.device.clock()).total_seconds())
            case _:
                self._device(line)

    def found(self, line: Line) -> str:
        """Return what there is now of that which *line* tells. Raise `TranscriptError` when nothing was heard yet."""
        match line.verb:
            case "coach":
                return self._heard(line).text
            case "reprompt":
                return self._heard(line).reprompt_text
            case "card":
                return self._heard(line).card
            case "state":
                return self.state()
            case "mic":
                return "open" if self._heard(line).listening else "closed"
            case "player":
                return self._player()
            case "title":
                stream = self.device.player.stream
                return f"{stream.title} {stream.subtitle}" if stream else ""
            case _:
                raise line.fails("a line that tells what is there", line.verb)

    def _heard(self, line: Line) -> Heard:
        if self.device.last is None:
            raise line.fails("something was heard before", "nothing yet")
        return self.device.last

    def _compare(self, line: Line, found: str) -> None:
        if not matches(line.text, found):
            raise line.fails(line.text, found)

    def _player(self) -> str:
        player, now = self.device.player, self.device.clock()
        activity = player.activity.value.lower()
        if player.stream is None:
            return activity
        guide = player.stream.url.rsplit("/", 1)[1].removesuffix(".mp3")
        return f"{activity} {guide} at {player.offset_ms(now) // 1000}"

    def _say(self, line: Line) -> None:
        if line.text.lower() in LAUNCHES:
            self.device.launch()
            return
        if line.text.startswith("["):
            self.device.intent(*_named(line))
            return
        understood = self.understand(line.text)
        if understood is None:
            raise line.fails("an utterance that is a sample of the interaction model", line.text)
        self.device.intent(*understood)

    def _device(self, line: Line) -> None:
        match line.text:
            case "vanishes":
                self.device.vanish()
            case "ends":
                self.device.exit()
            case "cannot play":
                self.device.cannot_play()
            case "cannot play guides":
                self.device.player.broken = True
            case "presses play" | "presses pause" | "presses next" | "presses previous":
                self.device.press(line.text.split()[1].capitalize())
            case "repeats":
                before = self.device.last_response
                again = self.device.repeat_request()
                if again != before:
                    raise line.fails(f"the same response again: {before}", str(again))
            case _:
                raise line.fails("vanishes, ends, repeats, cannot play, cannot play guides or presses ...", line.text)


def _named(line: Line) -> Understood:
    """Read `[Intent slot=heard:id slot=heard]`."""
    found = re.fullmatch(r"\[([\w.]+)((?:\s+\w+=\S+)*)\]", line.text)
    if not found:
        raise line.fails("[Intent slot=heard:id]", line.text)
    slots = {}
    for pair in found[2].split():
        name, value = pair.split("=", 1)
        heard, _, resolved = value.partition(":")
        slots[name] = SlotValue(heard=heard, id=resolved or None, kind="GIVEN" if ":" in value else "")
    return found[1], slots


__all__ = ["Rehearsal", "TranscriptError"]
