"""`spine-coach talk`: the application, a pretend Echo in the same process, and a terminal or plain lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from uuid import uuid4

from rich.console import Console

from audio.manifest import read_manifest
from skill.alexa.endpoint import Endpoint
from skill.app.calendar import time_zone_of
from skill.bootstrap import build, system_clock
from skill.config import Settings
from skill.simulator.audio_player import AudioPlayer
from skill.simulator.clock import MovableClock
from skill.simulator.conversation import Conversation
from skill.simulator.device import Device
from skill.simulator.plain_protocol import PlainProtocol
from skill.simulator.terminal import Keyboard, Speak, Terminal
from skill.simulator.transcript import read_transcript
from skill.web.guide_seconds import seconds_in
from skill.web.model import understanding_of

LOCALE = "en-US"
NOWHERE = "http://127.0.0.1"
"""The address of the guides here: the pretend player fetches nothing, it only keeps the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One patient, one device, and the coach."""

    conversation: Conversation
    time_zone: tzinfo

    @classmethod
    def build(cls, environment: Mapping[str, str], *, patient: str, at: datetime | None) -> Talk:
        """Return a talk of *patient* that begins at *at* (where the patient lives), or now.

        Raise `ConfigError` when a setting is wrong.
        """
        time_zone = time_zone_of(LOCALE)
        clock = MovableClock(at.replace(tzinfo=time_zone) if at else system_clock())
        settings = Settings.read(environment, local=True)
        application = build(settings, clock=clock, simulator_url=NOWHERE)
        skill = Endpoint(application.skill)
        device = Device(
            lambda envelope: dict(json.loads(skill.answer(json.dumps(envelope).encode()))),
            clock,
            user_id=f"amzn1.ask.account.SIMULATOR.{patient}",
            locale=LOCALE,
            player=AudioPlayer(seconds_in(read_manifest(settings.guides_dir))),
            new_id=lambda: str(uuid4()),
        )
        return cls(conversation=Conversation(device, understanding_of(LOCALE)), time_zone=time_zone)

    def by_lines(self, script: Path | None, show: Callable[[str], None]) -> None:
        """Say the lines of *script*, or of standard input, and *show* the replies."""
        lines = _lines(script) if script else iter(sys.stdin)
        PlainProtocol(self.conversation, show, self.time_zone).run(lines)

    def at_terminal(self, *, fast: bool, voice: bool) -> None:
        """Talk with who sits here."""
        speak: Speak | None = None
        if voice:
            from skill.web.speaker import Speaker

            speak = Speaker.open().say
        Terminal(self.conversation, Console(highlight=False), Keyboard(sys.stdin), fast=fast, speak=speak).run()


def _lines(script: Path) -> Iterator[str]:
    if script.suffix != ".dialogue":
        yield from script.read_text(encoding="utf-8").splitlines()
        return
    for line in read_transcript(script):
        match line.verb:
            case "patient":
                yield line.text
            case "wait":
                yield f"wait {line.text}"
            case "until":
                yield f"wait until {line.text}"
            case _:
                pass
