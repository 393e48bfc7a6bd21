"""What Amazon's testers are told to say: a transcript that also runs as a test, so that it works word for word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from skill.domain.history.privacy import SymptomsMode
from skill.simulator.transcript import read_transcript

FOLDER = Path(__file__).with_name("testing")
TRANSCRIPTS = {
    SymptomsMode.POLICY_SAFE: FOLDER / "policy-safe.dialogue",
    SymptomsMode.SESSION: FOLDER / "session-mode.dialogue",
    SymptomsMode.DURABLE: FOLDER / "durable.dialogue",
}
MOST_CHARACTERS = 4000
INTRODUCTION = (
    "No account, payment or other device is needed. Say each line as it stands, beginning with a newly enabled skill. "
    "Hear each answer to its end first. Only where it says to wait, Spine Coach is counting or playing, and the wake "
    "word interrupts it."
)


def instructions_for(mode: SymptomsMode) -> str:
    """Return the instructions for a skill that treats symptoms as *mode* says."""
    return "\n".join((INTRODUCTION, *_lines(TRANSCRIPTS[mode])))


def _lines(path: Path) -> Iterator[str]:
    headings = {number: text[1:].strip() for number, text in enumerate(_texts(path), start=1) if text.startswith("#")}
    waited, heard_out, playing = "", False, False
    for line in read_transcript(path):
        for number in [number for number in headings if number < line.number]:
            yield f"\n{headings.pop(number)}"
        match line.verb:
            case "wait":
                waited = line.text
            case "mic":
                heard_out = line.text == "open"
            case "player":
                playing = True
            case "patient":
                playing = playing and not line.text.startswith("open ")
                wake_word = playing or bool(waited) or line.text.startswith("open ")
                yield _said(line.text, "" if heard_out else waited, wake_word=wake_word and not heard_out)
                waited, heard_out = "", False
            case _:
                pass


def _texts(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _said(utterance: str, waited: str, *, wake_word: bool) -> str:
    when = f"Wait {waited} seconds, then say" if waited else "Say"
    return f'- {when}: "{"Alexa, " if wake_word else ""}{utterance}"'
