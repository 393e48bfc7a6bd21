"""A conversation as plain lines: one utterance a line in, `coach: ` lines out.

::

    open spine coach                   an utterance
    wait 12                            the next utterance comes twelve seconds after the last reply began
    wait until 2026-12-01T08:00        the next utterance comes at that time, where the patient lives
    # anything                         a comment

Without a `wait`, each reply is heard to its end before the next utterance. A `wait` that is shorter than the reply
interrupts it; a longer one brings the reprompt and the end of the session when they are due.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo

from skill.errors import SkillError
from skill.simulator.audio_player import Activity
from skill.simulator.conversation import Conversation
from skill.simulator.device import Silence
from skill.simulator.plain_text import CLOSED, COACH, NOT_PASSED_ON, player_line, reply_lines, reprompt_lines

ANSWERING_SECONDS = 1.0
"""How long after the end of a reply somebody who heard it out begins to speak."""

_WAIT = re.compile(r"wait\s+(?:(\d+(?:\.\d+)?)|until\s+(\S+))", re.IGNORECASE)
Show = Callable[[str], None]


class ScriptError(SkillError):
    """A line of a conversation cannot be done; the message names the line."""


class PlainProtocol:
    """Holds a conversation line by line."""

    def __init__(self, conversation: Conversation, show: Show, time_zone: tzinfo) -> None:
        """Say what lines say to *conversation*, and *show* each line of the replies."""
        self._conversation = conversation
        self._device = conversation.device
        self._show = show
        self._time_zone = time_zone
        self._waited = True
        self._player_was = self._player_does()

    def run(self, lines: Iterable[str]) -> None:
        """Do all *lines*. Raise `ScriptError` for a time that is none, or has passed."""
        for number, line in enumerate(lines, start=1):
            text = line.strip()
            if text and not text.startswith("#"):
                self._do(number, text)

    def _do(self, number: int, text: str) -> None:
        wait = _WAIT.fullmatch(text)
        if wait is None:
            self._say(text)
        elif wait[1]:
            self._pass(float(wait[1]))
        else:
            self._pass(self._seconds_until(number, wait[2]))

    def _say(self, text: str) -> None:
        if not self._waited:
            self._pass(self._seconds_to(self._device.silent_at) + ANSWERING_SECONDS)
        exchange = self._conversation.say(text)
        self._waited = False
        if not exchange.reached:
            self._show(NOT_PASSED_ON)
        for line in reply_lines(exchange.heard) if exchange.heard else (COACH + CLOSED,):
            self._show(line)
        self._show_player()

    def _pass(self, seconds: float) -> None:
        self._waited = True
        for brought in self._device.wait(max(0.0, seconds)):
            if brought is Silence.END:
                self._show(COACH + CLOSED)
            elif self._device.last is not None:
                for line in reprompt_lines(self._device.last):
                    self._show(line)
        self._show_player()

    def _show_player(self) -> None:
        """Show what the audio player does when that is news."""
        if self._player_was != (does := self._player_does()):
            self._player_was = does
            self._show(player_line(self._device.player, self._device.clock()))

    def _player_does(self) -> tuple[Activity, str]:
        player = self._device.player
        return player.activity, player.stream.token if player.stream else ""

    def _seconds_to(self, moment: datetime) -> float:
        return (moment - self._device.clock()).total_seconds()

    def _seconds_until(self, number: int, text: str) -> float:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise ScriptError(f"line {number}: {text} is no time; write one as 2026-12-01T08:00") from None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self._time_zone)
        seconds = self._seconds_to(moment)
        if seconds < 0:
            now = self._device.clock().astimezone(self._time_zone)
            raise ScriptError(f"line {number}: it is {now:%Y-%m-%dT%H:%M} already, and time does not go back")
        return seconds
