"""The conversation at a terminal: beats as they come, an utterance typed at any moment."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

from rich.console import Console
from rich.markup import escape

from skill.simulator.audio_player import Activity
from skill.simulator.conversation import Conversation, Exchange
from skill.simulator.device import LISTENING_SECONDS, Silence
from skill.simulator.heard import Heard, Sound
from skill.simulator.understanding import How

WELCOME = 'Type what you would say, beginning with "open spine coach". Ctrl-C is "Alexa, stop"; twice leaves.'
TICK_SECONDS = 0.05
IDLE_SECONDS = 1.0
LONGEST_DEAF_SECONDS = 0.2
"""A signal that comes just before a wait is heard only after it."""
LEFT = None
"""What comes from the keyboard when nobody is there any more."""
CTRL_C = "\x03"

Speak = Callable[[str], None]
"""Says words aloud and returns at once; what was being said before is cut off. "" only cuts off."""


@dataclass(slots=True)
class Keyboard:
    """Lines as they are typed, from a thread of their own."""

    lines: Iterable[str]
    _typed: SimpleQueue[str | None] = field(default_factory=SimpleQueue)
    """A simple queue, because a signal may put something into it at any moment."""

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read until the block ends; Ctrl-C is one more thing that is typed."""
        threading.Thread(target=self._read, daemon=True).start()
        before = signal.signal(signal.SIGINT, lambda *_: self._typed.put(CTRL_C))
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def wait(self, seconds: float | None) -> str | None:
        """Return the next line, `CTRL_C`, or `LEFT` at the end of input.

        Raise `Empty` after *seconds*; None waits for ever.
        """
        while seconds is None:
            with suppress(Empty):
                return self._typed.get(timeout=LONGEST_DEAF_SECONDS)
        return self._typed.get(timeout=seconds)

    def _read(self) -> None:
        for line in self.lines:
            if line.strip():
                self._typed.put(line.strip())
        self._typed.put(LEFT)


class Terminal:
    """Plays the replies and takes the utterances."""

    def __init__(
        self, conversation: Conversation, console: Console, keyboard: Keyboard, *, fast: bool, speak: Speak | None
    ) -> None:
        """Prepare; with *fast* nothing takes time, otherwise everything takes as long as it would."""
        self._conversation = conversation
        self._device = conversation.device
        self._console = console
        self._keyboard = keyboard
        self._fast = fast
        self._speak = speak or (lambda _text: None)
        self._stopped = False

    def run(self) -> None:
        """Hold the conversation until somebody leaves."""
        self._console.print(WELCOME, style="dim")
        with self._keyboard.reading():
            utterance = self._wait(None)
            while utterance is not LEFT:
                exchange = self._conversation.say(utterance)
                utterance = self._answer(exchange)
            self._speak("")
            self._device.exit()

    def _answer(self, exchange: Exchange) -> str | None:
        """Play *exchange* and return the utterance that comes next, which may interrupt it."""
        self._show_understood(exchange)
        if exchange.heard is None:
            note = "the session has ended" if exchange.reached else 'Alexa did not pass this on; say "open spine coach"'
            self._console.print(f"○ {note}", style="dim")
            return self._idle()
        try:
            self._play(exchange.heard.sounds)
            self._show_card(exchange.heard)
            return self._listen(exchange.heard)
        except _Interrupted as interruption:
            self._speak("")
            self._console.print()
            return interruption.utterance

    def _play(self, sounds: tuple[Sound, ...]) -> None:
        counting = False
        for sound in sounds:
            if sound.beat != counting and sound.text:
                counting = sound.beat
                self._console.print("" if counting else "\n", end="")
            if sound.text:
                self._speak(sound.text)
                self._console.print(
                    escape(sound.text), style="cyan" if sound.beat else "bold", end="  ", soft_wrap=True
                )
            self._pass(sound.seconds)
        self._console.print()

    def _listen(self, heard: Heard) -> str | None:
        if not heard.listening:
            self._console.print("○ the microphone is closed", style="dim")
            return self._idle()
        self._console.print("● listening", style="green")
        if self._fast:
            return self._wait(None)
        if self._pass(LISTENING_SECONDS) is not Silence.END:
            self._play(heard.reprompt)
            self._console.print("● listening", style="green")
            self._pass(LISTENING_SECONDS)
        self._console.print("○ nobody answered; the session has ended", style="dim")
        return self._idle()

    def _idle(self) -> str | None:
        """Return the next utterance, whenever it comes. Time goes on meanwhile, and a guide plays on."""
        playing = ""
        while not self._fast:
            title = self._playing()
            if title and title != playing:
                self._console.print(f"♪ {escape(title)}", style="dim")
            playing = title
            try:
                self._pass(IDLE_SECONDS)
            except _Interrupted as interruption:
                return interruption.utterance
        return self._wait(None)

    def _playing(self) -> str:
        """Return the title of the guide that plays; "" when none does."""
        player = self._device.player
        return player.stream.title if player.stream and player.activity is Activity.PLAYING else ""

    def _pass(self, seconds: float) -> Silence | None:
        """Let *seconds* pass and return what the silence brought. Raise `_Interrupted` when somebody speaks."""
        brought: tuple[Silence, ...] = ()
        if self._fast:
            brought = self._device.wait(seconds)
            return brought[-1] if brought else None
        started, passed = time.monotonic(), 0.0
        while passed < seconds:
            self._hear(min(TICK_SECONDS, seconds - passed))
            now = min(seconds, time.monotonic() - started)
            brought += self._device.wait(now - passed)
            passed = now
        return brought[-1] if brought else None

    def _hear(self, seconds: float) -> None:
        try:
            utterance = self._wait(seconds)
        except Empty:
            return
        raise _Interrupted(utterance)

    def _wait(self, seconds: float | None) -> str | None:
        """Return the next utterance: what is typed, "stop" for Ctrl-C, `LEFT` for a second one."""
        utterance = self._keyboard.wait(seconds)
        if utterance != CTRL_C:
            self._stopped = False
            return utterance
        leaves = self._stopped or not self._device.in_session
        self._stopped = True
        return LEFT if leaves else "stop"

    def _show_understood(self, exchange: Exchange) -> None:
        found = exchange.understood
        if found.how in (How.EXACT, How.NAMED):
            return
        slots = ", ".join(f"{name} {value.id or value.heard}" for name, value in found.slots.items() if value.heard)
        meaning = f"{found.intent} {slots}".strip()
        self._console.print(f"understood as {escape(meaning)} ({found.how.value}, {found.confidence:.0%})", style="dim")

    def _show_card(self, heard: Heard) -> None:
        if heard.card:
            self._console.print(f"▭ {escape(heard.card)}", style="yellow")


class _Interrupted(Exception):
    def __init__(self, utterance: str | None) -> None:
        super().__init__()
        self.utterance = utterance
