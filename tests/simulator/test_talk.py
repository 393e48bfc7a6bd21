"""`spine-coach talk`: any program can hold a conversation with the coach, and so can a person at a terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skill.cli import main

COMMAND = (sys.executable, "-c", "from skill.cli import main; main()", "talk")
ENVIRONMENT = {
    **os.environ,
    "SPINE_COACH_SECRET": "not a secret at all, for tests only",
    "SPINE_COACH_GUIDES_DIR": "nowhere",
    "NO_COLOR": "1",
}
AT = ("--at", "2026-11-23T09:00")
SET_UP = ["open spine coach", "my low back", *["none"] * 5, "yes", "nowhere", "yes"]
PATIENCE_SECONDS = 30.0


def talk(*lines: str, options: tuple[str, ...] = (), database: str = "memory:") -> list[str]:
    """Return the lines that come out when *lines* go in, which must go well."""
    done = run("\n".join(lines) + "\n", options=options, database=database)

    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout.splitlines()


def run(text: str, *, options: tuple[str, ...] = (), database: str = "memory:") -> Result:
    """Run the command in this process, which is many times as quick as in its own."""
    command = ["talk", "--database", database, *AT, *options]
    return CliRunner(mix_stderr=False).invoke(main, command, input=text, env=ENVIRONMENT)


def test_another_program_can_talk_to_it() -> None:
    command = [*COMMAND, "--database", "memory:", *AT]

    done = subprocess.run(
        command, input="open spine coach\n", capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("coach: [listening]\n")


def test_an_utterance_goes_in_and_the_reply_comes_out() -> None:
    said, microphone = talk("open spine coach")

    assert said.startswith("coach: Welcome to Spine Coach.")
    assert microphone == "coach: [listening]"


def test_a_count_is_a_line_of_beats() -> None:
    lines = talk(*SET_UP, "skip this one", "ready")

    (count,) = (line for line in lines if line.startswith("coach: [count] "))
    assert ", three, two, one, press, hold, down, one, press, hold, down, two" in count


@pytest.mark.parametrize("channel", ["apla", "ssml"])
def test_a_count_reads_the_same_on_both_channels(channel: str) -> None:
    lines = talk(*SET_UP, "skip this one", "ready", options=("--channel", channel))

    (count,) = (line for line in lines if line.startswith("coach: [count] "))
    assert count.endswith("press, hold, down, five")


def test_a_wait_shorter_than_the_count_interrupts_it() -> None:
    lines = talk(*SET_UP, "skip this one", "ready", "wait 45", "how many left")

    assert any("reps left in this set" in line for line in lines)


def test_without_a_wait_the_count_is_heard_to_its_end() -> None:
    lines = talk(*SET_UP, "skip this one", "ready", "what rep are we on")

    assert not any("rep 1 of" in line for line in lines)


def test_a_guide_plays_pauses_and_the_next_one_follows() -> None:
    lines = talk(*SET_UP, "play my routine", "wait 60", "pause", "resume", "wait 300")

    playing = [line for line in lines if re.match(r"coach: \[(playing|stopped) ", line)]
    assert playing == [
        "coach: [playing Rest on the Belly, beginner level, at 0:00]",
        "coach: [stopped Rest on the Belly, beginner level, at 0:40]",
        "coach: [playing Rest on the Belly, beginner level, at 0:40]",
        "coach: [playing Prone Press-Up, beginner level, at 0:40]",
    ]


def test_silence_brings_the_reprompt_and_then_the_end() -> None:
    lines = talk("open spine coach", "wait 120")

    assert lines[1:] == [
        "coach: [listening]",
        "coach: You can say neck, low back, or both. Which is it?",
        "coach: [listening]",
        "coach: [closed]",
    ]


def test_after_the_end_alexa_passes_nothing_on() -> None:
    lines = talk("open spine coach", "stop", "what's next")

    assert lines[-2].startswith("# Alexa did not pass this on")
    assert lines[-1] == "coach: [closed]"


def test_exit_ends_without_a_word() -> None:
    assert talk("open spine coach", "exit")[2:] == ["coach: [closed]"]


def test_time_moves_to_where_it_is_told() -> None:
    lines = talk(*SET_UP, "wait until 2026-11-24T08:00", "open spine coach")

    assert any(line.startswith("coach: Welcome back to Spine Coach.") for line in lines[-3:])


def test_comments_and_empty_lines_say_nothing() -> None:
    assert talk("# open spine coach", "", "   ") == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("wait until 2026-11-23T08:00", "line 1: it is 2026-11-23T09:00 already, and time does not go back"),
        ("wait until tomorrow", "line 1: tomorrow is no time; write one as 2026-12-01T08:00"),
    ],
)
def test_a_time_that_cannot_be_is_named(line: str, complaint: str) -> None:
    done = run(line)

    assert done.exit_code == 1
    assert complaint in done.stderr


def test_a_danger_ends_the_session_with_a_card() -> None:
    lines = talk(*SET_UP, "ready", "wait 5", "I can't feel anything between my legs")

    assert lines[-3].startswith("coach: Stop now.")
    assert lines[-2].startswith("coach: [card] Stop now.")
    assert lines[-1] == "coach: [closed]"


def test_patients_are_kept_apart_and_remembered(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'patients.db'}"
    talk("open spine coach", "my neck", "stop", options=("--patient", "ann"), database=database)

    ann = talk("open spine coach", options=("--patient", "ann"), database=database)
    bob = talk("open spine coach", options=("--patient", "bob"), database=database)

    assert "your neck, your low back, or both" not in ann[0]
    assert "your neck, your low back, or both" in bob[0]


def test_a_transcript_can_be_run(tmp_path: Path) -> None:
    script = tmp_path / "first.dialogue"
    script.write_text("patient open spine coach\ncoach ...\nwait 30\npatient my low back\n", encoding="utf-8")

    done = run("", options=("--script", str(script)))

    assert done.exit_code == 0
    assert "First some safety questions" in done.stdout


class Seat:
    """Somebody at a terminal."""

    def __init__(self, process: subprocess.Popen[bytes], screen: int) -> None:
        self.process, self._screen, self.seen = process, screen, ""

    def type(self, text: str) -> None:
        os.write(self._screen, text.encode() + b"\n")

    def press_ctrl_c(self) -> None:
        self.process.send_signal(signal.SIGINT)

    def see(self, text: str) -> None:
        """Wait until *text* is on the screen, and forget everything before it."""
        until = time.monotonic() + PATIENCE_SECONDS
        while text not in self.seen:
            assert time.monotonic() < until, f"{text!r} is not on the screen:\n{self.seen}"
            if select.select([self._screen], [], [], 0.1)[0]:
                self.seen += os.read(self._screen, 65536).decode()
        self.seen = self.seen.partition(text)[2]


@contextmanager
def seat(*options: str) -> Iterator[Seat]:
    screen, keyboard = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "--database", "memory:", *options],
        stdin=keyboard, stdout=keyboard, stderr=keyboard, env={**ENVIRONMENT, "COLUMNS": "1000"},
    )  # fmt: skip
    os.close(keyboard)
    try:
        yield Seat(process, screen)
    finally:
        process.kill()
        process.wait()
        os.close(screen)


def test_a_person_talks_at_a_terminal_and_ctrl_c_is_stop() -> None:
    with seat("--fast") as person:
        person.see("Type what you would say")
        person.type("open spine coach")
        person.see("listening")
        person.press_ctrl_c()
        person.see("the microphone is closed")
        person.press_ctrl_c()

        assert person.process.wait(timeout=PATIENCE_SECONDS) == 0


def test_in_real_time_a_reply_is_interrupted_by_typing() -> None:
    with seat() as person:
        person.see("Type what you would say")
        person.type("open spine coach")
        person.see("Welcome to Spine Coach")
        person.type("I would like to work on my low back please")
        person.see("understood as SetRegionIntent")
        person.see("First some safety questions")
