"""The bundled voice in a process of its own: a text a line in, as JSON; the length and the bytes of a WAV file out.

The server starts it when somebody first listens in the simulator, so that it loads no audio library itself.
"""

from __future__ import annotations

import io
import json
import struct
import sys
import wave
from collections.abc import Iterable
from typing import BinaryIO

from skill.errors import SkillError

LENGTH = struct.Struct(">I")
"""What comes before each WAV file; 0 when there is none."""


def serve(lines: Iterable[str], out: BinaryIO) -> None:
    """Answer each of *lines* on *out*. Nothing is kept: a patient's own words may be among them."""
    from audio.clips import spoken
    from audio.sound import SAMPLE_RATE
    from audio.voices import voices_from

    voices = voices_from("hibari")
    for line in lines:
        asked = json.loads(line)
        content = b""
        for voice in voices:
            try:
                clip = spoken(voice, asked["text"], asked["locale"])
                content = wav(clip.samples.tobytes(), SAMPLE_RATE)
                break
            except SkillError:
                continue
        out.write(LENGTH.pack(len(content)) + content)
        out.flush()


def wav(samples: bytes, sample_rate: int) -> bytes:
    """Return 16-bit mono *samples* as a WAV file."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sample_rate)
        file.writeframes(samples)
    return content.getvalue()


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout.buffer)
